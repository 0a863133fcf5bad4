#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <unordered_map>

#include "platform/base/text_fold.h"
#include "platform/db/search.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/fields/deal_values.h"
#include "sales/deals/views/concern_filter.h"
#include "sales/deals/views/deal_filter.h"
#include "sales/deals/views/deal_list.h"
#include "sales/deals/views/deal_order.h"
#include "sales/team/people.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr int kLimitDefault = 50;

constexpr std::string_view kSelect =
    "SELECT deals.id, deals.version, deals.name, deals.pipeline_id, deals.stage_id, deals.status, "
    "deals.account_id, a.name, deals.owner_id, u.name, deals.amount_minor, deals.currency, "
    "deals.expected_close, deals.source, deals.probability, deals.stage_entered_at, deals.facts, "
    "deals.created_at, deals.updated_at, deals.search_text, deals.waiting_on, "
    "deals.waiting_since";
constexpr std::string_view kBeside =
    " LEFT JOIN accounts a ON a.id = deals.account_id "
    "JOIN users u ON u.id = deals.owner_id";

// A list under construction: conditions joined by AND.
struct Composer {
  Composer(const Order& order, bool walks) : walking(walks) {
    sql.add(kSelect);
    if (order.part == OrderPart::filled) sql.add(", v.number");
    sql.add(from_of(order, walking)).add(kBeside).add(" WHERE ");
  }

  db::SqlText sql;
  bool first = true;
  bool walking;  // see walks_the_order()

  db::SqlText& condition() {
    if (!first) sql.add(" AND ");
    first = false;
    return sql;
  }
  void compare(std::string_view left, const db::Param& value) {
    condition().add(left).add(" ").bind(value);
  }
  // A condition with an index of its own, which is not to be used where the order is walked.
  void narrow(const std::function<void(db::SqlText&)>& add_condition) {
    if (walking) condition().add("(");
    add_condition(walking ? sql : condition());
    if (walking) sql.add(") IS TRUE");
  }
  void narrow(std::string_view column, const db::Param& value) {
    narrow([&](db::SqlText& to) { to.add(column).add(" = ").bind(value); });
  }
  void compare_text(std::string_view left, const std::string& value) {
    condition().add(left).add(" ").bind_text(value);
  }
};

std::int64_t start_of(Date date) {
  return to_millis(Instant(date));
}

void add_search(db::SqlText& to, db::Engine engine, const std::string& folded) {
  db::SearchClause clause =
      db::contains_text(engine, {"deals", "search_text"}, folded, to.next_parameter());
  to.add_clause(clause.condition, std::move(clause.argument));
}

void add_filters(Composer& to, db::Engine engine, const DealReading& reading,
                 const DealQuery& query) {
  if (!query.id.empty()) to.condition().add("deals.id IN ").bind_list(query.id);
  if (query.stage_id) to.narrow("deals.stage_id", *query.stage_id);
  if (query.pipeline_id) to.compare("deals.pipeline_id =", *query.pipeline_id);
  if (query.owner_id) to.narrow("deals.owner_id", *query.owner_id);
  if (query.team_id) to.narrow("deals.team_id", *query.team_id);
  if (query.account_id) to.compare("deals.account_id =", *query.account_id);
  if (query.source) to.compare_text("deals.source =", *query.source);
  if (!query.status.empty()) {
    std::string in = "deals.status IN (";
    for (const StageKind kind : query.status)
      in.append(std::to_string(static_cast<int>(kind))).append(",");
    in.back() = ')';
    to.condition().add(in);
  }
  if (query.product_id)
    to.condition()
        .add("deals.id IN (SELECT deal_id FROM deal_products WHERE product_id = ")
        .bind(*query.product_id)
        .add(")");
  if (query.amount_min)
    to.compare("deals.amount_minor >=", std::max(*query.amount_min, std::int64_t{0}));
  if (query.amount_max) {
    to.compare("deals.amount_minor <=", *query.amount_max);
    to.compare("deals.amount_minor <>", kNoAmount);
  }
  if (query.close_from) to.compare("deals.expected_close >=", to_days(*query.close_from));
  if (query.close_to) to.compare("deals.expected_close <=", to_days(*query.close_to));
  if ((query.close_from && !query.close_to)) to.compare("deals.expected_close <>", kNoDate);
  if (query.created_from) to.compare("deals.created_at >=", start_of(*query.created_from));
  if (query.created_to)
    to.compare("deals.created_at <", start_of(*query.created_to + std::chrono::days(1)));
  if (query.waiting_on)
    to.compare("deals.waiting_on =", static_cast<std::int64_t>(*query.waiting_on));
  if (query.concern) {
    to.condition().add(kIsOpen);
    to.narrow([&](db::SqlText& sql) {
      add_concern(sql, *query.concern, reading.pipelines, reading.clock);
    });
  }
  if (const std::string folded = query.q ? fold(*query.q) : ""; !folded.empty())
    add_search(to.condition(), engine, folded);
}

