// Edits of a pipeline, one at a time, each with the change it is.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/draft/pipeline_diff.h"

namespace stagecoach::sales {

struct PipelineEdit {
  PipelineChangeKind kind;
  std::function<void(Pipeline&)> apply;
};

// The n-th open stage.
inline Stage& open_stage(Pipeline& pipeline, int position) {
  for (Stage& stage : pipeline.stages)
    if (stage.kind == StageKind::open && position-- == 0) return stage;
  return pipeline.stages.front();
}

inline Criterion checklist_item(const std::string& key) {
  Criterion criterion;
  criterion.key = key;
  criterion.label = {"Item " + key, "检查 " + key};
  return criterion;
}

// One edit of each kind, of the open stages at `position` and behind it.
inline std::vector<PipelineEdit> edits_at(int position) {
  using Kind = PipelineChangeKind;
  const auto of_stage = [position](Kind kind, std::function<void(Stage&)> edit) {
    return PipelineEdit{kind, [position, edit = std::move(edit)](Pipeline& pipeline) {
                          edit(open_stage(pipeline, position));
                        }};
  };
  const std::string unique = std::to_string(position);
  return {
      {Kind::name, [](Pipeline& p) { p.name.zh += "改"; }},
      {Kind::allow_skip, [](Pipeline& p) { p.allow_skip = !p.allow_skip; }},
      {Kind::allow_back, [](Pipeline& p) { p.allow_back = !p.allow_back; }},
      {Kind::idle_after,
       [](Pipeline& p) {
         p.idle_after = Standard{99, StandardUnit::business_hours};
       }},
      {Kind::loss_reasons, [](Pipeline& p) { p.loss_reasons.front().label.en += "!"; }},
      {Kind::sources, [](Pipeline& p) { p.sources.pop_back(); }},
      {Kind::stage_added,
       [position, unique](Pipeline& p) {
         Stage stage;
         stage.key = "added_" + unique;
         stage.name = {"Added", "新增"};
         p.stages.insert(p.stages.begin() + position, stage);
       }},
      {Kind::stage_removed,
       [position](Pipeline& p) { p.stages.erase(p.stages.begin() + position); }},
      {Kind::stage_moved,
       [position](Pipeline& p) {
         const auto at = p.stages.begin() + position;
         std::rotate(at, at + 1, at + 3);
       }},
      of_stage(Kind::stage_name, [](Stage& s) { s.name.en += " again"; }),
      of_stage(Kind::stage_kind, [](Stage& s) { s.kind = StageKind::on_hold; }),
      of_stage(Kind::probability, [](Stage& s) { s.probability += 1; }),
      of_stage(Kind::standard, [](Stage& s) { s.standard->amount += 1; }),
      of_stage(Kind::goal, [](Stage& s) { s.goal.zh.clear(); }),
      of_stage(Kind::key_activities,
               [](Stage& s) {
                 s.key_activities.push_back({"More", "更多"});
               }),
      of_stage(Kind::guidance, [](Stage& s) { s.guidance.en = "Otherwise"; }),
      of_stage(Kind::criterion_added,
               [unique](Stage& s) { s.exit_criteria.push_back(checklist_item("new_" + unique)); }),
      of_stage(Kind::criterion_removed,
               [](Stage& s) { s.exit_criteria.erase(s.exit_criteria.begin()); }),
      of_stage(Kind::criterion_changed, [](Stage& s) { s.exit_criteria.front().label.zh += "？"; }),
  };
}

}  // namespace stagecoach::sales
