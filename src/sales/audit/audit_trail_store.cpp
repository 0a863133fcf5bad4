#include <algorithm>
#include <map>
#include <set>

#include "journal/reader.h"
#include "platform/base/text_fold.h"
#include "platform/base/time_zone.h"
#include "platform/db/search.h"
#include "platform/db/sql_text.h"
#include "sales/audit/audit_trail.h"
#include "sales/deals/fields/deal_values.h"
#include "sales/fields/field_commands.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

using db::SqlText;
using journal::Seq;

constexpr int kLimitDefault = 50;

// What the words of AuditKind stand for in the journal.
std::string_view condition_of(AuditKind kind) {
  switch (kind) {
    case AuditKind::sign_ins:
      return "(e.kind LIKE 'session.%' OR e.kind LIKE 'token.%' OR e.kind LIKE 'second_factor.%' "
             "OR e.kind LIKE 'user.link%' OR e.kind = 'user.password_changed')";
    case AuditKind::denials:
      return "e.kind IN ('session.sign_in_failed', 'access.denied')";
    case AuditKind::permissions:
      return "((e.subject_kind = 'user' AND e.kind LIKE 'user.%') OR e.subject_kind IN ('team', "
             "'role') OR "
             "e.kind = 'organization.second_factor_roles_changed')";
    case AuditKind::records:
      return "e.subject_kind IN ('deal', 'account', 'contact', 'activity', 'product')";
    case AuditKind::exports:
      return "e.kind = 'access.exported'";
    case AuditKind::settings:
      return "e.subject_kind IN ('pipeline', 'organization', 'import')";
  }
  return "FALSE";
}

// What somebody who is no owner reads.
void add_visible(SqlText& sql, const Viewer& viewer) {
  if (viewer.role == Role::owner) return;
  const auto record = [&](std::string_view kind, std::string_view table) {
    sql.add("(e.subject_kind = '").add(kind).add("' AND EXISTS (SELECT 1 FROM ").add(table);
    sql.add(" r WHERE r.id = e.subject_id AND ");
    add_seen(sql, viewer, "r").add("))");
  };
  sql.add(" AND (");
  record("deal", "deals");
  sql.add(" OR ");
  record("account", "accounts");
  sql.add(" OR ");
  record("contact", "contacts");
  sql.add(
      " OR (e.subject_kind = 'activity' AND EXISTS (SELECT 1 FROM activities a JOIN deals r "
      "ON r.id = a.deal_id WHERE a.id = e.subject_id AND ");
  add_seen(sql, viewer, "r").add("))");
  sql.add(" OR (e.subject_kind = 'user' AND e.subject_id = ").bind(viewer.user).add(")");
  sql.add(
      " OR (e.subject_kind = 'user' AND EXISTS (SELECT 1 FROM users u WHERE "
      "u.id = e.subject_id AND u.role IN ('rep', 'viewer')");
  if (viewer.visibility != Visibility::all || viewer.team)
    sql.add(" AND u.team_id IN (SELECT team_id FROM team_reach WHERE ancestor_id = ")
        .bind(viewer.team)
        .add(")");
  sql.add(")))");
}

// Records whose name holds the text.
void add_named(SqlText& sql, db::Connection& connection, const std::string& text) {
  const std::string folded = fold(text);
  if (folded.empty()) return;
  sql.add(" AND (");
  constexpr std::pair<std::string_view, std::string_view> kSearched[] = {
      {"deal", "deals"}, {"account", "accounts"}, {"contact", "contacts"}};
  for (const auto& [kind, table] : kSearched) {
    const db::SearchClause clause = db::contains_text(connection.engine(), {table, "search_text"},
                                                      folded, sql.next_parameter());
    sql.add("(e.subject_kind = '").add(kind).add("' AND e.subject_id IN (SELECT ").add(table);
    sql.add(".id FROM ").add(table).add(" WHERE ");
    sql.add_clause(clause.condition, clause.argument).add(")) OR ");
  }
  sql.add(
      "(e.subject_kind = 'user' AND e.subject_id IN (SELECT id FROM users WHERE name_key LIKE ");
  std::string pattern = "%";
  for (const char c : folded) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  sql.bind_text(pattern + "%").add(" ESCAPE '\\')))");
}

Instant start_of(const TimeZone& zone, Date day) {
  return zone.to_instant(civil_at(day, Millis(0)));
}

struct Range {
  Seq after = 0;   // excluded
  Seq before = 0;  // excluded
};

Range range_of(db::Connection& connection, const AuditQuery& query, const TimeZone& zone) {
  Range range{0, journal::head(connection) + 1};
  if (query.before) range.before = std::min(range.before, *query.before);
  if (query.from) range.after = journal::first_since(connection, start_of(zone, *query.from)) - 1;
  if (query.to)
    range.before = std::min(
        range.before,
        journal::first_since(connection, start_of(zone, *query.to + std::chrono::days(1))));
  return range;
}

