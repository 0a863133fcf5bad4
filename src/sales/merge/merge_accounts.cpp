#include "sales/accounts/account_events.h"
#include "sales/activities/activity_links.h"
#include "sales/deals/deal_links.h"
#include "sales/merge/merge_parts.h"
#include "sales/merge/merge_rules.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kCircle{"merge.circle", "The survivor would lie below itself.",
                         "合并后客户会成为自己的下级。"};

template <class SomeId>
std::vector<std::int64_t> numbers(const std::vector<SomeId>& ids) {
  std::vector<std::int64_t> values;
  for (const SomeId id : ids) values.push_back(id.value);
  return values;
}
template <class SomeId>
std::vector<SomeId> ids_of(const std::vector<std::int64_t>& values) {
  std::vector<SomeId> ids;
  for (const std::int64_t value : values) ids.emplace_back(value);
  return ids;
}

// Whether an account with this parent would lie below itself.
bool is_circle(db::Connection& connection, const Account& account) {
  return account.parent_id == account.id || lies_below(connection, account, account.id);
}

// Who is above the survivor once the other is gone: never the other, nor itself.
Result<void> settle_parent(journal::Work& work, const Account& before, const Account& other,
                           Account& merged) {
  const bool was_below = lies_below(work.tx, before, other.id);
  if (merged.parent_id == other.id || (was_below && merged.parent_id == before.parent_id))
    merged.parent_id = other.parent_id;
  if (is_circle(work.tx, merged)) return field_error("take", kCircle);
  return {};
}

AccountsMerged all_that_moves(journal::Work& work, const Account& before, const Account& merged,
                              const Account& other) {
  AccountsMerged event{
      before, merged, other, contacts_of(work.tx, other.id), companies_below(work.tx, other.id),
      {},     {}};
  std::erase(event.companies, before.id);
  event.deals = numbers(deals_of_account(work.tx, other.id));
  event.activities = numbers(activities_of(work.tx, other.id));
  return event;
}

MergeCounts move_all(journal::Work& work, const AccountsMerged& what, AccountId from, AccountId to,
                     std::size_t cause) {
  const auto count = [](const auto& moved) { return static_cast<std::int64_t>(moved.size()); };
  MergeCounts moved;
  moved.companies = count(move_companies(work, what.companies, from, to, cause));
  moved.contacts = count(move_contacts(work, what.contacts, from, to, cause));
  moved.deals = count(move_to_account(work, ids_of<DealId>(what.deals), from, to, cause));
  moved.activities = move_activities(work, ids_of<ActivityId>(what.activities), from, to);
  return moved;
}

}  // namespace

Result<Account> merge_accounts(journal::Work& work, AccountId id, std::int64_t version,
                               const MergeAccounts& wish) {
  const Account before = TRY(to_merge(work, merge_part(work.tx, id), version));
  if (wish.other_id == id) return field_error("other_id", kSameRecord);
  Account other = TRY(to_merge(work, merge_part(work.tx, wish.other_id), wish.other_version));
  Account merged = before;
  TRY(take_fields(merged, other, wish.take));
  TRY(may_take_owner(work, before, merged));
  TRY(settle_parent(work, before, other, merged));
  const AccountsMerged event = all_that_moves(work, before, merged, other);
  TRY(check_size(event.contacts.size() + event.companies.size() + event.deals.size() +
                 event.activities.size()));
  const std::size_t cause = work.append(journal::because(event).about({kAccountSubject, id.value}));
  if (merged != before) TRY(save_part(work, merged));
  move_all(work, event, other.id, id, cause);
  TRY(retire(work, other, id, cause));
  return merged;
}

Result<UndoneMerge> undo_account_merge(journal::Work& work, const journal::Event& event) {
  const AccountsMerged merge = TRY(json::read<AccountsMerged>(event.data));
  const std::optional<Account> survivor = merge_part(work.tx, merge.before.id);
  Account now = TRY(to_merge(work, survivor, survivor ? survivor->version : 0));
  TRY(authorize_write(viewer_of(work.actor), merge.other.owner_id,
                      merge.other.team_id.value_or(TeamId()), Permission::accounts_write));
  const std::size_t cause =
      work.append(journal::because(AccountMergeUndone{event.seq, merge.other.name})
                      .about({kAccountSubject, now.id.value}));
  Account other = merge.other;
  ++other.version;  // as it was retired
  TRY(revive(work, other, now.id, cause));
  UndoneMerge undone{"account", now.id.value, other.id.value, {}, {}};
  // What goes back to the other no longer stands below the survivor when its own parent returns.
  const MergeCounts moved = move_all(work, merge, now.id, other.id, cause);
  const Account found = now;
  undone.kept_fields = put_back_fields(now, merge.before, merge.merged);
  if (is_circle(work.tx, now)) {
    now.parent_id = found.parent_id;
    undone.kept_fields.emplace_back("parent_id");
  }
  if (now != found) TRY(save_part(work, now));
  const auto left = [](std::size_t all, std::int64_t back) {
    return static_cast<std::int64_t>(all) - back;
  };
  undone.kept = {
      left(merge.contacts.size(), moved.contacts), left(merge.companies.size(), moved.companies),
      left(merge.deals.size(), moved.deals), left(merge.activities.size(), moved.activities), 0};
  return undone;
}

}  // namespace stagecoach::sales
