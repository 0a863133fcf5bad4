#include "exchange/workspace/import_deals.h"

#include <algorithm>

#include "platform/base/utf8.h"
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

std::optional<Money> ImportDeals::amount_of(const DealRecord& record) const {
  std::optional<Money> amount = record.amount;
  if (amount && amount->currency == Currency()) amount->currency = currency_;
  return amount;
}

bool ImportDeals::differs(const sales::KnownDeal& known, std::size_t index,
                          const DealRecord& record, Instant now) const {
  // A name made up from other columns tells nothing.
  const bool is_renamed = !record.name.empty() && known.name != name_of_deal(record);
  return is_renamed || known.amount != amount_of(record) ||
         known.stage_id != way_of(history_.deals[index], now).entries.back().stage_id;
}

Result<sales::NewDeal> ImportDeals::new_deal(journal::Work& work, std::size_t index,
                                             const DealRecord& record) {
  Way way = way_of(history_.deals[index], work.now);
  Deal deal;
  deal.name = name_of_deal(record);
  deal.pipeline_id = places_.pipeline->id;
  deal.external_key = std::string(record.key);
  deal.amount = amount_of(record);
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
  deal.facts.fields = record.custom;
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
  sales::NewDeal made = TRY(sales::imported_deal(*pipelines_, std::move(deal), std::move(way),
                                                 ledger_.import.value, std::move(products)));
  if (contact) made.committee.emplace_back().contact_id = contact->id;
  return made;
}

Result<void> ImportDeals::write(journal::Work& work, std::size_t first, std::size_t end) {
  std::vector<DealRecord> records;
  std::vector<std::string_view> keys;
  for (std::size_t i = first; i < end; ++i) {
    records.push_back(record_of(i));
    keys.push_back(records.back().key);
  }
  const auto known = sales::find_known_deals(work.tx, keys);
  std::vector<sales::NewDeal> made;
  made.reserve(records.size());
  for (std::size_t i = first; i < end; ++i) {
    const DealRecord& record = records[i - first];
    const auto stored = known.find(std::string(record.key));
    if (stored == known.end()) {
      made.push_back(TRY(new_deal(work, i, record)));
      continue;
    }
    ++ledger_.counts.deals_known;
    if (differs(stored->second, i, record, work.now)) ++ledger_.counts.deals_differing;
  }
  sales::insert_deals(work, made);
  std::vector<std::int64_t> ids;
  for (const sales::NewDeal& item : made) ids.push_back(item.deal.id.value);
  note_created(work, ledger_.import, RecordKind::deal, ids);
  ledger_.counts.deals += static_cast<std::int64_t>(made.size());
  return {};
}

}  // namespace stagecoach::exchange
