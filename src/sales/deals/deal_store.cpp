#include "sales/deals/deal_store.h"

#include <stdexcept>

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/deals/approval/approval.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_totals.h"
#include "sales/deals/deals_by_id.h"
#include "sales/deals/gate/concern.h"
#include "sales/deals/live_owner.h"
#include "sales/fields/field_index.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kKeyTaken{"deal.external_key_taken",
                           "Another deal already has the external key “{key}”.",
                           "外部编号“{key}”已被另一个商机使用。"};

#define DEAL_COLUMNS                                                                         \
  "id, version, name, pipeline_id, stage_id, status, account_id, owner_id, team_id, "        \
  "amount_minor, currency, expected_close, source, probability, stage_entered_at, episode, " \
  "closed_at, facts, external_key, created_at, updated_at, deleted_at, waiting_on, "         \
  "waiting_since, path, forecast_category "
constexpr std::string_view kFind = "SELECT " DEAL_COLUMNS "FROM deals WHERE id = $1";
constexpr std::string_view kAfter =
    "SELECT " DEAL_COLUMNS "FROM deals WHERE id > $1 ORDER BY id LIMIT $2";

constexpr std::string_view kInsert =
    "INSERT INTO deals (version, name, search_text, pipeline_id, stage_id, status, account_id, "
    "owner_id, team_id, amount_minor, currency, expected_close, source, probability, "
    "next_step_due, stage_entered_at, episode, closed_at, facts, path, forecast_category, "
    "external_key, "
    "created_at, updated_at, touched_at) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, "
    "$12, $13, "
    "$14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) RETURNING id";

constexpr std::string_view kUpdate =
    "UPDATE deals SET version = version + 1, name = $3, search_text = $4, pipeline_id = $5, "
    "stage_id = $6, status = $7, account_id = $8, owner_id = $9, team_id = $10, amount_minor = "
    "$11, currency = $12, expected_close = $13, source = $14, probability = $15, next_step_due = "
    "$16, stage_entered_at = $17, episode = $18, closed_at = $19, facts = $20, path = $21, "
    "forecast_category = $22, updated_at = $23, deleted_at = $24, touched_at = $25, "
    "waiting_on = $26, waiting_since = $27, approval_due = $28 "
    "WHERE id = $1 AND version = $2";

Deal deal_from(const db::Row& row) {
  Deal deal;
  deal.id = row.id<DealId>(0);
  deal.version = row.integer(1);
  deal.name = row.string(2);
  deal.pipeline_id = row.id<PipelineId>(3);
  deal.stage_id = row.id<StageId>(4);
  deal.status = static_cast<StageKind>(row.integer(5));
  deal.account_id = row.optional<AccountId>(6).value_or(AccountId());
  deal.owner_id = row.id<UserId>(7);
  deal.team_id = row.optional<TeamId>(8).value_or(TeamId());
  if (row.integer(9) != kNoAmount)
    deal.amount = Money{row.integer(9), Currency::parse(row.text(10)).value_or(Currency())};
  if (row.integer(11) != kNoDate) deal.expected_close = row.date(11);
  deal.source = row.string(12);
  deal.probability = row.optional<int>(13);
  deal.stage_entered_at = row.instant(14);
  deal.episode = row.integer(15);
  deal.closed_at = row.optional_instant(16);
  auto facts = json::read<DealFacts>(row.text(17));
  if (!facts) throw std::runtime_error("the stored facts of a deal cannot be read");
  deal.facts = *std::move(facts);
  deal.external_key = row.optional_text(18);
  deal.created_at = row.instant(19);
  deal.updated_at = row.instant(20);
  deal.deleted_at = row.optional_instant(21);
  deal.waiting_on = static_cast<WaitingOn>(row.integer(22));
  deal.waiting_since = row.optional_instant(23);
  if (!row.is_null(24)) deal.path = read_path(row.text(24));
  if (const auto category = row.optional<int>(25))
    deal.forecast_category = static_cast<ForecastCategory>(*category);
  return deal;
}

std::string search_text(journal::Work& work, const Deal& deal) {
  std::string account;
  if (deal.account_id)
    work.tx.each(
        "SELECT name FROM accounts WHERE id = $1",
        [&](const db::Row& row) { account = row.text(0); }, deal.account_id);
  return search_text_of(deal, account);
}

}  // namespace

