#include <set>

#include "journal/reader.h"
#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "sales/activities/activity_erasure.h"
#include "sales/activities/activity_store.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_events.h"

namespace stagecoach::sales {
namespace {

constexpr int kEventsMax = 100'000;  // of one kind of subject

struct Erased {
  std::set<std::int64_t> ids;
  std::set<std::int64_t> deals, accounts;  // where their events are
  std::vector<ActivityId> planned;         // of deals, which know them as next steps
};

Erased erase_rows(journal::Work& work, const std::vector<ContactId>& contacts) {
  Erased erased;
  db::SqlText sql("UPDATE activities SET version = version + 1, body = '', subject = ");
  sql.bind(kErasedText).add(" WHERE contact_id IN ").bind_list(contacts);
  sql.add(" RETURNING id, deal_id, account_id, done_at, deleted_at");
  work.tx.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    erased.ids.insert(row.integer(0));
    if (!row.is_null(1)) erased.deals.insert(row.integer(1));
    if (!row.is_null(2)) erased.accounts.insert(row.integer(2));
    if (!row.is_null(1) && row.is_null(3) && row.is_null(4))
      erased.planned.push_back(row.id<ActivityId>(0));
  });
  return erased;
}

void add_events(journal::Work& work, std::string_view kind, const std::set<std::int64_t>& subjects,
                const std::set<std::int64_t>& activities,
                std::vector<journal::Redaction>& redactions) {
  const std::vector<std::int64_t> ids(subjects.begin(), subjects.end());
  db::in_batches(ids, [&](std::span<const std::int64_t> batch) {
    for (const journal::Event& event :
         journal::history_of_all(work.tx, kind, {batch.begin(), batch.end()}, 0, kEventsMax)) {
      if (!event.kind.starts_with("activity.")) continue;
      auto noted = json::read<ActivityNoted>(event.data);
      if (!noted || !activities.contains(noted->activity_id.value)) continue;
      noted->subject = kErasedText;
      redactions.push_back({event.seq, json::write(*noted)});
    }
  });
}

}  // namespace

Result<std::vector<journal::Redaction>> erase_activity_texts(
    journal::Work& work, const std::vector<ContactId>& contacts) {
  const Erased erased = erase_rows(work, contacts);
  std::vector<journal::Redaction> redactions;
  add_events(work, kDealSubject, erased.deals, erased.ids, redactions);
  add_events(work, kAccountSubject, erased.accounts, erased.ids, redactions);
  for (const ActivityId id : erased.planned) {
    const Activity activity = find_activity(work.tx, id).value();
    journal::Draft why;
    why.kind = kActivityChanged;
    why.data =
        json::write(ActivityNoted{activity.id, activity.kind, activity.direction, activity.subject,
                                  activity.due, activity.done_at, activity.owner_id});
    const DealId deal = *activity.deal_id;
    TRY(file_facts(work, deal, std::move(why),
                   [&](DealFacts& facts) { facts.next_step = first_due(work.tx, deal); }));
  }
  return redactions;
}

}  // namespace stagecoach::sales
