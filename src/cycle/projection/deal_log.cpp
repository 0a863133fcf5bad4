#include "cycle/projection/deal_log.h"

#include <algorithm>

#include "sales/deals/product_line.h"

namespace stagecoach::cycle {
namespace {

using sales::DealChanged;
using sales::DealCreated;
using sales::DealMoved;
using sales::DealMoveUndone;

// The value behind a change; nullopt where it is null.
template <class T>
std::optional<T> value_of(const json::Raw& raw) {
  const auto value = json::read<std::optional<T>>(raw.text);
  return value ? *value : std::nullopt;
}

}  // namespace

LoggedDeal* DealLog::find(std::int64_t deal_id) {
  const auto place = places_.find(deal_id);
  return place == places_.end() ? nullptr : &deals_[place->second];
}

int DealLog::source_number(const std::string& key) const {
  const auto found = sources_.find(key);
  return found == sources_.end() ? -1 : found->second;
}

std::int32_t DealLog::number_of_source(const std::string& key) {
  return sources_.try_emplace(key, static_cast<std::int32_t>(sources_.size())).first->second;
}

void DealLog::create(const journal::Event& event, const DealCreated& created) {
  places_[event.subject_id] = static_cast<std::uint32_t>(deals_.size());
  LoggedDeal& deal = deals_.emplace_back();
  deal.id = sales::DealId(event.subject_id);
  deal.pipeline = static_cast<std::int32_t>(created.pipeline_id.value);
  deal.source = number_of_source(created.source);
  deal.owner = created.snapshot.owner_id;
  deal.team = created.snapshot.team_id.value_or(sales::TeamId());
  deal.entry_known = created.entry_known;
  deal.started = created.started;
  for (const sales::ProductId product : created.products)
    deal.products.push_back(static_cast<std::int32_t>(product.value));
  deal.entries.reserve(std::max<std::size_t>(created.history.size(), 1));
  for (const sales::StageEntered& entry : created.history)
    deal.entries.push_back({entry.at, static_cast<std::int32_t>(entry.stage_id.value)});
  if (created.history.empty())
    deal.entries.push_back({event.effective_at, static_cast<std::int32_t>(created.stage_id.value)});
}

void DealLog::change(LoggedDeal& deal, const DealChanged& changed) {
  for (const sales::Change& change : changed.changes) {
    if (change.field == "owner_id")
      deal.owner = value_of<UserId>(change.after).value_or(UserId());
    else if (change.field == "team_id")
      deal.team = value_of<sales::TeamId>(change.after).value_or(sales::TeamId());
    else if (change.field == "source")
      deal.source = number_of_source(value_of<std::string>(change.after).value_or(""));
    else if (change.field == "product_lines") {
      deal.products.clear();
      for (const auto& line : value_of<std::vector<sales::ProductLine>>(change.after)
                                  .value_or(std::vector<sales::ProductLine>{}))
        deal.products.push_back(static_cast<std::int32_t>(line.product_id.value));
    }
  }
}

std::optional<std::uint32_t> DealLog::apply(const journal::Event& event) {
  if (event.subject_kind != sales::kDealSubject) return std::nullopt;
  LoggedDeal* deal = find(event.subject_id);
  if (event.kind == DealCreated::kKind) {
    const auto created = json::read<DealCreated>(event.data);
    if (!created || deal) {
      ++unreadable_;
      return std::nullopt;
    }
    create(event, *created);
    return static_cast<std::uint32_t>(deals_.size() - 1);
  }
  if (!deal) return std::nullopt;
  if (event.kind == DealMoved::kKind) {
    const auto moved = json::read<DealMoved>(event.data);
    if (!moved) {
      ++unreadable_;
      return std::nullopt;
    }
    deal->entries.push_back(
        {event.effective_at, static_cast<std::int32_t>(moved->to_stage_id.value)});
  } else if (event.kind == DealMoveUndone::kKind) {
    // Only the newest move can be undone, so it is the newest entry that never happened.
    if (deal->entries.size() > 1) deal->entries.pop_back();
  } else if (event.kind == DealChanged::kKind) {
    if (const auto changed = json::read<DealChanged>(event.data))
      change(*deal, *changed);
    else
      ++unreadable_;
  } else if (event.kind == sales::DealDeleted::kKind) {
    deal->deleted = true;
  } else if (event.kind == sales::DealRestored::kKind) {
    deal->deleted = false;
  } else {
    return std::nullopt;
  }
  return places_[event.subject_id];
}

}  // namespace stagecoach::cycle
