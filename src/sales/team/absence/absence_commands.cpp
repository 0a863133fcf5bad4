#include "sales/team/absence/absence_commands.h"

#include "sales/team/absence/absence_store.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/field_error.h"
#include "sales/team/grants.h"
#include "sales/team/people.h"
#include "sales/team/roles/role_store.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kWrongOrder{"absence.wrong_order", "The last day cannot be before the first.",
                             "结束日期不能早于开始日期。"};
constexpr Phrase kOver{"absence.over", "This day has passed.", "该日期已过。"};
constexpr Phrase kTooLong{"absence.too_long", "An absence lasts a year at most.",
                          "请假时间最长一年。"};
constexpr Phrase kNoDeputy{"absence.no_deputy", "There is no such active person.",
                           "没有该在职人员。"};
constexpr Phrase kOneself{"absence.oneself", "Somebody else has to stand in.",
                          "代理人须为其他人。"};
constexpr Phrase kOverlaps{"absence.overlaps", "There is an absence on some of these days already.",
                           "这段时间内已有请假安排。"};
constexpr std::chrono::days kLongest{366};

// Oneself, or somebody whom one manages.
Result<void> may_set(journal::Work& work, UserId of) {
  const auto person = find_user(work.tx, of);
  if (!person) return no_such_record();
  if (of == work.actor.user) return {};
  return may_grant(viewer_of(work.actor), person, *person, list_roles(work.tx));
}

Result<void> check(journal::Work& work, const Absence& absence) {
  if (absence.to < absence.from) return field_error("to", kWrongOrder);
  if (absence.to < date_of(organization_zone(work.tx).to_civil(work.now)))
    return field_error("to", kOver);
  if (absence.to - absence.from > kLongest) return field_error("to", kTooLong);
  if (absence.deputy_id == absence.user_id) return field_error("deputy_id", kOneself);
  if (absence.deputy_id) {
    const auto deputy = find_user(work.tx, *absence.deputy_id);
    if (!deputy || !deputy->active) return field_error("deputy_id", kNoDeputy);
  }
  if (overlaps(work.tx, absence)) return Error(Error::Code::conflict, kOverlaps);
  return {};
}

}  // namespace

Result<Absence> set_absence(journal::Work& work, const SetAbsence& wish) {
  Absence absence;
  absence.user_id = wish.user_id.value_or(work.actor.user);
  absence.deputy_id = wish.deputy_id;
  absence.from = wish.from;
  absence.to = wish.to;
  TRY(may_set(work, absence.user_id));
  work.tx.lock_until_commit("absences");
  TRY(check(work, absence));
  insert_absence(work, absence);
  return absence;
}

Result<Absence> change_absence(journal::Work& work, AbsenceId id, std::int64_t version,
                               const ChangeAbsence& wish) {
  work.tx.lock_until_commit("absences");
  auto absence = find_absence(work.tx, id);
  if (!absence) return no_such_record();
  TRY(may_set(work, absence->user_id));
  if (absence->version != version) return stale_record();
  wish.deputy_id.apply_to(absence->deputy_id);
  wish.from.apply_to(absence->from);
  wish.to.apply_to(absence->to);
  TRY(check(work, *absence));
  TRY(save_absence(work, *absence, AbsenceSet{id, absence->deputy_id, absence->from, absence->to}));
  return *absence;
}

Result<void> remove_absence(journal::Work& work, AbsenceId id, std::int64_t version) {
  const auto absence = find_absence(work.tx, id);
  if (!absence) return no_such_record();
  TRY(may_set(work, absence->user_id));
  if (absence->version != version) return stale_record();
  return delete_absence(work, *absence, AbsenceRemoved{id});
}

}  // namespace stagecoach::sales
