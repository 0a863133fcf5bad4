#include "sales/deals/deal_fields.h"

#include <algorithm>
#include <array>
#include <set>

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchField{"deal.no_such_field", "A deal has no field “{field}”.",
                              "商机没有字段“{field}”。"};
constexpr std::string_view kChecklist = "checklist.";
constexpr std::string_view kCustom = "fields.";

struct Field {
  std::string_view name;
  std::string_view en, zh;
  std::string (*get)(const Deal&);
  Result<void> (*set)(Deal&, std::string_view);
};

// Reads `text` into what `place(deal)` refers to.
template <class Place>
Result<void> put(Deal& deal, std::string_view text, Place place) {
  using T = std::remove_reference_t<decltype(place(deal))>;
  if (text == "null") {
    place(deal) = T{};
    return {};
  }
  place(deal) = TRY(json::read<T>(text));
  return {};
}

#define DEAL_FIELD(name, en, zh, place)                               \
  Field {                                                             \
    name, en, zh, [](const Deal& d) { return json::write(d.place); }, \
        [](Deal& d, std::string_view text) {                          \
          return put(                                                 \
              d, text, [](Deal & x) -> auto& { return x.place; });    \
        }                                                             \
  }
// Ids write 0 as null and read null as none.
#define DEAL_ID_FIELD(name, en, zh, place)                                                  \
  Field {                                                                                   \
    name, en, zh,                                                                           \
        [](const Deal& d) { return d.place ? json::write(d.place) : std::string("null"); }, \
        [](Deal& d, std::string_view text) {                                                \
          return put(                                                                       \
              d, text, [](Deal & x) -> auto& { return x.place; });                          \
        }                                                                                   \
  }

const std::array kFields{
    DEAL_FIELD("name", "Name", "名称", name),
    DEAL_ID_FIELD("account_id", "Account", "客户", account_id),
    DEAL_ID_FIELD("owner_id", "Owner", "负责人", owner_id),
    DEAL_ID_FIELD("team_id", "Team", "团队", team_id),
    DEAL_FIELD("amount", "Amount", "金额", amount),
    DEAL_FIELD("expected_close", "Expected close", "预计成交日期", expected_close),
    DEAL_FIELD("source", "Source", "来源", source),
    DEAL_FIELD("probability", "Probability", "赢率", probability),
    DEAL_FIELD("forecast_category", "Forecast category", "预测类别", forecast_category),
    DEAL_FIELD("pains", "Pains", "痛点", facts.pains),
    DEAL_FIELD("competitor", "Competitor", "竞争对手", facts.competitor),
    DEAL_FIELD("bant.budget", "Budget (BANT)", "预算 (BANT)", facts.bant.budget),
    DEAL_FIELD("bant.authority", "Authority (BANT)", "决策权 (BANT)", facts.bant.authority),
    DEAL_FIELD("bant.need", "Need (BANT)", "需求 (BANT)", facts.bant.need),
    DEAL_FIELD("bant.timeline", "Timeline (BANT)", "时间 (BANT)", facts.bant.timeline),
    DEAL_FIELD("committee_roles", "Roles on the buying committee", "决策链角色", facts.roles),
    DEAL_FIELD("contact_reachable", "Contact can be reached", "联系人可联系",
               facts.contact_reachable),
    DEAL_FIELD("approvals", "Approval", "审批", facts.approvals),
    DEAL_FIELD("close_date_changes", "Close date changes", "成交日期变更",
               facts.close_date_changes),
};
#undef DEAL_FIELD
#undef DEAL_ID_FIELD

const Field* find_field(std::string_view name) {
  const auto at =
      std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == name; });
  return at == kFields.end() ? nullptr : &*at;
}

Error no_such_field(std::string_view field) {
  return Error(Error::Code::invalid, {kNoSuchField, {{"field", std::string(field)}}});
}

int quarter_of(Date date) {
  const std::chrono::year_month_day day(date);
  return static_cast<int>(day.year()) * 4 + (static_cast<int>(unsigned(day.month())) - 1) / 3;
}

}  // namespace

