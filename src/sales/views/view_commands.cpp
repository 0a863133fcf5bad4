#include "sales/views/view_commands.h"

#include "platform/base/enum_names.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/views/deal_filter.h"
#include "sales/team/field_error.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"
#include "sales/views/view_store.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoColumn{"view.no_column",
                           "This list has no column “{name}”, or it is named twice.",
                           "此列表没有 “{name}” 列，或该列重复。"};
constexpr Phrase kMayNotShare{"view.may_not_share",
                              "Only an owner or a manager shares a view, with a team in his reach.",
                              "只有所有者或经理可以共享视图，且团队须在其管理范围内。"};
constexpr Phrase kNoTeam{"view.no_team", "You are in no team to share a view with.",
                         "您不属于任何团队，无法与团队共享视图。"};
constexpr Phrase kTooMany{"view.too_many", "You keep {most} views. Delete one first.",
                          "您已保存 {most} 个视图，请先删除一个。"};
constexpr Phrase kNotOfAView{"view.not_of_a_view", "A view does not keep this.",
                             "视图不保存该参数。"};

bool may_share(const Viewer& viewer, Sharing sharing, std::optional<TeamId> team) {
  if (sharing == Sharing::private_) return true;
  if (!viewer.has(Permission::deals_assign)) return false;
  if (sharing == Sharing::everyone || viewer.role == Role::owner) return true;
  return team && (viewer.visibility == Visibility::all || viewer.reaches(*team));
}

// Of the organisation's own fields those that he sees somewhere.
bool is_custom_column(const DealReading& reading, std::string_view name) {
  const auto key = custom_key(name);
  const CustomField* field =
      key ? reading.pipelines.fields().find(FieldRecord::deal, *key) : nullptr;
  return field && !is_hidden_everywhere(*field, reading.viewer);
}

bool is_column(const DealReading& reading, ListKind list, std::string_view name) {
  switch (list) {
    case ListKind::deals:
      return from_name<DealColumn>(name).has_value() || is_custom_column(reading, name);
    case ListKind::accounts:
      return from_name<AccountColumn>(name).has_value();
    case ListKind::contacts:
      return from_name<ContactColumn>(name).has_value();
  }
  return false;
}

Result<void> check_columns(const DealReading& reading, ListKind list,
                           const std::vector<std::string>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool again = std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i),
                                 columns[i]) != columns.begin() + static_cast<std::ptrdiff_t>(i);
    if (again || !is_column(reading, list, columns[i]))
      return field_error("columns[" + std::to_string(i) + "]", {kNoColumn, {{"name", columns[i]}}});
  }
  return {};
}

// What the list itself says of such a query.
Result<void> check_parameters(const DealReading& reading, ListKind list,
                              const std::map<std::string, std::string>& parameters) {
  for (const std::string_view page : {"cursor", "limit"})
    if (parameters.contains(std::string(page)))
      return field_error("parameters." + std::string(page), kNotOfAView);
  const json::Parameters query(parameters.begin(), parameters.end());
  switch (list) {
    case ListKind::deals:
      return check_deal_query(reading, TRY(json::read_parameters<DealQuery>(query)));
    case ListKind::accounts:
      return check_account_query(reading.viewer, TRY(json::read_parameters<AccountQuery>(query)));
    case ListKind::contacts:
      return check_contact_query(reading.viewer, TRY(json::read_parameters<ContactQuery>(query)));
  }
  return {};
}

// Gives it the team that it is shared with, and refuses what may not be kept so.
Result<void> settle(const DealReading& reading, ListView& view) {
  const Viewer& viewer = reading.viewer;
  if (view.sharing != Sharing::team)
    view.team_id.reset();
  else if (!view.team_id && !viewer.team)
    return field_error("sharing", kNoTeam);
  else if (!view.team_id)
    view.team_id = viewer.team;
  if (!may_share(viewer, view.sharing, view.team_id))
    return Error(Error::Code::forbidden, kMayNotShare);
  TRY(check_columns(reading, view.list, view.columns));
  return check_parameters(reading, view.list, view.parameters);
}

Result<ListView> to_write(journal::Work& work, ViewId id, std::int64_t version) {
  const Viewer& viewer = viewer_of(work.actor);
  auto view = find_view(work.tx, viewer, id);
  if (!view) return no_such_record();
  if (!may_change(viewer, *view)) return Error(Error::Code::forbidden, kMayNotShare);
  if (view->version != version) return stale_record();
  return *std::move(view);
}

}  // namespace

bool may_change(const Viewer& viewer, const ListView& view) {
  if (view.sharing == Sharing::private_) return view.owner_id == viewer.user;
  return may_share(viewer, view.sharing, view.team_id);
}

Result<ListView> create_view(journal::Work& work, const DealReading& reading, const NewView& wish) {
  ListView view;
  view.list = wish.list;
  view.name = wish.name;
  view.sharing = wish.sharing;
  view.owner_id = work.actor.user;
  view.parameters = wish.parameters;
  view.columns = wish.columns;
  TRY(settle(reading, view));
  if (count_views(work.tx, view.owner_id) >= kViewsMax)
    return Error(Error::Code::conflict, {kTooMany, {{"most", std::to_string(kViewsMax)}}});
  insert_view(work, view);
  view.may_change = true;
  return view;
}

Result<ListView> change_view(journal::Work& work, const DealReading& reading, ViewId id,
                             std::int64_t version, const ViewChange& change) {
  ListView view = TRY(to_write(work, id, version));
  change.name.apply_to(view.name);
  change.sharing.apply_to(view.sharing);
  change.parameters.apply_to(view.parameters);
  change.columns.apply_to(view.columns);
  // Somebody else's view that is no longer shared would be nobody's any more.
  if (view.sharing == Sharing::private_ && view.owner_id != work.actor.user)
    return Error(Error::Code::forbidden, kMayNotShare);
  TRY(settle(reading, view));
  TRY(save_view(work, view));
  view.may_change = true;
  return view;
}

Result<void> remove_view(journal::Work& work, ViewId id, std::int64_t version) {
  return delete_view(work, TRY(to_write(work, id, version)));
}

}  // namespace stagecoach::sales
