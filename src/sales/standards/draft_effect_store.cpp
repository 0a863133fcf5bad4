#include <algorithm>
#include <map>
#include <stdexcept>

#include "sales/deals/deal_columns.h"
#include "sales/deals/views/concern_filter.h"
#include "sales/standards/draft_effect.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

using db::SqlText;

// A stage as it is published and as the draft has it.
struct Pair {
  const Stage* published = nullptr;
  const Stage* drafted = nullptr;  // null: removed
  std::vector<const Criterion*> asked_anew;
  StageEffect effect;

  bool changes_criteria() const { return !asked_anew.empty(); }
  bool changes_standard() const { return drafted && drafted->standard != published->standard; }
  bool is_touched() const { return !drafted || changes_criteria() || changes_standard(); }
};

// The rule alone: a new label asks for nothing new.
Criterion unlabelled(Criterion criterion) {
  criterion.label = {};
  for (Criterion& item : criterion.items) item = unlabelled(std::move(item));
  return criterion;
}

bool asks_the_same(const Criterion& a, const Criterion& b) {
  return unlabelled(a) == unlabelled(b);
}

std::vector<Pair> pairs_of(const Pipeline& published, const Pipeline& draft) {
  std::vector<Pair> pairs;
  for (const Stage& stage : published.stages) {
    if (stage.kind != StageKind::open && draft.find(stage.key)) continue;
    Pair pair;
    pair.published = &stage;
    pair.drafted = draft.find(stage.key);
    pair.effect.stage_id = stage.id;
    pair.effect.stage_key = stage.key;
    pair.effect.name = stage.name;
    pair.effect.removed = !pair.drafted;
    if (pair.drafted)
      for (const Criterion& criterion : pair.drafted->exit_criteria)
        if (std::none_of(stage.exit_criteria.begin(), stage.exit_criteria.end(),
                         [&](const Criterion& was) { return asks_the_same(was, criterion); })) {
          pair.asked_anew.push_back(&criterion);
          pair.effect.criteria.push_back({criterion.key, criterion.label, 0});
        }
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

// Counted from the totals that are kept with every write.
void count_deals(db::Connection& connection, const DealReading& reading,
                 std::map<StageId, Pair*>& by_stage) {
  std::vector<StageId> stages;
  for (const auto& [stage, pair] : by_stage) stages.push_back(stage);
  SqlText sql("SELECT t.stage_id, SUM(t.deals) FROM deal_totals t WHERE t.stage_id IN ");
  add_seen(sql.bind_list(stages).add(" AND "), reading.viewer, "t").add(" GROUP BY t.stage_id");
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    by_stage.at(row.id<StageId>(0))->effect.deals = row.integer(1);
  });
}

Deal deal_from(const db::Row& row) {
  Deal deal;
  deal.id = row.id<DealId>(0);
  deal.stage_id = row.id<StageId>(1);
  deal.account_id = row.optional<AccountId>(2).value_or(AccountId());
  if (row.integer(3) != kNoAmount)
    deal.amount = Money{row.integer(3), Currency::parse(row.text(4)).value_or(Currency())};
  if (row.integer(5) != kNoDate) deal.expected_close = row.date(5);
  deal.source = row.string(6);
  deal.stage_entered_at = row.instant(7);
  auto facts = json::read<DealFacts>(row.text(8));
  if (!facts) throw std::runtime_error("the stored facts of a deal cannot be read");
  deal.facts = *std::move(facts);
  return deal;
}

// Adds one deal, which stands for `weight` of them.
void judge(Pair& pair, const Deal& deal, std::int64_t weight) {
  bool lacks = false;
  for (std::size_t i = 0; i < pair.asked_anew.size(); ++i) {
    if (is_met(*pair.asked_anew[i], *pair.drafted, deal)) continue;
    pair.effect.criteria[i].deals += weight;
    lacks = true;
  }
  if (!lacks) return;
  pair.effect.not_passing += weight;
  const GateProgress now = gate_progress(*pair.published, deal);
  if (now.met == now.total) pair.effect.held_back += weight;
  if (pair.effect.not_passing_ids.size() < kNamedMax)
    pair.effect.not_passing_ids.push_back(deal.id);
}

