#include "sales/handover/handover_undo.h"

#include <algorithm>
#include <set>

#include "sales/accounts/party_return.h"
#include "sales/activities/activity_return.h"
#include "sales/deals/deal_commands.h"
#include "sales/team/handed.h"
#include "sales/team/people.h"
#include "sales/team/team_events.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kBeyondReach{"handover.beyond_reach", "This person is beyond your reach.",
                              "此人员不在您的管理范围内。"};
constexpr Phrase kGiverLeft{"handover.giver_left",
                            "Who had these records is deactivated. Reactivate that person first.",
                            "原负责人已停用，请先将其重新启用。"};
constexpr Phrase kNothingLeft{"handover.nothing_left",
                              "Everything has been changed, or given back, since then.",
                              "此后所有记录均已变更或已归还。"};
constexpr int kPastMax = 50;
constexpr int kChunk = 1000;

// What one command gave to one person.
struct Given {
  Handed handed;
  std::vector<ActivityId> activities;
  std::int64_t records = 0;
};

// The events of one command stand together; it may have given to several people.
Given given_by(db::Connection& connection, const journal::Event& cause) {
  Given given{{cause.seq, cause.seq}, {}, 0};
  std::set<journal::Seq> causes{cause.seq};
  for (;;) {
    const auto events = journal::read_after(connection, given.handed.last, kChunk);
    for (const journal::Event& event : events) {
      const bool is_cause = event.kind == RecordsHandedOver::kKind &&
                            event.subject_id == cause.subject_id &&
                            event.recorded_at == cause.recorded_at;
      if (is_cause) causes.insert(event.seq);
      if (!is_cause && !causes.contains(event.cause.value_or(0))) return given;
      given.handed.last = event.seq;
      if (event.cause != cause.seq) continue;
      ++given.records;
      if (!event.kind.starts_with("activity.")) continue;
      if (const auto noted = json::read<ActivityNoted>(event.data))
        given.activities.push_back(noted->activity_id);
    }
    if (static_cast<int>(events.size()) < kChunk) return given;
  }
}

Result<User> reachable(db::Connection& connection, const Viewer& viewer, UserId id) {
  std::optional<User> person = find_user(connection, id);
  if (!person) return no_such_record();
  const TeamId team = person->team_id.value_or(TeamId());
  if (!viewer.has(Permission::deals_assign) || !may_give_away(viewer, id, team) ||
      !may_assign_to(viewer, id, team))
    return Error(Error::Code::forbidden, kBeyondReach);
  return *std::move(person);
}

}  // namespace

Result<HandoverUndone> undo_handover(journal::Work& work, journal::Seq seq) {
  const auto event = journal::find(work.tx, seq);
  if (!event || event->kind != RecordsHandedOver::kKind) return no_such_record();
  const auto told = json::read<RecordsHandedOver>(event->data);
  if (!told) return no_such_record();
  const Viewer& viewer = viewer_of(work.actor);
  const User giver = TRY(reachable(work.tx, viewer, UserId(event->subject_id)));
  const User taker = TRY(reachable(work.tx, viewer, told->to_user_id));
  if (!giver.active) return Error(Error::Code::conflict, kGiverLeft);
  const Given given = given_by(work.tx, *event);
  const std::size_t cause = work.append(about_user(giver.id, HandoverTakenBack{seq, taker.id}));
  HandoverUndone undone;
  HandedOver& back = undone.back;
  back.deals = give_deals(work, taker.id, WhichDeals::all, giver, cause, &given.handed);
  back.accounts = return_accounts(work, given.handed, taker.id, giver, cause);
  back.contacts = return_contacts(work, given.handed, taker.id, giver, cause);
  back.activities = return_activities(work, given.activities, taker.id, giver.id, cause);
  const std::int64_t returned = back.deals + back.accounts + back.contacts + back.activities;
  if (returned == 0) return Error(Error::Code::conflict, kNothingLeft);
  undone.kept = given.records - returned;
  return undone;
}

Result<std::vector<PastHandover>> past_handovers(db::Connection& connection, const Viewer& viewer,
                                                 UserId of) {
  TRY(reachable(connection, viewer, of));
  constexpr std::array kKinds{RecordsHandedOver::kKind, HandoverTakenBack::kKind};
  std::vector<PastHandover> past;
  std::set<journal::Seq> undone;
  for (const journal::Event& event :
       journal::history_of_kinds(connection, {"user", of.value}, kKinds, 0, kPastMax)) {
    if (event.kind == HandoverTakenBack::kKind) {
      if (const auto back = json::read<HandoverTakenBack>(event.data)) undone.insert(back->undoes);
      continue;
    }
    const auto told = json::read<RecordsHandedOver>(event.data);
    if (!told) continue;
    past.push_back({event.seq, event.recorded_at,
                    event.actor ? std::optional(event.actor) : std::nullopt, told->to_user_id,
                    undone.contains(event.seq)});
  }
  return past;
}

}  // namespace stagecoach::sales
