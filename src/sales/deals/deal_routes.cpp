#include "sales/deals/deal_routes.h"

#include "journal/reader.h"
#include "platform/base/enum_names.h"
#include "sales/deals/approval/approval_commands.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/gate/move_commands.h"
#include "sales/deals/views/deal_views.h"
#include "sales/deals/waiting/waiting_commands.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct TimelineQuery {
  std::vector<TimelineKind> kinds;  // none: all
  std::optional<int> limit;
  std::optional<std::int64_t> cursor;
};
BOOST_DESCRIBE_STRUCT(TimelineQuery, (), (kinds, limit, cursor))
constexpr auto json_rules(const TimelineQuery*) {
  return std::array{json::Rule("kinds").items(0, 7).defaulted(),
                    json::Rule("limit").between(1, 200),
                    json::Rule("cursor").between(1, std::numeric_limits<std::int64_t>::max())};
}

struct TickChecklist {
  bool done = true;
};
BOOST_DESCRIBE_STRUCT(TickChecklist, (), (done))

struct Undone {
  std::int64_t undone_seq = 0;
  std::string subject_kind;
  std::int64_t subject_id = 0;
};
BOOST_DESCRIBE_STRUCT(Undone, (), (undone_seq, subject_kind, subject_id))

namespace {

using http::Answer;
using http::Request;

constexpr Phrase kNoElement{"deal.no_bant_element",
                            "BANT has budget, authority, need and timeline.",
                            "BANT 包括 budget、authority、need 和 timeline。"};
constexpr Phrase kNotUndoable{"undo.not_possible", "This cannot be undone.", "此操作无法撤销。"};
constexpr int kTimelineDefault = 50;

// Reads with the request's viewer, the published pipelines and the time of now.
template <class F>
auto read_deals(const SalesContext& context, const Request& request, F&& f) {
  const auto pipelines = context.pipelines.current();
  const StageClock clock(context.calendar.current(), context.commands.clock().now());
  const DealReading reading{viewer_of(*request.identity()), *pipelines, clock};
  return context.commands.database().read(
      [&](db::Connection& connection) { return f(connection, reading); });
}

// Runs a command that gives a deal and answers its page, with the version as ETag.
template <class F>
Result<Answer<DealDetail>> write_deal(const SalesContext& context, const Request& request,
                                      F&& command, bool created = false) {
  const auto pipelines = context.pipelines.current();
  return context.commands.run(request, [&](journal::Work& work) -> Result<Answer<DealDetail>> {
    const Deal deal = TRY(command(work, *pipelines));
    const StageClock clock(context.calendar.current(), work.now);
    const DealDetail detail = detail_of(work.tx, {viewer_of(work.actor), *pipelines, clock}, deal);
    Answer<DealDetail> answer =
        created ? Answer<DealDetail>::created(detail, "/api/deals/" + std::to_string(deal.id.value))
                : Answer<DealDetail>(detail);
    answer.etag(deal.version);
    return answer;
  });
}

void add_reading_routes(http::Router& router, const SalesContext& context) {
  router
      .get("/api/deals", rules::signed_in,
           {"Deals one may see, filtered, sorted, paged", {"deals"}},
           [context](const Request& request, const DealQuery& query) -> Result<DealPage> {
             return read_deals(context, request,
                               [&](db::Connection& connection, const DealReading& reading) {
                                 return list_deals(connection, reading, query);
                               });
           })
      .runs(http::Runs::inline_on_io);

  router
      .get("/api/deals/{id}", rules::signed_in, {"A deal with its standard and facts", {"deals"}},
           [context](const Request& request) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             return read_deals(context, request,
                               [&](db::Connection& connection,
                                   const DealReading& reading) -> Result<Answer<DealDetail>> {
                                 const Deal deal =
                                     TRY(load_deal_to_read(connection, reading.viewer, id));
                                 return Answer<DealDetail>::versioned(
                                     detail_of(connection, reading, deal), deal.version);
                               });
           })
      .runs(http::Runs::inline_on_io);

