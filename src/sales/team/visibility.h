// Which records a viewer sees and may change, in SQL and on loaded values: the same answer in both.
//
// Every record that is not common property has an owner_id and a team_id: that of its owner, or
// none. It changes with the owner's (sales/handover). Lists, totals, search, exports and the board
// ask SQL with seen_by(); analytics and live events, which hold the values, ask may_see(). No store
// writes such a condition of its own.
//
//   sees     own:  the records he owns
//            team: also those of his team and of the teams below it
//            all:  every record
//            A deputy also sees, while he stands in (viewer.h), what the absent one owns or leads.
//   changes  as his role says (RoleRights::changes), among what he sees:
//            own:  those he owns
//            team: also those of his team's reach; in no team but seeing everything, he leads the
//                  whole organisation
//            all:  every record
//            a read-only token: none
//            A deputy who may change records: also what the absent one may, but he gives none away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/db/sql_text.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// A condition to be joined with AND, in parentheses where it needs them, and what to bind to its
// parameters. The text depends on the kind of visibility and on how many the viewer stands in for,
// never on the viewer, so a query has three texts for nearly everybody and stays prepared.
struct SeenBy {
  std::string condition;             // "TRUE" where everything is seen
  std::vector<std::int64_t> values;  // of the parameters

  // Appends the values, in the order of their numbers.
  void bind_to(std::vector<db::Param>& params) const {
    for (const std::int64_t value : values) params.emplace_back(value);
  }
};

// For a table or alias with the columns owner_id and team_id; the parameters are numbered from
// $`first_parameter`.
//
//   const SeenBy seen = seen_by(viewer, "d", 2);
//   "SELECT … FROM deals d WHERE d.stage_id = $1 AND " + seen.condition
//
// own "d.owner_id = $2"; team "(d.owner_id = $2 OR d.team_id IN (SELECT team_id FROM team_reach
// WHERE ancestor_id = $3))"; all "TRUE". A deputy has lists in place of the single values.
SeenBy seen_by(const Viewer& viewer, std::string_view alias, int first_parameter);

// The same, added to a query under construction.
db::SqlText& add_seen(db::SqlText& to, const Viewer& viewer, std::string_view alias);

// Whether the condition is "TRUE".
bool sees_everything(const Viewer& viewer);

// Of a record with this owner and team; TeamId() = in no team.
bool may_see(const Viewer& viewer, UserId owner, TeamId team);
// Sees it and may change it; `verb` is the permission that its kind of record needs.
bool may_write(const Viewer& viewer, UserId owner, TeamId team,
               Permission verb = Permission::deals_write);

// May change it in his own right, not as a deputy: what giving it away needs.
bool may_give_away(const Viewer& viewer, UserId owner, TeamId team,
                   Permission verb = Permission::deals_write);
// Whether he sees it as the deputy of somebody.
bool covers(const StandIn& stand_in, UserId owner, TeamId team);

// For commands, on the stored row: not_found where it is not seen (as if it did not exist, so that
// nobody can ask which ids do), forbidden where it is seen but may not be changed.
Result<void> authorize_read(const Viewer& viewer, UserId owner, TeamId team);
Result<void> authorize_write(const Viewer& viewer, UserId owner, TeamId team,
                             Permission verb = Permission::deals_write);

// The refusals above, for stores whose query found no row (`return no_such_record();`).
Error no_such_record();
Error may_not_write();

// Whether `viewer` may give a record to `owner`, who belongs to `team`: anybody to himself; with
// deals_assign to those within his reach, or to everybody where he changes every record.
bool may_assign_to(const Viewer& viewer, UserId owner, TeamId team);

}  // namespace stagecoach::sales