// No index is chosen by a group: what it asks for in any case is in the query as well (narrowed).
Result<void> add_groups(db::SqlText& to, db::Engine engine, const DealReading& reading,
                        const FilterPart& where) {
  TRY(add_filter(to.add("("), where, deal_filter_fields(reading),
                 {engine, reading.viewer, reading.clock.now(), reading.clock.today()}));
  to.add(") IS TRUE");
  return {};
}

// Whether an index of the filters gives the rows in the wanted order, or there are few anyway.
bool is_served(const Order& order, const DealReading& reading, const DealQuery& query) {
  if (!query.id.empty() || query.account_id || query.q || query.product_id) return true;
  if (query.concern || order.part == OrderPart::filled) return false;
  const Viewer& viewer = reading.viewer;
  const bool by_owner = viewer.visibility == Visibility::own && !viewer.stands_in_for;
  const bool of_owner = query.owner_id || by_owner;
  const bool of_team = query.team_id || !(by_owner || sees_everything(viewer));
  if (!query.stage_id) return !of_owner && !of_team;
  if (order.by == "amount") return !of_team;
  return order.by == "stage_entered" && !of_owner && !of_team;
}

// How many deals the filters of stage, owner and team leave to the viewer.
double count_from_totals(db::Connection& connection, const DealReading& reading,
                         const DealQuery& query) {
  db::SqlText sql("SELECT COALESCE(SUM(t.deals), 0) FROM deal_totals t WHERE TRUE");
  if (query.stage_id) sql.add(" AND t.stage_id = ").bind(*query.stage_id);
  if (query.owner_id) sql.add(" AND t.owner_id = ").bind(*query.owner_id);
  if (query.team_id) sql.add(" AND t.team_id = ").bind(*query.team_id);
  add_seen(sql.add(" AND "), reading.viewer, "t");
  return static_cast<double>(*connection.first_of(
      sql.text(), sql.params(), [](const db::Row& row) { return row.integer(0); }));
}

// How many deals of the viewer have the concern asked for; `most` where there are more.
double count_concerned(db::Connection& connection, const DealReading& reading,
                       const DealQuery& query, double most) {
  db::SqlText sql;
  add_count_of_concern(
      sql, *query.concern, reading,
      [&](db::SqlText& to) {
        if (query.owner_id) to.add(" AND deals.owner_id = ").bind(*query.owner_id);
        add_seen(to.add(" AND "), reading.viewer, "deals");
      },
      static_cast<int>(most));
  return static_cast<double>(*connection.first_of(
      sql.text(), sql.params(), [](const db::Row& row) { return row.integer(0); }));
}