  router.get("/api/deals/{id}/timeline", rules::signed_in,
             {"What happened to a deal, newest first", {"deals"}},
             [context](const Request& request, const TimelineQuery& query) -> Result<Timeline> {
               const auto id = TRY(request.path_id<DealId>("id"));
               return read_deals(
                   context, request,
                   [&](db::Connection& connection, const DealReading& reading) -> Result<Timeline> {
                     const Deal deal = TRY(load_deal_to_read(connection, reading.viewer, id));
                     return timeline_of(connection, reading, deal, query.kinds,
                                        query.cursor.value_or(0),
                                        query.limit.value_or(kTimelineDefault));
                   });
             });
}

void add_deal_writes(http::Router& router, const SalesContext& context) {
  router.post(
      "/api/deals", rules::may_write, {"Create a deal", {"deals"}},
      [context](const Request& request, const CreateDeal& wish) -> Result<Answer<DealDetail>> {
        return write_deal(
            context, request,
            [&](journal::Work& work, const Pipelines& pipelines) {
              return create_deal(work, pipelines, wish);
            },
            true);
      });

  router
      .patch(
          "/api/deals/{id}", rules::may_write, {"Change fields of a deal", {"deals"}},
          [context](const Request& request, const PatchDeal& patch) -> Result<Answer<DealDetail>> {
            const auto id = TRY(request.path_id<DealId>("id"));
            const std::int64_t version = request.seen_version();
            return write_deal(context, request,
                              [&](journal::Work& work, const Pipelines& pipelines) {
                                return patch_deal(work, pipelines, id, version, patch);
                              });
          })
      .versioned();

  router
      .del("/api/deals/{id}", rules::may_delete, {"Delete a deal; it can be restored", {"deals"}},
           [context](const Request& request) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             const std::int64_t version = request.seen_version();
             return write_deal(context, request, [&](journal::Work& work, const Pipelines&) {
               return delete_deal(work, id, version);
             });
           })
      .versioned();

  router
      .post("/api/deals/{id}/restorations", rules::may_delete,
            {.summary = "Restore a deleted deal", .tags = {"deals"}, .success = 200},
            [context](const Request& request) -> Result<Answer<DealDetail>> {
              const auto id = TRY(request.path_id<DealId>("id"));
              const std::int64_t version = request.seen_version();
              return write_deal(context, request, [&](journal::Work& work, const Pipelines&) {
                return restore_deal(work, id, version);
              });
            })
      .versioned();

  router
      .post("/api/deals/{id}/moves", rules::may_write,
            {.summary = "Move a deal through its gate, back, on hold, to won or lost, or reopen it",
             .tags = {"deals"},
             .success = 200},
            [context](const Request& request, const MoveDeal& move) -> Result<Answer<DealDetail>> {
              const auto id = TRY(request.path_id<DealId>("id"));
              const std::int64_t version = request.seen_version();
              return write_deal(context, request,
                                [&](journal::Work& work, const Pipelines& pipelines) {
                                  return move_deal(work, pipelines, id, version, move);
                                });
            })
      .versioned();
}

void add_fact_writes(http::Router& router, const SalesContext& context) {
  router
      .put("/api/deals/{id}/bant/{element}", rules::may_write,
           {"Say how well an element of BANT is known", {"deals"}},
           [context](const Request& request,
                     const BantAnswer& answer) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             const std::int64_t version = request.seen_version();
             const auto element = from_name<BantElement>(request.path_text("element"));
             if (!element) return Error(Error::Code::not_found, kNoElement);
             return write_deal(context, request,
                               [&](journal::Work& work, const Pipelines& pipelines) {
                                 return set_bant(work, pipelines, id, version, *element, answer);
                               });
           })
      .versioned();

  router
      .put("/api/deals/{id}/checklist/{item}", rules::may_write,
           {"Tick or untick a checklist item", {"deals"}},
           [context](const Request& request,
                     const TickChecklist& body) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             const std::int64_t version = request.seen_version();
             const std::string item(request.path_text("item"));
             return write_deal(
                 context, request, [&](journal::Work& work, const Pipelines& pipelines) {
                   return tick_checklist(work, pipelines, id, version, item, body.done);
                 });
           })
      .versioned();

  router
      .put("/api/deals/{id}/waiting", rules::may_write,
           {"Say on whom a deal waits, and since when", {"deals"}},
           [context](const Request& request, const WaitOn& wish) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             const std::int64_t version = request.seen_version();
             return write_deal(context, request, [&](journal::Work& work, const Pipelines&) {
               return set_waiting_on(work, id, version, wish);
             });
           })
      .versioned();
}

