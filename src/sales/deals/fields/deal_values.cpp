#include "sales/deals/fields/deal_values.h"

#include "sales/deals/deal_fields.h"
#include "sales/fields/formula_fields.h"
#include "sales/fields/value_limits.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchField{"deal.no_custom_field", "There is no field “{key}” on deals.",
                              "商机没有字段“{key}”。"};
constexpr Phrase kArchived{"deal.custom_field_archived",
                           "The field “{field}” is archived and takes no more values.",
                           "字段“{field}”已归档，不再接收新值。"};
constexpr Phrase kReadOnly{"deal.custom_field_readonly", "You may not change “{field}”.",
                           "您无权修改“{field}”。"};
constexpr Phrase kComputed{"deal.custom_field_computed", "“{field}” is worked out by its formula.",
                           "“{field}”由公式计算得出。"};
constexpr Phrase kRequired{"deal.custom_field_required", "“{field}” has to be given.",
                           "必须填写“{field}”。"};
constexpr Phrase kTooMuch{"deal.custom_fields_too_much",
                          "The fields of this deal hold too much together.",
                          "该商机各字段的内容合计过多。"};
constexpr Phrase kNoUser{"deal.custom_field_no_user", "There is no such active user.",
                         "没有该在职用户。"};

Error read_only(const CustomField& field, const std::string& path, Lang lang) {
  const Message why(kReadOnly, {{"field", field.label.in(lang)}});
  return Error(Error::Code::forbidden, why, {{path, why}});
}

// The field where the viewer may change it.
Result<const CustomField*> field_to_write(const CustomFields& fields, const Viewer& viewer,
                                          PipelineId pipeline, const std::string& key) {
  const std::string path = custom_field_name(key);
  const CustomField* field = fields.find(FieldRecord::deal, key);
  const FieldAccess access = field ? access_of(*field, viewer, pipeline) : FieldAccess::hidden;
  if (access == FieldAccess::hidden) return field_error(path, {kNoSuchField, {{"key", key}}});
  if (access == FieldAccess::readonly) return read_only(*field, path, viewer.language);
  if (field->kind == FieldKind::formula)
    return field_error(path, {kComputed, {{"field", field->label.in(viewer.language)}}});
  return field;
}

Result<void> check_user(journal::Work& work, const CustomField& field, const FieldValue& value,
                        const std::string& path) {
  if (field.kind != FieldKind::user) return {};
  const std::optional<User> user = find_user(work.tx, UserId(std::get<Decimal>(value.is).whole()));
  if (!user || !user->active) return field_error(path, kNoUser);
  return {};
}

FormulaValue value_in(const CustomFields& fields, const Deal& deal, std::string_view name) {
  const auto text = [](const std::string& said) {
    return said.empty() ? FormulaValue() : FormulaValue(said);
  };
  if (name == "name") return text(deal.name);
  if (name == "source") return text(deal.source);
  if (name == "competitor") return text(deal.facts.competitor);
  if (name == "amount") return deal.amount ? FormulaValue(*deal.amount) : FormulaValue();
  if (name == "expected_close")
    return deal.expected_close ? FormulaValue(*deal.expected_close) : FormulaValue();
  if (name == "created") return Date(std::chrono::floor<std::chrono::days>(deal.created_at));
  const auto at = deal.facts.fields.find(std::string(name));
  const CustomField* field = fields.find(FieldRecord::deal, name);
  if (!field || at == deal.facts.fields.end()) return {};
  return formula_value(field->kind, at->second);
}

// nullopt also where the formula asks for a field that is hidden from the viewer: what it comes to
// would tell of it.
std::optional<FieldValue> worked_out(const CustomFields& fields, const CustomField& field,
                                     const Viewer& viewer, const Deal& deal) {
  const auto formula = parse_formula(field.formula, formula_scope(fields, FieldRecord::deal));
  if (!formula) return std::nullopt;
  for (const std::string& name : fields_in(*formula)) {
    const CustomField* asked = fields.find(FieldRecord::deal, name);
    if (asked && access_of(*asked, viewer, deal.pipeline_id) == FieldAccess::hidden)
      return std::nullopt;
  }
  return as_field_value(
      evaluate(*formula, [&](std::string_view name) { return value_in(fields, deal, name); }));
}

}  // namespace

