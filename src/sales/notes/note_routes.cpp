#include "sales/notes/note_routes.h"

#include <limits>

#include "sales/deals/deal_commands.h"
#include "sales/notes/note_commands.h"
#include "sales/notes/note_store.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct NoteQuery {
  std::optional<int> limit;  // 1..100, 20 if absent
  std::optional<std::int64_t> cursor;
};
BOOST_DESCRIBE_STRUCT(NoteQuery, (), (limit, cursor))
constexpr auto json_rules(const NoteQuery*) {
  return std::array{json::Rule("limit").between(1, 100),
                    json::Rule("cursor").between(1, std::numeric_limits<std::int64_t>::max())};
}

struct NotePage {
  std::vector<Note> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(NotePage, (), (items, next_cursor))

namespace {

using http::Answer;
using http::Request;

constexpr int kLimitDefault = 20;

Result<NotePage> page_of(db::Connection& connection, const Viewer& viewer, DealId id,
                         const NoteQuery& query) {
  TRY(load_deal_to_read(connection, viewer, id));
  const int limit = query.limit.value_or(kLimitDefault);
  NotePage page;
  page.items = list_notes(connection, id, query.cursor.value_or(0), limit + 1);
  if (static_cast<int>(page.items.size()) > limit) {
    page.items.pop_back();
    page.next_cursor = std::to_string(page.items.back().id.value);
  }
  return page;
}

template <class F>
Result<Answer<Note>> write(journal::CommandRunner& commands, const Request& request, F&& command) {
  return commands.run(request, [&](journal::Work& work) -> Result<Answer<Note>> {
    const Note note = TRY(command(work));
    return Answer<Note>::versioned(note, note.version);
  });
}

void add_of_deal(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/deals/{id}/notes", rules::signed_in,
             {"The notes of a deal, the newest first", {"notes"}},
             [&commands](const Request& request, const NoteQuery& query) -> Result<NotePage> {
               const auto id = TRY(request.path_id<DealId>("id"));
               return commands.database().read([&](db::Connection& connection) {
                 return page_of(connection, viewer_of(*request.identity()), id, query);
               });
             });
  router.post("/api/deals/{id}/notes", rules::may_write,
              {"Write a note in Markdown; @[Name](user:1) mentions a person", {"notes"}},
              [&commands](const Request& request, const NoteText& text) -> Result<Answer<Note>> {
                const auto id = TRY(request.path_id<DealId>("id"));
                return commands.run(request, [&](journal::Work& work) -> Result<Answer<Note>> {
                  const Note note = TRY(write_note(work, id, text));
                  auto answer = Answer<Note>::created(note);
                  answer.etag(note.version);
                  return answer;
                });
              });
}

}  // namespace

void add_note_routes(http::Router& router, journal::CommandRunner& commands) {
  add_of_deal(router, commands);
  router
      .patch("/api/notes/{id}", rules::may_write, {"Change a note", {"notes"}},
             [&commands](const Request& request, const NoteText& text) -> Result<Answer<Note>> {
               const auto id = TRY(request.path_id<NoteId>("id"));
               const std::int64_t version = request.seen_version();
               return write(commands, request, [&](journal::Work& work) {
                 return change_note(work, id, version, text);
               });
             })
      .versioned();
  router
      .del("/api/notes/{id}", rules::may_write, {"Delete a note; it can be restored", {"notes"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<NoteId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(delete_note(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
  router
      .post("/api/notes/{id}/restorations", rules::may_write,
            {.summary = "Restore a deleted note", .tags = {"notes"}, .success = 200},
            [&commands](const Request& request) -> Result<Answer<Note>> {
              const auto id = TRY(request.path_id<NoteId>("id"));
              const std::int64_t version = request.seen_version();
              return write(commands, request,
                           [&](journal::Work& work) { return restore_note(work, id, version); });
            })
      .versioned();
}

}  // namespace stagecoach::sales
