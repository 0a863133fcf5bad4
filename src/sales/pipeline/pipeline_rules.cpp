#include "sales/pipeline/pipeline_rules.h"

#include <algorithm>
#include <set>

namespace stagecoach::sales {
namespace {

constexpr Phrase kInvalid{"pipeline.invalid", "This pipeline cannot be published yet.",
                          "此销售流程还不能发布。"};
constexpr Phrase kDuplicateKey{"pipeline.duplicate_key", "The key “{key}” is used twice.",
                               "键“{key}”重复。"};
constexpr Phrase kNameMissing{"pipeline.name_missing", "Give this stage a name.",
                              "请为该阶段命名。"};
constexpr Phrase kPipelineUnnamed{"pipeline.unnamed", "Give this pipeline a name.",
                                  "请为该销售流程命名。"};
constexpr Phrase kNoOpenStage{"pipeline.no_open_stage", "A pipeline needs at least one open stage.",
                              "销售流程至少需要一个进行中的阶段。"};
constexpr Phrase kNeedsOneOf{"pipeline.needs_one",
                             "A pipeline needs exactly one stage of the kind “{kind}”.",
                             "销售流程需要且仅需要一个类型为“{kind}”的阶段。"};
constexpr Phrase kAtMostOneHold{"pipeline.one_hold",
                                "At most one stage may be of the kind on_hold.",
                                "类型为“搁置”的阶段最多一个。"};
constexpr Phrase kCriterionLacks{"pipeline.criterion_lacks",
                                 "A criterion of this kind needs “{field}”.",
                                 "此类标准需要填写“{field}”。"};
constexpr Phrase kTooDeep{"pipeline.criterion_too_deep",
                          "Criteria may be nested three levels deep.", "标准最多嵌套三层。"};

constexpr Phrase kLabelMissing{"pipeline.label_missing", "Say what this criterion asks for.",
                               "请填写该标准的名称。"};
constexpr Phrase kChoiceUnnamed{"pipeline.choice_unnamed", "Give this entry a name.",
                                "请填写该选项的名称。"};
constexpr Phrase kTooLong{"pipeline.text_too_long", "At most {count} characters.",
                          "最多 {count} 个字符。"};
constexpr Phrase kOutOfOrder{"pipeline.out_of_order",
                             "Open stages come before those on hold, won and lost.",
                             "进行中的阶段须排在搁置、赢单、输单之前。"};
constexpr Phrase kOddProbability{"pipeline.odd_probability",
                                 "A won stage has 100 %, a lost one 0 %.",
                                 "赢单阶段为 100%，输单阶段为 0%。"};
constexpr Phrase kKindChanged{
    "pipeline.kind_changed",
    "The kind of a published stage stays as it is. Remove it and add another stage instead.",
    "已发布阶段的类型不能更改。请删除该阶段并新增另一个阶段。"};
constexpr Phrase kClosedStageGone{
    "pipeline.closed_stage_gone",
    "The stage “{stage}” cannot be removed: closed deals stay in it, so that history keeps its "
    "meaning.",
    "不能删除阶段“{stage}”：已结束的商机留在其中，历史才有意义。"};

constexpr int kDepthMax = 3;
constexpr std::size_t kNameMax = 300;
constexpr std::size_t kTextMax = 10'000;

std::size_t characters_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

struct Findings {
  std::vector<FieldError> fields;
  std::set<std::string> criterion_keys;

