#include "sales/pipeline/draft/pipeline_words.h"

#include <array>

namespace stagecoach::sales {
namespace {

struct Word {
  std::string_view en, zh;
};
template <std::size_t count, class E>
Localized word(const std::array<Word, count>& words, E value) {
  const Word& found = words.at(static_cast<std::size_t>(value));
  return {std::string(found.en), std::string(found.zh)};
}

constexpr std::array<Word, 4> kKinds{
    {{"open", "进行中"}, {"on hold", "搁置"}, {"won", "赢单"}, {"lost", "输单"}}};
constexpr std::array<Word, 9> kFields{{{"account", "客户"},
                                       {"a contact who can be reached", "可联系的联系人"},
                                       {"amount", "金额"},
                                       {"expected close", "预计成交日期"},
                                       {"source", "来源"},
                                       {"products", "产品"},
                                       {"pains", "痛点"},
                                       {"competitor", "竞争对手"},
                                       {"next step", "下一步"}}};
constexpr std::array<Word, 6> kActivities{{{"call", "电话"},
                                           {"e-mail", "邮件"},
                                           {"meeting", "会议"},
                                           {"demo", "演示"},
                                           {"task", "任务"},
                                           {"note", "备注"}}};
constexpr std::array<Word, 3> kDirections{
    {{"from us", "我方发起"}, {"from the customer", "客户发起"}, {"two-way", "双向"}}};
constexpr std::array<Word, 4> kElements{
    {{"budget", "预算"}, {"authority", "决策权"}, {"need", "需求"}, {"timeline", "时间"}}};
constexpr std::array<Word, 3> kLevels{
    {{"unknown", "未知"}, {"weak", "初步"}, {"confirmed", "确认"}}};
constexpr std::array<Word, 6> kRoles{{{"decision maker", "决策者"},
                                      {"champion", "支持者"},
                                      {"influencer", "影响者"},
                                      {"user", "使用者"},
                                      {"gatekeeper", "把关者"},
                                      {"blocker", "反对者"}}};

constexpr Phrase kKnown{"criterion.known", "known: {what}", "已填写：{what}"};
constexpr Phrase kAtLeast{"criterion.at_least", "amount at least {what}", "金额不低于 {what}"};
constexpr Phrase kDone{"criterion.done", "done: {what}", "已完成：{what}"};
constexpr Phrase kBant{"criterion.bant", "BANT: {element} at least {level}",
                       "BANT：{element}达到{level}"};
constexpr Phrase kRole{"criterion.role", "on the buying committee: {what}", "决策链中有：{what}"};
constexpr Phrase kChecklist{"criterion.checklist", "ticked on the checklist", "检查项已勾选"};
constexpr Phrase kApproval{"criterion.approval", "approved by {who}", "由{who}审批"};
constexpr Phrase kApprovalWithin{"criterion.approval_within", "approved by {who} within {time}",
                                 "由{who}在 {time} 内审批"};
constexpr Phrase kDeputies{"criterion.deputies", "{who} or {count} deputies",
                           "{who}或 {count} 位代理人"};
constexpr Phrase kObjections{"criterion.objections", "no blocking objection is open",
                             "没有未解决的阻碍性异议"};
constexpr Phrase kCustomKnown{"criterion.custom_known", "known: field “{key}”",
                              "已填写：字段“{key}”"};
constexpr Phrase kCustomEquals{"criterion.custom_equals", "field “{key}” is {value}",
                               "字段“{key}”为 {value}"};
constexpr Phrase kCustomAtLeast{"criterion.custom_at_least", "field “{key}” is at least {value}",
                                "字段“{key}”不低于 {value}"};
constexpr Phrase kAll{"criterion.all", "all of ({what})", "全部满足（{what}）"};
constexpr Phrase kAny{"criterion.any", "any of ({what})", "任一满足（{what}）"};

template <class F>
Localized in_both(F&& text) {
  return {text(Lang::en), text(Lang::zh)};
}

Localized with(const Phrase& phrase, const Localized& what) {
  return in_both([&](Lang lang) { return Message(phrase, {{"what", what.in(lang)}}).text(lang); });
}

std::string value_words(const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) return *text;
  if (const auto* money = std::get_if<Money>(&value.is))
    return to_decimal(*money).append(" ").append(money->currency.code());
  return json::write(value);
}

Localized custom_words(const Phrase& phrase, const Criterion& criterion) {
  const std::string value = criterion.value ? value_words(*criterion.value) : "";
  return in_both([&](Lang lang) {
    return Message(phrase, {{"key", criterion.custom_field.value_or("")}, {"value", value}})
        .text(lang);
  });
}

Localized activity_words(const Criterion& criterion) {
  Localized words = criterion.activity_kind ? word(kActivities, *criterion.activity_kind)
                                            : Localized{"any activity", "任一活动"};
  if (!criterion.direction) return words;
  const Localized way = word(kDirections, *criterion.direction);
  return {words.en + " (" + way.en + ")", words.zh + "（" + way.zh + "）"};
}

Localized bant_words(const Criterion& criterion) {
  const Localized element = criterion.element ? word(kElements, *criterion.element)
                                              : Localized{"every element", "每一项"};
  const Localized level = word(kLevels, criterion.level.value_or(BantLevel::confirmed));
  return in_both([&](Lang lang) {
    return Message(kBant, {{"element", element.in(lang)}, {"level", level.in(lang)}}).text(lang);
  });
}

Localized approver_words(const ApprovalRule& rule) {
  constexpr std::array<Word, 4> kTeamRoles{
      {{"an owner", "所有者"}, {"a manager", "经理"}, {"a rep", "销售"}, {"a viewer", "只读成员"}}};
  Localized who{"the owner's manager", "负责人的经理"};
  if (rule.approver == ApproverKind::role)
    who = word(kTeamRoles, rule.role.value_or(Role::manager));
  if (rule.approver == ApproverKind::person) {
    const std::string number = std::to_string(rule.person_id.value_or(UserId()).value);
    who = {"person no. " + number, "编号 " + number + " 的人员"};
  }
  if (rule.deputy_ids.empty()) return who;
  return in_both([&](Lang lang) {
    return Message(kDeputies,
                   {{"who", who.in(lang)}, {"count", std::to_string(rule.deputy_ids.size())}})
        .text(lang);
  });
}

Localized approval_words(const ApprovalRule& rule) {
  const Localized who = approver_words(rule), time = words_of(rule.deadline);
  return in_both([&](Lang lang) {
    return Message(rule.deadline ? kApprovalWithin : kApproval,
                   {{"who", who.in(lang)}, {"time", time.in(lang)}})
        .text(lang);
  });
}

Localized item_words(const std::vector<Criterion>& items, Currency currency) {
  return in_both([&](Lang lang) {
    std::string text;
    for (const Criterion& item : items) {
      if (!text.empty()) text.append(lang == Lang::zh ? "；" : "; ");
      const std::string& label = item.label.in(lang);
      text.append(label);
      if (!label.empty()) text.append(lang == Lang::zh ? "：" : ": ");
      text.append(words_of(item, currency).in(lang));
    }
    return text;
  });
}

}  // namespace