Result<void> put_values(journal::Work& work, const CustomFields& fields, Deal& deal,
                        const FieldPatch& patch) {
  const Viewer& viewer = viewer_of(work.actor);
  for (const auto& [key, said] : patch) {
    const std::string path = custom_field_name(key);
    const CustomField* field = TRY(field_to_write(fields, viewer, deal.pipeline_id, key));
    const Message label_of_required(kRequired, {{"field", field->label.in(viewer.language)}});
    if (!said) {
      if (access_of(*field, viewer, deal.pipeline_id) == FieldAccess::required)
        return field_error(path, label_of_required);
      deal.facts.fields.erase(key);
      continue;
    }
    if (field->archived)
      return field_error(path, {kArchived, {{"field", field->label.in(viewer.language)}}});
    FieldValue value = TRY(fit_value(*field, *said, path));
    TRY(check_user(work, *field, value, path));
    deal.facts.fields[key] = std::move(value);
    if (holds_too_much(deal.facts.fields)) return field_error(path, kTooMuch);
  }
  return {};
}

Result<void> require_values(const CustomFields& fields, const Viewer& viewer, const Deal& deal) {
  if (viewer.by == Viewer::By::system) return {};
  for (const CustomField& field : fields.all()) {
    if (field.record != FieldRecord::deal || field.archived || field.kind == FieldKind::formula)
      continue;
    if (deal.facts.fields.contains(field.key)) continue;
    if (access_of(field, viewer, deal.pipeline_id) == FieldAccess::required)
      return field_error(custom_field_name(field.key),
                         {kRequired, {{"field", field.label.in(viewer.language)}}});
  }
  return {};
}

bool may_put_back(const CustomFields& fields, const Viewer& viewer, const Deal& deal,
                  const Change& change) {
  const auto key = custom_key(change.field);
  return !key || field_to_write(fields, viewer, deal.pipeline_id, std::string(*key));
}

FieldValues seen_values(const CustomFields& fields, const Viewer& viewer, const Deal& deal) {
  FieldValues seen;
  for (const auto& [key, value] : deal.facts.fields) {
    const CustomField* field = fields.find(FieldRecord::deal, key);
    if (field && access_of(*field, viewer, deal.pipeline_id) != FieldAccess::hidden)
      seen.emplace(key, value);
  }
  for (const CustomField& field : fields.all())
    if (field.kind == FieldKind::formula && field.record == FieldRecord::deal && !field.archived &&
        access_of(field, viewer, deal.pipeline_id) != FieldAccess::hidden)
      if (auto value = worked_out(fields, field, viewer, deal)) seen.emplace(field.key, *value);
  return seen;
}

bool redact(journal::Event& event, const CustomFields& fields, const Viewer& viewer,
            std::optional<PipelineId> pipeline) {
  const auto is_hidden = [&](std::string_view key) {
    const CustomField* field = fields.find(FieldRecord::deal, key);
    if (!field || !pipeline) return !field || is_hidden_somewhere(*field, viewer);
    return access_of(*field, viewer, *pipeline) == FieldAccess::hidden;
  };
  if (event.kind == DealChanged::kKind) {
    auto changed = json::read<DealChanged>(event.data);
    if (!changed || changed->changes.empty()) return true;
    const auto gone = std::erase_if(changed->changes, [&](const Change& change) {
      const auto key = custom_key(change.field);
      return key && is_hidden(*key);
    });
    if (gone > 0) event.data = json::write(*changed);
    return !changed->changes.empty();
  }
  if (event.kind == DealCreated::kKind) {
    auto created = json::read<DealCreated>(event.data);
    if (!created || !created->facts) return true;
    const auto gone = std::erase_if(created->facts->fields,
                                    [&](const auto& entry) { return is_hidden(entry.first); });
    if (gone > 0) event.data = json::write(*created);
  }
  return true;
}

}  // namespace stagecoach::sales