  void add(const std::string& path, Message message) {
    fields.push_back({path, std::move(message)});
  }
  void check_length(const Localized& text, const std::string& path, std::size_t max) {
    for (const std::string* each : {&text.en, &text.zh})
      if (characters_in(*each) > max)
        return add(path, {kTooLong, {{"count", std::to_string(max)}}});
  }
  void check_name(const Localized& name, const std::string& path, const Phrase& missing) {
    if (name.in(Lang::en).empty()) add(path, missing);
    check_length(name, path, kNameMax);
  }
};

// The member a criterion of this kind cannot do without; empty where there is none.
std::string_view missing_member(const Criterion& criterion) {
  switch (criterion.kind) {
    case CriterionKind::field_known:
      return criterion.field ? "" : "field";
    case CriterionKind::amount_at_least:
      return criterion.minor ? "" : "minor";
    case CriterionKind::bant_level:
      return criterion.level ? "" : "level";
    case CriterionKind::role_filled:
      return criterion.role ? "" : "role";
    case CriterionKind::all:
    case CriterionKind::any:
      return criterion.items.empty() ? "items" : "";
    case CriterionKind::approval:
      if (!criterion.approval) return "";
      if (criterion.approval->approver == ApproverKind::role)
        return criterion.approval->role ? "" : "approval.role";
      if (criterion.approval->approver == ApproverKind::person)
        return criterion.approval->person_id ? "" : "approval.person_id";
      return "";
    case CriterionKind::custom_known:
      return criterion.custom_field ? "" : "custom_field";
    case CriterionKind::custom_equals:
    case CriterionKind::custom_at_least:
      if (!criterion.custom_field) return "custom_field";
      return criterion.value ? "" : "value";
    case CriterionKind::activity_done:
    case CriterionKind::checklist:
    case CriterionKind::objections_settled:
      return "";
  }
  return "";
}

void check_criterion(const Criterion& criterion, const std::string& path, int depth,
                     Findings& found) {
  if (!found.criterion_keys.insert(criterion.key).second)
    found.add(path + ".key", {kDuplicateKey, {{"key", criterion.key}}});
  found.check_name(criterion.label, path + ".label", kLabelMissing);
  if (const auto member = missing_member(criterion); !member.empty())
    found.add(path, {kCriterionLacks, {{"field", std::string(member)}}});
  if (depth > kDepthMax) {
    found.add(path, kTooDeep);
    return;
  }
  for (size_t i = 0; i < criterion.items.size(); ++i)
    check_criterion(criterion.items[i], path + ".items[" + std::to_string(i) + "]", depth + 1,
                    found);
}

void check_kinds(const Pipeline& pipeline, Findings& found) {
  const auto count = [&](StageKind kind) {
    return std::count_if(pipeline.stages.begin(), pipeline.stages.end(),
                         [&](const Stage& stage) { return stage.kind == kind; });
  };
  if (count(StageKind::open) == 0) found.add("stages", kNoOpenStage);
  if (count(StageKind::won) != 1) found.add("stages", {kNeedsOneOf, {{"kind", "won"}}});
  if (count(StageKind::lost) != 1) found.add("stages", {kNeedsOneOf, {{"kind", "lost"}}});
  if (count(StageKind::on_hold) > 1) found.add("stages", kAtMostOneHold);
}

void check_choices(const std::vector<Choice>& choices, const std::string& list, Findings& found) {
  std::set<std::string> keys;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::string path = list + "[" + std::to_string(i) + "]";
    if (!keys.insert(choices[i].key).second)
      found.add(path + ".key", {kDuplicateKey, {{"key", choices[i].key}}});
    found.check_name(choices[i].label, path + ".label", kChoiceUnnamed);
  }
}

void check_stage(const Stage& stage, const std::string& path, Findings& found) {
  found.check_name(stage.name, path + ".name", kNameMissing);
  found.check_length(stage.goal, path + ".goal", kTextMax);
  found.check_length(stage.guidance, path + ".guidance", kTextMax);
  for (std::size_t i = 0; i < stage.key_activities.size(); ++i)
    found.check_length(stage.key_activities[i], path + ".key_activities[" + std::to_string(i) + "]",
                       kNameMax);
  const bool odd = (stage.kind == StageKind::won && stage.probability != 100) ||
                   (stage.kind == StageKind::lost && stage.probability != 0);
  if (odd) found.add(path + ".probability", kOddProbability);
  for (std::size_t c = 0; c < stage.exit_criteria.size(); ++c)
    check_criterion(stage.exit_criteria[c], path + ".exit_criteria[" + std::to_string(c) + "]", 1,
                    found);
}

}  // namespace

std::vector<FieldError> faults_of(const Pipeline& pipeline) {
  Findings found;
  found.check_name(pipeline.name, "name", kPipelineUnnamed);
  check_kinds(pipeline, found);
  std::set<std::string> stage_keys;
  bool open_stages_over = false;
  for (std::size_t i = 0; i < pipeline.stages.size(); ++i) {
    const Stage& stage = pipeline.stages[i];
    const std::string path = "stages[" + std::to_string(i) + "]";
    if (!stage_keys.insert(stage.key).second)
      found.add(path + ".key", {kDuplicateKey, {{"key", stage.key}}});
    if (stage.kind != StageKind::open)
      open_stages_over = true;
    else if (open_stages_over)
      found.add(path + ".kind", kOutOfOrder);
    check_stage(stage, path, found);
  }
  check_choices(pipeline.loss_reasons, "loss_reasons", found);
  check_choices(pipeline.sources, "sources", found);
  return std::move(found.fields);
}

std::vector<FieldError> faults_beside(const Pipeline& published, const Pipeline& next) {
  std::vector<FieldError> faults;
  for (std::size_t i = 0; i < next.stages.size(); ++i) {
    const Stage* was = published.find(next.stages[i].key);
    if (was && was->kind != next.stages[i].kind)
      faults.push_back({"stages[" + std::to_string(i) + "].kind", kKindChanged});
  }
  for (const Stage& stage : published.stages) {
    const bool is_closed = stage.kind == StageKind::won || stage.kind == StageKind::lost;
    if (!is_closed || next.find(stage.key)) continue;
    const std::string& name = stage.name.in(Lang::en);
    faults.push_back({"stages", {kClosedStageGone, {{"stage", name}}}});
  }
  return faults;
}

Error unfit_pipeline(std::vector<FieldError> faults) {
  return Error(Error::Code::invalid, kInvalid, std::move(faults));
}

Result<void> check_pipeline(const Pipeline& pipeline) {
  std::vector<FieldError> faults = faults_of(pipeline);
  if (faults.empty()) return {};
  return unfit_pipeline(std::move(faults));
}

}  // namespace stagecoach::sales
