#include "sales/pipeline/draft/pipeline_rebase.h"

#include <algorithm>

namespace stagecoach::sales {
namespace {

// Mine where I changed it, else theirs.
template <class T>
const T& merged(const T& base, const T& mine, const T& theirs) {
  return mine == base ? theirs : mine;
}

template <class T>
const T* with_key(const std::vector<T>& all, const std::string& key) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const T& t) { return t.key == key; });
  return at == all.end() ? nullptr : &*at;
}

template <class T>
std::vector<std::string> keys_of(const std::vector<T>& all, const std::vector<T>& only_those_of) {
  std::vector<std::string> keys;
  for (const T& each : all)
    if (with_key(only_those_of, each.key)) keys.push_back(each.key);
  return keys;
}

// A list whose entries are told apart by key: entries by `merge_one`, in my order where I changed
// it, else in theirs; what only one of us has keeps its place behind the entry before it.
template <class T, class Merge>
std::vector<T> merged_list(const std::vector<T>& base, const std::vector<T>& mine,
                           const std::vector<T>& theirs, Merge merge_one) {
  const bool is_my_order = keys_of(base, mine) != keys_of(mine, base);
  const std::vector<T>& first = is_my_order ? mine : theirs;
  const std::vector<T>& second = is_my_order ? theirs : mine;
  std::vector<const T*> order;
  for (const T& each : first) order.push_back(&each);
  for (std::size_t i = 0; i < second.size(); ++i) {
    if (with_key(first, second[i].key)) continue;
    auto at = order.begin();
    if (i > 0)
      at = std::find_if(order.begin(), order.end(),
                        [&](const T* placed) { return placed->key == second[i - 1].key; });
    order.insert(i > 0 && at != order.end() ? at + 1 : at, &second[i]);
  }
  std::vector<T> result;
  for (const T* each : order) {
    const T* was = with_key(base, each->key);
    const T* my = with_key(mine, each->key);
    const T* their = with_key(theirs, each->key);
    if (my && their)
      result.push_back(was ? merge_one(*was, *my, *their) : *my);
    else if (!was || *each != *was)  // new, or changed by one and removed by the other
      result.push_back(*each);
  }
  return result;
}

template <class T>
T merged_whole(const T& base, const T& mine, const T& theirs) {
  return merged(base, mine, theirs);
}

Stage merged_stage(const Stage& base, const Stage& mine, const Stage& theirs) {
  Stage stage = theirs;
  stage.kind = merged(base.kind, mine.kind, theirs.kind);
  stage.name = merged(base.name, mine.name, theirs.name);
  stage.probability = merged(base.probability, mine.probability, theirs.probability);
  stage.standard = merged(base.standard, mine.standard, theirs.standard);
  stage.goal = merged(base.goal, mine.goal, theirs.goal);
  stage.key_activities = merged(base.key_activities, mine.key_activities, theirs.key_activities);
  stage.guidance = merged(base.guidance, mine.guidance, theirs.guidance);
  stage.exit_criteria = merged_list(base.exit_criteria, mine.exit_criteria, theirs.exit_criteria,
                                    merged_whole<Criterion>);
  return stage;
}

}  // namespace

Pipeline rebased(const Pipeline& base, const Pipeline& mine, const Pipeline& theirs) {
  Pipeline pipeline = theirs;
  pipeline.name = merged(base.name, mine.name, theirs.name);
  pipeline.allow_skip = merged(base.allow_skip, mine.allow_skip, theirs.allow_skip);
  pipeline.allow_back = merged(base.allow_back, mine.allow_back, theirs.allow_back);
  pipeline.idle_after = merged(base.idle_after, mine.idle_after, theirs.idle_after);
  pipeline.stages = merged_list(base.stages, mine.stages, theirs.stages, merged_stage);
  std::stable_partition(pipeline.stages.begin(), pipeline.stages.end(),
                        [](const Stage& stage) { return stage.kind == StageKind::open; });
  pipeline.loss_reasons =
      merged_list(base.loss_reasons, mine.loss_reasons, theirs.loss_reasons, merged_whole<Choice>);
  pipeline.sources = merged_list(base.sources, mine.sources, theirs.sources, merged_whole<Choice>);
  return pipeline;
}

std::vector<RebaseClash> clashes_between(const Pipeline& base, const Pipeline& mine,
                                         const Pipeline& theirs, Currency currency) {
  std::vector<RebaseClash> clashes;
  const std::vector<PipelineChange> others = changes_between(base, theirs, currency);
  for (const PipelineChange& my : changes_between(base, mine, currency))
    for (const PipelineChange& their : others)
      if (my.kind == their.kind && my.stage_key == their.stage_key &&
          my.criterion_key == their.criterion_key && my != their)
        clashes.push_back({my, their});
  return clashes;
}

}  // namespace stagecoach::sales