std::optional<Deal> find_deal(db::Connection& connection, DealId id) {
  return connection.first(kFind, deal_from, id);
}

std::vector<Deal> deals_after(db::Connection& connection, DealId after, int limit) {
  std::vector<Deal> deals;
  connection.each(
      kAfter, [&](const db::Row& row) { deals.push_back(deal_from(row)); }, after, limit);
  return deals;
}

std::vector<Deal> deals_by_id(db::Connection& connection, const std::vector<DealId>& ids) {
  std::vector<Deal> deals;
  if (ids.empty()) return deals;
  db::SqlText sql("SELECT " DEAL_COLUMNS "FROM deals WHERE id IN ");
  sql.bind_list(ids);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { deals.push_back(deal_from(row)); });
  return deals;
}

std::optional<DealId> find_deal_by_external_key(db::Connection& connection,
                                                std::string_view external_key) {
  return connection.first(
      "SELECT id FROM deals WHERE external_key = $1",
      [](const db::Row& row) { return row.id<DealId>(0); }, external_key);
}

std::optional<DealOwner> owner_of_deal(db::Connection& connection, DealId id) {
  return connection.first(
      "SELECT owner_id, team_id FROM deals WHERE id = $1",
      [](const db::Row& row) {
        return DealOwner{row.id<UserId>(0), row.optional<TeamId>(1).value_or(TeamId())};
      },
      id);
}

Result<void> insert_deal(journal::Work& work, Deal& deal, journal::Draft why) {
  if (deal.external_key && find_deal_by_external_key(work.tx, *deal.external_key))
    return Error(Error::Code::conflict, {kKeyTaken, {{"key", *deal.external_key}}});
  deal.version = 1;
  deal.updated_at = work.now;
  with_columns_of(deal, search_text(work, deal), [&](const auto&... columns) {
    work.tx.each(
        kInsert, [&](const db::Row& row) { deal.id = row.id<DealId>(0); }, columns...,
        deal.external_key, deal.created_at, deal.updated_at, touched_at(deal));
  });
  DealTotals totals;
  totals.add(deal);
  totals.save(work);
  index_values(work, FieldRecord::deal, deal.id.value, {}, deal.facts.fields);
  why.subject = {kDealSubject, deal.id.value};
  work.append(std::move(why));
  return {};
}

Result<void> save_deal(journal::Work& work, const Deal& before, Deal& after, journal::Draft why) {
  after.updated_at = work.now;
  std::int64_t rows = 0;
  with_columns_of(after, search_text(work, after), [&](const auto&... columns) {
    rows = work.tx.execute(kUpdate, after.id, before.version, columns..., after.updated_at,
                           after.deleted_at, touched_at(after), static_cast<int>(after.waiting_on),
                           after.waiting_since, approval_due(after));
  });
  if (rows == 0) return stale_record();
  after.version = before.version + 1;
  DealTotals totals;
  totals.take(before);
  totals.add(after);
  totals.save(work);
  index_values(work, FieldRecord::deal, after.id.value, before.facts.fields, after.facts.fields);
  why.subject = {kDealSubject, after.id.value};
  work.append(std::move(why));
  return {};
}

std::vector<TeamId> teams_of_deals(db::Connection& connection, UserId owner) {
  std::vector<TeamId> teams;
  connection.each(
      "SELECT DISTINCT COALESCE(team_id, 0) FROM deals WHERE owner_id = $1",
      [&](const db::Row& row) { teams.push_back(row.id<TeamId>(0)); }, owner);
  return teams;
}

