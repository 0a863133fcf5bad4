// The way from then to now, read from the journal, against what was there then.
#include "sales/forecast/forecast_flow.h"

#include <gmock/gmock.h>

#include <random>

#include "sales/forecast/forecast_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;

class ForecastFlowTest : public ForecastTest {
 protected:
  ForecastFlow flow(Instant since, UserId who = {}) {
    const Viewer& by = viewer(who ? who : owner);
    ForecastScope scope;
    scope.from = Instant(period_.first);
    scope.until = Instant(period_.last + std::chrono::days(1));
    return database().read([&](db::Connection& c) {
      return forecast_flow(c, by, scope, period_, *Currency::parse("CNY"), since);
    });
  }
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  Deal new_deal() {
    CreateDeal wish;
    wish.name = "D" + std::to_string(++named_);
    wish.owner_id = below(2) ? rep : other_rep;
    if (below(5) > 0)
      wish.amount = Money{below(9) * 100, *Currency::parse(below(8) ? "CNY" : "EUR")};
    if (below(5) > 0) wish.expected_close = some_day();
    return create(wish, owner);
  }
  Date some_day() { return *date_from_iso("2026-03-20") + std::chrono::days(below(120)); }

  // Something that people do to a deal; what is refused did not happen.
  void touch(DealId id) {
    const Deal deal = stored(id);
    const journal::Seq before = head();
    const std::array stages{"prospecting", "first_contact", "qualification", "lost", "on_hold"};
    switch (below(7)) {
      case 0:
      case 1: {
        PatchDeal wish;
        if (below(2)) wish.amount = cny(below(9) * 100);
        if (below(2)) wish.expected_close = some_day();
        (void)patch(deal, wish, owner);
        break;
      }
      case 2: {
        PatchDeal wish;
        wish.expected_close = json::Patch<Date>::null();
        (void)patch(deal, wish, owner);
        break;
      }
      case 3:
      case 4: {
        MoveDeal wish = because_of("price");
        wish.override_reason = std::string("by a test");
        (void)move(deal, stages[static_cast<std::size_t>(below(5))], wish, owner);
        break;
      }
      case 5:
        if (!deal.deleted_at) remove(deal, owner);
        break;
      default:
        if (deal.status == StageKind::open && !deal.deleted_at && below(2)) win(deal);
        break;
    }
    if (head() > before && below(4) == 0) (void)undo(head(), owner);
  }

  const ForecastPeriod period_ = *find_period("2026-Q2");
  std::mt19937 random_{17};
  int named_ = 0;
};
EACH_ENGINE(ForecastFlowTest);

TEST_P(ForecastFlowTest, TheStartIsWhatWasThereThen) {
  std::vector<DealId> ids;
  std::vector<std::pair<Instant, std::int64_t>> then;
  for (int week = 0; week < 6; ++week) {
    then.emplace_back(clock.now(), flow(clock.now()).end_minor);
    clock.advance(std::chrono::hours(1));
    for (int i = 0; i < 40; ++i) {
      if (ids.size() < 8 || below(6) == 0) ids.push_back(new_deal().id);
      touch(ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))]);
      clock.advance(std::chrono::minutes(20));
    }
    clock.advance(std::chrono::hours(100));
  }
  std::set<ForecastMove> seen;
  for (const auto& [since, worth] : then) {
    const ForecastFlow now = flow(since);
    EXPECT_EQ(now.start_minor, worth) << to_iso(since);
    std::int64_t sum = now.start_minor;
    for (const ForecastChange& change : now.changes) {
      sum += change.minor;
      seen.insert(change.kind);
    }
    EXPECT_EQ(sum, now.end_minor);
  }
  EXPECT_GE(seen.size(), 8u) << "the histories hold most kinds of changes";
}

TEST_P(ForecastFlowTest, DrillsToItsDealsAsFarAsTheViewerSeesThem) {
  const Instant start = clock.now();
  clock.advance(std::chrono::hours(1));
  CreateDeal wish;
  wish.name = "Mine";
  wish.amount = cny(500);
  wish.expected_close = date_from_iso("2026-05-05");
  const Deal mine = create(wish, rep);
  wish.name = "His";
  wish.amount = cny(30);
  const Deal his = create(wish, other_rep);
  const ForecastFlow all = flow(start), own = flow(start, rep);
  ASSERT_EQ(all.changes.size(), 1u);
  EXPECT_EQ(all.changes[0].kind, ForecastMove::new_);
  EXPECT_THAT(all.changes[0].deal_ids, ElementsAre(mine.id, his.id)) << "the largest first";
  EXPECT_EQ(all.largest.front().name, "Mine");
  EXPECT_EQ(own.end_minor, 500);
  EXPECT_THAT(own.changes[0].deal_ids, ElementsAre(mine.id));
  EXPECT_TRUE(flow(clock.now() + std::chrono::hours(1)).changes.empty());
}

}  // namespace
}  // namespace stagecoach::sales
