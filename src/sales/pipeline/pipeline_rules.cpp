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

constexpr int kDepthMax = 3;

struct Findings {
  std::vector<FieldError> fields;
  std::set<std::string> criterion_keys;

  void add(const std::string& path, Message message) {
    fields.push_back({path, std::move(message)});
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
    case CriterionKind::activity_done:
    case CriterionKind::checklist:
    case CriterionKind::approval:
      return "";
  }
  return "";
}

void check_criterion(const Criterion& criterion, const std::string& path, int depth,
                     Findings& found) {
  if (!found.criterion_keys.insert(criterion.key).second)
    found.add(path + ".key", {kDuplicateKey, {{"key", criterion.key}}});
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

}  // namespace

Result<void> check_pipeline(const Pipeline& pipeline) {
  Findings found;
  check_kinds(pipeline, found);
  std::set<std::string> stage_keys;
  for (size_t i = 0; i < pipeline.stages.size(); ++i) {
    const Stage& stage = pipeline.stages[i];
    const std::string path = "stages[" + std::to_string(i) + "]";
    if (!stage_keys.insert(stage.key).second)
      found.add(path + ".key", {kDuplicateKey, {{"key", stage.key}}});
    if (stage.name.in(Lang::en).empty()) found.add(path + ".name", kNameMissing);
    for (size_t c = 0; c < stage.exit_criteria.size(); ++c)
      check_criterion(stage.exit_criteria[c], path + ".exit_criteria[" + std::to_string(c) + "]", 1,
                      found);
  }
  if (found.fields.empty()) return {};
  return Error(Error::Code::invalid, kInvalid, std::move(found.fields));
}

}  // namespace stagecoach::sales
