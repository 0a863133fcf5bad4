// A forecast made of stored deals: every deal is counted once, by owner and team alike.
#include "cycle/forecast/forecast_answer.h"

#include <gmock/gmock.h>

#include "cycle/projection/cycle_projection.h"
#include "sales/forecast/forecast_test.h"
#include "sales/forecast/targets/target_commands.h"

namespace stagecoach::cycle {
namespace {

using sales::CreateDeal;
using sales::Deal;
using sales::PatchDeal;

class ForecastAnswerTest : public sales::ForecastTest {
 protected:
  ForecastAnswerTest() { projection_.start(); }

  ForecastAnswer ask(UserId who, const std::string& key = "2026-Q1", std::string_view in = "CNY") {
    // The projection passes over what is not about deals.
    EXPECT_TRUE(head() == aimed_ || projection_.wait_for(head(), Millis(20'000)));
    const sales::ForecastPeriod period = *sales::find_period(key);
    const Instant from(period.first), until(period.last + std::chrono::days(1));
    const auto ahead = [&](Instant then) {
      return then <= clock.now() ? 0
                                 : std::chrono::ceil<std::chrono::days>(then - clock.now()).count();
    };
    sales::ForecastScope scope;
    scope.from = from;
    scope.until = until;
    const Currency currency = *Currency::parse(in);
    const sales::Viewer& by = viewer(who);
    return database().read([&](db::Connection& c) {
      const auto deals = sales::forecast_deals(c, by, pipelines(), scope);
      const auto past = sales::past_results(c, by, pipelines(), scope, currency);
      const auto targets = sales::list_targets(c, by, key);
      ForecastInput input{period,      currency, clock.now(), {ahead(from), ahead(until)},
                          Lang::en,    {},       {},          by,
                          pipelines(), deals,    past,        targets,
                          {}};
      for (const auto& [id, columns] : projection_.current()->pipelines)
        input.columns.push_back(columns);
      return forecast_of(input, predictions_);
    });
  }
  Deal deal(const std::string& name, std::int64_t minor, std::optional<std::string> close,
            UserId who = {}) {
    CreateDeal wish;
    wish.name = name;
    wish.amount = sales::cny(minor);
    if (close) wish.expected_close = date_from_iso(*close);
    wish.owner_id = who ? who : rep;
    return create(wish, owner);
  }
  void aim(UserId who, std::int64_t minor) {
    as(owner, [&](journal::Work& work) {
      return sales::set_target_of_person(work, "2026-Q1", who, 0, {sales::cny(minor)});
    }).value();
    aimed_ = head();
  }
  Deal say(const Deal& deal, sales::ForecastCategory category) {
    PatchDeal wish;
    wish.forecast_category = category;
    return patch(deal, wish, owner).value();
  }
  CycleProjection projection_{database(), catalog};
  Predictions predictions_;
  journal::Seq aimed_ = 0;  // of the last event that set a target
};
EACH_ENGINE(ForecastAnswerTest);

TEST_P(ForecastAnswerTest, PutsEveryDealOfThePeriodIntoOneCategory) {
  using enum sales::ForecastCategory;
  say(deal("Sure", 100, "2026-03-20"), commit);
  say(deal("Good", 2'000, "2026-03-21"), best_case);
  say(deal("Perhaps", 30'000, "2026-03-31"), pipeline);
  say(deal("Never", 400'000, "2026-01-01"), omitted);
  win(deal("Won", 5'000'000, "2026-06-30"));
  deal("Next", 7, "2026-04-01");
  deal("Late", 9, "2025-12-31");
  deal("Undated", 11, {});

  const ForecastAnswer answer = ask(owner);
  const ForecastFigures& total = answer.total;
  EXPECT_EQ(total.commit.minor, 100);
  EXPECT_EQ(total.best_case.minor, 2'000);
  EXPECT_EQ(total.pipeline.minor, 30'000);
  EXPECT_EQ(total.omitted.minor, 400'000);
  EXPECT_EQ(total.closed.minor, 5'000'000) << "by the day it was closed on";
  EXPECT_EQ(total.commit_and_better, 5'000'100);
  EXPECT_EQ(total.best_case_and_better, 5'002'100);
  EXPECT_EQ(total.pipeline_and_better, 5'032'100);
  EXPECT_EQ(answer.overdue.minor, 9);
  EXPECT_EQ(answer.undated, 1);
  EXPECT_EQ(total.weighted, std::nullopt);
  EXPECT_EQ(answer.outlook.silence, ForecastSilence::too_little);
  EXPECT_EQ(answer.outlook.notes.size(), 1u);
  EXPECT_EQ(answer.outlook.base_rate, 1.0);
}

TEST_P(ForecastAnswerTest, OwnersAndTeamsAddUpToTheTotal) {
  deal("Mine", 10, "2026-03-20");
  deal("His", 200, "2026-03-20", other_rep);
  win(deal("Won", 3'000, "2026-03-20", other_rep));
  const ForecastAnswer all = ask(owner);
  ASSERT_EQ(all.owners.size(), 2u);
  EXPECT_EQ(all.owners[0].owner_id, other_rep) << "most to come first";
  EXPECT_EQ(all.owners[0].pipeline_and_better + all.owners[1].pipeline_and_better,
            all.total.pipeline_and_better);
  ASSERT_EQ(all.teams.size(), 1u);
  EXPECT_EQ(all.teams[0].pipeline_and_better, all.total.pipeline_and_better);
  const ForecastAnswer mine = ask(rep);
  ASSERT_EQ(mine.owners.size(), 1u);
  EXPECT_EQ(mine.total.pipeline_and_better + mine.total.omitted.minor, 10);
}

TEST_P(ForecastAnswerTest, SaysWhatIsInAnotherCurrencyAndWhatIsOver) {
  deal("Mine", 10, "2026-03-20");
  const ForecastAnswer euros = ask(owner, "2026-Q1", "EUR");
  EXPECT_EQ(euros.total.pipeline_and_better, 0);
  ASSERT_EQ(euros.other_currencies.size(), 1u);
  EXPECT_EQ(euros.other_currencies[0].currency, "CNY");
  EXPECT_EQ(euros.other_currencies[0].deals, 1);
  EXPECT_EQ(ask(owner, "2025-Q4").outlook.silence, ForecastSilence::over);
}

TEST_P(ForecastAnswerTest, CoverageIsWhatIsOpenOverWhatIsMissing) {
  using enum sales::ForecastCategory;
  say(deal("Sure", 600, "2026-03-20"), commit);
  say(deal("Not counted on", 5'000, "2026-03-20"), omitted);
  win(deal("Won", 100, "2026-03-20"));
  EXPECT_EQ(ask(owner).total.coverage, std::nullopt);
  aim(rep, 400);
  aim(other_rep, 50);
  ForecastAnswer answer = ask(owner);
  EXPECT_EQ(answer.total.target, 450);
  EXPECT_EQ(answer.total.coverage, 600 / 350.0);
  ASSERT_EQ(answer.owners.size(), 2u) << "who has a target and no deals is missed all the same";
  EXPECT_EQ(answer.owners[0].coverage, 2.0);
  EXPECT_EQ(answer.owners[1].coverage, 0.0);
  EXPECT_EQ(ask(rep).total.target, 400) << "others' targets are theirs";
  win(deal("Won, too", 350, "2026-03-20"));
  answer = ask(owner);
  EXPECT_TRUE(answer.total.target_reached);
  EXPECT_EQ(answer.total.coverage, std::nullopt);
  EXPECT_EQ(answer.outlook.notes.size(), 2u);
}

TEST_P(ForecastAnswerTest, PredictsOnceEnoughIsDecided) {
  for (int i = 0; i < 24; ++i) {
    Deal each = deal("Past " + std::to_string(i), 1'000, "2026-02-20");
    clock.advance(std::chrono::hours(48));
    if (i % 2) {
      win(each);
    } else {
      move(each, "lost", because_of("price"), owner).value();
    }
  }
  const Deal open = deal("Open", 50'000, "2026-06-01");
  clock.advance(std::chrono::hours(24));
  const ForecastAnswer answer = ask(owner, "2026-Q2");
  EXPECT_EQ(answer.outlook.silence, std::nullopt);
  EXPECT_EQ(answer.outlook.base_rate, .5);
  ASSERT_TRUE(answer.outlook.range);
  ASSERT_TRUE(answer.outlook.not_yet_created);
  EXPECT_GT(answer.outlook.not_yet_created->won, 1.0);
  EXPECT_GT(answer.outlook.not_yet_created->minor.value_or(0), 1'000);
  EXPECT_LE(answer.outlook.range->low80, answer.outlook.range->low50);
  EXPECT_LE(answer.outlook.range->high50, answer.outlook.range->high80);
  EXPECT_EQ(answer.outlook.told + answer.outlook.untold.deals, 1);
}

}  // namespace
}  // namespace stagecoach::cycle
