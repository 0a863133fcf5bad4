#include <array>

#include "platform/base/enum_names.h"
#include "platform/base/text_fold.h"
#include "platform/db/bulk.h"
#include "platform/db/search.h"
#include "platform/db/sql_text.h"
#include "platform/http/list_cursor.h"
#include "sales/accounts/account_columns.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchSort{"record.no_such_sort",
                             "These can be sorted by name, created or updated, with “-” before it "
                             "for descending.",
                             "可按 name、created 或 updated 排序，前加“-”为降序。"};
constexpr int kLimitDefault = 50;

struct Order {
  std::string_view name;    // as the API calls it
  std::string_view column;  // beside the id, which makes it unique
};
constexpr std::array kOrders{Order{"name", "name_key"}, Order{"created", "id"},
                             Order{"updated", "updated_at"}};

struct Sort {
  Order order = kOrders[0];
  bool descending = false;
  std::string name = "name";  // with its sign, for the cursor
};

Result<Sort> sort_of(const RecordQuery& query) {
  Sort sort;
  sort.name = query.sort.value_or("name");
  std::string_view wanted = sort.name;
  sort.descending = wanted.starts_with('-');
  if (sort.descending) wanted.remove_prefix(1);
  for (const Order& order : kOrders)
    if (order.name == wanted) {
      sort.order = order;
      return sort;
    }
  return Error(Error::Code::invalid, kNoSuchSort, {{"sort", kNoSuchSort}});
}

// Behind the row that a cursor names.
Result<void> add_cursor(db::SqlText& sql, const RecordQuery& query, const Sort& sort,
                        std::string_view table) {
  if (!query.cursor) return {};
  const http::ListCursor cursor =
      TRY(http::read_cursor(*query.cursor, std::string(table) + "." + sort.name));
  const std::string_view less = sort.descending ? " < " : " > ";
  if (sort.order.column == "id") {
    sql.add(" AND id").add(less).bind(cursor.id);
    return {};
  }
  sql.add(" AND (").add(sort.order.column).add(", id)").add(less).add("(");
  if (sort.order.column == "name_key")
    sql.bind_text(cursor.text);
  else
    sql.bind(cursor.number);
  sql.add(", ").bind(cursor.id).add(")");
  return {};
}

void add_order(db::SqlText& sql, const Sort& sort, int limit) {
  const std::string_view way = sort.descending ? " DESC" : "";
  sql.add(" ORDER BY ");
  if (sort.order.column != "id") sql.add(sort.order.column).add(way).add(", ");
  sql.add("id").add(way).add(" LIMIT ").add(std::to_string(limit + 1));
}

// One page. `select` ends in WHERE and has the folded name as its last column; `from` turns a row
// into a record; `filter` adds the conditions of its kind, each with AND before it.
template <class T, class Filter>
Result<Page<T>> list_records(db::Connection& connection, const Viewer& viewer, Instant now,
                             const RecordQuery& query, std::string_view table,
                             std::string_view select, const FilterFields& fields,
                             T (*from)(const db::Row&), Filter filter) {
  const int limit = query.limit.value_or(kLimitDefault);
  const Sort sort = TRY(sort_of(query));
  db::SqlText sql(select);
  sql.add("deleted_at IS NULL");
  const std::string folded = query.q ? fold(*query.q) : std::string();
  if (!folded.empty()) {
    db::SearchClause clause = db::contains_text(connection.engine(), {table, "search_text"}, folded,
                                                sql.add(" AND ").next_parameter());
    sql.add_clause(clause.condition, std::move(clause.argument));
  }
  if (query.owner_id) sql.add(" AND owner_id = ").bind(*query.owner_id);
  filter(sql);
  if (query.where)
    TRY(add_filter(sql.add(" AND "), TRY(read_filter(*query.where)), fields,
                   {connection.engine(), viewer, now}));
  add_seen(sql.add(" AND "), viewer, table);
  TRY(add_cursor(sql, query, sort, table));
  add_order(sql, sort, limit);
  Page<T> page;
  bool more = false;
  http::ListCursor last;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    if (static_cast<int>(page.items.size()) == limit) {
      more = true;
      return;
    }
    page.items.push_back(from(row));
    last = {page.items.back().id.value, to_millis(page.items.back().updated_at),
            row.string(row.columns() - 1)};
  });
  if (sort.order.column != "name_key") last.text.clear();
  if (more) page.next_cursor = http::write_cursor(last, std::string(table) + "." + sort.name);
  return page;
}

