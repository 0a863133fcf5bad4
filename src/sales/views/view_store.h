// All SQL of kept views.
#pragma once

#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/team/viewer.h"
#include "sales/views/view.h"

namespace stagecoach::sales {

// Those of one list that the viewer made or that are shared with him, by name.
std::vector<ListView> list_views(db::Connection& connection, const Viewer& viewer, ListKind list);
// nullopt: there is none, or none that the viewer finds.
std::optional<ListView> find_view(db::Connection& connection, const Viewer& viewer, ViewId id);
int count_views(db::Connection& connection, UserId owner);

// Gives the id; version 1. Each notes the event.
void insert_view(journal::Work& work, ListView& view);
// Raises the version. Stale: someone saved first.
Result<void> save_view(journal::Work& work, ListView& view);
Result<void> delete_view(journal::Work& work, const ListView& view);

}  // namespace stagecoach::sales
