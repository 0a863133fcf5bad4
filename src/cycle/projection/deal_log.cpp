#include "cycle/projection/deal_log.h"

#include <algorithm>
#include <chrono>

#include "sales/deals/product_line.h"

namespace stagecoach::cycle {
namespace {

using sales::DealChanged;
using sales::DealCreated;
using sales::DealMoved;
using sales::DealMoveUndone;

constexpr std::uint32_t kSlots = kDealsPerChunk;

std::int64_t seconds_of(Instant t) {
  return std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count();
}

// The value behind a change; nullopt where it is null.
template <class T>
std::optional<T> value_of(const json::Raw& raw) {
  const auto value = json::read<std::optional<T>>(raw.text);
  return value ? *value : std::nullopt;
}

}  // namespace

DealLog::DealLog(Pipelines pipelines, Sources sources)
    : pipelines_(std::move(pipelines)), sources_(std::move(sources)) {
  for (const auto& [id, pipeline] : pipelines_)
    for (const std::shared_ptr<const DealChunk>& chunk : pipeline.chunks) {
      const auto first = static_cast<std::uint32_t>(chunk_places_.size()) * kSlots;
      chunk_places_.push_back({id, static_cast<std::uint32_t>(&chunk - pipeline.chunks.data())});
      for (std::uint32_t slot = 0; slot < chunk->size(); ++slot)
        places_.set(chunk->ids()[slot], first + slot);
      next_place_[id] = first + static_cast<std::uint32_t>(chunk->size());
    }
}

std::int64_t DealLog::source_number(const std::string& key) const {
  const auto found = sources_.find(key);
  return found == sources_.end() ? -1 : std::int64_t{found->second};
}

std::uint32_t DealLog::number_of_source(const std::string& key) {
  return sources_.try_emplace(key, static_cast<std::uint32_t>(sources_.size())).first->second;
}

LoggedDeal DealLog::unpack(std::uint32_t place) const {
  const ChunkPlace& at = chunk_places_[place / kSlots];
  const PipelineDeals& pipeline = pipelines_.at(at.pipeline);
  return pipeline.chunks[at.number]->deal(place % kSlots, pipeline.passages);
}

std::optional<LoggedDeal> DealLog::find(std::int64_t deal_id) const {
  const std::optional<std::uint32_t> place = places_.find(deal_id);
  if (!place) return std::nullopt;
  const auto unpacked = unpacked_.find(*place);
  return unpacked != unpacked_.end() ? unpacked->second : unpack(*place);
}

LoggedDeal* DealLog::open(std::int64_t deal_id) {
  const std::optional<std::uint32_t> place = places_.find(deal_id);
  if (!place) return nullptr;
  const auto unpacked = unpacked_.find(*place);
  if (unpacked != unpacked_.end()) return &unpacked->second;
  return &unpacked_.emplace(*place, unpack(*place)).first->second;
}

std::uint32_t DealLog::place_for_new(std::int32_t pipeline) {
  const auto [next, is_first] = next_place_.try_emplace(pipeline, 0);
  if (is_first || next->second % kSlots == 0) {
    auto& chunks = pipelines_[pipeline].chunks;
    next->second = static_cast<std::uint32_t>(chunk_places_.size()) * kSlots;
    chunk_places_.push_back({pipeline, static_cast<std::uint32_t>(chunks.size())});
    chunks.emplace_back();
  }
  return next->second++;
}

void DealLog::create(const journal::Event& event, const DealCreated& created) {
  const std::uint32_t place = place_for_new(static_cast<std::int32_t>(created.pipeline_id.value));
  places_.set(event.subject_id, place);
  LoggedDeal& deal = unpacked_[place];
  deal.id = sales::DealId(event.subject_id);
  deal.source = number_of_source(created.source);
  deal.owner = created.snapshot.owner_id;
  deal.team = created.snapshot.team_id.value_or(sales::TeamId());
  deal.amount = created.snapshot.amount;
  deal.imported = created.import_id.has_value() || !created.history.empty();
  deal.entry_known = created.entry_known;
  if (created.started) deal.started = seconds_of(*created.started);
  for (const sales::ProductId product : created.products)
    deal.products.push_back(static_cast<std::int32_t>(product.value));
  for (const sales::StageEntered& entry : created.history)
    deal.entries.push_back({seconds_of(entry.at), static_cast<std::int32_t>(entry.stage_id.value)});
  if (created.history.empty())
    deal.entries.push_back(
        {seconds_of(event.effective_at), static_cast<std::int32_t>(created.stage_id.value)});
}

void DealLog::change(LoggedDeal& deal, const DealChanged& changed) {
  for (const sales::Change& change : changed.changes) {
    if (change.field == "owner_id")
      deal.owner = value_of<UserId>(change.after).value_or(UserId());
    else if (change.field == "team_id")
      deal.team = value_of<sales::TeamId>(change.after).value_or(sales::TeamId());
    else if (change.field == "source")
      deal.source = number_of_source(value_of<std::string>(change.after).value_or(""));
    else if (change.field == "amount")
      deal.amount = value_of<Money>(change.after);
    else if (change.field == "product_lines") {
      deal.products.clear();
      for (const auto& line : value_of<std::vector<sales::ProductLine>>(change.after)
                                  .value_or(std::vector<sales::ProductLine>{}))
        deal.products.push_back(static_cast<std::int32_t>(line.product_id.value));
    }
  }
}

bool DealLog::create(const journal::Event& event) {
  const auto created = json::read<DealCreated>(event.data);
  if (!created || places_.find(event.subject_id)) {
    ++unreadable_;
    return false;
  }
  create(event, *created);
  return true;
}

// Of the deal's pipeline. REQUIRES: the deal is known.
std::vector<GateOverride>& DealLog::overrides_near(std::int64_t deal_id) {
  const std::uint32_t place = places_.find(deal_id).value();
  return pipelines_.at(chunk_places_[place / kSlots].pipeline).overrides;
}

bool DealLog::apply_move(LoggedDeal& deal, const journal::Event& event) {
  const auto move = json::read<DealMoved>(event.data);
  if (!move) {
    ++unreadable_;
    return false;
  }
  deal.entries.push_back(
      {seconds_of(event.effective_at), static_cast<std::int32_t>(move->to_stage_id.value)});
  for (const std::string& criterion : move->overridden)
    overrides_near(event.subject_id).push_back({event.subject_id, event.seq, criterion});
  return true;
}

void DealLog::apply_undo(LoggedDeal& deal, const journal::Event& event) {
  // Only the newest move can be undone, so it is the newest entry that never happened.
  if (deal.entries.size() > 1) deal.entries.pop_back();
  if (const auto undone = json::read<DealMoveUndone>(event.data))
    std::erase_if(overrides_near(event.subject_id),
                  [&](const GateOverride& each) { return each.move == undone->undoes; });
}

bool DealLog::apply(const journal::Event& event) {
  if (event.subject_kind != sales::kDealSubject) return false;
  if (event.kind == DealCreated::kKind) return create(event);
  const bool moved = event.kind == DealMoved::kKind, changed = event.kind == DealChanged::kKind,
             undone = event.kind == DealMoveUndone::kKind,
             deleted = event.kind == sales::DealDeleted::kKind;
  if (!moved && !changed && !undone && !deleted && event.kind != sales::DealRestored::kKind)
    return false;
  LoggedDeal* deal = open(event.subject_id);
  if (!deal) return false;
  if (moved) return apply_move(*deal, event);
  if (undone) {
    apply_undo(*deal, event);
  } else if (changed) {
    const auto change_told = json::read<DealChanged>(event.data);
    if (change_told)
      change(*deal, *change_told);
    else
      ++unreadable_;
  } else {
    deal->deleted = deleted;
  }
  return true;
}

void DealLog::number_stages(std::int32_t pipeline, StageNumbers number_of) {
  PipelineDeals& deals = pipelines_[pipeline];
  if (deals.number_of == number_of) return;
  deals.number_of = std::move(number_of);
  for (std::shared_ptr<const DealChunk>& chunk : deals.chunks) {
    if (!chunk) continue;  // all its deals are new and still unpacked
    for (std::size_t slot = 0; slot < chunk->size(); ++slot)
      writer_.append(chunk->deal(slot, deals.passages), deals.passages, deals.number_of);
    chunk = writer_.finish(deals.passages, deals.number_of);
  }
}

void DealLog::fold() {
  writer_.clear();
  for (auto next = unpacked_.begin(); next != unpacked_.end();) {
    const ChunkPlace& at = chunk_places_[next->first / kSlots];
    PipelineDeals& pipeline = pipelines_.at(at.pipeline);
    std::shared_ptr<const DealChunk>& chunk = pipeline.chunks[at.number];
    const std::size_t packed = chunk ? chunk->size() : 0;
    std::size_t slot = 0;
    for (const std::uint32_t here = next->first / kSlots;
         next != unpacked_.end() && next->first / kSlots == here; ++next) {
      const std::size_t changed = next->first % kSlots;
      if (slot < packed) writer_.append(*chunk, slot, std::min(changed, packed));
      writer_.append(next->second, pipeline.passages, pipeline.number_of);
      slot = changed + 1;
    }
    if (slot < packed) writer_.append(*chunk, slot, packed);
    chunk = writer_.finish(pipeline.passages, pipeline.number_of);
  }
  unpacked_.clear();
}

}  // namespace stagecoach::cycle