std::int64_t reassign_deals(journal::Work& work, bool closed_too, const Deal& from, const Deal& to,
                            const journal::Draft& why, const Handed* only) {
  db::SqlText sql("UPDATE deals SET owner_id = ");
  sql.bind(to.owner_id).add(", team_id = NULLIF(").bind(to.team_id).add(", 0)");
  sql.add(", version = version + 1, updated_at = ").bind(work.now);
  sql.add(" WHERE owner_id = ").bind(from.owner_id);
  sql.add(" AND COALESCE(team_id, 0) = ").bind(from.team_id).add(" AND status <= ");
  sql.bind(static_cast<int>(closed_too ? StageKind::lost : StageKind::on_hold));
  if (only) add_untouched(sql, *only, "deals", kDealSubject, DealChanged::kKind);
  sql.add(" RETURNING id, stage_id, status, amount_minor, currency, probability, next_step_due, ");
  sql.add("deleted_at");
  std::int64_t given = 0;
  DealTotals totals;
  work.tx.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    ++given;
    work.append(journal::Draft(why).about({kDealSubject, row.integer(0)}));
    Deal deal;
    deal.stage_id = row.id<StageId>(1);
    deal.status = static_cast<StageKind>(row.integer(2));
    if (row.integer(3) != kNoAmount)
      deal.amount = Money{row.integer(3), Currency::parse(row.text(4)).value_or(Currency())};
    deal.probability = row.optional<int>(5);
    if (!row.is_null(6)) deal.facts.next_step.emplace();
    deal.deleted_at = row.optional_instant(7);
    deal.owner_id = from.owner_id;
    deal.team_id = from.team_id;
    totals.take(deal);
    deal.owner_id = to.owner_id;
    deal.team_id = to.team_id;
    totals.add(deal);
  });
  totals.save(work);
  return given;
}

std::vector<Deal> deals_in_stage(db::Connection& connection, StageId stage, int limit) {
  constexpr std::string_view kInStage =
      "SELECT " DEAL_COLUMNS "FROM deals WHERE stage_id = $1 ORDER BY id LIMIT $2";
  std::vector<Deal> deals;
  connection.each(
      kInStage, [&](const db::Row& row) { deals.push_back(deal_from(row)); }, stage, limit);
  return deals;
}

void restage_deals(journal::Work& work, std::vector<Deal>& deals, const Stage& to) {
  if (deals.empty()) return;
  work.tx.execute(
      "UPDATE deals SET stage_id = $2, status = $3, stage_entered_at = $4, touched_at = $4, "
      "updated_at = $4, approval_due = NULL, path = NULL, version = version + 1 "
      "WHERE stage_id = $1",
      deals.front().stage_id, to.id, static_cast<int>(to.kind), work.now);
  DealTotals totals;
  for (Deal& deal : deals) {
    totals.take(deal);
    deal.stage_id = to.id;
    deal.status = to.kind;
    deal.stage_entered_at = deal.updated_at = work.now;
    deal.path.clear();
    ++deal.version;
    totals.add(deal);
  }
  totals.save(work);
}

std::int64_t wrong_totals(db::Connection& connection) {
  // The kept rows count for, the deals against; what does not come out even is wrong.
  constexpr std::string_view kCompare =
      "SELECT COUNT(*) FROM (SELECT 1 FROM (SELECT stage_id, owner_id, team_id, currency, deals, "
      "without_next_step, amount_minor, own_amount_minor, own_weighted_minor FROM deal_totals "
      "UNION ALL SELECT stage_id, owner_id, COALESCE(team_id, 0), currency, -1, "
      "CASE WHEN status = 0 AND next_step_due IS NULL THEN -1 ELSE 0 END, -amount_minor, "
      "CASE WHEN probability IS NULL THEN 0 ELSE -amount_minor END, "
      "CASE WHEN probability IS NULL THEN 0 ELSE -(amount_minor * probability / 100) END "
      "FROM (SELECT stage_id, owner_id, team_id, currency, status, next_step_due, probability, "
      "CASE WHEN amount_minor < 0 THEN 0 ELSE amount_minor END AS amount_minor FROM deals "
      "WHERE deleted_at IS NULL) AS kept) AS both_sides "
      "GROUP BY stage_id, owner_id, team_id, currency HAVING SUM(deals) <> 0 OR "
      "SUM(without_next_step) <> 0 OR SUM(amount_minor) <> 0 OR SUM(own_amount_minor) <> 0 OR "
      "SUM(own_weighted_minor) <> 0) AS uneven";
  return *connection.first(kCompare, [](const db::Row& row) { return row.integer(0); });
}

