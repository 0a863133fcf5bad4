#include <algorithm>
#include <array>
#include <set>

#include "platform/base/enum_names.h"
#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "platform/http/list_cursor.h"
#include "sales/accounts/account_columns.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/accounts/match/duplicates.h"
#include "sales/accounts/match/match_keys.h"
#include "sales/team/field_error.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kSame{"duplicate.same", "These are one and the same record.", "这是同一条记录。"};
constexpr int kCandidatesMax = 50, kSuspectsMax = 10;
constexpr int kRowsPerPageMax = 5000;  // looked at for one page of pairs
constexpr int kFilledAtOnce = 500;

// A column of keys, and what its partial index asks for.
struct KeyColumn {
  std::string_view column;
  bool partial = true;
};

// What is asked and read of one kind of record.
struct AccountKind {
  using Record = Account;
  static constexpr std::string_view kTable = "accounts";
  static constexpr std::string_view kName = "account";
  static constexpr std::array kColumns{KeyColumn{"match_name", false}, KeyColumn{"match_domain"},
                                       KeyColumn{"match_phone"}};
  static std::string_view select() { return kAccountColumns; }
  static constexpr auto kFrom = account_from;
  static std::array<std::string, 3> keys(const Account& account) {
    AccountKeys keys(account);
    return {std::move(keys.name), std::move(keys.domain), std::move(keys.phone)};
  }
  static Party party(const Account& a) {
    const std::string gap = a.domain.empty() || a.region.empty() ? "" : " · ";
    return {a.id.value, a.version,  a.name,      a.domain + gap + a.region,
            a.phone,    a.owner_id, a.created_at};
  }
};

struct ContactKind {
  using Record = Contact;
  static constexpr std::string_view kTable = "contacts";
  static constexpr std::string_view kName = "contact";
  static constexpr std::array kColumns{KeyColumn{"match_name", false}, KeyColumn{"match_email"},
                                       KeyColumn{"match_phone"}};
  static std::string_view select() { return kContactColumns; }
  static constexpr auto kFrom = contact_from;
  static std::array<std::string, 3> keys(const Contact& contact) {
    ContactKeys keys(contact);
    return {std::move(keys.name), std::move(keys.email), std::move(keys.phone)};
  }
  static Party party(const Contact& c) {
    const std::string gap = c.title.empty() || c.email.empty() ? "" : " · ";
    return {c.id.value, c.version,  c.name,      c.title + gap + c.email,
            c.phone,    c.owner_id, c.created_at};
  }
};

// The records of a kind that share a key with the probe, each key a look-up in its index.
template <class Kind>
std::vector<typename Kind::Record> candidates(db::Connection& connection, const Viewer& viewer,
                                              const typename Kind::Record& probe) {
  db::SqlText sql(Kind::select());
  sql.add("deleted_at IS NULL AND id IN (");
  const auto keys = Kind::keys(probe);
  bool any = false;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) continue;
    const KeyColumn& key = Kind::kColumns[i];
    sql.add(any ? " UNION " : "").add("SELECT id FROM ").add(Kind::kTable).add(" WHERE ");
    if (key.partial) sql.add(key.column).add(" <> '' AND ");
    sql.add(key.column).add(" = ").bind_text(keys[i]);
    any = true;
  }
  std::vector<typename Kind::Record> found;
  if (!any) return found;
  sql.add(") AND id <> ").bind(probe.id);
  add_seen(sql.add(" AND "), viewer, Kind::kTable);
  sql.add(" ORDER BY id LIMIT ").add(std::to_string(kCandidatesMax));
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { found.push_back(Kind::kFrom(row)); });
  return found;
}

