#include "sales/activities/activity_commands.h"

#include <algorithm>

#include "journal/reader.h"
#include "sales/accounts/directory.h"
#include "sales/activities/activity_return.h"
#include "sales/activities/activity_store.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/live_owner.h"
#include "sales/deals/plausible_time.h"
#include "sales/team/field_error.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSubject{"activity.no_subject", "Say which deal or account this belongs to.",
                            "请说明该活动属于哪个商机或客户。"};
constexpr Phrase kNoAccount{"activity.no_account", "There is no such account.", "没有该客户。"};
constexpr Phrase kNoContact{"activity.no_contact", "There is no such contact.", "没有该联系人。"};
constexpr Phrase kInFuture{"activity.done_in_future", "What lies in the future cannot be done yet.",
                           "未来的活动还不能标记为完成。"};
constexpr Phrase kNotDone{"activity.not_done", "This activity is not done.", "该活动尚未完成。"};
constexpr Phrase kChangedSince{"activity.changed_since",
                               "This activity was changed after it was done.",
                               "该活动完成后又有修改。"};
constexpr Phrase kDoneAlready{"activity.done_already", "This activity is done already.",
                              "该活动已完成。"};

// What is done lies behind us, and neither time is a slip of the finger.
Result<void> check_times(const journal::Work& work, const Activity& activity) {
  if (activity.done_at && *activity.done_at > work.now)
    return Error(Error::Code::refused, kInFuture, {{"done_at", kInFuture}});
  TRY(check_plausible("done_at", activity.done_at));
  return check_plausible("due", activity.due);
}

ActivityNoted noted(const Activity& activity) {
  return {activity.id,  activity.kind,    activity.direction, activity.subject,
          activity.due, activity.done_at, activity.owner_id,  {}};
}

journal::Draft draft_of(std::string_view kind, const Activity& activity,
                        const std::optional<ActivityCompletion>& completion = {}) {
  journal::Draft draft;
  draft.kind = kind;
  ActivityNoted data = noted(activity);
  data.completion = completion;
  draft.data = json::write(data);
  if (activity.done_at && kind == kActivityDone) draft.effective_at = activity.done_at;
  return draft;
}

// What the events of an activity are about: its deal, else its account.
journal::Subject subject_of(const Activity& activity) {
  if (activity.deal_id) return {kDealSubject, activity.deal_id->value};
  return {kAccountSubject, activity.account_id.value_or(AccountId()).value};
}

// Notes the event and recounts the facts of the deal.
Result<void> file(journal::Work& work, const Activity& activity, journal::Draft why) {
  if (!activity.deal_id) {
    work.append(std::move(why).about(subject_of(activity)));
    return {};
  }
  const DealId deal = *activity.deal_id;
  TRY(file_facts(
      work, deal, std::move(why),
      [&](DealFacts& facts) {
        facts.next_step = first_due(work.tx, deal);
        facts.activities = tally_done(work.tx, deal);
        facts.contacts = contacts_touched(work.tx, deal);
      },
      Permission::activities_write));
  return {};
}

Result<void> file(journal::Work& work, std::string_view kind, const Activity& activity) {
  return file(work, activity, draft_of(kind, activity));
}

Result<Activity> to_write(journal::Work& work, ActivityId id, std::int64_t version) {
  const std::optional<Activity> activity = find_activity(work.tx, id);
  if (!activity) return no_such_record();
  const Viewer& viewer = viewer_of(work.actor);
  if (activity->deal_id) {
    TRY(load_deal_to_write(work, *activity->deal_id, Permission::activities_write));
  } else if (activity->account_id) {
    const auto account = find_account_ref(work.tx, *activity->account_id);
    if (!account) return no_such_record();
    TRY(authorize_write(viewer, account->owner_id, account->team_id, Permission::activities_write));
  } else {
    TRY(authorize_write(viewer, activity->owner_id, TeamId(), Permission::activities_write));
  }
  if (activity->version != version) return stale_record();
  return *activity;
}

Result<void> check_links(journal::Work& work, const NewActivity& wish) {
  const Viewer& viewer = viewer_of(work.actor);
  if (!wish.deal_id && !wish.account_id) return field_error("deal_id", kNoSubject);
  if (wish.deal_id) TRY(load_deal_to_write(work, *wish.deal_id, Permission::activities_write));
  if (wish.account_id) {
    const auto account = find_account_ref(work.tx, *wish.account_id);
    if (!account || !may_see(viewer, account->owner_id, account->team_id))
      return field_error("account_id", kNoAccount);
    if (!wish.deal_id)
      TRY(authorize_write(viewer, account->owner_id, account->team_id,
                          Permission::activities_write));
  }
  if (wish.contact_id) {
    const auto contact = find_contact_ref(work.tx, *wish.contact_id);
    if (!contact || !may_see(viewer, contact->owner_id, contact->team_id))
      return field_error("contact_id", kNoContact);
  }
  return {};
}

// Whom an activity falls to that the system itself plans: the owner of what it is about.
UserId owner_of(journal::Work& work, const NewActivity& wish) {
  if (wish.deal_id)
    if (const auto owner = owner_of_deal(work.tx, *wish.deal_id)) return owner->user;
  if (wish.account_id)
    if (const auto account = find_account_ref(work.tx, *wish.account_id)) return account->owner_id;
  return {};
}

// Stores the activity; its event is still to be noted.
Result<Activity> store_new(journal::Work& work, const NewActivity& wish) {
  TRY(check_links(work, wish));
  Activity activity;
  activity.deal_id = wish.deal_id;
  activity.account_id = wish.account_id;
  activity.contact_id = wish.contact_id;
  activity.owner_id = work.actor.user ? work.actor.user : owner_of(work, wish);
  activity.kind = wish.kind;
  activity.direction = wish.direction;
  activity.subject = wish.subject;
  activity.body = wish.body.value_or("");
  activity.due = wish.due;
  activity.done_at = wish.done_at;
  TRY(check_times(work, activity));
  insert_activity(work, activity);
  return activity;
}

