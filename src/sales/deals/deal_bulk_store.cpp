#include "sales/deals/deal_bulk.h"

#include <algorithm>
#include <tuple>

#include "platform/base/enum_names.h"
#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_totals.h"
#include "sales/deals/gate/concern.h"
#include "sales/fields/field_index.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kDeals =
    "deals (id, version, name, search_text, pipeline_id, stage_id, status, account_id, owner_id, "
    "team_id, amount_minor, currency, expected_close, source, probability, next_step_due, "
    "stage_entered_at, episode, closed_at, facts, path, forecast_category, external_key, "
    "created_at, updated_at, touched_at)";
constexpr std::string_view kProducts = "deal_products (deal_id, product_id, quantity)";
constexpr std::string_view kCommittee =
    "deal_contacts (deal_id, contact_id, role, influence, stance)";
// So many fill the pages of an index that they touch.
constexpr std::size_t kWorthSorting = 2000;

// The deals in the order in which most indexes of their table keep them: neighbours in an index are
// then written one after the other, for half of what it costs to look up a place for each.
std::vector<NewDeal*> in_order_of_indexes(std::span<NewDeal> deals) {
  std::vector<NewDeal*> order;
  order.reserve(deals.size());
  for (NewDeal& item : deals) order.push_back(&item);
  if (order.size() < kWorthSorting) return order;
  const auto place = [](const NewDeal* item) {
    const Deal& deal = item->deal;
    return std::tuple(deal.stage_id, deal.amount ? deal.amount->minor : kNoAmount);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const NewDeal* a, const NewDeal* b) { return place(a) < place(b); });
  return order;
}

std::unordered_map<std::int64_t, std::string> account_names(db::Connection& connection,
                                                            std::span<const NewDeal> deals) {
  std::unordered_map<std::int64_t, std::string> names;
  for (const NewDeal& item : deals)
    if (item.deal.account_id) names.try_emplace(item.deal.account_id.value);
  std::vector<db::Param> ids;
  for (const auto& [id, name] : names) ids.emplace_back(id);
  db::each_among(connection, "SELECT id, name FROM accounts WHERE id IN", ids,
                 [&](const db::Row& row) { names[row.integer(0)] = row.text(1); });
  return names;
}

void insert_products(journal::Work& work, std::span<NewDeal* const> deals) {
  db::BulkInsert lines(work.tx, kProducts);
  for (const NewDeal* item : deals)
    for (const ProductId product : item->products) lines.add(item->deal.id, product, 1);
  lines.finish();
}

void insert_committees(journal::Work& work, std::span<NewDeal* const> deals) {
  db::BulkInsert members(work.tx, kCommittee);
  for (const NewDeal* item : deals)
    for (const CommitteeMember& member : item->committee)
      members.add(item->deal.id, member.contact_id, name_of(member.role), member.influence,
                  name_of(member.stance));
  members.finish();
}

}  // namespace

void insert_deals(journal::Work& work, std::span<NewDeal> deals) {
  if (deals.empty()) return;
  const auto names = account_names(work.tx, deals);
  const std::vector<NewDeal*> order = in_order_of_indexes(deals);
  const auto ids = work.tx.reserve_ids("deals", static_cast<std::int64_t>(deals.size()));
  db::BulkInsert rows(work.tx, kDeals);
  DealTotals totals;
  for (std::size_t i = 0; i < order.size(); ++i) {
    Deal& deal = order[i]->deal;
    deal.id = DealId(ids[i]);
    deal.version = 1;
    deal.updated_at = work.now;
    const auto name = names.find(deal.account_id.value);
    const std::string_view account = name == names.end() ? std::string_view() : name->second;
    with_columns_of(deal, search_text_of(deal, account), [&](const auto&... columns) {
      rows.add(deal.id, deal.version, columns..., deal.external_key, deal.created_at,
               deal.updated_at, touched_at(deal));
    });
    totals.add(deal);
    for (journal::Draft& draft : order[i]->why)
      work.append(std::move(draft).about({kDealSubject, deal.id.value}));
    order[i]->why.clear();
  }
  rows.finish();
  totals.save(work);
  insert_products(work, order);
  insert_committees(work, order);
  for (const NewDeal* item : order)
    index_values(work, FieldRecord::deal, item->deal.id.value, {}, item->deal.facts.fields);
}

