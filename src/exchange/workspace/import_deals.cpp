#include "exchange/workspace/import_deals.h"

#include <algorithm>

#include "platform/base/utf8.h"
#include "sales/deals/deal_store.h"
#include "sales/deals/past_deal.h"

namespace stagecoach::exchange {
namespace {

using sales::Deal;
using sales::StageEntered;

constexpr std::size_t kNameBytesMax = 300, kReasonBytesMax = 2000;

std::string name_of_deal(const DealRecord& record) {
  std::string name(record.name);
  if (name.empty() && !record.account.empty()) {
    name = std::string(record.account);
    if (!record.product.empty()) name.append(" · ").append(record.product);
  }
  if (name.empty()) name = std::string(record.key);
  return std::string(truncate_utf8(name, kNameBytesMax));
}

}  // namespace

ImportDeals::ImportDeals(const Dataset& dataset, const cycle::HistorySet& history,
                         std::shared_ptr<const sales::Pipelines> pipelines, StagePlaces places,
                         ImportParties& parties, ImportLedger& ledger, Currency currency,
                         std::shared_ptr<const Zone> zone)
    : dataset_(dataset),
      history_(history),
      pipelines_(std::move(pipelines)),
      places_(std::move(places)),
      parties_(parties),
      ledger_(ledger),
      currency_(currency),
      zone_(std::move(zone)) {
  if (history_.deals.size() == dataset_.deals.size()) return;
  // What only a history tells of a deal: the last word on each of its fields.
  for (const StageEvent& event : dataset_.events) {
    DealRecord& record = of_history_alone_[event.deal];
    record.key = event.deal;
    const auto take = [](std::string_view& to, std::string_view from) {
      if (!from.empty()) to = from;
    };
    take(record.owner, event.owner);
    take(record.account, event.account);
    take(record.product, event.product);
    take(record.source, event.source);
    if (event.amount) record.amount = event.amount;
  }
}

Instant ImportDeals::instant_of(std::int64_t tick) const {
  if (history_.unit == cycle::ClockUnit::seconds) return from_millis(tick * 1000);
  CivilTime midnight;
  midnight.day = from_days(static_cast<std::int32_t>(tick));
  return zone_->resolve(midnight).at;
}

DealRecord ImportDeals::record_of(std::size_t index) const {
  if (index < dataset_.deals.size()) return dataset_.deals[index];
  return of_history_alone_.at(history_.deals[index].key);
}

const sales::Stage* ImportDeals::ending_of(const cycle::Episode& episode) const {
  switch (episode.ending) {
    case cycle::Ending::won:
      return places_.won;
    case cycle::Ending::lost:
      return places_.lost;
    case cycle::Ending::censored:
      return places_.on_hold;
    case cycle::Ending::open:
      break;
  }
  return nullptr;
}

// A first entry at an unknown time is left out where a later one is known.
void ImportDeals::append_episode(Way& way, const cycle::Episode& episode) const {
  const sales::Stage* ending = ending_of(episode);
  const bool ends_known = !ending || episode.ended_at.has_value();
  const bool has_known_entry =
      !episode.entries.empty() && episode.entries.back().at != cycle::kUnknownTime;
  if (!has_known_entry || !ends_known) way.entry_known = false;
  way.ends_known &= ends_known;
  Instant latest = episode.start ? instant_of(*episode.start) : way.created_at;
  for (const cycle::StageEntry& entry : episode.entries) {
    if (entry.at == cycle::kUnknownTime && has_known_entry) continue;
    if (entry.at != cycle::kUnknownTime) latest = instant_of(entry.at);
    way.entries.push_back({places_.open[static_cast<std::size_t>(entry.stage)]->id, latest});
  }
  if (ending)
    way.entries.push_back({ending->id, episode.ended_at ? instant_of(*episode.ended_at) : latest});
}

ImportDeals::Way ImportDeals::way_of(const cycle::DealHistory& deal, Instant now) const {
  const cycle::Episode& first = deal.earlier.empty() ? deal : deal.earlier.front();
  Way way;
  way.created_at = first.start      ? instant_of(*first.start)
                   : first.ended_at ? instant_of(*first.ended_at)
                                    : now;
  for (const cycle::Episode& episode : deal.earlier) append_episode(way, episode);
  append_episode(way, deal);
  // A closed deal whose end has no date would seem to have taken no time at all.
  if (first.start && way.ends_known) way.started = instant_of(*first.start);
  if (way.entries.empty()) {
    way.entry_known = false;
    way.entries.push_back({places_.pipeline->open_stage_at(0)->id, way.created_at});
  }
  return way;
}

Result<bool> ImportDeals::is_known(journal::Work& work, const Deal& deal, bool is_named,
                                   const std::vector<StageEntered>& way) {
  const auto id = sales::find_deal_by_external_key(work.tx, *deal.external_key);
  if (!id) return false;
  const std::optional<Deal> stored = sales::find_deal(work.tx, *id);
  ++ledger_.counts.deals_known;
  if (stored && ((is_named && stored->name != deal.name) || stored->amount != deal.amount ||
                 stored->stage_id != way.back().stage_id))
    ++ledger_.counts.deals_differing;
  return true;
}

Result<void> ImportDeals::write(journal::Work& work, std::size_t index) {
  const DealRecord record = record_of(index);
  Way way = way_of(history_.deals[index], work.now);
  Deal deal;
  deal.name = name_of_deal(record);
  deal.pipeline_id = places_.pipeline->id;
  deal.external_key = std::string(record.key);
  deal.amount = record.amount;
  if (deal.amount && deal.amount->currency == Currency()) deal.amount->currency = currency_;
  if (TRY(is_known(work, deal, !record.name.empty(), way.entries))) return {};

  const Person owner = TRY(parties_.person(work, record.owner));
  deal.owner_id = owner.id;
  deal.team_id = owner.team;
  if (record.owner.empty()) ++ledger_.counts.without_owner;
  const auto account = TRY(parties_.account(work, record.account_id, record.account, owner));
  deal.account_id = account.value_or(sales::AccountId());
  const bool ended = history_.deals[index].ending != cycle::Ending::open;
  if (record.expected_close)
    deal.expected_close = record.expected_close->day;
  else if (record.close_date && !ended)
    deal.expected_close = record.close_date->day;
  if (!record.source.empty()) deal.source = source_key(*places_.pipeline, record.source);
  if (record.probability && !ended)
    deal.probability = std::clamp(static_cast<int>(*record.probability * 100 + .5), 0, 100);
  deal.created_at = deal.stage_entered_at = way.created_at;
  if (ended) deal.facts.outcome_reason = truncate_utf8(record.lost_reason, kReasonBytesMax);
  deal.facts.competitor = truncate_utf8(record.competitor, kNameBytesMax);
  const auto contact =
      TRY(parties_.contact(work, record.contact_id, record.contact, account, owner));
  if (contact) {
    deal.facts.roles = {sales::CommitteeRole::influencer};
    deal.facts.contact_reachable = contact->reachable;
  }
  std::vector<sales::ProductId> products;
  if (const auto product = TRY(parties_.product(work, record.product))) products = {*product};
  deal.facts.has_products = !products.empty();
  if (!way.entry_known) ++ledger_.counts.entry_unknown;
  TRY(sales::write_imported_deal(work, *pipelines_, deal, std::move(way), ledger_.import.value,
                                 products));
  if (contact) {
    sales::CommitteeMember member;
    member.contact_id = contact->id;
    sales::put_committee_member(work, deal.id, member);
  }
  ++ledger_.counts.deals;
  note_created(work, ledger_.import, RecordKind::deal, deal.id.value);
  return {};
}

}  // namespace stagecoach::exchange
