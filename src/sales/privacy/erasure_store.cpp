#include <algorithm>
#include <set>

#include "journal/reader.h"
#include "journal/redaction.h"
#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/merge/contact_erasure.h"
#include "sales/accounts/merge/party_merge.h"
#include "sales/activities/activity_erasure.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"
#include "sales/privacy/personal_data.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kErasedBefore{"contact.erased_before",
                               "The personal data of this contact was erased before.",
                               "该联系人的个人数据此前已被删除。"};
constexpr int kEventsMax = 100'000;

std::set<std::int64_t> numbers(const std::vector<ContactId>& ids) {
  std::set<std::int64_t> values;
  for (const ContactId id : ids) values.insert(id.value);
  return values;
}

// A committee of a deal, before or after a change, without these contacts' names.
bool unname_members(json::Raw& committee, const std::set<std::int64_t>& contacts) {
  auto members = json::read<std::vector<CommitteeMember>>(committee.text);
  if (!members) return false;
  bool any = false;
  for (CommitteeMember& member : *members) {
    if (!contacts.contains(member.contact_id.value)) continue;
    member.name = "#" + std::to_string(member.contact_id.value);
    member.title.clear();
    any = true;
  }
  if (any) committee.text = json::write(*members);
  return any;
}

std::optional<std::string> without_members(const journal::Event& event,
                                           const std::set<std::int64_t>& contacts) {
  if (event.kind != DealChanged::kKind) return std::nullopt;
  auto changed = json::read<DealChanged>(event.data);
  if (!changed) return std::nullopt;
  bool any = false;
  for (Change& change : changed->changes) {
    if (change.field != "committee") continue;
    const bool before = unname_members(change.before, contacts);
    any = unname_members(change.after, contacts) || before || any;
  }
  if (!any) return std::nullopt;
  return json::write(*changed);
}

void add_redaction(const journal::Event& event, const std::set<std::int64_t>& contacts,
                   std::vector<journal::Redaction>& to) {
  auto data = without_persons(event, contacts);
  if (!data) data = without_members(event, contacts);
  if (data) to.push_back({event.seq, *std::move(data)});
}

// The events about the contacts themselves, and those that others' records tell of them in.
void add_redactions(journal::Work& work, const std::set<std::int64_t>& contacts,
                    std::vector<journal::Seq> mentions, std::vector<journal::Redaction>& to) {
  for (const journal::Event& event : journal::history_of_all(
           work.tx, kContactSubject, {contacts.begin(), contacts.end()}, 0, kEventsMax)) {
    add_redaction(event, contacts, to);
    if (event.cause) mentions.push_back(*event.cause);  // a merge, or its undo
  }
  std::sort(mentions.begin(), mentions.end());
  mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
  db::in_batches(mentions, [&](std::span<const journal::Seq> batch) {
    for (const journal::Event& event : journal::find_all(work.tx, {batch.begin(), batch.end()}))
      add_redaction(event, contacts, to);
  });
}

}  // namespace

Mentions find_mentions(db::Connection& connection, ContactId id, journal::Seq after) {
  Mentions found;
  found.up_to = journal::head(connection);
  for (const ContactId one : whole_contact(connection, id)) {
    const std::string number = std::to_string(one.value);
    connection.each(
        "SELECT seq FROM events WHERE seq > $1 AND seq <= $2 AND ((kind = 'deal.changed' AND data "
        "LIKE $3) OR (kind = 'contact.merged' AND data LIKE $4))",
        [&](const db::Row& row) { found.seqs.push_back(row.integer(0)); }, after, found.up_to,
        "%\"contact_id\":" + number + ",%", "%\"id\":" + number + ",%");
  }
  return found;
}

Result<Contact> erase_personal_data(journal::Work& work, ContactId id, std::int64_t version,
                                    const Mentions& known) {
  std::optional<Contact> found = merge_part(work.tx, id);
  if (!found) return no_such_record();
  TRY(authorize_write(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId()),
                      Permission::accounts_write));
  if (found->version != version) return stale_record();
  if (found->erased_at) return Error(Error::Code::conflict, kErasedBefore);
  Contact contact = *std::move(found);
  const std::vector<ContactId> whole = whole_contact(work.tx, id);
  std::vector<journal::Seq> mentions = known.seqs;
  const Mentions newer = find_mentions(work.tx, id, known.up_to);
  mentions.insert(mentions.end(), newer.seqs.begin(), newer.seqs.end());

  std::vector<journal::Redaction> redactions = TRY(erase_activity_texts(work, whole));
  add_redactions(work, numbers(whole), mentions, redactions);
  journal::redact(work, {kContactSubject, id.value}, redactions);
  TRY(erase_rows(work, contact, whole));
  TRY(recount_committees(work, id));
  forget_answers(work, whole);
  return contact;
}

}  // namespace stagecoach::sales
