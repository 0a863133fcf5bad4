#include "sales/relations/history_text.h"

#include <array>
#include <boost/mp11/algorithm.hpp>

#include "journal/redaction.h"
#include "sales/accounts/account_events.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kCreated{"history.created", "Created", "已创建"};
constexpr Phrase kChanged{"history.changed", "Changed: {fields}", "修改：{fields}"};
constexpr Phrase kSaved{"history.saved", "Changed", "已修改"};
constexpr Phrase kDeleted{"history.deleted", "Deleted", "已删除"};
constexpr Phrase kRestored{"history.restored", "Restored", "已恢复"};
constexpr Phrase kDistinguished{"history.distinguished", "Found to be no duplicate of another",
                                "确认与另一条记录不是重复"};

constexpr Phrase kMerged{"history.merged", "“{name}” became part of this", "“{name}”已并入"};
constexpr Phrase kUnmerged{"history.unmerged", "“{name}” was taken apart again",
                           "已撤销与“{name}”的合并"};

constexpr Phrase kErased{"history.erased", "Personal data erased", "已删除个人数据"};
constexpr Phrase kExported{"history.exported", "Personal data exported", "已导出个人数据"};

struct FieldName {
  std::string_view field;
  Phrase label;
};
constexpr std::array kFields{
    FieldName{"name", {"field.name", "name", "名称"}},
    FieldName{"domain", {"field.domain", "web site", "网站"}},
    FieldName{"phone", {"field.phone", "phone", "电话"}},
    FieldName{"region", {"field.region", "region", "地区"}},
    FieldName{"industry", {"field.industry", "industry", "行业"}},
    FieldName{"size", {"field.size", "employees", "员工数"}},
    FieldName{"parent_id", {"field.parent", "parent company", "上级客户"}},
    FieldName{"owner_id", {"field.owner", "owner", "负责人"}},
    FieldName{"account_id", {"field.account", "account", "客户"}},
    FieldName{"title", {"field.title", "job title", "职位"}},
    FieldName{"email", {"field.email", "e-mail", "邮箱"}},
    FieldName{"consent", {"field.consent", "consent", "联系同意"}},
};

// The labels of the fields that differ.
template <class T>
std::string changed_fields(const T& before, const T& after, Lang lang) {
  std::string words;
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
      [&](auto member) {
        if (before.*member.pointer == after.*member.pointer) return;
        for (const FieldName& known : kFields) {
          if (known.field != member.name) continue;
          if (!words.empty()) words += lang == Lang::zh ? "、" : ", ";
          words += known.label.in(lang);
        }
      });
  return words;
}

// What an event of either kind tells that the record is.
template <class Created, class Changed, class T>
std::optional<T> told_in(std::string_view data, T Created::*created, T Changed::*changed) {
  if (auto told = json::read<Changed>(data)) return std::move((*told).*changed);
  if (auto told = json::read<Created>(data)) return std::move((*told).*created);
  return std::nullopt;
}

template <class Created, class Changed, class T>
std::string change_text(const journal::Event& event, std::string_view before, Lang lang,
                        T Created::*created, T Changed::*changed) {
  const auto was = told_in(before, created, changed);
  const auto is = told_in(event.data, created, changed);
  const std::string fields = was && is ? changed_fields(*was, *is, lang) : std::string();
  if (fields.empty()) return std::string(kSaved.in(lang));
  return Message(kChanged, {{"fields", fields}}).text(lang);
}

template <class E, class Name>
std::string named_text(const Phrase& phrase, const journal::Event& event, Lang lang, Name name) {
  const auto told = json::read<E>(event.data);
  return Message(phrase, {{"name", told ? name(*told) : std::string("?")}}).text(lang);
}

// Of events that are about two records.
std::string merge_text(const journal::Event& event, Lang lang) {
  const auto other = [](const auto& merged) { return merged.other.name; };
  const auto name = [](const auto& undone) { return undone.name; };
  if (event.kind == AccountsMerged::kKind)
    return named_text<AccountsMerged>(kMerged, event, lang, other);
  if (event.kind == ContactsMerged::kKind)
    return named_text<ContactsMerged>(kMerged, event, lang, other);
  if (event.kind == AccountMergeUndone::kKind)
    return named_text<AccountMergeUndone>(kUnmerged, event, lang, name);
  if (event.kind == ContactMergeUndone::kKind)
    return named_text<ContactMergeUndone>(kUnmerged, event, lang, name);
  return {};
}

}  // namespace

std::string summarize_party(const journal::Event& event, std::string_view before, Lang lang) {
  if (event.kind == AccountCreated::kKind || event.kind == ContactCreated::kKind)
    return std::string(kCreated.in(lang));
  if (event.kind == AccountChanged::kKind)
    return change_text(event, before, lang, &AccountCreated::account, &AccountChanged::account);
  if (event.kind == ContactChanged::kKind)
    return change_text(event, before, lang, &ContactCreated::contact, &ContactChanged::contact);
  if (event.kind == AccountDeleted::kKind || event.kind == ContactDeleted::kKind)
    return std::string(kDeleted.in(lang));
  if (event.kind == AccountRestored::kKind || event.kind == ContactRestored::kKind)
    return std::string(kRestored.in(lang));
  if (event.kind == PartyDistinguished::kKind) return std::string(kDistinguished.in(lang));
  if (event.kind == journal::JournalRedacted::kKind) return std::string(kErased.in(lang));
  if (event.kind == "contact.exported") return std::string(kExported.in(lang));
  return merge_text(event, lang);
}

}  // namespace stagecoach::sales