template <class Kind>
Suspects suspects_of(db::Connection& connection, const Viewer& viewer,
                     const typename Kind::Record& probe) {
  Suspects suspects;
  for (const auto& record : candidates<Kind>(connection, viewer, probe)) {
    Likeness found = likeness(probe, record);
    if (!found.is_suspicious()) continue;
    const std::string why = found.text(viewer.language);
    suspects.items.push_back({Kind::party(record), found.score, std::move(found.by), why});
  }
  std::stable_sort(suspects.items.begin(), suspects.items.end(),
                   [](const Suspect& a, const Suspect& b) { return a.score > b.score; });
  if (suspects.items.size() > kSuspectsMax) suspects.items.resize(kSuspectsMax);
  return suspects;
}

using IdPair = std::pair<std::int64_t, std::int64_t>;

std::set<IdPair> distinct_pairs(db::Connection& connection, std::string_view kind,
                                const std::vector<SuspectPair>& of) {
  std::set<IdPair> distinct;
  if (of.empty()) return distinct;
  std::vector<std::int64_t> lows;
  for (const SuspectPair& pair : of) lows.push_back(std::min(pair.first.id, pair.second.id));
  db::SqlText sql("SELECT low_id, high_id FROM not_duplicates WHERE kind = ");
  sql.bind(kind).add(" AND low_id IN ").bind_list(lows);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { distinct.emplace(row.integer(0), row.integer(1)); });
  return distinct;
}

// Where a walk over the keys of a workspace stands: behind this record in the order of this key.
struct Walk {
  std::size_t column = 0;
  std::string key;
  std::int64_t id = 0;
};

// Walks neighbours in the order of one key; both are of the same key where they are suspected.
template <class Kind>
class PairWalk {
 public:
  PairWalk(db::Connection& connection, const Viewer& viewer, Walk& at, std::size_t limit)
      : connection_(connection), viewer_(viewer), at_(at), limit_(limit) {}

  // False where the page is full or enough was looked at.
  bool walk_column(std::vector<SuspectPair>& pairs) {
    const KeyColumn& key = Kind::kColumns[at_.column];
    db::SqlText sql(Kind::select());
    sql.add("deleted_at IS NULL AND ").add(key.column).add(" <> '' AND (").add(key.column);
    sql.add(", id) >= (").bind_text(at_.key).add(", ").bind(at_.id).add(")");
    add_seen(sql.add(" AND "), viewer_, Kind::kTable);
    sql.add(" ORDER BY ").add(key.column).add(", id LIMIT ").add(std::to_string(kRowsPerPageMax));
    std::optional<typename Kind::Record> before;
    bool goes_on = true;
    connection_.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
      auto record = Kind::kFrom(row);
      const auto keys = Kind::keys(record);
      if (before) add_pair(*before, record, pairs);
      at_.key = keys[at_.column];
      at_.id = record.id.value;
      before = std::move(record);
      goes_on = pairs.size() < limit_ && ++looked_at_ < kRowsPerPageMax;
      return goes_on;
    });
    return goes_on;
  }

 private:
  void add_pair(const typename Kind::Record& a, const typename Kind::Record& b,
                std::vector<SuspectPair>& pairs) {
    const auto first = Kind::keys(a), second = Kind::keys(b);
    if (first[at_.column] != second[at_.column]) return;
    for (std::size_t i = 0; i < at_.column; ++i)
      if (!first[i].empty() && first[i] == second[i]) return;  // met in the order of that key
    Likeness found = likeness(a, b);
    if (!found.is_suspicious()) return;
    const std::string why = found.text(viewer_.language);
    pairs.push_back({Kind::party(a), Kind::party(b), found.score, std::move(found.by), why});
  }

  db::Connection& connection_;
  const Viewer& viewer_;
  Walk& at_;
  std::size_t limit_;
  int looked_at_ = 0;
};

