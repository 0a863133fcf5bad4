#include "readers/live.h"

#include <map>
#include <utility>

#include "sales/accounts/directory.h"
#include "sales/deals/live_owner.h"
#include "sales/pipeline/pipeline_events.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::readers {

// What goes over the wire.
struct LiveChange {
  std::int64_t seq = 0;
  std::string kind;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::optional<UserId> actor_id;
};
BOOST_DESCRIBE_STRUCT(LiveChange, (), (seq, kind, subject_kind, subject_id, actor_id))

namespace {

constexpr int kBurst = 200;  // more changes than this at once are told as one reset
constexpr Millis kPeriod{1000};

// Whom a record belongs to; an empty one is common property.
struct Belongs {
  bool to_everyone = false;
  UserId owner;
  sales::TeamId team;
  bool to_pipeline_editors = false;

  bool seen_by(const sales::Viewer& viewer) const {
    if (to_pipeline_editors) return viewer.has(sales::Permission::pipelines_edit);
    return to_everyone || (owner && sales::may_see(viewer, owner, team));
  }
};

// nullopt: this kind of event is nobody's business but the audit's.
std::optional<Belongs> belongs(db::Connection& connection, const journal::Event& event) {
  if (event.subject_kind == "deal") {
    const auto owner = sales::owner_of_deal(connection, sales::DealId(event.subject_id));
    return owner ? std::optional(Belongs{false, owner->user, owner->team}) : std::nullopt;
  }
  if (event.subject_kind == "account") {
    const auto owner = sales::owner_of_account(connection, sales::AccountId(event.subject_id));
    return owner ? std::optional(Belongs{false, owner->user, owner->team}) : std::nullopt;
  }
  if (event.subject_kind == "contact") {
    const auto owner = sales::owner_of_contact(connection, sales::ContactId(event.subject_id));
    return owner ? std::optional(Belongs{false, owner->user, owner->team}) : std::nullopt;
  }
  if (event.subject_kind == "pipeline" || event.subject_kind == "product" ||
      event.subject_kind == sales::kCustomFieldSubject)
    return Belongs{true, {}, {}};
  if (event.subject_kind == sales::kDraftSubject) return Belongs{false, {}, {}, true};
  return std::nullopt;
}

http::Event live_event(const journal::Event& event) {
  const LiveChange change{event.seq, event.kind, event.subject_kind, event.subject_id,
                          event.actor ? std::optional(event.actor) : std::nullopt};
  return {static_cast<std::uint64_t>(event.seq), "change", json::write(change), ""};
}

}  // namespace

LiveReader::LiveReader(db::Database& database, http::EventHub& hub,
                       sales::PipelineCatalog& pipelines)
    : database_(database),
      hub_(hub),
      pipelines_(pipelines),
      last_(database.read([](db::Connection& connection) { return journal::head(connection); })) {
  loop_ = std::make_unique<journal::ReaderLoop>(database, "live", kPeriod, [this] { step(); });
}

LiveReader::~LiveReader() = default;

void LiveReader::step() {
  database_.read([&](db::Connection& connection) {
    const journal::Seq newest = journal::head(connection);
    if (newest <= last_) return;
    if (newest - last_ > kBurst) {
      pipelines_.reload(connection);
      hub_.publish({static_cast<std::uint64_t>(newest), "reset", "{}", ""});
      last_ = newest;
      return;
    }
    for (const journal::Event& event : journal::read_after(connection, last_, kBurst)) {
      if (event.subject_kind == "pipeline" || event.subject_kind == sales::kCustomFieldSubject)
        pipelines_.reload(connection);
      if (const auto whose = belongs(connection, event))
        hub_.publish(live_event(event), [whose = *whose](const http::Identity& identity) {
          return whose.seen_by(sales::viewer_of(identity));
        });
      last_ = event.seq;
    }
  });
}

void add_live_route(http::Router& router, db::Database& database) {
  router.get(
      "/api/live", sales::rules::signed_in,
      {.summary = "Changes as they happen (server-sent events)",
       .tags = {"live"},
       .answer_type = "text/event-stream"},
      [&database](const http::Request& request) -> Result<http::Reply> {
        http::EventStream stream;
        const auto identity = request.shared_identity();
        stream.replay = [&database,
                         identity](std::uint64_t after) -> Result<http::EventStream::Replay> {
          http::EventStream::Replay replay;
          database.read([&](db::Connection& connection) {
            const auto since = static_cast<journal::Seq>(after);
            replay.complete = journal::head(connection) - since <= kBurst;
            if (!replay.complete) return;
            for (const journal::Event& event : journal::read_after(connection, since, kBurst)) {
              const auto whose = belongs(connection, event);
              if (whose && whose->seen_by(sales::viewer_of(*identity)))
                replay.events.push_back(live_event(event));
            }
          });
          return replay;
        };
        return http::Reply::event_stream(std::move(stream));
      });
}

}  // namespace stagecoach::readers
