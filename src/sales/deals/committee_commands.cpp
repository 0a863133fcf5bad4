#include <algorithm>

#include "sales/accounts/directory.h"
#include "sales/deals/committee.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_fields.h"
#include "sales/team/field_error.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoContact{"deal.no_contact", "There is no such contact.", "没有该联系人。"};

// Saves a changed committee with what it was and is.
Result<Deal> save_committee(journal::Work& work, const Deal& before,
                            const std::vector<CommitteeMember>& members_before) {
  Deal after = before;
  recount_committee(work, after);
  const std::vector<CommitteeMember> members = load_committee(work.tx, before.id);
  DealChanged changed{{{"committee", {json::write(members_before)}, {json::write(members)}}}, {}};
  TRY(save_deal(work, before, after, journal::because(changed)));
  return after;
}

}  // namespace

void recount_committee(journal::Work& work, Deal& deal) {
  deal.facts.roles.clear();
  deal.facts.contact_reachable = false;
  for (const CommitteeMember& member : load_committee(work.tx, deal.id)) {
    if (std::find(deal.facts.roles.begin(), deal.facts.roles.end(), member.role) ==
        deal.facts.roles.end())
      deal.facts.roles.push_back(member.role);
    deal.facts.contact_reachable |= member.reachable;
  }
  std::sort(deal.facts.roles.begin(), deal.facts.roles.end());
}

Result<Deal> seat_contact(journal::Work& work, const Pipelines&, DealId id, std::int64_t version,
                          ContactId contact, const CommitteeSeat& seat) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  const std::optional<ContactRef> found = find_contact_ref(work.tx, contact);
  if (!found || !may_see(viewer_of(work.actor), found->owner_id, found->team_id))
    return field_error("contact_id", kNoContact);
  const std::vector<CommitteeMember> members_before = load_committee(work.tx, id);
  put_committee_member(work, id,
                       {contact, found->name, found->title, seat.role, seat.influence, seat.stance,
                        found->reachable});
  return save_committee(work, before, members_before);
}

Result<Deal> unseat_contact(journal::Work& work, const Pipelines&, DealId id, std::int64_t version,
                            ContactId contact) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  const std::vector<CommitteeMember> members_before = load_committee(work.tx, id);
  if (!remove_committee_member(work, id, contact)) return no_such_record();
  return save_committee(work, before, members_before);
}

Result<void> recount_committees(journal::Work& work, ContactId contact) {
  for (const DealId id : deals_with_contact(work.tx, contact)) {
    const Deal before = find_deal(work.tx, id).value();
    Deal after = before;
    recount_committee(work, after);
    std::vector<Change> changes = changes_between(before, after);
    if (changes.empty()) continue;
    TRY(save_deal(work, before, after, journal::because(DealChanged{std::move(changes), {}})));
  }
  return {};
}

}  // namespace stagecoach::sales
