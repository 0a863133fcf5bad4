#include <algorithm>
#include <iterator>

#include "platform/base/text_fold.h"
#include "platform/base/utf8.h"
#include "platform/db/search.h"
#include "sales/search/search.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct SearchQuery {
  std::string q;
  std::optional<int> limit;  // of each kind, 1..20, 8 if absent
};
BOOST_DESCRIBE_STRUCT(SearchQuery, (), (q, limit))
constexpr auto json_rules(const SearchQuery*) {
  return std::array{json::Rule("q").length(1, 200), json::Rule("limit").between(1, 20)};
}

enum class FoundKind { deal, account, contact };
BOOST_DESCRIBE_ENUM(FoundKind, deal, account, contact)

struct Found {
  FoundKind kind = FoundKind::deal;
  std::int64_t id = 0;
  std::string title;
  std::string subtitle;  // the account of a deal or contact; the domain of an account
};
BOOST_DESCRIBE_STRUCT(Found, (), (kind, id, title, subtitle))

struct FoundList {
  std::vector<Found> items;
};
BOOST_DESCRIBE_STRUCT(FoundList, (), (items))

namespace {

constexpr int kLimitDefault = 8;

struct Source {
  FoundKind kind;
  std::string_view table;
  std::string_view select;  // id, title, subtitle FROM … WHERE
};

constexpr Source kSources[] = {
    {FoundKind::deal, "deals",
     "SELECT deals.id, deals.name, COALESCE(a.name, '') FROM deals "
     "LEFT JOIN accounts a ON a.id = deals.account_id WHERE deals.deleted_at IS NULL"},
    {FoundKind::account, "accounts",
     "SELECT accounts.id, accounts.name, COALESCE(accounts.domain, '') FROM accounts "
     "WHERE accounts.deleted_at IS NULL"},
    {FoundKind::contact, "contacts",
     "SELECT contacts.id, contacts.name, COALESCE(a.name, '') FROM contacts "
     "LEFT JOIN accounts a ON a.id = contacts.account_id WHERE contacts.deleted_at IS NULL"},
};

// How many of the newest rows are looked through for a single character.
constexpr int kNewestLookedAt = 4000;

// One character stands in very many rows, and its index would collect them all to sort them.
bool is_everywhere(std::string_view folded) {
  constexpr std::string_view kOfLike = "%_\\";
  return count_characters(folded) == 1 && kOfLike.find(folded.front()) == kOfLike.npos;
}

// The newest that fit, at most `limit`.
std::vector<Found> ask(db::Connection& connection, const Viewer& viewer, const Source& source,
                       const db::SearchClause& clause, int limit) {
  std::vector<db::Param> params{db::Param(clause.argument)};
  const SeenBy seen = seen_by(viewer, source.table, 2);
  seen.bind_to(params);
  const std::string table(source.table);
  const std::string sql = std::string(source.select) + " AND " + clause.condition + " AND " +
                          seen.condition + " ORDER BY " + table + ".id DESC LIMIT " +
                          std::to_string(limit);
  std::vector<Found> found;
  connection.each_of(sql, params, [&](const db::Row& row) {
    found.push_back({source.kind, row.integer(0), row.string(1), row.string(2)});
  });
  return found;
}

void search_one(db::Connection& connection, const Viewer& viewer, const Source& source,
                const std::string& folded, int limit, std::vector<Found>& found) {
  const std::string table(source.table);
  std::vector<Found> hits;
  if (is_everywhere(folded))
    hits = ask(connection, viewer, source,
               {table + ".id > (SELECT COALESCE(MAX(id), 0) - " + std::to_string(kNewestLookedAt) +
                    " FROM " + table + ") AND " + table + ".search_text LIKE $1",
                "%" + folded + "%"},
               limit);
  // Where the newest rows did not give enough, all are asked for.
  if (static_cast<int>(hits.size()) < limit)
    hits = ask(connection, viewer, source,
               db::contains_text(connection.engine(), {source.table, "search_text"}, folded, 1),
               limit);
  std::move(hits.begin(), hits.end(), std::back_inserter(found));
}

}  // namespace

void add_search_route(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/search", rules::signed_in,
      {"Deals, accounts and contacts by a piece of their text", {"search"}},
      [&commands](const http::Request& request, const SearchQuery& query) -> Result<FoundList> {
        FoundList list;
        const std::string folded = fold(query.q);
        if (folded.empty()) return list;
        const Viewer& viewer = viewer_of(*request.identity());
        commands.database().read([&](db::Connection& connection) {
          for (const Source& source : kSources)
            search_one(connection, viewer, source, folded, query.limit.value_or(kLimitDefault),
                       list.items);
        });
        return list;
      });
}

}  // namespace stagecoach::sales
