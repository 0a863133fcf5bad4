#include "sales/pipeline/criterion_fields.h"

#include <algorithm>

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoField{"pipeline.no_custom_field",
                          "There is no field “{key}” that a criterion could ask for.",
                          "没有可供标准使用的字段“{key}”。"};
constexpr Phrase kNoOrder{"pipeline.no_order",
                          "Only numbers, amounts and days can be “at least” something.",
                          "只有数字、金额和日期才能使用“不低于”。"};

bool is_custom(const Criterion& criterion) {
  return criterion.kind == CriterionKind::custom_known ||
         criterion.kind == CriterionKind::custom_equals ||
         criterion.kind == CriterionKind::custom_at_least;
}

bool asks(const std::vector<Criterion>& criteria) {
  return std::any_of(criteria.begin(), criteria.end(), [](const Criterion& criterion) {
    return is_custom(criterion) || asks(criterion.items);
  });
}

void add_faults(const std::vector<Criterion>& criteria, const std::string& list,
                const CustomFields& fields, std::vector<FieldError>& faults);

void add_faults_of(const Criterion& criterion, const std::string& path, const CustomFields& fields,
                   std::vector<FieldError>& faults) {
  add_faults(criterion.items, path + ".items", fields, faults);
  if (!is_custom(criterion) || !criterion.custom_field) return;
  const CustomField* field = fields.find(FieldRecord::deal, *criterion.custom_field);
  if (!field || field->archived || field->kind == FieldKind::formula) {
    faults.push_back({path, {kNoField, {{"key", *criterion.custom_field}}}});
    return;
  }
  const bool has_order = field->kind == FieldKind::number || field->kind == FieldKind::money ||
                         field->kind == FieldKind::date;
  if (criterion.kind == CriterionKind::custom_at_least && !has_order)
    faults.push_back({path, kNoOrder});
  if (criterion.kind == CriterionKind::custom_known || !criterion.value) return;
  CustomField holding = *field;  // of several choices, one is asked for
  if (field->kind == FieldKind::choices) holding.kind = FieldKind::choice;
  if (const auto fit = fit_value(holding, *criterion.value, path); !fit)
    faults.push_back(fit.error().fields.front());
}

void add_faults(const std::vector<Criterion>& criteria, const std::string& list,
                const CustomFields& fields, std::vector<FieldError>& faults) {
  for (std::size_t i = 0; i < criteria.size(); ++i)
    add_faults_of(criteria[i], list + "[" + std::to_string(i) + "]", fields, faults);
}

}  // namespace

bool asks_custom_fields(const Pipeline& pipeline) {
  return std::any_of(pipeline.stages.begin(), pipeline.stages.end(),
                     [](const Stage& stage) { return asks(stage.exit_criteria); });
}

std::vector<FieldError> custom_field_faults(const Pipeline& pipeline, const CustomFields& fields) {
  std::vector<FieldError> faults;
  for (std::size_t i = 0; i < pipeline.stages.size(); ++i)
    add_faults(pipeline.stages[i].exit_criteria, "stages[" + std::to_string(i) + "].exit_criteria",
               fields, faults);
  return faults;
}

}  // namespace stagecoach::sales
