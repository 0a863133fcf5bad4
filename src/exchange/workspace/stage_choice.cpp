#include "exchange/workspace/stage_choice.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "exchange/records/near_miss.h"
#include "exchange/values/words.h"
#include "exchange/workspace/import_pipeline.h"
#include "platform/base/nearest.h"
#include "platform/base/utf8.h"

namespace stagecoach::exchange {
namespace {

using sales::Pipeline;
using sales::Stage;
using PipelineStage = sales::StageKind;

const Phrase kNoPipeline{"import.no_pipeline", "No pipeline is called {name}; there are {known}.",
                         "没有名为 {name} 的销售流程，现有：{known}。"};
const Phrase kNoStage{"import.no_stage",
                      "The pipeline {pipeline} has no stage called {name}; it has {known}.",
                      "销售流程 {pipeline} 中没有名为 {name} 的阶段，现有：{known}。"};
const Phrase kNoHold{"import.no_hold",
                     "The pipeline {pipeline} has no stage for deals on hold, which some of these "
                     "are; choose another one.",
                     "销售流程 {pipeline} 没有搁置阶段，而部分商机处于搁置状态，请另选一个。"};
const Phrase kNameTaken{
    "import.pipeline_taken",
    "A pipeline called {name} is here already, with other stages; import into it, or "
    "choose another name.",
    "已存在名为 {name} 且阶段不同的销售流程；请导入到该流程，或另取一个名称。"};

constexpr std::size_t kNameBytesMax = 120;
constexpr int kUnknownPosition = 50;  // what usual_position says of a name it does not know

std::string shown(const Localized& name) {
  return name.en == name.zh ? name.en : name.en + " / " + name.zh;
}

template <class T>
std::string list_of(const std::vector<T>& all) {
  std::string names;
  for (const T& each : all) names += (names.empty() ? "" : ", ") + shown(each.name);
  return names;
}

// A name that no pipeline has, made from the name of a file.
std::string free_name(const std::vector<Pipeline>& pipelines, const Dataset& dataset) {
  std::string stem = "Import";
  for (const RecognisedFile& file : dataset.files)
    if (file.kind == FileKind::deals || is_history(file.kind)) {
      const std::string& name = file.table.name;
      stem = name.substr(0, std::max<std::size_t>(name.rfind('.'), 1));
      break;
    }
  stem = std::string(truncate_utf8(stem, kNameBytesMax - 4));
  std::string name = stem;
  for (int n = 2; find_called(pipelines, name); ++n) name = stem + " " + std::to_string(n);
  return name;
}

// The words for endings are keys of stages, too, so that a map can be written without looking.
std::string target_in(const Stage& stage) {
  switch (stage.kind) {
    case PipelineStage::won:
      return std::string(kToWon);
    case PipelineStage::lost:
      return std::string(kToLost);
    case PipelineStage::on_hold:
      return std::string(kToHold);
    case PipelineStage::open:
      break;
  }
  return stage.key;
}

bool is_word(std::string_view to) {
  return to == kToWon || to == kToLost || to == kToHold || to == kToNowhere;
}

// Finds a stage of an existing pipeline for each stage of the files.
class StageSearch {
 public:
  explicit StageSearch(const Pipeline& pipeline) : pipeline_(pipeline) {
    int open = 0;
    for (const Stage& stage : pipeline_.stages) {
      for (const std::string* name : {&stage.name.en, &stage.name.zh})
        if (!name->empty()) names_.push_back(*name);
      if (stage.kind != PipelineStage::open) continue;
      const int usual = usual_position(stage.name.en);
      positions_.push_back(
          {usual != kUnknownPosition ? usual : spread(open, open_stages()), &stage});
      ++open;
    }
  }

