#include <algorithm>
#include <limits>
#include <map>

#include "journal/reader.h"
#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/directory.h"
#include "sales/deals/views/timeline_text.h"
#include "sales/relations/history_text.h"
#include "sales/relations/relations.h"
#include "sales/team/people.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr int kRelatedMax = 200, kSubjectsMax = 500;

template <class Ref>
Result<Ref> seen(const Viewer& viewer, std::optional<Ref> found) {
  if (!found) return no_such_record();
  TRY(authorize_read(viewer, found->owner_id, found->team_id));
  return *std::move(found);
}

std::vector<NamedAccount> parents_of(db::Connection& connection, const Viewer& viewer,
                                     AccountId id) {
  db::SqlText sql(
      "WITH RECURSIVE above (id, depth) AS (SELECT parent_id, 1 FROM accounts WHERE "
      "id = ");
  sql.bind(id).add(
      " UNION ALL SELECT a.parent_id, above.depth + 1 FROM accounts a JOIN above ON a.id = "
      "above.id WHERE above.depth < 50) SELECT accounts.id, accounts.name FROM above JOIN accounts "
      "ON accounts.id = above.id WHERE accounts.deleted_at IS NULL AND ");
  add_seen(sql, viewer, "accounts").add(" ORDER BY above.depth DESC");
  std::vector<NamedAccount> parents;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    parents.push_back({row.id<AccountId>(0), row.string(1)});
  });
  return parents;
}

// Each after its parent: the tree is read level by level and then walked.
void add_below(AccountId parent, const std::multimap<AccountId, Subsidiary>& levels,
               std::vector<Subsidiary>& tree) {
  const auto [first, last] = levels.equal_range(parent);
  for (auto at = first; at != last; ++at) {
    tree.push_back(at->second);
    add_below(at->second.id, levels, tree);
  }
}

std::vector<Subsidiary> subsidiaries_of(db::Connection& connection, const Viewer& viewer,
                                        AccountId id) {
  db::SqlText sql(
      "WITH RECURSIVE below (id, depth) AS (SELECT id, 1 FROM accounts WHERE "
      "parent_id = ");
  sql.bind(id).add(
      " AND deleted_at IS NULL UNION ALL SELECT a.id, below.depth + 1 FROM accounts a JOIN below "
      "ON a.parent_id = below.id WHERE a.deleted_at IS NULL AND below.depth < 50) "
      "SELECT accounts.id, accounts.name, accounts.parent_id, below.depth FROM below JOIN accounts "
      "ON accounts.id = below.id WHERE ");
  add_seen(sql, viewer, "accounts").add(" ORDER BY below.depth, accounts.name_key, accounts.id");
  sql.add(" LIMIT ").add(std::to_string(kRelatedMax));
  std::multimap<AccountId, Subsidiary> levels;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    const Subsidiary one{row.id<AccountId>(0), row.string(1), row.id<AccountId>(2),
                         static_cast<int>(row.integer(3))};
    levels.emplace(one.parent_id, one);
  });
  std::vector<Subsidiary> tree;
  add_below(id, levels, tree);
  return tree;
}

std::vector<DealSum> deal_sums_of(db::Connection& connection, const Viewer& viewer, AccountId id) {
  db::SqlText sql(
      "SELECT status, currency, amount_minor < 0, COUNT(*), SUM(amount_minor) FROM "
      "deals WHERE deleted_at IS NULL AND account_id = ");
  add_seen(sql.bind(id).add(" AND "), viewer, "deals");
  sql.add(" GROUP BY status, currency, amount_minor < 0 ORDER BY status, currency, 3");
  std::vector<DealSum> sums;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    DealSum sum{static_cast<StageKind>(row.integer(0)), row.integer(3), {}};
    if (!row.boolean(2))
      sum.amount = Money{row.integer(4), Currency::parse(row.text(1)).value_or(Currency())};
    sums.push_back(sum);
  });
  return sums;
}

std::vector<Seat> seats_of(db::Connection& connection, const Viewer& viewer, ContactId id) {
  db::SqlText sql(
      "SELECT deals.id, deals.name, deals.status, m.role, m.influence, m.stance FROM "
      "deal_contacts m JOIN deals ON deals.id = m.deal_id WHERE deals.deleted_at IS "
      "NULL AND m.contact_id = ");
  add_seen(sql.bind(id).add(" AND "), viewer, "deals");
  sql.add(" ORDER BY deals.status, deals.id DESC LIMIT ").add(std::to_string(kRelatedMax));
  std::vector<Seat> seats;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    seats.push_back({row.id<DealId>(0), row.string(1), static_cast<StageKind>(row.integer(2)),
                     from_name<CommitteeRole>(row.text(3)).value_or(CommitteeRole::influencer),
                     static_cast<int>(row.integer(4)), row.string(5)});
  });
  return seats;
}

using Names = std::map<std::int64_t, std::string>;  // of the records whose events are told

