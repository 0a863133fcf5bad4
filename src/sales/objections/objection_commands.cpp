#include "sales/objections/objection_commands.h"

#include "sales/deals/deal_commands.h"
#include "sales/deals/plausible_time.h"
#include "sales/objections/objection_store.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kAnsweredFirst{"objection.answered_first",
                                "An objection is not answered before it is raised.",
                                "异议的答复日期不能早于提出日期。"};
constexpr Phrase kNotDeleted{"objection.not_deleted", "This objection is not deleted.",
                             "该异议未被删除。"};

Date day_of(Instant at) {
  return std::chrono::floor<std::chrono::days>(at);
}

// When it was answered is known exactly where it is not open.
Result<void> settle_dates(Objection& objection, Instant now) {
  if (objection.result == ObjectionResult::open)
    objection.answered_on.reset();
  else if (!objection.answered_on)
    objection.answered_on = std::max(day_of(now), objection.raised_on);
  TRY(check_plausible("raised_on", std::optional(objection.raised_on)));
  TRY(check_plausible("answered_on", objection.answered_on));
  if (objection.answered_on && *objection.answered_on < objection.raised_on)
    return field_error("answered_on", kAnsweredFirst);
  return {};
}

// Notes the event and counts the deal's open objections anew.
Result<void> file(journal::Work& work, std::string_view kind, const Objection& objection) {
  journal::Draft draft;
  draft.kind = kind;
  draft.data = json::write(
      ObjectionNoted{objection.id, objection.kind, objection.blocking, objection.result});
  TRY(file_facts(work, objection.deal_id, std::move(draft), [&](DealFacts& facts) {
    facts.objections = tally_objections(work.tx, objection.deal_id);
  }));
  return {};
}

Result<Objection> to_write(journal::Work& work, ObjectionId id, std::int64_t version,
                           Deleted deleted = Deleted::left_out) {
  std::optional<Objection> objection = find_objection(work.tx, id, deleted);
  if (!objection) return no_such_record();
  TRY(load_deal_to_write(work, objection->deal_id));
  if (objection->version != version) return stale_record();
  return *std::move(objection);
}

}  // namespace

Result<Objection> raise_objection(journal::Work& work, DealId deal, const NewObjection& wish) {
  TRY(load_deal_to_write(work, deal));
  Objection objection;
  objection.deal_id = deal;
  objection.kind = wish.kind;
  objection.worry = wish.worry;
  objection.blocking = wish.blocking;
  objection.answer = wish.answer;
  objection.result = wish.result;
  objection.raised_on = wish.raised_on.value_or(day_of(work.now));
  objection.answered_on = wish.answered_on;
  TRY(settle_dates(objection, work.now));
  insert_objection(work, objection);
  TRY(file(work, kObjectionRaised, objection));
  return objection;
}

Result<Objection> change_objection(journal::Work& work, ObjectionId id, std::int64_t version,
                                   const ObjectionChange& change) {
  const Objection before = TRY(to_write(work, id, version));
  Objection after = before;
  change.kind.apply_to(after.kind);
  change.worry.apply_to(after.worry);
  change.blocking.apply_to(after.blocking);
  change.answer.apply_to(after.answer);
  change.result.apply_to(after.result);
  change.raised_on.apply_to(after.raised_on);
  change.answered_on.apply_to(after.answered_on);
  TRY(settle_dates(after, work.now));
  if (after == before) return before;
  TRY(save_objection(work, after));
  TRY(file(work, kObjectionChanged, after));
  return after;
}

Result<void> delete_objection(journal::Work& work, ObjectionId id, std::int64_t version) {
  const Objection objection = TRY(to_write(work, id, version));
  TRY(remove_objection(work, objection));
  return file(work, kObjectionDeleted, objection);
}

Result<Objection> restore_objection(journal::Work& work, ObjectionId id, std::int64_t version) {
  Objection objection = TRY(to_write(work, id, version, Deleted::included));
  if (find_objection(work.tx, id)) return Error(Error::Code::conflict, kNotDeleted);
  TRY(save_objection(work, objection));
  TRY(file(work, kObjectionRestored, objection));
  return objection;
}

}  // namespace stagecoach::sales