template <class Kind>
Result<SuspectPairs> pairs_of(db::Connection& connection, const Viewer& viewer,
                              const std::optional<std::string>& cursor, int limit) {
  const std::string list = std::string(Kind::kTable) + ".duplicates";
  Walk at;
  if (cursor) {
    const http::ListCursor read = TRY(http::read_cursor(*cursor, list));
    at = {static_cast<std::size_t>(read.number), read.text, read.id};
  }
  SuspectPairs page;
  PairWalk<Kind> walk(connection, viewer, at, static_cast<std::size_t>(limit));
  bool full = false;
  for (; at.column < Kind::kColumns.size(); at = {at.column + 1, {}, 0}) {
    full = !walk.walk_column(page.items);
    if (full) break;
  }
  if (full)
    page.next_cursor =
        http::write_cursor({at.id, static_cast<std::int64_t>(at.column), at.key}, list);
  const std::set<IdPair> distinct = distinct_pairs(connection, Kind::kName, page.items);
  std::erase_if(page.items, [&](const SuspectPair& pair) {
    return distinct.contains(std::minmax(pair.first.id, pair.second.id));
  });
  return page;
}

template <class T>
Result<void> may_distinguish(const journal::Work& work, const std::optional<T>& found) {
  if (!found) return no_such_record();
  return authorize_write(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId()),
                         Permission::accounts_write);
}

template <class Kind>
bool fill_keys_of(db::Connection& tx) {
  std::vector<typename Kind::Record> records;
  tx.each(std::string(Kind::select()) + "match_name IS NULL LIMIT " + std::to_string(kFilledAtOnce),
          [&](const db::Row& row) { records.push_back(Kind::kFrom(row)); });
  const std::string update = "UPDATE " + std::string(Kind::kTable) + " SET " +
                             std::string(Kind::kColumns[0].column) + " = $2, " +
                             std::string(Kind::kColumns[1].column) + " = $3, " +
                             std::string(Kind::kColumns[2].column) + " = $4 WHERE id = $1";
  for (const auto& record : records) {
    const auto keys = Kind::keys(record);
    tx.queue(update, record.id, keys[0], keys[1], keys[2]);
  }
  return !records.empty();
}

}  // namespace

Suspects accounts_like(db::Connection& connection, const Viewer& viewer, const Account& probe) {
  return suspects_of<AccountKind>(connection, viewer, probe);
}

Suspects contacts_like(db::Connection& connection, const Viewer& viewer, const Contact& probe) {
  return suspects_of<ContactKind>(connection, viewer, probe);
}

Result<SuspectPairs> suspect_pairs(db::Connection& connection, const Viewer& viewer, PartyKind kind,
                                   const std::optional<std::string>& cursor, int limit) {
  if (kind == PartyKind::account) return pairs_of<AccountKind>(connection, viewer, cursor, limit);
  return pairs_of<ContactKind>(connection, viewer, cursor, limit);
}

Result<void> distinguish(journal::Work& work, const Distinction& wish) {
  for (const std::int64_t id : {wish.first_id, wish.second_id}) {
    if (wish.kind == PartyKind::account)
      TRY(may_distinguish(work, find_account(work.tx, AccountId(id))));
    else
      TRY(may_distinguish(work, find_contact(work.tx, ContactId(id))));
  }
  if (wish.first_id == wish.second_id) return field_error("second_id", kSame);
  const auto [low, high] = std::minmax(wish.first_id, wish.second_id);
  const std::string_view kind = name_of(wish.kind);
  const std::int64_t changed =
      wish.distinct
          ? work.tx.execute(
                "INSERT INTO not_duplicates (kind, low_id, high_id) VALUES ($1, $2, "
                "$3) ON CONFLICT (kind, low_id, high_id) DO NOTHING",
                kind, low, high)
          : work.tx.execute(
                "DELETE FROM not_duplicates WHERE kind = $1 AND low_id = $2 AND high_id = $3", kind,
                low, high);
  if (changed == 0) return {};
  const std::string_view subject =
      wish.kind == PartyKind::account ? kAccountSubject : kContactSubject;
  work.append(journal::because(PartyDistinguished{wish.second_id, wish.distinct})
                  .about({subject, wish.first_id}));
  return {};
}

bool fill_match_keys(db::Connection& tx) {
  const bool accounts = fill_keys_of<AccountKind>(tx);
  return fill_keys_of<ContactKind>(tx) || accounts;
}

}  // namespace stagecoach::sales
