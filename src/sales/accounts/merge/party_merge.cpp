#include "sales/accounts/merge/party_merge.h"

#include <algorithm>
#include <array>
#include <boost/mp11/algorithm.hpp>

#include "platform/base/enum_names.h"
#include "sales/team/field_error.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchField{"merge.no_such_field", "There is no field “{field}” to choose.",
                              "没有可选择的字段“{field}”。"};

// What a merge leaves alone: whose record it is follows with the owner, and the consent's date with
// the consent.
constexpr std::array<std::string_view, 8> kNotChosen{"id",           "version",    "team_id",
                                                     "external_key", "created_at", "updated_at",
                                                     "consent_at",   "erased_at"};

constexpr bool is_chosen(std::string_view field) {
  return std::find(kNotChosen.begin(), kNotChosen.end(), field) == kNotChosen.end();
}

template <class T, class F>
void for_each_field(F f) {
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
      [&](auto member) {
        if constexpr (is_chosen(decltype(member)::name))
          f(std::string_view(member.name), member.pointer);
      });
}

std::string text_of(const std::string& text) {
  return text;
}
template <class Tag>
std::string text_of(Id<Tag> id) {
  return std::to_string(id.value);
}
template <class Tag>
std::string text_of(const std::optional<Id<Tag>>& id) {
  return id ? text_of(*id) : std::string();
}
std::string text_of(Consent consent) {
  return std::string(name_of(consent));
}

template <class T>
bool is_unset(const T& value) {
  return value == T{};
}

// What goes with a field.
template <class T>
void copy_companions(std::string_view field, T& to, const T& from) {
  if (field == "owner_id") to.team_id = from.team_id;
  if constexpr (requires { to.consent_at; })
    if (field == "consent") to.consent_at = from.consent_at;
}

template <class T>
std::vector<MergeChoice> choices(const T& survivor, const T& other) {
  std::vector<MergeChoice> found;
  for_each_field<T>([&](std::string_view field, auto member) {
    if (survivor.*member == other.*member) return;
    found.push_back({std::string(field), text_of(survivor.*member), text_of(other.*member),
                     is_unset(survivor.*member)});
  });
  return found;
}

template <class T>
Result<void> take(T& survivor, const T& other, const std::vector<std::string>& fields) {
  for (const std::string& wanted : fields) {
    bool known = false;
    for_each_field<T>([&](std::string_view field, auto member) {
      if (field != wanted) return;
      survivor.*member = other.*member;
      copy_companions(field, survivor, other);
      known = true;
    });
    if (!known) return Error(Error::Code::invalid, {kNoSuchField, {{"field", wanted}}});
  }
  return {};
}

template <class T>
std::vector<std::string> put_back(T& now, const T& before, const T& merged) {
  std::vector<std::string> kept;
  for_each_field<T>([&](std::string_view field, auto member) {
    if (before.*member == merged.*member) return;
    if (now.*member != merged.*member) {
      kept.emplace_back(field);
      return;
    }
    now.*member = before.*member;
    copy_companions(field, now, before);
  });
  return kept;
}

}  // namespace

std::vector<MergeChoice> field_choices(const Account& survivor, const Account& other) {
  return choices(survivor, other);
}
std::vector<MergeChoice> field_choices(const Contact& survivor, const Contact& other) {
  return choices(survivor, other);
}

Result<void> take_fields(Account& survivor, const Account& other,
                         const std::vector<std::string>& fields) {
  return take(survivor, other, fields);
}
Result<void> take_fields(Contact& survivor, const Contact& other,
                         const std::vector<std::string>& fields) {
  return take(survivor, other, fields);
}

std::vector<std::string> put_back_fields(Account& now, const Account& before,
                                         const Account& merged) {
  return put_back(now, before, merged);
}
std::vector<std::string> put_back_fields(Contact& now, const Contact& before,
                                         const Contact& merged) {
  return put_back(now, before, merged);
}

}  // namespace stagecoach::sales