// The newest records of a table that belong to the account and that the viewer sees.
Names names_below(db::Connection& connection, const Viewer& viewer, std::string_view table,
                  AccountId account) {
  db::SqlText sql("SELECT id, name FROM ");
  sql.add(table).add(" WHERE deleted_at IS NULL AND account_id = ").bind(account);
  add_seen(sql.add(" AND "), viewer, table);
  sql.add(" ORDER BY id DESC LIMIT ").add(std::to_string(kSubjectsMax));
  Names names;
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { names.emplace(row.integer(0), row.string(1)); });
  return names;
}

// The account and those that became part of it, whose activities are told under its name.
Names names_of_whole(db::Connection& connection, AccountId id, const std::string& name) {
  Names names{{id.value, name}};
  connection.each(
      "SELECT id FROM accounts WHERE merged_into = $1 ORDER BY id DESC LIMIT 50",
      [&](const db::Row& row) { names.emplace(row.integer(0), name); }, id);
  return names;
}

// Puts together the events of several kinds of subjects.
class Telling {
 public:
  Telling(db::Connection& connection, std::int64_t before, int limit)
      : connection_(connection), before_(before), limit_(limit) {}

  void add(std::string_view kind, const Names& names) {
    std::vector<std::int64_t> ids;
    for (const auto& [id, name] : names) ids.push_back(id);
    auto found = journal::history_of_all(connection_, kind, ids, before_, limit_ + 1);
    events_.insert(events_.end(), std::make_move_iterator(found.begin()),
                   std::make_move_iterator(found.end()));
    names_[std::string(kind)] = names;
  }

  History tell(const Viewer& viewer, const Pipelines& pipelines) {
    std::sort(events_.begin(), events_.end(),
              [](const auto& a, const auto& b) { return a.seq > b.seq; });
    History history;
    if (static_cast<int>(events_.size()) > limit_) {
      events_.resize(static_cast<std::size_t>(limit_));
      history.next_cursor = std::to_string(events_.back().seq);
    }
    std::vector<journal::Seq> seqs;
    for (const journal::Event& event : events_)
      if (event.kind.ends_with(".changed")) seqs.push_back(event.seq);
    auto before = journal::records_before(connection_, seqs);
    for (const journal::Event& event : events_) {
      HistoryEntry entry{event.seq,
                         event.effective_at,
                         event.recorded_at,
                         actor_of(event),
                         event.kind,
                         event.subject_kind,
                         event.subject_id,
                         {},
                         summarize_party(event, before[event.seq], viewer.language),
                         event.kind.ends_with(".merged")};
      if (entry.summary.empty()) entry.summary = summarize(event, pipelines, viewer.language);
      entry.subject_name = names_[event.subject_kind][event.subject_id];
      history.items.push_back(std::move(entry));
    }
    return history;
  }

 private:
  std::optional<NamedUser> actor_of(const journal::Event& event) {
    if (!event.actor) return std::nullopt;
    const auto [known, is_new] = people_.try_emplace(event.actor);
    if (is_new)  // one look-up per person, not per event
      if (const auto user = find_user(connection_, event.actor)) known->second = user->name;
    return NamedUser{event.actor, known->second};
  }

  db::Connection& connection_;
  const std::int64_t before_;
  const int limit_;
  std::vector<journal::Event> events_;
  std::map<std::string, Names, std::less<>> names_;
  std::map<UserId, std::string> people_;
};

}  // namespace

Result<AccountRelations> relations_of(db::Connection& connection, const Viewer& viewer,
                                      AccountId id) {
  const AccountRef account = TRY(seen(viewer, find_account_ref(connection, id)));
  return AccountRelations{
      parents_of(connection, viewer, id), subsidiaries_of(connection, viewer, id),
      deal_sums_of(connection, viewer, id),
      may_write(viewer, account.owner_id, account.team_id, Permission::accounts_write)};
}

Result<ContactRelations> relations_of(db::Connection& connection, const Viewer& viewer,
                                      ContactId id) {
  const ContactRef contact = TRY(seen(viewer, find_contact_ref(connection, id)));
  ContactRelations relations;
  if (contact.account_id)
    if (const auto account = find_account_ref(connection, contact.account_id))
      relations.account = NamedAccount{account->id, account->name};
  relations.seats = seats_of(connection, viewer, id);
  relations.may_write =
      may_write(viewer, contact.owner_id, contact.team_id, Permission::accounts_write);
  return relations;
}

Result<History> history_of(db::Connection& connection, const Viewer& viewer,
                           const Pipelines& pipelines, AccountId id, std::int64_t before,
                           int limit) {
  const AccountRef account = TRY(seen(viewer, find_account_ref(connection, id)));
  Telling telling(connection, before, limit);
  telling.add(kAccountSubject, names_of_whole(connection, id, account.name));
  telling.add(kContactSubject, names_below(connection, viewer, "contacts", id));
  telling.add(kDealSubject, names_below(connection, viewer, "deals", id));
  return telling.tell(viewer, pipelines);
}

Result<History> history_of(db::Connection& connection, const Viewer& viewer,
                           const Pipelines& pipelines, ContactId id, std::int64_t before,
                           int limit) {
  const ContactRef contact = TRY(seen(viewer, find_contact_ref(connection, id)));
  Telling telling(connection, before, limit);
  telling.add(kContactSubject, {{id.value, contact.name}});
  return telling.tell(viewer, pipelines);
}

}  // namespace stagecoach::sales
