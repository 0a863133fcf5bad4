#include "sales/relations/relations.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct HistoryQuery {
  std::optional<int> limit;  // 1..100, 30 if absent
  std::optional<std::int64_t> cursor;
};
BOOST_DESCRIBE_STRUCT(HistoryQuery, (), (limit, cursor))
constexpr auto json_rules(const HistoryQuery*) {
  return std::array{json::Rule("limit").between(1, 100),
                    json::Rule("cursor").between(1, std::numeric_limits<std::int64_t>::max())};
}

namespace {

constexpr int kLimitDefault = 30;

// Both routes of one kind of record; `folder` is "/api/accounts".
template <class SomeId, class Relations>
void add_routes_of(http::Router& router, const SalesContext& context, std::string_view folder,
                   std::string_view tag, std::string_view relations, std::string_view timeline) {
  const std::string record = std::string(folder) + "/{id}";
  router.get(record + "/relations", rules::signed_in, {relations, {tag}},
             [context](const http::Request& request) -> Result<Relations> {
               const auto id = TRY(request.path_id<SomeId>("id"));
               return context.commands.database().read([&](db::Connection& connection) {
                 return relations_of(connection, viewer_of(*request.identity()), id);
               });
             });
  router.get(record + "/timeline", rules::signed_in, {timeline, {tag}},
             [context](const http::Request& request, const HistoryQuery& query) -> Result<History> {
               const auto id = TRY(request.path_id<SomeId>("id"));
               const auto pipelines = context.pipelines.current();
               return context.commands.database().read([&](db::Connection& connection) {
                 return history_of(connection, viewer_of(*request.identity()), *pipelines, id,
                                   query.cursor.value_or(0), query.limit.value_or(kLimitDefault));
               });
             });
}

}  // namespace

void add_relation_routes(http::Router& router, const SalesContext& context) {
  add_routes_of<AccountId, AccountRelations>(
      router, context, "/api/accounts", "accounts",
      "The companies above and below an account, and the sums of its deals",
      "What happened to an account, its contacts and its deals, newest first");
  add_routes_of<ContactId, ContactRelations>(
      router, context, "/api/contacts", "contacts",
      "The account of a contact, and the buying committees it sits on",
      "What happened to a contact, newest first");
}

}  // namespace stagecoach::sales
