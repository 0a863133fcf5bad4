// The rules that routes name. A rule looks at the caller alone; which records he may touch is
// decided by visibility.h on the stored row.
//
//   router.post("/api/deals", rules::may_write, …);
#pragma once

#include "platform/http/rule.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales::rules {

template <Permission permission>
bool has_permission(const http::Identity& identity) {
  return viewer_of(identity).has(permission);
}

inline constexpr http::Rule anyone = http::Rule::anyone();

// Reading what one may see: every role, every token.
inline constexpr http::Rule signed_in = http::Rule::signed_in();

// Signed in by a person, not by a token: one's own password, tokens, language.
inline constexpr http::Rule in_person{
    "in_person",
    [](const http::Identity& identity) { return viewer_of(identity).by == Viewer::By::session; },
    true};

// Who has them is what his role says; behind each stand those that have it at first. Nobody by a
// read-only token.
//
// Create and change deals, and accounts and contacts, and activities: owner, manager, rep.
inline constexpr http::Rule may_write{"may_write", has_permission<Permission::deals_write>, true};
inline constexpr http::Rule may_write_accounts{"may_write_accounts",
                                               has_permission<Permission::accounts_write>, true};
inline constexpr http::Rule may_write_activities{
    "may_write_activities", has_permission<Permission::activities_write>, true};
// Delete deals, accounts and contacts, and restore them: owner, manager, rep.
inline constexpr http::Rule may_delete{"may_delete", has_permission<Permission::records_delete>,
                                       true};
// Make two records one, and take that back: owner, manager, rep.
inline constexpr http::Rule may_merge{"may_merge", has_permission<Permission::records_merge>, true};
// Approve a stage: owner, manager.
inline constexpr http::Rule may_approve{"may_approve", has_permission<Permission::gates_override>,
                                        true};
// Give somebody's records to somebody else: owner, manager (within his reach).
inline constexpr http::Rule may_assign{"may_assign", has_permission<Permission::deals_assign>,
                                       true};
// The price list: owner, manager.
inline constexpr http::Rule may_edit_products{"may_edit_products",
                                              has_permission<Permission::products_edit>, true};
// People and teams: owner, manager (within his reach).
inline constexpr http::Rule may_manage{"may_manage", has_permission<Permission::users_manage>,
                                       true};
// Bring files in: owner, manager who sees everything.
inline constexpr http::Rule may_import{"may_import", has_permission<Permission::imports_run>, true};
// Take out, or erase, what is held on a person: owner, manager (within his reach).
inline constexpr http::Rule may_handle_personal_data{
    "may_handle_personal_data", has_permission<Permission::personal_data_handle>, true};
// Take lists out as files: owner, manager, rep.
inline constexpr http::Rule may_export{"may_export", has_permission<Permission::exports_run>, true};
// Stages, standards, exit criteria: owner.
inline constexpr http::Rule may_edit_pipelines{"may_edit_pipelines",
                                               has_permission<Permission::pipelines_edit>, true};
// The organisation itself: owner.
inline constexpr http::Rule may_administer{"may_administer",
                                           has_permission<Permission::organization_edit>, true};

}  // namespace stagecoach::sales::rules
