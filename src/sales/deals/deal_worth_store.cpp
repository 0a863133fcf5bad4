#include <algorithm>

#include "platform/db/sql_text.h"
#include "sales/deals/deal_worth.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

std::optional<Money> mean_won_amount(db::Connection& connection, const Viewer& viewer,
                                     const Pipeline& pipeline, std::optional<UserId> owner,
                                     std::optional<TeamId> team) {
  std::vector<db::Param> stages;
  for (const Stage& stage : pipeline.stages)
    if (stage.kind == StageKind::won) stages.emplace_back(stage.id.value);
  if (stages.empty()) return std::nullopt;
  db::SqlText sql(
      "SELECT t.currency, SUM(t.deals), SUM(t.amount_minor) FROM deal_totals t "
      "WHERE t.currency <> '' AND t.stage_id IN ");
  sql.bind_list(stages);
  if (owner) sql.add(" AND t.owner_id = ").bind(owner->value);
  if (team) sql.add(" AND t.team_id = ").bind(team->value);
  sql.add(" AND ");
  add_seen(sql, viewer, "t");
  sql.add(" GROUP BY t.currency ORDER BY SUM(t.deals) DESC, t.currency LIMIT 1");
  std::optional<Money> mean;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    const auto currency = Currency::parse(row.text(0));
    if (currency && row.integer(1) > 0) mean = Money{row.integer(2) / row.integer(1), *currency};
  });
  return mean;
}

std::vector<DealAccount> accounts_of_deals(db::Connection& connection) {
  std::vector<DealAccount> all;
  connection.each("SELECT id, account_id FROM deals WHERE account_id IS NOT NULL",
                  [&](const db::Row& row) {
                    all.push_back({row.id<DealId>(0), row.id<AccountId>(1)});
                  });
  std::sort(all.begin(), all.end(),
            [](const DealAccount& a, const DealAccount& b) { return a.deal < b.deal; });
  return all;
}

}  // namespace stagecoach::sales
