#include "sales/accounts/account_commands.h"

#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kFieldsWrong{"record.fields_wrong", "Some fields cannot be saved as they are.",
                              "部分字段无法保存。"};
constexpr Phrase kNameMissing{"record.name_missing", "A name is needed.", "请填写名称。"};
constexpr Phrase kNoOwner{"record.no_owner", "There is no such active user.", "没有该在职用户。"};
constexpr Phrase kMayNotAssign{"record.may_not_assign", "You may not give records to this person.",
                               "您无权将记录分配给此人。"};
constexpr Phrase kNoAccount{"record.no_account", "There is no such account.", "没有该客户。"};
constexpr Phrase kOwnParent{"account.own_parent", "An account cannot lie below itself.",
                            "客户不能是自己的上级。"};
constexpr Phrase kCurrencyMissing{"product.currency_missing", "Say which currency the price is in.",
                                  "请注明价格的币种。"};
constexpr int kParentsMax = 50;  // deeper trees are taken for a circle

Error field_error(std::string field, const Phrase& phrase) {
  return Error(Error::Code::invalid, kFieldsWrong, {{std::move(field), phrase}});
}

// Loaded, seen and writable, at the version the client saw.
template <class T>
Result<T> to_write(journal::Work& work, std::optional<T> found, std::int64_t version) {
  if (!found) return no_such_record();
  TRY(authorize_write(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId())));
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
  if (!may_assign_to(viewer_of(work.actor), owner, person->team_id.value_or(TeamId())))
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
  input.name.apply_to(contact.name);
  if (contact.name.empty()) return field_error("name", kNameMissing);
  input.title.apply_to(contact.title);
  input.email.apply_to(contact.email);
  input.phone.apply_to(contact.phone);
  if (input.account_id.apply_to(contact.account_id))
    TRY(check_account(work, "account_id", contact.account_id));
  return assign(work, contact, input.owner_id);
}

Result<void> apply(Product& product, const ProductInput& input) {
  input.name.apply_to(product.name);
  if (product.name.empty()) return field_error("name", kNameMissing);
  input.code.apply_to(product.code);
  input.price.apply_to(product.price);
  if (product.price && product.price->currency.code().empty())
    return field_error("price.currency", kCurrencyMissing);
  input.active.apply_to(product.active);
  return {};
}

}  // namespace

Result<Account> create_account(journal::Work& work, const AccountInput& input) {
  Account account;
  TRY(apply(work, account, input));
  account.created_at = account.updated_at = work.now;
  TRY(insert_account(work, account, told<AccountCreated>));
  return account;
}

Result<Account> change_account(journal::Work& work, AccountId id, std::int64_t version,
                               const AccountInput& input) {
  const Account before = TRY(to_write(work, find_account(work.tx, id), version));
  Account after = before;
  TRY(apply(work, after, input));
  if (after == before) return before;
  TRY(save_account(work, after, told<AccountChanged>));
  return after;
}

Result<void> delete_account(journal::Work& work, AccountId id, std::int64_t version) {
  const Account account = TRY(to_write(work, find_account(work.tx, id), version));
  return remove_account(work, account, journal::because(AccountDeleted{account.name}));
}

Result<Contact> create_contact(journal::Work& work, const ContactInput& input) {
  Contact contact;
  TRY(apply(work, contact, input));
  contact.created_at = contact.updated_at = work.now;
  TRY(insert_contact(work, contact, told<ContactCreated>));
  return contact;
}

Result<Contact> change_contact(journal::Work& work, ContactId id, std::int64_t version,
                               const ContactInput& input) {
  const Contact before = TRY(to_write(work, find_contact(work.tx, id), version));
  Contact after = before;
  TRY(apply(work, after, input));
  if (after == before) return before;
  TRY(save_contact(work, after, told<ContactChanged>));
  return after;
}

Result<void> delete_contact(journal::Work& work, ContactId id, std::int64_t version) {
  const Contact contact = TRY(to_write(work, find_contact(work.tx, id), version));
  return remove_contact(work, contact, journal::because(ContactDeleted{contact.name}));
}

std::int64_t give_accounts(journal::Work& work, UserId from, const User& to, std::size_t cause) {
  return reassign_accounts(work, from, to, told<AccountChanged>, cause);
}

std::int64_t give_contacts(journal::Work& work, UserId from, const User& to, std::size_t cause) {
  return reassign_contacts(work, from, to, told<ContactChanged>, cause);
}

Result<Product> create_product(journal::Work& work, const ProductInput& input) {
  Product product;
  TRY(apply(product, input));
  TRY(insert_product(work, product, told<ProductCreated>));
  return product;
}

Result<Product> change_product(journal::Work& work, ProductId id, std::int64_t version,
                               const ProductInput& input) {
  std::optional<Product> found = find_product(work.tx, id);
  if (!found) return no_such_record();
  if (found->version != version) return stale_record();
  Product after = *found;
  TRY(apply(after, input));
  if (after == *found) return after;
  TRY(save_product(work, after, told<ProductChanged>));
  return after;
}

}  // namespace stagecoach::sales
