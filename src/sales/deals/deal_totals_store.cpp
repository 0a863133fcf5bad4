#include "sales/deals/deal_totals.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kAddTotals =
    "INSERT INTO deal_totals (stage_id, owner_id, team_id, currency, deals, without_next_step, "
    "amount_minor, own_amount_minor, own_weighted_minor) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
    "ON CONFLICT (stage_id, owner_id, team_id, currency) DO UPDATE SET "
    "deals = deal_totals.deals + excluded.deals, "
    "without_next_step = deal_totals.without_next_step + excluded.without_next_step, "
    "amount_minor = deal_totals.amount_minor + excluded.amount_minor, "
    "own_amount_minor = deal_totals.own_amount_minor + excluded.own_amount_minor, "
    "own_weighted_minor = deal_totals.own_weighted_minor + excluded.own_weighted_minor";

}  // namespace

void DealTotals::change(const Deal& deal, std::int64_t sign) {
  if (deal.deleted_at) return;
  const std::string_view currency = deal.amount ? deal.amount->currency.code() : "";
  Share& share = changes_[{deal.stage_id, deal.owner_id, deal.team_id, std::string(currency)}];
  const std::int64_t amount = deal.amount ? deal.amount->minor : 0;
  share.deals += sign;
  if (deal.status == StageKind::open && !deal.facts.next_step) share.without_next_step += sign;
  share.amount += sign * amount;
  if (!deal.probability) return;
  share.own_amount += sign * amount;
  share.own_weighted += sign * (amount * *deal.probability / 100);
}

void DealTotals::save(journal::Work& work) const {
  for (const auto& [place, share] : changes_) {
    if (share == Share()) continue;
    const auto& [stage, owner, team, currency] = place;
    work.tx.queue(kAddTotals, stage, owner, team, currency, share.deals, share.without_next_step,
                  share.amount, share.own_amount, share.own_weighted);
  }
}

}  // namespace stagecoach::sales
