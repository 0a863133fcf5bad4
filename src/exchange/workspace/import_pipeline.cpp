#include "exchange/workspace/import_pipeline.h"

#include <algorithm>
#include <set>

#include "cycle/analysis.h"
#include "exchange/records/history_builder.h"
#include "exchange/values/words.h"
#include "platform/base/utf8.h"

namespace stagecoach::exchange {
namespace {

using sales::Pipeline;
using sales::Stage;
using PipelineStage = sales::StageKind;

constexpr std::size_t kSourcesMax = 100, kSourceBytesMax = 60;
constexpr int kIdleAfterDays = 10;

bool is_called(const std::string& key, const Localized& name, std::string_view folded) {
  return fold_name(key) == folded || fold_name(name.en) == folded || fold_name(name.zh) == folded;
}

// A key as it is written first: the stages of a file may be called "Stage 1" in any order.
template <class T>
const T* find_by_key_or_name(const std::vector<T>& among, std::string_view wanted) {
  for (const T& each : among)
    if (each.key == wanted) return &each;
  const std::string folded = fold_name(wanted);
  for (const T& each : among)
    if (is_called(each.key, each.name, folded)) return &each;
  return nullptr;
}

// Where a deal waits that is neither on its way nor ended.
bool is_hold(std::string_view name) {
  return name == kToHold;
}

bool any_censored(const cycle::HistorySet& history) {
  return std::any_of(history.deals.begin(), history.deals.end(),
                     [](const auto& deal) { return deal.ending == cycle::Ending::censored; });
}

Stage stage_of(std::string key, PipelineStage kind, Localized name, int probability) {
  Stage stage;
  stage.key = std::move(key);
  stage.kind = kind;
  stage.name = std::move(name);
  stage.probability = probability;
  return stage;
}

}  // namespace

const Stage* find_called(const std::vector<Stage>& stages, std::string_view wanted) {
  return find_by_key_or_name(stages, wanted);
}

const Pipeline* find_called(const std::vector<Pipeline>& pipelines, std::string_view wanted) {
  return find_by_key_or_name(pipelines, wanted);
}

std::optional<StagePlaces> places_in(const Pipeline& pipeline, const cycle::HistorySet& history) {
  StagePlaces places{&pipeline,
                     {},
                     pipeline.first_of(PipelineStage::won),
                     pipeline.first_of(PipelineStage::lost),
                     pipeline.first_of(PipelineStage::on_hold)};
  if (!places.won || !places.lost || (!places.on_hold && any_censored(history)))
    return std::nullopt;
  for (const std::string& name : history.stages) {
    if (is_hold(name) && places.on_hold) {
      places.open.push_back(places.on_hold);
      continue;
    }
    const Stage* stage = find_called(pipeline.stages, name);
    if (!stage || stage->kind == PipelineStage::won || stage->kind == PipelineStage::lost)
      return std::nullopt;
    places.open.push_back(stage);
  }
  return places;
}

Result<cycle::HistorySet> history_in_order(const Dataset& dataset) {
  cycle::HistorySet history = TRY(build_history(dataset));
  if (history.stage_order_given) return history;
  const std::vector<int> order = cycle::order_of_stages(history);
  std::vector<int> place(order.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    names.push_back(std::move(history.stages[static_cast<std::size_t>(order[i])]));
  }
  history.stages = std::move(names);
  const auto renumber = [&](cycle::Episode& episode) {
    for (cycle::StageEntry& entry : episode.entries)
      entry.stage = place[static_cast<std::size_t>(entry.stage)];
  };
  for (cycle::DealHistory& deal : history.deals) {
    renumber(deal);
    for (cycle::Episode& episode : deal.earlier) renumber(episode);
  }
  return history;
}

Pipeline pipeline_of(const Dataset& dataset, const cycle::HistorySet& history, std::string key,
                     const std::string& title) {
  Pipeline pipeline;
  pipeline.name = {title, title};
  pipeline.key = std::move(key);
  pipeline.allow_skip = true;  // the file's own history jumps as it likes
  pipeline.idle_after = sales::Standard{kIdleAfterDays, sales::StandardUnit::business_days};
  const bool any_hold =
      any_censored(history) || std::any_of(history.stages.begin(), history.stages.end(), is_hold);
  const int count = static_cast<int>(history.stages.size());
  for (int i = 0; i < count; ++i) {
    const std::string& name = history.stages[static_cast<std::size_t>(i)];
    if (is_hold(name)) continue;
    pipeline.stages.push_back(stage_of("file_stage_" + std::to_string(i + 1), PipelineStage::open,
                                       {name, name}, (i + 1) * 100 / (count + 2)));
  }
  if (any_hold)
    pipeline.stages.push_back(stage_of("on_hold", PipelineStage::on_hold, {"On hold", "搁置"}, 0));
  pipeline.stages.push_back(stage_of("won", PipelineStage::won, {"Won", "赢单"}, 100));
  pipeline.stages.push_back(stage_of("lost", PipelineStage::lost, {"Lost", "输单"}, 0));
  std::set<std::string> seen;
  for (const DealRecord& deal : dataset.deals) {
    if (deal.source.empty() || pipeline.sources.size() == kSourcesMax) continue;
    const std::string source = source_key(pipeline, deal.source);
    if (seen.insert(source).second) pipeline.sources.push_back({source, {source, source}});
  }
  return pipeline;
}

std::string source_key(const Pipeline& pipeline, std::string_view text) {
  const std::string folded = fold_name(text);
  for (const sales::Choice& choice : pipeline.sources)
    if (is_called(choice.key, choice.label, folded)) return choice.key;
  return std::string(truncate_utf8(text, kSourceBytesMax));
}

}  // namespace stagecoach::exchange
