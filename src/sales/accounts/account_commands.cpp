#include "sales/accounts/account_commands.h"

#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/team/field_error.h"
#include "sales/team/identity_keys.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNameMissing{"record.name_missing", "A name is needed.", "请填写名称。"};
constexpr Phrase kNoOwner{"record.no_owner", "There is no such active user.", "没有该在职用户。"};
constexpr Phrase kMayNotAssign{"record.may_not_assign", "You may not give records to this person.",
                               "您无权将记录分配给此人。"};
constexpr Phrase kNoAccount{"record.no_account", "There is no such account.", "没有该客户。"};
constexpr Phrase kOwnParent{"account.own_parent", "An account cannot lie below itself.",
                            "客户不能是自己的上级。"};
constexpr Phrase kCurrencyMissing{"product.currency_missing", "Say which currency the price is in.",
                                  "请注明价格的币种。"};
constexpr Phrase kNoEmail{"contact.email_invalid", "This is not an e-mail address.",
                          "邮箱地址格式不正确。"};
constexpr Phrase kNotDeleted{"record.not_deleted", "This record is not deleted.",
                             "该记录未被删除。"};
constexpr Phrase kErased{"contact.erased",
                         "The personal data of this contact was erased; nothing can be added.",
                         "该联系人的个人数据已被删除，不能再补充内容。"};
constexpr int kParentsMax = 50;  // deeper trees are taken for a circle

// Loaded, seen and writable, at the version the client saw.
template <class T>
Result<T> to_write(journal::Work& work, std::optional<T> found, std::int64_t version) {
  if (!found) return no_such_record();
  TRY(authorize_write(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId()),
                      Permission::accounts_write));
  if (found->version != version) return stale_record();
  return *std::move(found);
}

Result<Product> to_write(journal::Work&, std::optional<Product> found, std::int64_t version) {
  if (!found) return no_such_record();
  if (found->version != version) return stale_record();
  return *std::move(found);
}

// Gives a record to `wanted`, or a new one without an owner to the actor.
template <class T>
Result<void> assign(journal::Work& work, T& record, const json::Maybe<UserId>& wanted) {
  const UserId owner = wanted ? *wanted : record.owner_id ? record.owner_id : work.actor.user;
  if (owner == record.owner_id) return {};
  const std::optional<User> person = find_user(work.tx, owner);
  if (!person || !person->active) return field_error("owner_id", kNoOwner);
  const Viewer& viewer = viewer_of(work.actor);
  const bool gives =
      !record.owner_id || may_give_away(viewer, record.owner_id, record.team_id.value_or(TeamId()),
                                        Permission::accounts_write);
  if (!gives || !may_assign_to(viewer, owner, person->team_id.value_or(TeamId())))
    return Error(Error::Code::forbidden, kMayNotAssign, {{"owner_id", kMayNotAssign}});
  record.owner_id = owner;
  record.team_id = person->team_id;
  return {};
}

Result<void> check_account(journal::Work& work, const std::string& field,
                           std::optional<AccountId> id) {
  if (!id) return {};
  const auto found = find_account(work.tx, *id);
  if (!found || !may_see(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId())))
    return field_error(field, kNoAccount);
  return {};
}

Result<void> check_parent(journal::Work& work, const Account& account) {
  TRY(check_account(work, "parent_id", account.parent_id));
  std::optional<AccountId> above = account.parent_id;
  for (int depth = 0; above; ++depth) {
    if (*above == account.id || depth == kParentsMax) return field_error("parent_id", kOwnParent);
    const auto parent = find_account(work.tx, *above);
    above = parent ? parent->parent_id : std::nullopt;
  }
  return {};
}

Result<void> apply(journal::Work& work, Account& account, const AccountInput& input) {
  input.name.apply_to(account.name);
  if (account.name.empty()) return field_error("name", kNameMissing);
  input.domain.apply_to(account.domain);
  input.phone.apply_to(account.phone);
  input.region.apply_to(account.region);
  input.industry.apply_to(account.industry);
  input.size.apply_to(account.size);
  if (input.parent_id.apply_to(account.parent_id)) TRY(check_parent(work, account));
  return assign(work, account, input.owner_id);
}

Result<void> apply(journal::Work& work, Contact& contact, const ContactInput& input) {
  if (contact.erased_at) return Error(Error::Code::conflict, kErased);
  input.name.apply_to(contact.name);
  if (contact.name.empty()) return field_error("name", kNameMissing);
  input.title.apply_to(contact.title);
  if (input.email.apply_to(contact.email) && !contact.email.empty() && !is_email(contact.email))
    return field_error("email", kNoEmail);
  input.phone.apply_to(contact.phone);
  if (input.account_id.apply_to(contact.account_id))
    TRY(check_account(work, "account_id", contact.account_id));
  if (input.consent.apply_to(contact.consent)) contact.consent_at = work.now;
  return assign(work, contact, input.owner_id);
}

