// Lists of accounts and contacts: allow-listed filters and sorts, keyset paging.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.h"
#include "platform/db/connection.h"
#include "sales/accounts/account.h"
#include "sales/lists/filter.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// `sort` is name, created or updated, "-" before it for descending; by name if absent.
struct RecordQuery {
  std::optional<std::string> q;
  std::optional<UserId> owner_id;
  std::optional<std::string> where;  // conditions in groups (sales/lists/filter.h)
  std::optional<std::string> sort;
  std::optional<int> limit;  // 1..200, 50 if absent
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(RecordQuery, (), (q, owner_id, where, sort, limit, cursor))

struct AccountQuery : RecordQuery {
  std::optional<std::string> region, industry;
};
BOOST_DESCRIBE_STRUCT(AccountQuery, (RecordQuery), (region, industry))
constexpr auto json_rules(const AccountQuery*) {
  using json::Rule;
  return std::array{Rule("q").length(0, 200),
                    Rule("sort").length(1, 40),
                    Rule("limit").between(1, 200),
                    Rule("cursor").length(1, 2000),
                    Rule("where").length(2, kFilterLengthMax),
                    Rule("region").length(0, 100),
                    Rule("industry").length(0, 100)};
}

struct ContactQuery : RecordQuery {
  std::optional<AccountId> account_id;
  std::optional<Consent> consent;
};
BOOST_DESCRIBE_STRUCT(ContactQuery, (RecordQuery), (account_id, consent))
constexpr auto json_rules(const ContactQuery*) {
  using json::Rule;
  return std::array{Rule("q").length(0, 200), Rule("sort").length(1, 40),
                    Rule("limit").between(1, 200), Rule("cursor").length(1, 2000),
                    Rule("where").length(2, kFilterLengthMax)};
}

// What these lists may show, on the screen and as a file.
enum class AccountColumn { name, domain, phone, region, industry, size, owner, created, updated };
BOOST_DESCRIBE_ENUM(AccountColumn, name, domain, phone, region, industry, size, owner, created,
                    updated)
enum class ContactColumn {
  name,
  account,
  title,
  email,
  phone,
  consent,
  owner,
  created,
  updated,
};
BOOST_DESCRIBE_ENUM(ContactColumn, name, account, title, email, phone, consent, owner, created,
                    updated)

template <class T>
struct Page {
  std::vector<T> items;
  std::optional<std::string> next_cursor;
};

// What the viewer sees. `invalid`: an unknown sort, a cursor of another list, or a filter that
// add_filter refuses.
Result<Page<Account>> list_accounts(db::Connection& connection, const Viewer& viewer, Instant now,
                                    const AccountQuery& query);
Result<Page<Contact>> list_contacts(db::Connection& connection, const Viewer& viewer, Instant now,
                                    const ContactQuery& query);

// Refuse what the lists would, of a query that is only kept.
Result<void> check_account_query(const Viewer& viewer, const AccountQuery& query);
Result<void> check_contact_query(const Viewer& viewer, const ContactQuery& query);

// What they may be asked for, each in one table.
FilterFields account_filter_fields();
FilterFields contact_filter_fields();

// The names of the accounts that these contacts belong to, whoever sees those.
std::map<AccountId, std::string> account_names(db::Connection& connection,
                                               const std::vector<Contact>& of);

}  // namespace stagecoach::sales