// What comes next after `activity`, for the same deal or account.
NewActivity following(const Activity& activity, const NewNextStep& step) {
  NewActivity next;
  next.deal_id = activity.deal_id;
  next.account_id = activity.account_id;
  next.contact_id = activity.contact_id;
  next.kind = step.kind;
  next.subject = step.subject;
  next.due = step.due;
  return next;
}

// The completion that is the last thing that happened to the activity.
struct LastCompletion {
  journal::Seq seq = 0;
  ActivityCompletion what;
};
std::optional<LastCompletion> last_completion(journal::Work& work, const Activity& activity) {
  constexpr int kBatch = 100;
  journal::Seq oldest = 0;
  for (bool more = true; more;) {
    const auto events = journal::history_of(work.tx, subject_of(activity), oldest, kBatch);
    for (const journal::Event& event : events) {
      oldest = event.seq;
      if (!event.kind.starts_with("activity.")) continue;
      const auto data = json::read<ActivityNoted>(event.data);
      if (!data || data->activity_id != activity.id) continue;
      if (event.kind != kActivityDone || !data->completion) return std::nullopt;
      return LastCompletion{event.seq, *data->completion};
    }
    more = events.size() == kBatch;
  }
  return std::nullopt;
}

}  // namespace

Result<Activity> create_activity(journal::Work& work, const NewActivity& wish) {
  const Activity activity = TRY(store_new(work, wish));
  TRY(file(work, activity.done_at ? kActivityDone : kActivityPlanned, activity));
  if (wish.next_step) TRY(create_activity(work, following(activity, *wish.next_step)));
  return activity;
}

Result<Activity> change_activity(journal::Work& work, ActivityId id, std::int64_t version,
                                 const ActivityChange& change) {
  const Activity before = TRY(to_write(work, id, version));
  Activity after = before;
  change.kind.apply_to(after.kind);
  change.direction.apply_to(after.direction);
  change.subject.apply_to(after.subject);
  change.body.apply_to(after.body);
  change.due.apply_to(after.due);
  if (after == before) return before;
  TRY(check_times(work, after));
  TRY(save_activity(work, after));
  TRY(file(work, kActivityChanged, after));
  return after;
}

Result<Activity> complete_activity(journal::Work& work, ActivityId id, std::int64_t version,
                                   const Completion& completion) {
  Activity activity = TRY(to_write(work, id, version));
  if (activity.done_at) return Error(Error::Code::conflict, kDoneAlready);
  activity.done_at = completion.done_at.value_or(work.now);
  TRY(check_times(work, activity));
  ActivityCompletion changed{
      static_cast<std::int64_t>(activity.body.size()), activity.direction, {}};
  if (completion.direction) activity.direction = completion.direction;
  if (completion.outcome && !completion.outcome->empty())
    activity.body += (activity.body.empty() ? "" : "\n\n") + *completion.outcome;
  TRY(save_activity(work, activity));
  std::optional<Activity> next;
  if (completion.next_step) {
    next = TRY(store_new(work, following(activity, *completion.next_step)));
    changed.next_step_id = next->id;
  }
  TRY(file(work, activity, draft_of(kActivityDone, activity, changed)));
  if (next) TRY(file(work, kActivityPlanned, *next));
  return activity;
}

Result<Activity> reopen_activity(journal::Work& work, ActivityId id, std::int64_t version) {
  Activity activity = TRY(to_write(work, id, version));
  if (!activity.done_at) return Error(Error::Code::conflict, kNotDone);
  const auto completion = last_completion(work, activity);
  if (!completion) return Error(Error::Code::conflict, kChangedSince);
  const auto length = static_cast<std::size_t>(completion->what.body_bytes_before);
  activity.body.resize(std::min(length, activity.body.size()));
  activity.direction = completion->what.direction_before;
  activity.done_at.reset();
  TRY(save_activity(work, activity));
  if (completion->what.next_step_id) {
    const auto next = find_activity(work.tx, *completion->what.next_step_id);
    if (next && !next->done_at) TRY(delete_activity(work, next->id, next->version));
  }
  TRY(file(work, activity, draft_of(kActivityReopened, activity).caused_by(completion->seq)));
  return activity;
}

Result<void> delete_activity(journal::Work& work, ActivityId id, std::int64_t version) {
  const Activity activity = TRY(to_write(work, id, version));
  TRY(remove_activity(work, activity));
  return file(work, kActivityDeleted, activity);
}

std::int64_t give_activities(journal::Work& work, UserId from, UserId to, std::size_t cause) {
  const std::vector<Activity> given = reassign_activities(work, from, to);
  for (const Activity& activity : given)
    work.append(draft_of(kActivityChanged, activity).about(subject_of(activity)).led_to_by(cause));
  return static_cast<std::int64_t>(given.size());
}

std::int64_t return_activities(journal::Work& work, const std::vector<ActivityId>& ids, UserId from,
                               UserId to, std::size_t cause) {
  constexpr std::size_t kAtOnce = 1000;
  std::int64_t given = 0;
  for (std::size_t first = 0; first < ids.size(); first += kAtOnce) {
    const auto some = std::span(ids).subspan(first, std::min(kAtOnce, ids.size() - first));
    for (const Activity& activity : reassign_activities(work, from, to, some)) {
      work.append(
          draft_of(kActivityChanged, activity).about(subject_of(activity)).led_to_by(cause));
      ++given;
    }
  }
  return given;
}

}  // namespace stagecoach::sales