  // `rank` of `ranks` open stages in the files.
  StageChoice find(const std::string& name, int rank, int ranks) const {
    if (const Stage* stage = find_called(pipeline_.stages, name))
      return {name, target_in(*stage), ChosenBy::name};
    const NameCatalogue::Match near = NameCatalogue(names_).find(name);
    if (near.nearness != NameCatalogue::Nearness::none)
      return {name, target_in(*find_called(pipeline_.stages, near.name)), ChosenBy::near_name};
    const int usual = usual_position(name);
    const int wanted = usual != kUnknownPosition ? usual : spread(rank, ranks);
    const auto closest =
        std::min_element(positions_.begin(), positions_.end(), [&](const Place& a, const Place& b) {
          return std::abs(a.position - wanted) < std::abs(b.position - wanted);
        });
    return {name, closest->stage->key, ChosenBy::position};
  }

 private:
  struct Place {
    int position;
    const Stage* stage;
  };

  static int spread(int at, int count) { return 5 + (count > 1 ? 85 * at / (count - 1) : 0); }
  int open_stages() const { return pipeline_.open_stages(); }

  const Pipeline& pipeline_;
  std::vector<std::string_view> names_;
  std::vector<Place> positions_;
};

class Chooser {
 public:
  Chooser(const std::vector<Pipeline>& pipelines, const Dataset& dataset,
          const cycle::HistorySet& history)
      : pipelines_(pipelines), mapping_(dataset.mapping), dataset_(dataset), history_(history) {}

  Result<PipelineChoice> run() {
    list_names();
    TRY(choose_pipeline());
    for (const std::string& name : open_) choice_.stages.push_back(TRY(choose(name)));
    for (const std::string& name : endings_) choice_.stages.push_back(TRY(choose(name)));
    // Every pipeline has a stage for what is won and for what is lost.
    const Pipeline* pipeline = choice_.pipeline;
    if (pipeline && needs_hold() && !pipeline->first_of(PipelineStage::on_hold))
      return Error(Error::Code::invalid, Message(kNoHold, {{"pipeline", shown(pipeline->name)}}));
    return std::move(choice_);
  }

 private:
  Result<void> choose_pipeline() {
    if (mapping_.pipeline) {
      choice_.pipeline = find_called(pipelines_, *mapping_.pipeline);
      if (choice_.pipeline) return {};
      return Error(Error::Code::invalid, Message(kNoPipeline, {{"name", *mapping_.pipeline},
                                                               {"known", list_of(pipelines_)}}));
    }
    if (mapping_.new_pipeline) {
      choice_.new_name = *mapping_.new_pipeline;
      choice_.pipeline = find_called(pipelines_, choice_.new_name);
      if (!choice_.pipeline || has_all(*choice_.pipeline)) return {};
      return Error(Error::Code::conflict, Message(kNameTaken, {{"name", choice_.new_name}}));
    }
    const auto fitting = std::find_if(pipelines_.begin(), pipelines_.end(),
                                      [this](const Pipeline& each) { return has_all(each); });
    if (fitting != pipelines_.end())
      choice_.pipeline = &*fitting;
    else
      choice_.new_name = free_name(pipelines_, dataset_);
    return {};
  }

  // Whether nothing has to be guessed in this pipeline.
  bool has_all(const Pipeline& pipeline) const {
    const auto has = [&](const std::string& name) {
      const StageMapping* said = find_stage(mapping_, name);
      return (said && is_word(said->to)) ||
             find_called(pipeline.stages, said ? said->to : name) != nullptr;
    };
    return std::all_of(open_.begin(), open_.end(), has) &&
           (!needs_hold() || pipeline.first_of(PipelineStage::on_hold));
  }

  // Every stage name of the files: those that are open in the order of the history, then endings.
  void list_names() {
    std::vector<std::pair<std::size_t, std::string>> open;
    std::unordered_set<std::string> listed;
    const auto list = [&](const std::string& name) {
      if (name.empty() || !listed.insert(fold_name(name)).second) return;
      const StageMeaning meaning = meaning_of_stage(mapping_, name);
      if (meaning.kind == StageKind::open && !meaning.ignored && meaning.name != kToHold)
        open.emplace_back(place_of(meaning.name), name);
      else
        endings_.push_back(name);
    };
    for (const std::string& name : mapping_.stages) list(name);
    for (const RecognisedFile& file : dataset_.files) {
      for (const SeenName& seen : file.stages_seen) list(seen.name);
      for (const BoundColumn& column : file.columns) list(column.stage);
    }
    for (const std::string& name : history_.stages)
      if (!is_target(name)) list(name);
    std::stable_sort(open.begin(), open.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [place, name] : open) open_.push_back(std::move(name));
  }

