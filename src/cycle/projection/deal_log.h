// Every deal of a workspace with its way through its pipeline, following the journal: the memory
// behind the cycle page.
//
// Deals are kept packed in immutable chunks. Events are applied to unpacked copies of the deals
// they touch; fold() packs those again and replaces the chunks they are in, and only those.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "cycle/projection/deal_chunk.h"
#include "cycle/projection/deal_places.h"
#include "journal/event.h"
#include "sales/deals/deal_events.h"

namespace stagecoach::cycle {

// The deals of one pipeline, in the order in which they were created.
struct PipelineDeals {
  StageNumbers number_of;
  PassageBook passages;
  std::vector<std::shared_ptr<const DealChunk>> chunks;
  std::vector<GateOverride> overrides;  // in the order they were made
};

// Applies events in sequence order. Not synchronised: one reader owns it.
class DealLog {
 public:
  using Pipelines = std::map<std::int32_t, PipelineDeals>;  // by pipeline id
  using Sources = std::unordered_map<std::string, std::uint32_t>;

  DealLog() = default;
  // As it was when it had these after fold().
  DealLog(Pipelines pipelines, Sources sources);

  // False: the event changes nothing here. Events that cannot be read (another release wrote them)
  // are skipped and counted.
  bool apply(const journal::Event& event);
  // How the pipeline numbers its stages from now on; repacks its deals where that is new. Stages
  // nobody told of are not counted.
  void number_stages(std::int32_t pipeline, StageNumbers number_of);
  // Packs what was applied since the last time.
  void fold();

  const Pipelines& pipelines() const { return pipelines_; }  // as of the last fold()
  const Sources& sources() const { return sources_; }
  std::optional<LoggedDeal> find(std::int64_t deal_id) const;
  // The number of a source's key; -1: no deal has it. 0 is the unknown source ("").
  std::int64_t source_number(const std::string& key) const;
  std::int64_t unreadable() const { return unreadable_; }
  std::size_t unpacked() const { return unpacked_.size(); }

 private:
  struct ChunkPlace {  // where a chunk stands among those of its pipeline
    std::int32_t pipeline = 0;
    std::uint32_t number = 0;
  };

  LoggedDeal* open(std::int64_t deal_id);
  std::vector<GateOverride>& overrides_near(std::int64_t deal_id);
  LoggedDeal unpack(std::uint32_t place) const;
  std::uint32_t place_for_new(std::int32_t pipeline);
  bool create(const journal::Event& event);
  void create(const journal::Event& event, const sales::DealCreated& created);
  bool apply_move(LoggedDeal& deal, const journal::Event& event);
  void apply_undo(LoggedDeal& deal, const journal::Event& event);
  void change(LoggedDeal& deal, const sales::DealChanged& changed);
  std::uint32_t number_of_source(const std::string& key);

  Pipelines pipelines_;
  std::vector<ChunkPlace> chunk_places_;
  std::unordered_map<std::int32_t, std::uint32_t>
      next_place_;  // by pipeline, while a chunk has room
  DealPlaces places_;
  std::map<std::uint32_t, LoggedDeal> unpacked_;  // by place, so that chunks come one by one
  ChunkWriter writer_;
  Sources sources_{{"", 0}};
  std::int64_t unreadable_ = 0;
};

}  // namespace stagecoach::cycle
