#include "sales/notices/notice_routes.h"

#include <limits>

#include "sales/notices/notice_store.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct NoticeQuery {
  std::optional<int> limit;  // 1..100, 30 if absent
  std::optional<std::int64_t> cursor;
};
BOOST_DESCRIBE_STRUCT(NoticeQuery, (), (limit, cursor))
constexpr auto json_rules(const NoticeQuery*) {
  return std::array{json::Rule("limit").between(1, 100),
                    json::Rule("cursor").between(1, std::numeric_limits<std::int64_t>::max())};
}

struct NoticePage {
  std::vector<Notice> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(NoticePage, (), (items, next_cursor))

struct UnreadNotices {
  std::int64_t unread = 0;  // counted up to 100
};
BOOST_DESCRIBE_STRUCT(UnreadNotices, (), (unread))

struct ReadNotices {
  NoticeId up_to;  // the newest that was shown; what came after it stays unread
};
BOOST_DESCRIBE_STRUCT(ReadNotices, (), (up_to))

namespace {

using http::Request;

constexpr int kLimitDefault = 30;

NoticePage page_of(db::Connection& connection, const Viewer& viewer, const NoticeQuery& query) {
  const int limit = query.limit.value_or(kLimitDefault);
  NoticePage page;
  page.items = list_notices(connection, viewer, NoticeId(query.cursor.value_or(0)), limit + 1);
  if (static_cast<int>(page.items.size()) > limit) {
    page.items.pop_back();
    page.next_cursor = std::to_string(page.items.back().id.value);
  }
  return page;
}

void add_reading(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/notices", rules::signed_in, {"What I am told of, the newest first", {"notices"}},
             [&commands](const Request& request, const NoticeQuery& query) -> Result<NoticePage> {
               return commands.database().read([&](db::Connection& connection) {
                 return page_of(connection, viewer_of(*request.identity()), query);
               });
             });
  router.get(
      "/api/notices/unread", rules::signed_in, {"How many of them I have not read", {"notices"}},
      [&commands](const Request& request) -> Result<UnreadNotices> {
        return commands.database().read([&](db::Connection& connection) {
          return UnreadNotices{count_unread(connection, viewer_of(*request.identity()).user)};
        });
      });
  router.get("/api/notices/settings", rules::signed_in, {"Of which kinds I am told", {"notices"}},
             [&commands](const Request& request) -> Result<NoticeSettings> {
               return commands.database().read([&](db::Connection& connection) {
                 return notice_settings(connection, viewer_of(*request.identity()).user);
               });
             });
}

}  // namespace

// What one has read and wants to read is nobody else's business and not in the journal; done twice
// it is the same, so no key is kept.
void add_notice_routes(http::Router& router, journal::CommandRunner& commands) {
  add_reading(router, commands);
  router
      .put("/api/notices/{id}/read", rules::in_person, {"I have read this", {"notices"}},
           [&commands](const Request& request) -> Result<void> {
             const auto id = TRY(request.path_id<NoticeId>("id"));
             return commands.run(viewer_of(*request.identity()),
                                 [&](journal::Work& work) -> Result<void> {
                                   if (!mark_read(work.tx, work.actor.user, id, work.now))
                                     return no_such_record();
                                   return {};
                                 });
           })
      .without_key();
  router
      .post("/api/notices/readings", rules::in_person,
            {"I have read all up to this one", {"notices"}},
            [&commands](const Request& request, const ReadNotices& read) -> Result<void> {
              return commands.run(viewer_of(*request.identity()),
                                  [&](journal::Work& work) -> Result<void> {
                                    mark_all_read(work.tx, work.actor.user, read.up_to, work.now);
                                    return {};
                                  });
            })
      .without_key();
  router
      .put("/api/notices/settings", rules::in_person,
           {"Choose of which kinds I am told", {"notices"}},
           [&commands](const Request& request,
                       const NoticeSettings& wish) -> Result<NoticeSettings> {
             return commands.run(viewer_of(*request.identity()),
                                 [&](journal::Work& work) -> Result<NoticeSettings> {
                                   save_notice_settings(work.tx, work.actor.user, wish);
                                   return wish;
                                 });
           })
      .without_key();
}

}  // namespace stagecoach::sales
