#include "sales/accounts/match/duplicate_routes.h"

#include "sales/accounts/match/duplicates.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct AccountProbe {
  std::optional<std::string> name, domain, phone;
  std::optional<AccountId> id;  // where it is stored already
};
BOOST_DESCRIBE_STRUCT(AccountProbe, (), (name, domain, phone, id))
constexpr auto json_rules(const AccountProbe*) {
  using json::Rule;
  return std::array{Rule("name").length(0, 300), Rule("domain").length(0, 253),
                    Rule("phone").length(0, 60)};
}

struct ContactProbe {
  std::optional<std::string> name, email, phone;
  std::optional<AccountId> account_id;
  std::optional<ContactId> id;
};
BOOST_DESCRIBE_STRUCT(ContactProbe, (), (name, email, phone, account_id, id))
constexpr auto json_rules(const ContactProbe*) {
  using json::Rule;
  return std::array{Rule("name").length(0, 200), Rule("email").length(0, 254),
                    Rule("phone").length(0, 60)};
}

struct SuspectPairsQuery {
  PartyKind kind = PartyKind::account;
  std::optional<int> limit;  // 1..100, 50 if absent
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(SuspectPairsQuery, (), (kind, limit, cursor))
constexpr auto json_rules(const SuspectPairsQuery*) {
  using json::Rule;
  return std::array{Rule("kind").defaulted(), Rule("limit").between(1, 100),
                    Rule("cursor").length(1, 2000)};
}

namespace {

using http::Request;
constexpr int kLimitDefault = 50;

Account account_of(const AccountProbe& probe) {
  Account account;
  account.id = probe.id.value_or(AccountId());
  account.name = probe.name.value_or("");
  account.domain = probe.domain.value_or("");
  account.phone = probe.phone.value_or("");
  return account;
}

Contact contact_of(const ContactProbe& probe) {
  Contact contact;
  contact.id = probe.id.value_or(ContactId());
  contact.name = probe.name.value_or("");
  contact.email = probe.email.value_or("");
  contact.phone = probe.phone.value_or("");
  contact.account_id = probe.account_id;
  return contact;
}

}  // namespace

void add_duplicate_routes(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/duplicates/accounts", rules::signed_in,
             {"Accounts that the one being typed may be", {"duplicates"}},
             [&commands](const Request& request, const AccountProbe& probe) -> Result<Suspects> {
               return commands.database().read([&](db::Connection& connection) {
                 return accounts_like(connection, viewer_of(*request.identity()),
                                      account_of(probe));
               });
             });
  router.get("/api/duplicates/contacts", rules::signed_in,
             {"Contacts that the one being typed may be", {"duplicates"}},
             [&commands](const Request& request, const ContactProbe& probe) -> Result<Suspects> {
               return commands.database().read([&](db::Connection& connection) {
                 return contacts_like(connection, viewer_of(*request.identity()),
                                      contact_of(probe));
               });
             });
  router.get(
      "/api/duplicates", rules::signed_in, {"Pairs of records that may be one", {"duplicates"}},
      [&commands](const Request& request, const SuspectPairsQuery& query) -> Result<SuspectPairs> {
        return commands.database().read([&](db::Connection& connection) {
          return suspect_pairs(connection, viewer_of(*request.identity()), query.kind, query.cursor,
                               query.limit.value_or(kLimitDefault));
        });
      });
  router.post("/api/duplicates/distinctions", rules::may_write_accounts,
              {.summary = "Remember that two records are not one, or take that back",
               .tags = {"duplicates"}},
              [&commands](const Request& request, const Distinction& wish) -> Result<http::Reply> {
                return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
                  TRY(distinguish(work, wish));
                  return http::Reply::no_content();
                });
              });
}

}  // namespace stagecoach::sales