  std::size_t place_of(std::string_view name) const {
    const std::string folded = fold_name(name);
    for (std::size_t i = 0; i < history_.stages.size(); ++i)
      if (fold_name(history_.stages[i]) == folded) return i;
    return history_.stages.size();
  }

  // A name that stands in the history because the mapping renamed another to it.
  bool is_target(const std::string& name) const {
    return std::any_of(mapping_.stage_map.begin(), mapping_.stage_map.end(),
                       [&](const StageMapping& each) {
                         return each.to == name && fold_name(each.stage) != fold_name(name);
                       });
  }

  Result<StageChoice> choose(const std::string& name) {
    const Pipeline* pipeline = choice_.pipeline;
    if (const StageMapping* said = find_stage(mapping_, name)) {
      if (!pipeline || is_word(said->to)) return StageChoice{name, said->to, ChosenBy::mapping};
      if (const Stage* stage = find_called(pipeline->stages, said->to))
        return StageChoice{name, target_in(*stage), ChosenBy::mapping};
      return Error(Error::Code::invalid, Message(kNoStage, {{"pipeline", shown(pipeline->name)},
                                                            {"name", said->to},
                                                            {"known", list_of(pipeline->stages)}}));
    }
    switch (kind_of_stage(mapping_, name)) {
      case StageKind::won:
        return StageChoice{name, std::string(kToWon), ChosenBy::ending};
      case StageKind::lost:
        return StageChoice{name, std::string(kToLost), ChosenBy::ending};
      case StageKind::censored:
        return StageChoice{name, std::string(kToHold), ChosenBy::ending};
      case StageKind::open:
        break;
    }
    if (!pipeline) return StageChoice{name, name, ChosenBy::new_stage};
    const auto rank = std::find(open_.begin(), open_.end(), name) - open_.begin();
    return StageSearch(*pipeline).find(name, static_cast<int>(rank),
                                       static_cast<int>(open_.size()));
  }

  bool needs_hold() const {
    const auto held = [this](const std::string& name) {
      const StageMapping* said = find_stage(mapping_, name);
      return said ? said->to == kToHold : kind_of_stage(mapping_, name) == StageKind::censored;
    };
    return std::any_of(endings_.begin(), endings_.end(), held) ||
           std::any_of(history_.deals.begin(), history_.deals.end(),
                       [](const auto& deal) { return deal.ending == cycle::Ending::censored; });
  }

  const std::vector<Pipeline>& pipelines_;
  const Mapping& mapping_;
  const Dataset& dataset_;
  const cycle::HistorySet& history_;
  PipelineChoice choice_;
  std::vector<std::string> open_, endings_;
};

}  // namespace

bool PipelineChoice::complete(Mapping& mapping) const {
  Mapping after = mapping;
  after.pipeline.reset();
  after.new_pipeline.reset();
  if (pipeline)
    after.pipeline = pipeline->key;
  else
    after.new_pipeline = new_name;
  after.stage_map.clear();
  for (const StageChoice& each : stages) after.stage_map.push_back({each.stage, each.to});
  const bool differs = std::any_of(stages.begin(), stages.end(), [&](const StageChoice& each) {
    const StageMeaning a = meaning_of_stage(mapping, each.stage);
    const StageMeaning b = meaning_of_stage(after, each.stage);
    return a.kind != b.kind || a.ignored != b.ignored || a.name != b.name;
  });
  mapping = std::move(after);
  return differs;
}

Result<PipelineChoice> choose_stages(const std::vector<Pipeline>& pipelines, const Dataset& dataset,
                                     const cycle::HistorySet& history) {
  return Chooser(pipelines, dataset, history).run();
}

}  // namespace stagecoach::exchange