AuditEntry entry_from(const db::Row& row) {
  AuditEntry entry;
  entry.seq = row.integer(0);
  entry.at = row.instant(1);
  entry.actor_id = row.optional_id<UserId>(2);
  entry.kind = row.string(3);
  entry.subject_kind = row.string(4);
  entry.subject_id = row.integer(5);
  entry.data.text = row.string(6);
  return entry;
}

using Names = std::map<std::int64_t, std::string>;

Names names_in(db::Connection& connection, std::string_view table, std::string_view column,
               const std::set<std::int64_t>& ids) {
  Names names;
  if (ids.empty()) return names;
  SqlText sql("SELECT id, ");
  sql.add(column).add(" FROM ").add(table).add(" WHERE id IN ");
  sql.bind_list(std::vector<std::int64_t>(ids.begin(), ids.end()));
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { names[row.integer(0)] = row.string(1); });
  return names;
}

// One question for each kind of thing that a page tells of.
void add_names(db::Connection& connection, std::vector<AuditEntry>& entries) {
  struct Named {
    std::string_view kind, table, column;
  };
  constexpr std::array kNamed{
      Named{"deal", "deals", "name"},       Named{"account", "accounts", "name"},
      Named{"contact", "contacts", "name"}, Named{"activity", "activities", "subject"},
      Named{"product", "products", "name"}, Named{"team", "teams", "name"},
      Named{"user", "users", "name"},       Named{"role", "roles", "name"}};
  for (const Named& named : kNamed) {
    std::set<std::int64_t> ids;
    for (const AuditEntry& entry : entries) {
      if (entry.subject_kind == named.kind) ids.insert(entry.subject_id);
      if (named.kind == "user" && entry.actor_id) ids.insert(entry.actor_id->value);
    }
    const Names names = names_in(connection, named.table, named.column, ids);
    for (AuditEntry& entry : entries) {
      if (entry.subject_kind == named.kind)
        if (const auto found = names.find(entry.subject_id); found != names.end())
          entry.subject = found->second;
      if (named.kind == "user" && entry.actor_id)
        if (const auto found = names.find(entry.actor_id->value); found != names.end())
          entry.actor = found->second;
    }
  }
}

// What custom fields held on deals, where it is hidden from the reader.
void leave_out_hidden(db::Connection& connection, const Viewer& viewer,
                      std::vector<AuditEntry>& entries) {
  const CustomFields fields = load_custom_fields(connection);
  if (fields.all().empty()) return;
  for (AuditEntry& entry : entries) {
    if (entry.subject_kind != kDealSubject) continue;
    journal::Event event;
    event.kind = entry.kind;
    event.data = std::move(entry.data.text);
    redact(event, fields, viewer, std::nullopt);
    entry.data.text = std::move(event.data);
  }
}

}  // namespace

AuditPage read_audit(db::Connection& connection, const Viewer& viewer, const AuditQuery& query,
                     const TimeZone& zone, std::int64_t stretch) {
  const std::size_t limit = static_cast<std::size_t>(query.limit.value_or(kLimitDefault));
  const Range range = range_of(connection, query, zone);
  // The index by subject finds one record's events wherever they are.
  const bool one_record = query.subject_kind && query.subject_id;
  const Seq lowest = one_record ? range.after : std::max(range.after, range.before - 1 - stretch);
  SqlText sql(
      "SELECT e.seq, e.recorded_at, e.actor_id, e.kind, e.subject_kind, e.subject_id, "
      "e.data FROM events e WHERE e.seq > ");
  sql.bind(lowest).add(" AND e.seq < ").bind(range.before);
  if (query.subject_kind) sql.add(" AND e.subject_kind = ").bind_text(*query.subject_kind);
  if (query.subject_id) sql.add(" AND e.subject_id = ").bind(*query.subject_id);
  if (query.actor_id) sql.add(" AND e.actor_id = ").bind(*query.actor_id);
  if (query.kind) sql.add(" AND ").add(condition_of(*query.kind));
  if (query.q) add_named(sql, connection, *query.q);
  add_visible(sql, viewer);
  sql.add(" ORDER BY e.seq DESC LIMIT ").bind(static_cast<std::int64_t>(limit));
  AuditPage page;
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { page.items.push_back(entry_from(row)); });
  if (page.items.size() == limit)
    page.next_before = page.items.back().seq;
  else if (lowest > range.after)
    page.next_before = lowest + 1;
  leave_out_hidden(connection, viewer, page.items);
  add_names(connection, page.items);
  return page;
}

}  // namespace stagecoach::sales
