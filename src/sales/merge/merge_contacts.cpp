#include "sales/accounts/account_events.h"
#include "sales/activities/activity_links.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_links.h"
#include "sales/merge/merge_parts.h"
#include "sales/merge/merge_rules.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kErased{"merge.erased", "The personal data of one of the two was erased.",
                         "其中一位联系人的个人数据已被删除。"};

// Whether anybody can be reached is a fact of the deals the survivor sits on.
Result<void> save_survivor(journal::Work& work, const Contact& before, Contact& after) {
  if (after == before) return {};
  TRY(save_part(work, after));
  if (after.is_reachable() != before.is_reachable()) TRY(recount_committees(work, after.id));
  return {};
}

std::vector<ActivityId> activity_ids(const ContactsMerged& merge) {
  std::vector<ActivityId> ids;
  for (const std::int64_t id : merge.activities) ids.emplace_back(id);
  return ids;
}

}  // namespace

Result<Contact> merge_contacts(journal::Work& work, ContactId id, std::int64_t version,
                               const MergeContacts& wish) {
  const Contact before = TRY(to_merge(work, merge_part(work.tx, id), version));
  if (wish.other_id == id) return field_error("other_id", kSameRecord);
  Contact other = TRY(to_merge(work, merge_part(work.tx, wish.other_id), wish.other_version));
  if (before.erased_at || other.erased_at) return Error(Error::Code::conflict, kErased);
  Contact merged = before;
  TRY(take_fields(merged, other, wish.take));
  TRY(may_take_owner(work, before, merged));
  const std::vector<MovedSeat> seats = seats_to_move(work.tx, other.id, id);
  ContactsMerged event{before, merged, other, {json::write(seats)}, {}};
  for (const ActivityId activity : activities_of(work.tx, other.id))
    event.activities.push_back(activity.value);
  TRY(check_size(seats.size() + event.activities.size()));
  const std::size_t cause = work.append(journal::because(event).about({kContactSubject, id.value}));
  TRY(save_survivor(work, before, merged));
  TRY(move_seats(work, seats, other.id, id, cause));
  move_activities(work, activity_ids(event), other.id, id);
  TRY(retire(work, other, id, cause));
  return merged;
}

Result<UndoneMerge> undo_contact_merge(journal::Work& work, const journal::Event& event) {
  const ContactsMerged merge = TRY(json::read<ContactsMerged>(event.data));
  const std::optional<Contact> survivor = merge_part(work.tx, merge.before.id);
  Contact now = TRY(to_merge(work, survivor, survivor ? survivor->version : 0));
  TRY(authorize_write(viewer_of(work.actor), merge.other.owner_id,
                      merge.other.team_id.value_or(TeamId()), Permission::accounts_write));
  if (now.erased_at) return Error(Error::Code::conflict, kErased);
  const std::size_t cause =
      work.append(journal::because(ContactMergeUndone{event.seq, merge.other.name})
                      .about({kContactSubject, now.id.value}));
  Contact other = merge.other;
  ++other.version;  // as it was retired
  TRY(revive(work, other, now.id, cause));
  UndoneMerge undone{"contact", now.id.value, other.id.value, {}, {}};
  const Contact found = now;
  undone.kept_fields = put_back_fields(now, merge.before, merge.merged);
  TRY(save_survivor(work, found, now));
  const auto seats = TRY(json::read<std::vector<MovedSeat>>(merge.seats.text));
  const auto kept = TRY(give_back_seats(work, seats, other.id, now.id, cause));
  undone.kept.seats = static_cast<std::int64_t>(kept.size());
  undone.kept.activities = static_cast<std::int64_t>(merge.activities.size()) -
                           move_activities(work, activity_ids(merge), now.id, other.id);
  return undone;
}

}  // namespace stagecoach::sales
