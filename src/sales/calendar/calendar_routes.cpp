#include "sales/calendar/calendar_routes.h"

#include <array>

#include "sales/calendar/calendar_store.h"
#include "sales/team/rules.h"
#include "sales/team/sign_in/login_limits.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/visibility.h"
#include "sales/team/who_sees.h"

namespace stagecoach::sales {

struct CalendarFeed {
  std::optional<Instant> made_at;  // absent: there is none
};
BOOST_DESCRIBE_STRUCT(CalendarFeed, (), (made_at))

// Shown once.
struct NewCalendarFeed {
  Instant made_at;
  std::string file;  // "/api/calendar/" and this is its address
};
BOOST_DESCRIBE_STRUCT(NewCalendarFeed, (), (made_at, file))

namespace {

using http::Answer;
using http::Request;

constexpr std::string_view kSuffix = ".ics";

// A calendar program asks every few minutes at most. Every reading counts, a right one too, so that
// a feed costs a bounded share of the server whoever has its address.
LoginLimitSettings reading_limits() {
  LoginLimitSettings limits;
  limits.account = {60, std::chrono::seconds(60), std::chrono::minutes(60)};
  limits.address = {600, std::chrono::seconds(60), std::chrono::minutes(60)};
  return limits;
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    hex.append(1, kDigits[value >> 4]).append(1, kDigits[value & 15]);
  }
  return hex;
}

std::string site_of(const Request& request) {
  const std::string_view authority = request.authority();
  if (authority.empty()) return {};
  return (request.is_secure() ? "https://" : "http://") + std::string(authority);
}

Result<std::string> read_feed(db::Connection& connection, std::string_view hash, Instant now,
                              std::string site) {
  const auto holder = holder_of_feed(connection, hash);
  const auto viewer = holder ? viewer_of_person(connection, *holder) : std::nullopt;
  if (!viewer) return no_such_record();
  FeedHead head = feed_head(connection);
  head.site = std::move(site);
  return calendar_of(head, feed_entries(connection, *viewer, now - kFeedPast));
}

void add_owning(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/calendar-feed", rules::in_person,
             {"Whether I have a calendar feed; its address is not shown again", {"calendar"}},
             [&commands](const Request& request) -> Result<CalendarFeed> {
               return commands.database().read([&](db::Connection& connection) {
                 return CalendarFeed{feed_made_at(connection, viewer_of(*request.identity()).user)};
               });
             });
  // The answer holds a secret and is not kept for a repeated key: it is stored nowhere.
  router
      .post("/api/calendar-feed", rules::in_person,
            {"Make my calendar feed, or a new address for it; the answer shows it for the only "
             "time",
             {"calendar"}},
            [&commands](const Request& request) -> Result<Answer<NewCalendarFeed>> {
              const Secret secret = new_secret(kFeedPrefix);
              const Viewer& viewer = viewer_of(*request.identity());
              const Instant made =
                  TRY(commands.run(viewer, [&](journal::Work& work) -> Result<Instant> {
                    save_feed(work, viewer.user, secret.hash, {});
                    return work.now;
                  }));
              return Answer<NewCalendarFeed>::created({made, secret.text + std::string(kSuffix)});
            })
      .without_key();
  router
      .del("/api/calendar-feed", rules::in_person,
           {"End my calendar feed: its address is worthless from now on", {"calendar"}},
           [&commands](const Request& request) -> Result<void> {
             const Viewer& viewer = viewer_of(*request.identity());
             return commands.run(viewer, [&](journal::Work& work) -> Result<void> {
               if (!delete_feed(work, viewer.user, {})) return no_such_record();
               return {};
             });
           })
      .without_key();
}

}  // namespace

void add_calendar_routes(http::Router& router, journal::CommandRunner& commands) {
  add_owning(router, commands);
  auto limits = std::make_shared<LoginLimits>(commands.clock(), reading_limits());
  router.get("/api/calendar/{secret}", rules::anyone,
             {.summary = "A calendar feed (iCalendar); who has its address needs no sign-in",
              .tags = {"calendar"},
              .answer_type = "text/calendar"},
             [&commands, limits](const Request& request) -> Result<http::Reply> {
               std::string_view secret = request.path_text("secret");
               if (secret.ends_with(kSuffix)) secret.remove_suffix(kSuffix.size());
               const std::string hash = secret_hash(secret);
               TRY(limits->begin(request.remote_address(), hex_of(hash)));
               const Instant now = commands.clock().now();
               std::string ics = TRY(commands.database().read([&](db::Connection& connection) {
                 return read_feed(connection, hash, now, site_of(request));
               }));
               const std::string tag = '"' + hex_of(secret_hash(ics)).substr(0, 32) + '"';
               auto reply = http::Reply::text(std::move(ics), "text/calendar; charset=utf-8");
               reply.header("ETag", tag);
               reply.header("Cache-Control", "private, max-age=300");
               return reply;
             });
}

}  // namespace stagecoach::sales
