// Calendar feeds in the database: hashes of their secrets, and what a feed shows.
#pragma once

#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/calendar/calendar_feed.h"

namespace stagecoach::sales {

// When the feed of this person was made; nullopt: he has none.
std::optional<Instant> feed_made_at(db::Connection& connection, UserId user);
// In place of the one before, if there is one.
void save_feed(journal::Work& work, UserId user, std::string_view hash,
               const CalendarFeedMade& why);
// False: there was none.
bool delete_feed(journal::Work& work, UserId user, const CalendarFeedEnded& why);

// Whose feed it is; nullopt: unknown, ended, or he was deactivated.
std::optional<UserId> holder_of_feed(db::Connection& connection, std::string_view hash);

// Name and mark of the workspace; the zone is the organisation's.
FeedHead feed_head(db::Connection& connection);

// What he has to do and what he did since `since`, as far as he sees what it is about: the open
// ones by their due, then the done ones, the latest first; kFeedEntriesMax at most.
std::vector<FeedEntry> feed_entries(db::Connection& connection, const Viewer& viewer,
                                    Instant since);

}  // namespace stagecoach::sales