std::vector<Change> changes_between(const Deal& before, const Deal& after) {
  std::vector<Change> changes;
  for (const Field& field : kFields) {
    std::string was = field.get(before), is = field.get(after);
    if (was != is) changes.push_back({std::string(field.name), {std::move(was)}, {std::move(is)}});
  }
  std::set<std::string> named;
  for (const Deal* deal : {&before, &after}) {
    for (const auto& [item, at] : deal->facts.checklist)
      named.insert(std::string(kChecklist) + item);
    for (const auto& [key, value] : deal->facts.fields) named.insert(custom_field_name(key));
  }
  for (const std::string& field : named) {
    std::string was = field_value(before, field), is = field_value(after, field);
    if (was != is) changes.push_back({field, {std::move(was)}, {std::move(is)}});
  }
  return changes;
}

Result<void> set_field(Deal& deal, std::string_view field, std::string_view value) {
  if (field.starts_with(kChecklist)) {
    const std::string item(field.substr(kChecklist.size()));
    if (value == "null")
      deal.facts.checklist.erase(item);
    else
      deal.facts.checklist[item] = TRY(json::read<Instant>(value));
    return {};
  }
  if (const auto key = custom_key(field)) {
    if (value == "null")
      deal.facts.fields.erase(std::string(*key));
    else
      deal.facts.fields[std::string(*key)] = TRY(json::read<FieldValue>(value));
    return {};
  }
  const Field* found = find_field(field);
  if (!found) return no_such_field(field);
  return found->set(deal, value);
}

bool is_field(std::string_view field) {
  return field.starts_with(kChecklist) || field.starts_with(kCustom) || find_field(field);
}

std::string custom_field_name(std::string_view key) {
  return std::string(kCustom).append(key);
}

std::optional<std::string_view> custom_key(std::string_view field) {
  if (!field.starts_with(kCustom)) return std::nullopt;
  return field.substr(kCustom.size());
}

bool is_derived(std::string_view field) {
  return field == "team_id" || field == "committee_roles" || field == "contact_reachable";
}

bool can_undo(const DealChanged& changed) {
  bool any = false;
  for (const Change& change : changed.changes) {
    if (!is_field(change.field)) return false;
    any |= !is_derived(change.field);
  }
  return any;
}

std::string field_value(const Deal& deal, std::string_view field) {
  if (field.starts_with(kChecklist)) {
    const auto at = deal.facts.checklist.find(std::string(field.substr(kChecklist.size())));
    return at == deal.facts.checklist.end() ? "null" : json::write(at->second);
  }
  if (const auto key = custom_key(field)) {
    const auto at = deal.facts.fields.find(std::string(*key));
    return at == deal.facts.fields.end() ? "null" : json::write(at->second);
  }
  const Field* found = find_field(field);
  return found ? found->get(deal) : "null";
}

Localized waiting_label(WaitingOn on) {
  switch (on) {
    case WaitingOn::us:
      return {"us", "我方"};
    case WaitingOn::customer:
      return {"the customer", "客户"};
    case WaitingOn::approval:
      return {"approval", "审批"};
    case WaitingOn::legal:
      return {"legal", "法务"};
  }
  return {};
}

Localized field_label(std::string_view field, const CustomFields& fields) {
  if (const auto key = custom_key(field)) return fields.label(FieldRecord::deal, *key);
  if (const Field* found = find_field(field))
    return {std::string(found->en), std::string(found->zh)};
  if (field.starts_with(kChecklist)) {
    const std::string item(field.substr(kChecklist.size()));
    return {"Checklist: " + item, "检查项：" + item};
  }
  return {std::string(field), std::string(field)};
}

void count_close_change(Deal& deal, std::optional<Date> before) {
  if (!before || !deal.expected_close || *before == *deal.expected_close) return;
  CloseDateChanges& changes = deal.facts.close_date_changes;
  if (*deal.expected_close < *before) {
    ++changes.pull;
    return;
  }
  ++changes.push;
  if (quarter_of(*deal.expected_close) > quarter_of(*before)) ++changes.slip;
}

}  // namespace stagecoach::sales