std::unordered_map<std::string, KnownDeal> find_known_deals(
    db::Connection& connection, std::span<const std::string_view> external_keys) {
  std::unordered_map<std::string, KnownDeal> known;
  const std::vector<db::Param> keys(external_keys.begin(), external_keys.end());
  db::each_among(
      connection,
      "SELECT external_key, name, stage_id, amount_minor, currency FROM deals "
      "WHERE external_key IN",
      keys, [&](const db::Row& row) {
        KnownDeal deal{row.string(1), row.id<StageId>(2), {}};
        if (row.integer(3) != kNoAmount)
          deal.amount = Money{row.integer(3), Currency::parse(row.text(4)).value_or(Currency())};
        known.emplace(row.string(0), std::move(deal));
      });
  return known;
}

std::vector<NewOwner> find_new_owners(db::Connection& connection, const std::vector<UserId>& ids) {
  std::vector<NewOwner> owners;
  const std::vector<db::Param> keys(ids.begin(), ids.end());
  db::each_among(connection, "SELECT id, team_id, active FROM users WHERE id IN", keys,
                 [&](const db::Row& row) {
                   owners.push_back({row.id<UserId>(0), row.optional<TeamId>(1).value_or(TeamId()),
                                     row.boolean(2)});
                 });
  return owners;
}

namespace {

// One row of the edited fields, every value with its type: some are NULL in all rows.
void add_edited(db::SqlText& sql, const Deal& before, const Deal& after) {
  const auto number = [&](std::string_view joint, const db::Param& value) {
    sql.add(joint).add("CAST(").bind(value).add(" AS BIGINT)");
  };
  number("(", after.id);
  number(", ", before.version);
  number(", ", after.owner_id);
  number(", ", after.team_id ? std::optional(after.team_id.value) : std::nullopt);
  number(", ", after.expected_close ? std::int64_t{to_days(*after.expected_close)} : kNoDate);
  number(", ", after.probability);
  sql.add(", CAST(").bind_text(after.source).add(" AS TEXT), CAST(");
  sql.bind_text(json::write_sparse(after.facts)).add(" AS TEXT))");
}

std::int64_t save_some(journal::Work& work, std::span<const SavedFields> some) {
  db::SqlText sql(
      "UPDATE deals SET version = deals.version + 1, owner_id = v.column3, team_id = v.column4, "
      "expected_close = v.column5, probability = v.column6, source = v.column7, "
      "facts = v.column8, updated_at = ");
  sql.bind(work.now).add(" FROM (VALUES ");
  for (std::size_t i = 0; i < some.size(); ++i)
    add_edited(sql.add(i == 0 ? "" : ", "), some[i].before, some[i].after);
  sql.add(") AS v WHERE deals.id = v.column1 AND deals.version = v.column2 RETURNING deals.id");
  std::int64_t saved = 0;
  work.tx.each_of(sql.text(), sql.params(), [&](const db::Row&) { ++saved; });
  return saved;
}

}  // namespace

Result<void> save_fields(journal::Work& work, std::vector<SavedFields>& saves) {
  bool stale = false;
  db::in_batches(saves, [&](std::span<const SavedFields> some) {
    stale = stale || save_some(work, some) != static_cast<std::int64_t>(some.size());
  });
  if (stale) return stale_record();
  for (const SavedFields& save : saves)
    index_values(work, FieldRecord::deal, save.after.id.value, save.before.facts.fields,
                 save.after.facts.fields);
  DealTotals totals;
  for (SavedFields& save : saves) {
    save.after.version = save.before.version + 1;
    save.after.updated_at = work.now;
    totals.take(save.before);
    totals.add(save.after);
    work.append(std::move(save.why).about({kDealSubject, save.after.id.value}));
  }
  totals.save(work);
  return {};
}

}  // namespace stagecoach::sales