// With what a partial index of the column asks for.
void add_words(db::SqlText& sql, std::string_view column, const std::optional<std::string>& value) {
  if (!value || value->empty()) return;
  sql.add(" AND ").add(column).add(" <> '' AND ").add(column).add(" = ").bind_text(*value);
}

Result<void> check_query(const Viewer& viewer, const RecordQuery& query,
                         const FilterFields& fields) {
  TRY(sort_of(query));
  if (!query.where) return {};
  db::SqlText sql;
  return add_filter(sql, TRY(read_filter(*query.where)), fields,
                    {db::Engine::sqlite, viewer, Instant()});
}

}  // namespace

FilterFields account_filter_fields() {
  using enum FilterKind;
  return {{.name = "text", .kind = search, .column = "accounts.search_text"},
          {.name = "owner_id", .kind = user, .column = "owner_id"},
          {.name = "team_id", .kind = id, .column = "team_id"},
          {.name = "parent_id", .kind = id, .column = "parent_id"},
          {.name = "region", .column = "region"},
          {.name = "industry", .column = "industry"},
          {.name = "size", .column = "size"},
          {.name = "domain", .column = "domain"},
          {.name = "phone", .column = "phone"},
          {.name = "created", .kind = instant, .column = "created_at"},
          {.name = "updated", .kind = instant, .column = "updated_at"}};
}

FilterFields contact_filter_fields() {
  using enum FilterKind;
  return {{.name = "text", .kind = search, .column = "contacts.search_text"},
          {.name = "owner_id", .kind = user, .column = "owner_id"},
          {.name = "team_id", .kind = id, .column = "team_id"},
          {.name = "account_id", .kind = id, .column = "account_id"},
          {.name = "title", .column = "title"},
          {.name = "email", .column = "email"},
          {.name = "phone", .column = "phone"},
          {.name = "consent", .column = "consent", .choices = names_of<Consent>()},
          {.name = "created", .kind = instant, .column = "created_at"},
          {.name = "updated", .kind = instant, .column = "updated_at"}};
}

Result<Page<Account>> list_accounts(db::Connection& connection, const Viewer& viewer, Instant now,
                                    const AccountQuery& query) {
  return list_records<Account>(connection, viewer, now, query, "accounts", kAccountColumns,
                               account_filter_fields(), account_from, [&](db::SqlText& sql) {
                                 add_words(sql, "region", query.region);
                                 add_words(sql, "industry", query.industry);
                               });
}

Result<Page<Contact>> list_contacts(db::Connection& connection, const Viewer& viewer, Instant now,
                                    const ContactQuery& query) {
  return list_records<Contact>(
      connection, viewer, now, query, "contacts", kContactColumns, contact_filter_fields(),
      contact_from, [&](db::SqlText& sql) {
        if (query.account_id) sql.add(" AND account_id = ").bind(*query.account_id);
        if (query.consent)
          sql.add(" AND consent = ").bind_text(std::string(name_of(*query.consent)));
      });
}

Result<void> check_account_query(const Viewer& viewer, const AccountQuery& query) {
  return check_query(viewer, query, account_filter_fields());
}

Result<void> check_contact_query(const Viewer& viewer, const ContactQuery& query) {
  return check_query(viewer, query, contact_filter_fields());
}

std::map<AccountId, std::string> account_names(db::Connection& connection,
                                               const std::vector<Contact>& of) {
  std::map<AccountId, std::string> names;
  std::vector<db::Param> ids;
  for (const Contact& contact : of)
    if (contact.account_id && names.try_emplace(*contact.account_id).second)
      ids.emplace_back(*contact.account_id);
  db::each_among(connection, "SELECT id, name FROM accounts WHERE id IN", ids,
                 [&](const db::Row& row) { names[row.id<AccountId>(0)] = row.string(1); });
  return names;
}

}  // namespace stagecoach::sales