Result<void> apply(journal::Work&, Product& product, const ProductInput& input) {
  input.name.apply_to(product.name);
  if (product.name.empty()) return field_error("name", kNameMissing);
  input.code.apply_to(product.code);
  input.price.apply_to(product.price);
  if (product.price && product.price->currency.code().empty())
    return field_error("price.currency", kCurrencyMissing);
  input.active.apply_to(product.active);
  return {};
}

template <class T>
using Write = Result<void> (*)(journal::Work& work, T& record, EventOf<T> why);

template <class T, class Input>
Result<T> create(journal::Work& work, const Input& input, Write<T> insert, EventOf<T> why) {
  T record;
  TRY(apply(work, record, input));
  TRY(insert(work, record, why));
  return record;
}

template <class T, class Input>
Result<T> change(journal::Work& work, std::optional<T> found, std::int64_t version,
                 const Input& input, Write<T> save, EventOf<T> why) {
  const T before = TRY(to_write(work, std::move(found), version));
  T after = before;
  TRY(apply(work, after, input));
  if (after == before) return before;
  TRY(save(work, after, why));
  return after;
}

}  // namespace

Result<Account> create_account(journal::Work& work, const AccountInput& input) {
  return create<Account>(work, input, insert_account, told<AccountCreated>);
}

Result<Account> change_account(journal::Work& work, AccountId id, std::int64_t version,
                               const AccountInput& input) {
  return change<Account>(work, find_account(work.tx, id), version, input, save_account,
                         told<AccountChanged>);
}

Result<void> delete_account(journal::Work& work, AccountId id, std::int64_t version) {
  const Account account = TRY(to_write(work, find_account(work.tx, id), version));
  return remove_account(work, account, journal::because(AccountDeleted{account.name}));
}

Result<Account> restore_account(journal::Work& work, AccountId id, std::int64_t version) {
  if (find_account(work.tx, id)) return Error(Error::Code::conflict, kNotDeleted);
  Account account = TRY(to_write(work, find_deleted_account(work.tx, id), version));
  TRY(unremove_account(work, account, journal::because(AccountRestored{account.name})));
  return account;
}

Result<Contact> create_contact(journal::Work& work, const ContactInput& input) {
  return create<Contact>(work, input, insert_contact, told<ContactCreated>);
}

Result<Contact> change_contact(journal::Work& work, ContactId id, std::int64_t version,
                               const ContactInput& input, const ContactFollowUp& follow_up) {
  const std::optional<Contact> before = find_contact(work.tx, id);
  const Contact after =
      TRY(change<Contact>(work, before, version, input, save_contact, told<ContactChanged>));
  if (after.is_reachable() != before->is_reachable()) TRY(follow_up(work, id));
  return after;
}

Result<void> delete_contact(journal::Work& work, ContactId id, std::int64_t version,
                            const ContactFollowUp& follow_up) {
  const Contact contact = TRY(to_write(work, find_contact(work.tx, id), version));
  TRY(remove_contact(work, contact, journal::because(ContactDeleted{contact.name})));
  return follow_up(work, id);
}

Result<Contact> restore_contact(journal::Work& work, ContactId id, std::int64_t version,
                                const ContactFollowUp& follow_up) {
  if (find_contact(work.tx, id)) return Error(Error::Code::conflict, kNotDeleted);
  Contact contact = TRY(to_write(work, find_deleted_contact(work.tx, id), version));
  TRY(unremove_contact(work, contact, journal::because(ContactRestored{contact.name})));
  TRY(follow_up(work, id));
  return contact;
}

Result<Product> create_product(journal::Work& work, const ProductInput& input) {
  return create<Product>(work, input, insert_product, told<ProductCreated>);
}

Result<Product> change_product(journal::Work& work, ProductId id, std::int64_t version,
                               const ProductInput& input) {
  return change<Product>(work, find_product(work.tx, id), version, input, save_product,
                         told<ProductChanged>);
}

std::int64_t give_accounts(journal::Work& work, UserId from, const User& to, std::size_t cause) {
  return reassign_accounts(work, from, to, told<AccountChanged>, cause);
}

std::int64_t give_contacts(journal::Work& work, UserId from, const User& to, std::size_t cause) {
  return reassign_contacts(work, from, to, told<ContactChanged>, cause);
}

}  // namespace stagecoach::sales
