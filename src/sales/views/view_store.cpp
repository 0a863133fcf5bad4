#include "sales/views/view_store.h"

#include <cassert>

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, version, list, name, sharing, owner_id, team_id, parameters, columns "
    "FROM list_views WHERE ";

ListView view_from(const db::Row& row) {
  ListView view;
  view.id = row.id<ViewId>(0);
  view.version = row.integer(1);
  view.list = from_name<ListKind>(row.text(2)).value_or(ListKind::deals);
  view.name = row.string(3);
  view.sharing = from_name<Sharing>(row.text(4)).value_or(Sharing::private_);
  view.owner_id = row.id<UserId>(5);
  view.team_id = row.optional_id<TeamId>(6);
  view.parameters = json::read<std::map<std::string, std::string>>(row.text(7))
                        .value_or(std::map<std::string, std::string>());
  view.columns =
      json::read<std::vector<std::string>>(row.text(8)).value_or(std::vector<std::string>());
  return view;
}

// What the viewer finds: his own, and what is shared with him.
void add_found(db::SqlText& to, const Viewer& viewer) {
  to.add("(owner_id = ").bind(viewer.user).add(" OR sharing = 'everyone'");
  if (viewer.team)
    to.add(
          " OR (sharing = 'team' AND team_id IN (SELECT team_id FROM team_reach "
          "WHERE ancestor_id = ")
        .bind(viewer.team)
        .add("))");
  to.add(")");
}

void note(journal::Work& work, std::string_view kind, const ListView& view) {
  journal::Draft draft;
  draft.kind = kind;
  draft.subject = {kViewSubject, view.id.value};
  draft.data = json::write(
      ViewNoted{view.list, view.name, view.sharing, view.team_id, view.parameters, view.columns});
  work.append(std::move(draft));
}

}  // namespace

std::vector<ListView> list_views(db::Connection& connection, const Viewer& viewer, ListKind list) {
  std::vector<ListView> views;
  db::SqlText sql(kSelect);
  sql.add("list = ").bind_text(std::string(name_of(list))).add(" AND ");
  add_found(sql, viewer);
  sql.add(" ORDER BY name, id LIMIT 1000");
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { views.push_back(view_from(row)); });
  return views;
}

std::optional<ListView> find_view(db::Connection& connection, const Viewer& viewer, ViewId id) {
  db::SqlText sql(kSelect);
  sql.add("id = ").bind(id).add(" AND ");
  add_found(sql, viewer);
  return connection.first_of(sql.text(), sql.params(), view_from);
}

int count_views(db::Connection& connection, UserId owner) {
  return connection
      .first(
          "SELECT COUNT(*) FROM list_views WHERE owner_id = $1",
          [](const db::Row& row) { return static_cast<int>(row.integer(0)); }, owner)
      .value();
}

void insert_view(journal::Work& work, ListView& view) {
  view.version = 1;
  work.tx.each(
      "INSERT INTO list_views (version, list, name, sharing, owner_id, team_id, parameters, "
      "columns, created_at) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      [&](const db::Row& row) { view.id = row.id<ViewId>(0); }, name_of(view.list), view.name,
      name_of(view.sharing), view.owner_id, view.team_id, json::write(view.parameters),
      json::write(view.columns), work.now);
  assert(view.id);
  note(work, kViewSaved, view);
}

Result<void> save_view(journal::Work& work, ListView& view) {
  if (work.tx.execute("UPDATE list_views SET version = version + 1, name = $3, sharing = $4, "
                      "team_id = $5, parameters = $6, columns = $7 WHERE id = $1 AND version = $2",
                      view.id, view.version, view.name, name_of(view.sharing), view.team_id,
                      json::write(view.parameters), json::write(view.columns)) == 0)
    return stale_record();
  ++view.version;
  note(work, kViewChanged, view);
  return {};
}

Result<void> delete_view(journal::Work& work, const ListView& view) {
  if (work.tx.execute("DELETE FROM list_views WHERE id = $1 AND version = $2", view.id,
                      view.version) == 0)
    return stale_record();
  note(work, kViewDeleted, view);
  return {};
}

}  // namespace stagecoach::sales