Localized words_of(bool yes) {
  return yes ? Localized{"yes", "是"} : Localized{"no", "否"};
}

Localized words_of(StageKind kind) {
  return word(kKinds, kind);
}

Localized words_of(const std::optional<Standard>& standard) {
  if (!standard) return {"none", "无"};
  const std::string number = std::to_string(standard->amount);
  const std::string_view plural = standard->amount == 1 ? "" : "s";
  if (standard->unit == StandardUnit::business_hours)
    return {std::string(number).append(" business hour").append(plural), number + " 工作小时"};
  return {std::string(number).append(" business day").append(plural), number + " 个工作日"};
}

Localized words_of_percent(int percent) {
  const std::string text = std::to_string(percent) + "%";
  return {text, text};
}

Localized words_of(const Criterion& criterion, Currency currency) {
  const auto same = [](const Phrase& phrase) {
    return Localized{std::string(phrase.en), std::string(phrase.zh)};
  };
  switch (criterion.kind) {
    case CriterionKind::field_known:
      return with(kKnown, criterion.field ? word(kFields, *criterion.field) : Localized());
    case CriterionKind::amount_at_least: {
      std::string amount = to_decimal({criterion.minor.value_or(0), currency});
      amount.append(currency.code().empty() ? "" : " ").append(currency.code());
      return with(kAtLeast, {amount, amount});
    }
    case CriterionKind::activity_done:
      return with(kDone, activity_words(criterion));
    case CriterionKind::bant_level:
      return bant_words(criterion);
    case CriterionKind::role_filled:
      return with(kRole, criterion.role ? word(kRoles, *criterion.role) : Localized());
    case CriterionKind::checklist:
      return same(kChecklist);
    case CriterionKind::approval:
      return approval_words(criterion.approval.value_or(ApprovalRule()));
    case CriterionKind::objections_settled:
      return same(kObjections);
    case CriterionKind::custom_known:
      return custom_words(kCustomKnown, criterion);
    case CriterionKind::custom_equals:
      return custom_words(kCustomEquals, criterion);
    case CriterionKind::custom_at_least:
      return custom_words(kCustomAtLeast, criterion);
    case CriterionKind::all:
      return with(kAll, item_words(criterion.items, currency));
    case CriterionKind::any:
      return with(kAny, item_words(criterion.items, currency));
  }
  return {};
}

Localized words_of(const std::vector<Choice>& choices) {
  return in_both([&](Lang lang) {
    std::string text;
    for (const Choice& choice : choices) {
      if (!text.empty()) text.append(lang == Lang::zh ? "、" : ", ");
      text.append(choice.label.in(lang));
    }
    return text;
  });
}

Localized words_of(const std::vector<Localized>& lines) {
  return in_both([&](Lang lang) {
    std::string text;
    for (const Localized& line : lines) text.append(text.empty() ? "" : "\n").append(line.in(lang));
    return text;
  });
}

}  // namespace stagecoach::sales
