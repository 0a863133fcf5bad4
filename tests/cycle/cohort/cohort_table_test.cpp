// The rows of the cohort table, and that packed deals give the same ones as the deals themselves.
#include "cycle/cohort/cohort_table.h"

#include <gtest/gtest.h>

#include <map>

#include "cycle/golden_table.h"
#include "cycle/histories.h"
#include "cycle/projection/told_deals.h"

namespace stagecoach::cycle {
namespace {

// A deal in words, to compare whole ones.
std::string words_of(const CohortDeal& deal) {
  const auto time = [](std::optional<std::int64_t> at) {
    return at ? std::to_string(*at) : std::string("?");
  };
  std::string words = std::to_string(static_cast<int>(deal.ending));
  if (deal.amount) words += " " + to_decimal(*deal.amount);
  for (const CohortRow& row : deal.rows)
    words += (row.begins ? " | " : " ") + std::to_string(row.stage) + "#" +
             std::to_string(row.visit_no) + ":" + time(row.in) + "-" + time(row.out) + ">" +
             std::to_string(row.to);
  return words;
}

using Table = std::map<std::int64_t, std::string>;

Table table_of(const PipelineColumns& columns, const DealSelection& selection, std::int64_t as_of) {
  Table table;
  each_cohort_deal(columns, selection, as_of, [&](const CohortDeal& deal) {
    EXPECT_TRUE(table.emplace(deal.id, words_of(deal)).second) << "told once";
  });
  return table;
}

Table expected_table(const Told& told, std::int64_t as_of,
                     const std::function<bool(const LoggedDeal&)>& keep) {
  Table table;
  for (const LoggedDeal& deal : told.deals) {
    if (deal.deleted || !keep(deal)) continue;
    VisitTable one(ClockUnit::seconds);
    for (const Episode& episode : episodes_of(deal, told.columns.number_of)) one.append(0, episode);
    each_cohort_deal(one, as_of, [&](CohortDeal read) {
      read.amount = deal.amount;
      table.emplace(deal.id.value, words_of(read));
    });
  }
  return table;
}

TEST(CohortTable, GivesTheGoldenRows) {
  std::map<int, std::int64_t> dwell;
  std::map<Ending, int> endings;
  each_cohort_deal(g6(), 12, [&](const CohortDeal& deal) {
    ++endings[deal.ending];
    for (const CohortRow& row : deal.rows) dwell[row.stage] += row.dwell().value();
  });
  EXPECT_EQ(dwell, (std::map<int, std::int64_t>{{0, 35}, {1, 21}}));
  EXPECT_EQ(endings,
            (std::map<Ending, int>{{Ending::won, 3}, {Ending::lost, 3}, {Ending::censored, 2}}));
}

// Sum of dwell = area under the curve of work in progress.
TEST(CohortTable, DwellIsTheAreaUnderTheWork) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    HistoryMaker make(seed);
    const HistorySet set = make.set(60, 4);
    std::map<int, std::int64_t> dwell, area;
    each_cohort_deal(visit_table(set), set.as_of, [&](const CohortDeal& deal) {
      for (const CohortRow& row : deal.rows) {
        if (!row.dwell()) continue;
        dwell[row.stage] += *row.dwell();
        for (std::int64_t day = 0; day < set.as_of; ++day)
          if (*row.in <= day && day < *row.out) ++area[row.stage];
      }
    });
    EXPECT_EQ(dwell, area) << "seed " << seed;
  }
}

TEST(CohortTable, HoldsWhatIsWorthTooMuchToAddUp) {
  const Currency euro = *Currency::parse("EUR");
  CohortDeal deal;
  deal.amount = Money{std::numeric_limits<std::int64_t>::max() - 1, euro};
  DealSum sum;
  sum.add(deal, euro);
  sum.add(deal, euro);
  sum.add(deal, *Currency::parse("CNY"));
  EXPECT_EQ(sum, (DealSum{3, std::numeric_limits<std::int64_t>::max()}));
}

class CohortTableTest : public ToldDeals {};

TEST_F(CohortTableTest, SaysOfPackedDealsWhatTheDealsSay) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    RandomJournal make(seed);
    told_.clear();
    tell(make, static_cast<int>(1 + make.below(2'000)));
    for (const auto& [id, told] : told_)
      for (const std::int64_t ago : {std::int64_t{0}, 1 + make.below(9'000'000)}) {
        ASSERT_EQ(table_of(told.columns, {}, now_ - ago),
                  expected_table(told, now_ - ago, [](const LoggedDeal&) { return true; }))
            << "seed " << seed << ", pipeline " << id;
        DealSelection selection;
        selection.owner = UserId(2);
        ASSERT_EQ(table_of(told.columns, selection, now_ - ago),
                  expected_table(told, now_ - ago,
                                 [](const LoggedDeal& deal) { return deal.owner == UserId(2); }));
      }
  }
}

TEST_F(CohortTableTest, SumsTheCurrencyOfMostDeals) {
  RandomJournal make(3);
  tell(make, 2'000);
  const PipelineColumns& columns = told_.at(1).columns;
  const auto euro = Currency::parse("EUR");
  ASSERT_EQ(main_currency(columns, {}), euro);
  std::int64_t minor = 0, deals = 0;
  for (const LoggedDeal& deal : told_.at(1).deals) {
    if (deal.deleted) continue;
    if (deal.amount && deal.amount->currency == *euro) minor += deal.amount->minor;
  }
  DealSum sum;
  each_cohort_deal(columns, {}, now_, [&](const CohortDeal& deal) {
    sum.add(deal, euro);
    ++deals;
  });
  EXPECT_EQ(sum.minor, minor);
  EXPECT_EQ(sum.deals, deals);
  DealSelection nobody;
  nobody.owner = UserId(99);
  EXPECT_EQ(main_currency(columns, nobody), std::nullopt);
}

}  // namespace
}  // namespace stagecoach::cycle