std::vector<ProductLine> load_product_lines(db::Connection& connection, DealId id) {
  std::vector<ProductLine> lines;
  connection.each(
      "SELECT l.product_id, p.name, l.quantity, l.price_minor, l.currency, l.discount_bps "
      "FROM deal_products l "
      "JOIN products p ON p.id = l.product_id WHERE l.deal_id = $1 ORDER BY p.name, p.id",
      [&](const db::Row& row) {
        ProductLine line{row.id<ProductId>(0),
                         row.string(1),
                         row.integer(2),
                         {},
                         static_cast<int>(row.integer(5))};
        if (!row.is_null(3))
          line.price = Money{row.integer(3), Currency::parse(row.text(4)).value_or(Currency())};
        lines.push_back(std::move(line));
      },
      id);
  return lines;
}

void replace_product_lines(journal::Work& work, DealId id, const std::vector<ProductLine>& lines) {
  work.tx.execute("DELETE FROM deal_products WHERE deal_id = $1", id);
  for (const ProductLine& line : lines)
    work.tx.queue(
        "INSERT INTO deal_products (deal_id, product_id, quantity, price_minor, currency, "
        "discount_bps) VALUES ($1, $2, $3, $4, $5, $6)",
        id, line.product_id, line.quantity,
        line.price ? std::optional(line.price->minor) : std::nullopt,
        line.price ? line.price->currency.code() : std::string_view(), line.discount_bps);
}

std::vector<CommitteeMember> load_committee(db::Connection& connection, DealId id) {
  std::vector<CommitteeMember> members;
  connection.each(
      "SELECT m.contact_id, c.name, c.title, m.role, m.influence, m.stance, "
      "COALESCE(c.phone, '') <> '' OR COALESCE(c.email, '') <> '' "
      "FROM deal_contacts m JOIN contacts c ON c.id = m.contact_id "
      "WHERE m.deal_id = $1 AND c.deleted_at IS NULL ORDER BY m.influence DESC, c.name, c.id",
      [&](const db::Row& row) {
        members.push_back(
            {row.id<ContactId>(0), row.string(1), row.optional_text(2).value_or(""),
             from_name<CommitteeRole>(row.text(3)).value_or(CommitteeRole::influencer),
             static_cast<int>(row.integer(4)),
             from_name<Stance>(row.text(5)).value_or(Stance::unknown), row.boolean(6)});
      },
      id);
  return members;
}

void put_committee_member(journal::Work& work, DealId id, const CommitteeMember& member) {
  work.tx.execute(
      "INSERT INTO deal_contacts (deal_id, contact_id, role, influence, stance) "
      "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (deal_id, contact_id) DO UPDATE SET "
      "role = excluded.role, influence = excluded.influence, stance = excluded.stance",
      id, member.contact_id, name_of(member.role), member.influence, name_of(member.stance));
}

std::vector<DealId> deals_with_contact(db::Connection& connection, ContactId contact) {
  std::vector<DealId> deals;
  connection.each(
      "SELECT d.id FROM deal_contacts m JOIN deals d ON d.id = m.deal_id "
      "WHERE m.contact_id = $1 AND d.deleted_at IS NULL ORDER BY d.id",
      [&](const db::Row& row) { deals.push_back(row.id<DealId>(0)); }, contact);
  return deals;
}

std::vector<HeldSeat> seats_of(db::Connection& connection, ContactId contact) {
  std::vector<HeldSeat> seats;
  connection.each(
      "SELECT deal_id, role, influence, stance FROM deal_contacts WHERE contact_id = $1 "
      "ORDER BY deal_id",
      [&](const db::Row& row) {
        seats.push_back({row.id<DealId>(0),
                         from_name<CommitteeRole>(row.text(1)).value_or(CommitteeRole::influencer),
                         static_cast<int>(row.integer(2)),
                         from_name<Stance>(row.text(3)).value_or(Stance::unknown)});
      },
      contact);
  return seats;
}

bool remove_committee_member(journal::Work& work, DealId id, ContactId contact) {
  return work.tx.execute("DELETE FROM deal_contacts WHERE deal_id = $1 AND contact_id = $2", id,
                         contact) == 1;
}

}  // namespace stagecoach::sales
