#include "exchange/workspace/import_pipeline.h"

#include <algorithm>
#include <set>

#include "exchange/values/words.h"
#include "platform/base/utf8.h"

namespace stagecoach::exchange {
namespace {

using sales::Pipeline;
using sales::Stage;
using PipelineStage = sales::StageKind;

constexpr std::size_t kSourcesMax = 100, kSourceBytesMax = 60;

bool is_called(const std::string& key, const Localized& name, std::string_view folded) {
  return fold_name(key) == folded || fold_name(name.en) == folded || fold_name(name.zh) == folded;
}

bool any_censored(const cycle::HistorySet& history) {
  return std::any_of(history.deals.begin(), history.deals.end(),
                     [](const auto& deal) { return deal.ending == cycle::Ending::censored; });
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
    const std::string folded = fold_name(name);
    const auto stage =
        std::find_if(pipeline.stages.begin(), pipeline.stages.end(), [&](const Stage& candidate) {
          return (candidate.kind == PipelineStage::open ||
                  candidate.kind == PipelineStage::on_hold) &&
                 is_called(candidate.key, candidate.name, folded);
        });
    if (stage == pipeline.stages.end()) return std::nullopt;
    places.open.push_back(&*stage);
  }
  return places;
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

std::optional<StagePlaces> find_pipeline(const std::vector<Pipeline>& pipelines,
                                         const cycle::HistorySet& history) {
  for (const Pipeline& pipeline : pipelines)
    if (auto places = places_in(pipeline, history)) return places;
  return std::nullopt;
}

Pipeline pipeline_of(const Dataset& dataset, const cycle::HistorySet& history, std::string key) {
  Pipeline pipeline;
  pipeline.name = {"Imported", "导入的流程"};
  pipeline.key = std::move(key);
  pipeline.allow_skip = true;  // the file's own history jumps as it likes
  const int count = static_cast<int>(history.stages.size());
  for (int i = 0; i < count; ++i) {
    const std::string& name = history.stages[static_cast<std::size_t>(i)];
    pipeline.stages.push_back(stage_of("stage_" + std::to_string(i + 1), PipelineStage::open,
                                       {name, name}, (i + 1) * 100 / (count + 2)));
  }
  if (any_censored(history))
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