// A page is read in one of two ways: by an index of the filters, sorting the m deals that it finds,
// or along an index of the order, skipping deals until the page is full, which takes about
// page * n / m of all n. The second is cheaper where m * m > page * n; m is known from the totals
// that are kept per stage, owner and team, or counted that far, so neither way grows faster than
// the root of n.
bool walks_the_order(db::Connection& connection, const Order& order, const DealReading& reading,
                     const DealQuery& query, int limit) {
  if (is_served(order, reading, query)) return false;
  const std::int64_t all = connection
                               .first("SELECT COALESCE(MAX(id), 0) FROM deals",
                                      [](const db::Row& row) { return row.integer(0); })
                               .value();
  const double turn = std::ceil(std::sqrt(static_cast<double>(limit) * static_cast<double>(all)));
  const double found = query.concern ? count_concerned(connection, reading, query, turn + 1)
                                     : count_from_totals(connection, reading, query);
  return found > turn;
}

DealCard finish(const DealReading& reading, const Deal& deal, DealCard card) {
  const Pipeline* pipeline = reading.pipelines.find(deal.pipeline_id);
  const Stage* stage = pipeline ? pipeline->find(deal.stage_id) : nullptr;
  card.id = deal.id;
  card.version = deal.version;
  card.name = deal.name;
  card.pipeline_id = deal.pipeline_id;
  card.stage_id = deal.stage_id;
  card.status = deal.status;
  card.amount = deal.amount;
  card.expected_close = deal.expected_close;
  card.source = deal.source;
  card.created_at = deal.created_at;
  card.updated_at = deal.updated_at;
  card.waiting = waiting_of(deal);
  card.fields = seen_values(reading.pipelines.fields(), reading.viewer, deal);
  if (stage) {
    card.probability = deal.probability.value_or(stage->probability);
    card.age = reading.clock.age(*stage, deal.stage_entered_at);
    const GateProgress progress = gate_progress(*stage, deal);
    card.gate = {progress.met, progress.total};
    card.concerns = concerns_of(deal, *pipeline, reading.clock);
  }
  if (const auto& step = deal.facts.next_step)
    card.next_step = NextStepView{step->activity_id, step->kind, step->subject, step->due,
                                  step->due < reading.clock.now()};
  return card;
}

DealCard card_from(const DealReading& reading, const db::Row& row) {
  Deal deal;
  deal.id = row.id<DealId>(0);
  deal.version = row.integer(1);
  deal.name = row.string(2);
  deal.pipeline_id = row.id<PipelineId>(3);
  deal.stage_id = row.id<StageId>(4);
  deal.status = static_cast<StageKind>(row.integer(5));
  deal.account_id = row.optional<AccountId>(6).value_or(AccountId());
  deal.owner_id = row.id<UserId>(8);
  if (row.integer(10) != kNoAmount)
    deal.amount = Money{row.integer(10), Currency::parse(row.text(11)).value_or(Currency())};
  if (row.integer(12) != kNoDate) deal.expected_close = row.date(12);
  deal.source = row.string(13);
  deal.probability = row.optional<int>(14);
  deal.stage_entered_at = row.instant(15);
  auto facts = json::read<DealFacts>(row.text(16));
  if (!facts) throw std::runtime_error("the stored facts of a deal cannot be read");
  deal.facts = *std::move(facts);
  deal.created_at = row.instant(17);
  deal.updated_at = row.instant(18);
  deal.waiting_on = static_cast<WaitingOn>(row.integer(20));
  deal.waiting_since = row.optional_instant(21);
  DealCard card;
  if (deal.account_id) card.account = NamedAccount{deal.account_id, row.string(7)};
  card.owner = {deal.owner_id, row.string(9)};
  return finish(reading, deal, std::move(card));
}

// A page while it is read; a part of the order after another.
struct Reading {
  DealPage page;
  http::ListCursor last;
  bool more = false;
};

struct Wish {
  const DealQuery& query;
  const std::optional<FilterPart>& where;
  int limit;
};