void add_approval_writes(http::Router& router, const SalesContext& context) {
  router
      .post("/api/deals/{id}/approvals", rules::may_approve,
            {.summary = "Approve that a deal leaves its stage, or refuse what was asked for",
             .tags = {"deals"},
             .success = 200},
            [context](const Request& request,
                      const AnswerApproval& answer) -> Result<Answer<DealDetail>> {
              const auto id = TRY(request.path_id<DealId>("id"));
              const std::int64_t version = request.seen_version();
              return write_deal(context, request,
                                [&](journal::Work& work, const Pipelines& pipelines) {
                                  return answer_approval(work, pipelines, id, version, answer);
                                });
            })
      .versioned();

  router
      .post(
          "/api/deals/{id}/approval-requests", rules::may_write,
          {.summary = "Ask that leaving the stage be approved", .tags = {"deals"}, .success = 200},
          [context](const Request& request, const AskApproval& wish) -> Result<Answer<DealDetail>> {
            const auto id = TRY(request.path_id<DealId>("id"));
            const std::int64_t version = request.seen_version();
            const auto calendar = context.calendar.current();
            return write_deal(context, request,
                              [&](journal::Work& work, const Pipelines& pipelines) {
                                return ask_approval(work, pipelines, *calendar, id, version, wish);
                              });
          })
      .versioned();
}

void add_committee_writes(http::Router& router, const SalesContext& context) {
  router
      .put("/api/deals/{id}/committee/{contact_id}", rules::may_write,
           {"Put a contact on the buying committee", {"deals"}},
           [context](const Request& request,
                     const CommitteeSeat& seat) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             const auto contact = TRY(request.path_id<ContactId>("contact_id"));
             const std::int64_t version = request.seen_version();
             return write_deal(context, request,
                               [&](journal::Work& work, const Pipelines& pipelines) {
                                 return seat_contact(work, pipelines, id, version, contact, seat);
                               });
           })
      .versioned();

  router
      .del("/api/deals/{id}/committee/{contact_id}", rules::may_write,
           {"Take a contact off the buying committee", {"deals"}},
           [context](const Request& request) -> Result<Answer<DealDetail>> {
             const auto id = TRY(request.path_id<DealId>("id"));
             const auto contact = TRY(request.path_id<ContactId>("contact_id"));
             const std::int64_t version = request.seen_version();
             return write_deal(context, request,
                               [&](journal::Work& work, const Pipelines& pipelines) {
                                 return unseat_contact(work, pipelines, id, version, contact);
                               });
           })
      .versioned();
}

Result<Deal> undo_event(journal::Work& work, const Pipelines& pipelines,
                        const journal::Event& event) {
  if (event.kind == DealMoved::kKind) return undo_move(work, pipelines, event);
  if (event.kind == DealChanged::kKind) return undo_change(work, pipelines, event);
  if (event.kind == DealDeleted::kKind) return undo_delete(work, event);
  if (event.kind == DealWaitingOnChanged::kKind) return undo_waiting_on(work, event);
  // Who may not see the deal learns nothing, not even that this event is about one.
  TRY(load_deal_to_write(work, DealId(event.subject_id)));
  return Error(Error::Code::conflict, kNotUndoable);
}

void add_undo_route(http::Router& router, const SalesContext& context) {
  router.post(
      "/api/events/{seq}/undo", rules::may_write,
      {.summary = "Take back what an event did, by a compensating event",
       .tags = {"journal"},
       .success = 200},
      [context](const Request& request) -> Result<Answer<Undone>> {
        const auto seq = TRY(request.path_id<Id<struct EventTag>>("seq"));
        const auto pipelines = context.pipelines.current();
        return context.commands.run(request, [&](journal::Work& work) -> Result<Answer<Undone>> {
          const auto event = journal::find(work.tx, seq.value);
          if (!event || event->subject_kind != kDealSubject) return no_such_record();
          TRY(undo_event(work, *pipelines, *event));
          return Answer<Undone>(Undone{event->seq, event->subject_kind, event->subject_id});
        });
      });
}

}  // namespace

void add_deal_routes(http::Router& router, const SalesContext& context) {
  add_reading_routes(router, context);
  add_deal_writes(router, context);
  add_fact_writes(router, context);
  add_approval_writes(router, context);
  add_committee_writes(router, context);
  add_undo_route(router, context);
}

}  // namespace stagecoach::sales
