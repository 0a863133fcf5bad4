// A person's steps and meetings as a calendar that other programs subscribe to.
//
// Who has the secret address reads it, without signing in: it is shown once, only its hash is
// stored, and making another or ending it makes the old one worthless. It shows what the person
// sees at the time, and nothing of a person who was deactivated.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time_zone.h"
#include "sales/activities/activity.h"
#include "sales/team/team_events.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

inline constexpr std::string_view kFeedPrefix = "scf_";
inline constexpr std::chrono::days kFeedPast{30};
inline constexpr int kFeedEntriesMax = 1000;

struct CalendarFeedMade {
  static constexpr std::string_view kKind = "user.calendar_feed_made";
};
BOOST_DESCRIBE_STRUCT(CalendarFeedMade, (), ())
struct CalendarFeedEnded {
  static constexpr std::string_view kKind = "user.calendar_feed_ended";
};
BOOST_DESCRIBE_STRUCT(CalendarFeedEnded, (), ())

struct FeedEntry {
  ActivityId id;
  std::int64_t version = 1;
  ActivityKind kind = ActivityKind::task;
  std::string subject;
  Instant at;  // when it is due, or was done
  bool done = false;
  Instant revised;
  std::optional<std::int64_t> deal_id;
  std::string about;  // the name of its deal or account; empty where it has none
};

// Whose calendar it is, and what makes its entries unlike those of every other workspace.
struct FeedHead {
  std::string name;
  std::string workspace;
  TimeZone zone;
  std::string site;  // "https://crm.example.com"; empty: entries carry no link
};

// Calls, meetings and demos stand at their time; everything else on its day.
std::string calendar_of(const FeedHead& head, const std::vector<FeedEntry>& entries);

}  // namespace stagecoach::sales