Result<void> read_part(db::Connection& connection, const DealReading& reading, const Wish& wish,
                       const Order& order, Reading& to) {
  const int room = wish.limit - static_cast<int>(to.page.items.size());
  Composer composer(order, walks_the_order(connection, order, reading, wish.query, wish.limit));
  composer.condition().add("deals.deleted_at IS NULL");
  add_filters(composer, connection.engine(), reading, wish.query);
  if (wish.where) TRY(add_groups(composer.condition(), connection.engine(), reading, *wish.where));
  composer.narrow([&](db::SqlText& sql) { add_seen(sql, reading.viewer, "deals"); });
  add_order(composer.condition(), order, composer.walking, room + 1);
  int taken = 0;
  connection.each_of(composer.sql.text(), composer.sql.params(), [&](const db::Row& row) {
    if (taken == room) {
      to.more = true;
      return;
    }
    to.page.items.push_back(card_from(reading, row));
    if (++taken == room) to.last = cursor_at(order, row);
  });
  return {};
}

}  // namespace

Result<DealPage> list_deals(db::Connection& connection, const DealReading& reading,
                            const DealQuery& wish) {
  std::optional<FilterPart> where;
  if (wish.where) where = TRY(read_filter(*wish.where));
  const DealQuery query = where ? narrowed(wish, *where, reading.viewer) : wish;
  const Wish wanted{query, where, query.limit.value_or(kLimitDefault)};
  const std::vector<Order> parts = TRY(order_of(reading, query));
  Reading read;
  for (const Order& part : parts)
    if (!read.more) TRY(read_part(connection, reading, wanted, part, read));
  if (read.more) read.page.next_cursor = http::write_cursor(read.last, query.sort.value_or(""));
  return std::move(read.page);
}

Result<void> check_deal_query(const DealReading& reading, const DealQuery& query) {
  TRY(order_of(reading, query));
  if (!query.where) return {};
  db::SqlText sql;
  return add_groups(sql, db::Engine::sqlite, reading, TRY(read_filter(*query.where)));
}

void add_count_of_concern(db::SqlText& to, ConcernKind kind, const DealReading& reading,
                          const std::function<void(db::SqlText&)>& add_whose, int most) {
  std::string_view joint = "SELECT COUNT(*) FROM (";
  for (const auto& add_condition : concern_conditions(kind, reading.pipelines, reading.clock)) {
    to.add(joint).add("SELECT 1 FROM deals WHERE ").add(kIsOpen).add(" AND ");
    add_condition(to);
    add_whose(to);
    joint = " UNION ALL ";
  }
  if (joint != " UNION ALL ") to.add(joint).add("SELECT 1 FROM deals WHERE FALSE");
  to.add(" LIMIT ").add(std::to_string(most)).add(") AS counted");
}

std::vector<DealCard> cards_of(db::Connection& connection, const DealReading& reading,
                               const std::vector<DealId>& ids) {
  std::vector<DealCard> cards;
  if (ids.empty()) return cards;
  db::SqlText sql(kSelect);
  sql.add(" FROM deals").add(kBeside).add(" WHERE deals.id IN ").bind_list(ids);
  std::unordered_map<std::int64_t, DealCard> found;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    found.emplace(row.integer(0), card_from(reading, row));
  });
  for (const DealId id : ids)
    if (const auto card = found.find(id.value); card != found.end()) cards.push_back(card->second);
  return cards;
}

DealCard card_of(db::Connection& connection, const DealReading& reading, const Deal& deal) {
  DealCard card;
  if (deal.account_id)
    connection.each(
        "SELECT name FROM accounts WHERE id = $1",
        [&](const db::Row& row) {
          card.account = NamedAccount{deal.account_id, row.string(0)};
        },
        deal.account_id);
  card.owner.id = deal.owner_id;
  if (const auto owner = find_user(connection, deal.owner_id)) card.owner.name = owner->name;
  return finish(reading, deal, std::move(card));
}

}  // namespace stagecoach::sales