// One query for all stages whose criteria change. Returns whether every deal was read.
bool judge_gates(db::Connection& connection, const DealReading& reading,
                 std::map<StageId, Pair*>& by_stage, std::int64_t read_max) {
  std::vector<StageId> stages;
  std::int64_t standing = 0;
  for (const auto& [stage, pair] : by_stage)
    if (pair->changes_criteria()) {
      stages.push_back(stage);
      standing += pair->effect.deals;
    }
  if (stages.empty() || standing == 0) return true;
  const std::int64_t weight = (standing + read_max - 1) / read_max;
  SqlText sql(
      "SELECT deals.id, deals.stage_id, deals.account_id, deals.amount_minor, deals.currency, "
      "deals.expected_close, deals.source, deals.stage_entered_at, deals.facts FROM deals WHERE ");
  sql.add(kIsOpen).add(" AND deals.stage_id IN ").bind_list(stages).add(" AND ");
  add_seen(sql, reading.viewer, "deals");
  if (weight > 1) sql.add(" AND deals.id % ").bind(weight).add(" = 0");
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    judge(*by_stage.at(row.id<StageId>(1)), deal_from(row), weight);
  });
  return weight == 1;
}

// Open deals of the stage that entered it at or after `from` and before `until`.
void add_entered(SqlText& sql, const DealReading& reading, const Stage& stage,
                 std::optional<Instant> from, Instant until) {
  sql.add(kIsOpen).add(" AND deals.stage_id = ").bind(stage.id);
  sql.add(" AND deals.stage_entered_at < ").bind(until);
  if (from) sql.add(" AND deals.stage_entered_at >= ").bind(*from);
  add_seen(sql.add(" AND "), reading.viewer, "deals");
}

// Two ranges of an index a stage: those the draft puts over their standard, and back within it.
void judge_clocks(db::Connection& connection, const DealReading& reading,
                  std::map<StageId, Pair*>& by_stage) {
  SqlText counts, names;
  for (auto& [stage, pair] : by_stage) {
    if (!pair->changes_standard() || pair->effect.deals == 0) continue;
    const auto was = reading.clock.over_before(*pair->published);
    const auto is = reading.clock.over_before(*pair->drafted);
    const bool more = is && (!was || *is > *was);
    const std::string id = std::to_string(stage.value);
    counts.add(counts.text().empty() ? "SELECT " : " UNION ALL SELECT ").add(id);
    counts.add(more ? ", 1, " : ", 0, ").add("COUNT(*) FROM deals WHERE ");
    add_entered(counts, reading, *pair->published, more ? was : is, more ? *is : *was);
    if (!more) continue;
    names.add(names.text().empty() ? "" : " UNION ALL ");
    names.add("SELECT * FROM (SELECT ").add(id).add(" AS stage, deals.id FROM deals WHERE ");
    add_entered(names, reading, *pair->published, was, *is);
    names.add(" ORDER BY deals.id LIMIT ").add(std::to_string(kNamedMax)).add(") AS part");
  }
  if (!counts.text().empty())
    connection.each_of(counts.text(), counts.params(), [&](const db::Row& row) {
      StageEffect& effect = by_stage.at(row.id<StageId>(0))->effect;
      (row.boolean(1) ? effect.newly_over : effect.no_longer_over) = row.integer(2);
    });
  if (!names.text().empty())
    connection.each_of(names.text(), names.params(), [&](const db::Row& row) {
      by_stage.at(row.id<StageId>(0))->effect.newly_over_ids.push_back(row.id<DealId>(1));
    });
}

}  // namespace

DraftEffect effect_of(db::Connection& connection, const DealReading& reading,
                      const PipelineDraft& draft, std::int64_t read_max) {
  DraftEffect effect;
  effect.version = draft.version;
  const Pipeline* published = reading.pipelines.find(draft.definition.id);
  if (!published) return effect;
  std::vector<Pair> pairs = pairs_of(*published, draft.definition);
  std::map<StageId, Pair*> by_stage;
  for (Pair& pair : pairs) by_stage[pair.published->id] = &pair;
  count_deals(connection, reading, by_stage);
  effect.exact = judge_gates(connection, reading, by_stage, read_max);
  judge_clocks(connection, reading, by_stage);
  for (Pair& pair : pairs) {
    effect.deals += pair.effect.deals;
    effect.not_passing += pair.effect.not_passing;
    effect.newly_over += pair.effect.newly_over;
    if (pair.effect.removed) effect.to_move += pair.effect.deals;
    if (pair.is_touched() && pair.effect.deals > 0) effect.stages.push_back(std::move(pair.effect));
  }
  return effect;
}

bool has_live_deals(db::Connection& connection, PipelineId pipeline) {
  return connection
      .first(
          "SELECT 1 FROM deals WHERE pipeline_id = $1 AND status <= 1 AND deleted_at IS NULL "
          "LIMIT 1",
          [](const db::Row&) { return true; }, pipeline)
      .has_value();
}

}  // namespace stagecoach::sales
