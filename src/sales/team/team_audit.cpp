#include "sales/team/team_audit.h"

#include "platform/base/enum_names.h"
#include "sales/team/people.h"
#include "sales/team/team_events.h"

namespace stagecoach::sales {
namespace {

// Puts what a change of one thing led to into `field`.
template <class E, class T>
void apply(const journal::Event& event, T& field) {
  if (event.kind != E::kKind) return;
  if (const auto change = json::read<E>(event.data)) field = change->to;
}

User rebuilt(const std::vector<journal::Event>& events) {
  User user;
  for (const journal::Event& event : events) {
    if (event.kind == UserCreated::kKind) {
      const auto created = json::read<UserCreated>(event.data);
      if (!created) continue;
      user.name = created->name;
      user.email = created->email;
      user.role = created->role;
      user.role_key = created->role_key.value_or(std::string(name_of(created->role)));
      user.visibility = created->visibility;
      user.team_id = created->team_id;
    }
    apply<UserRenamed>(event, user.name);
    apply<EmailChanged>(event, user.email);
    apply<RoleChanged>(event, user.role);
    if (event.kind == RoleChanged::kKind) user.role_key = name_of(user.role);
    apply<RoleAssigned>(event, user.role_key);
    apply<VisibilityChanged>(event, user.visibility);
    apply<UserTeamChanged>(event, user.team_id);
    if (event.kind == UserDeactivated::kKind) user.active = false;
    if (event.kind == UserReactivated::kKind) user.active = true;
  }
  return user;
}

}  // namespace

void audit_people(db::Connection& connection, journal::Audit& audit) {
  constexpr std::string_view kUser = "user";
  const auto load = [&](std::int64_t after) {
    std::vector<std::pair<std::int64_t, User>> people;
    for (User& user : list_users(connection, UserId(after), journal::kAuditChunk))
      people.emplace_back(user.id.value, std::move(user));
    return people;
  };
  const auto compare = [&](std::int64_t id, const User& is,
                           const std::vector<journal::Event>& events) {
    const User was = rebuilt(events);
    if (is.name != was.name) audit.differs(kUser, id, "name");
    if (is.email != was.email) audit.differs(kUser, id, "email");
    if (is.role != was.role) audit.differs(kUser, id, "role");
    if (is.role_key != was.role_key) audit.differs(kUser, id, "role_key");
    if (is.visibility != was.visibility) audit.differs(kUser, id, "visibility");
    if (is.team_id != was.team_id) audit.differs(kUser, id, "team_id");
    if (is.active != was.active) audit.differs(kUser, id, "active");
  };
  journal::audit_records(connection, kUser, load, compare, audit);
}

}  // namespace stagecoach::sales
