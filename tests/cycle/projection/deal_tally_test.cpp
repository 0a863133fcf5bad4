// Counting from packed columns says what counting the episodes says.
#include "cycle/projection/deal_tally.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "cycle/analysis.h"
#include "cycle/projection/told_deals.h"
#include "cycle/report/render.h"
#include "sales/team/visibility.h"

namespace stagecoach::cycle {
namespace {

constexpr std::size_t kSoManyThatTheyAreRounded = 1'000'000;

class DealTallyTest : public ToldDeals {
 protected:
  static std::string figures(const CycleTally& tally) {
    const std::vector<std::string> names{"A", "B", "C", "D", "Hold"};
    return render_json(analyze(tally, names));
  }

  template <class Keep>
  static std::string expected(const Told& told, std::int64_t as_of, Keep keep) {
    CycleTally tally(ClockUnit::seconds, RandomJournal::kOpenStages + 1, as_of,
                     told.columns.entries,
                     told.columns.entries == kSoManyThatTheyAreRounded ? Resolution::rounded
                                                                       : Resolution::exact);
    VisitTable table(ClockUnit::seconds);
    for (std::size_t i = 0; i < told.deals.size(); ++i) {
      const std::vector<Episode> episodes = episodes_of(told.deals[i], told.columns.number_of);
      if (told.deals[i].deleted || episodes.empty() || !keep(told.deals[i], episodes)) continue;
      for (const Episode& episode : episodes) table.append(static_cast<std::uint32_t>(i), episode);
    }
    tally.add(table);
    return figures(tally);
  }
};

TEST_F(DealTallyTest, SaysWhatTheEpisodesSay) {
  for (unsigned seed = 1; seed <= 15; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomJournal make(seed);
    told_.clear();
    tell(make, static_cast<int>(1 + make.below(3'000)));
    const auto all = [](const LoggedDeal&, const std::vector<Episode>&) { return true; };
    for (auto& [id, told] : told_)
      for (const bool rounded : {false, true}) {
        if (rounded) told.columns.entries = kSoManyThatTheyAreRounded;
        for (const std::int64_t ago : {std::int64_t{0}, 1 + make.below(9'000'000)})
          ASSERT_EQ(figures(tally_of(told.columns, {}, now_ - ago)),
                    expected(told, now_ - ago, all))
              << "pipeline " << id << (rounded ? ", rounded" : "") << ", " << ago << " s ago";
      }
  }
}

TEST_F(DealTallyTest, CountsWhatIsSelected) {
  RandomJournal make(7);
  tell(make, 6'000);
  Told& told = told_.at(1);
  const auto check = [&](const char* what, const DealSelection& selection, auto keep) {
    EXPECT_EQ(figures(tally_of(told.columns, selection, now_)), expected(told, now_, keep)) << what;
  };
  DealSelection selection;
  selection.owner = UserId(2);
  check("owner", selection,
        [](const LoggedDeal& deal, const auto&) { return deal.owner == UserId(2); });
  selection = {};
  selection.team = sales::TeamId(3);
  check("team", selection,
        [](const LoggedDeal& deal, const auto&) { return deal.team == sales::TeamId(3); });
  selection = {};
  selection.source = told.sources.at("Quelle 1");
  check("source", selection, [&](const LoggedDeal& deal, const auto&) {
    return deal.source == told.sources.at("Quelle 1");
  });
  selection.source = -1;
  check("a source that no deal has", selection, [](const auto&, const auto&) { return false; });
  selection = {};
  selection.product = sales::ProductId(2);
  check("product", selection, [](const LoggedDeal& deal, const auto&) {
    return std::count(deal.products.begin(), deal.products.end(), 2) > 0;
  });
  selection = {};
  selection.from = now_ - 20'000'000;
  selection.until = now_ - 5'000'000;
  check("period", selection, [&](const LoggedDeal&, const std::vector<Episode>& episodes) {
    const auto start = episodes.front().start;
    return start && *start >= *selection.from && *start < *selection.until;
  });
}

TEST_F(DealTallyTest, CountsWhatTheViewerSees) {
  RandomJournal make(8);
  tell(make, 6'000);
  const Told& told = told_.at(2);
  sales::Viewer viewer;
  viewer.user = UserId(3);
  viewer.team = sales::TeamId(2);
  viewer.reach = std::make_shared<const std::vector<sales::TeamId>>(
      std::vector<sales::TeamId>{sales::TeamId(2), sales::TeamId(3)});
  for (const sales::Visibility visibility :
       {sales::Visibility::own, sales::Visibility::team, sales::Visibility::all}) {
    viewer.visibility = visibility;
    DealSelection selection;
    selection.viewer = &viewer;
    EXPECT_EQ(figures(tally_of(told.columns, selection, now_)),
              expected(told, now_, [&](const LoggedDeal& deal, const auto&) {
                return sales::may_see(viewer, deal.owner, deal.team);
              }));
  }
}

// A pipeline published anew may drop a stage or take one in.
TEST_F(DealTallyTest, FollowsANewNumberingOfTheStages) {
  RandomJournal make(9);
  DealLog log;
  for (int i = 0; i < 3'000; ++i) log.apply(make.next());
  log.fold();
  const auto columns_under = [&](const StageNumbers& numbers) {
    log.number_stages(1, numbers);
    PipelineColumns columns;
    columns.number_of = numbers;
    columns.stages.resize(RandomJournal::kOpenStages + 1);
    columns.passages = log.pipelines().at(1).passages;
    columns.chunks = log.pipelines().at(1).chunks;
    return columns;
  };
  StageNumbers fewer = RandomJournal::numbers(1);
  fewer.erase(12);
  const auto total = [&](const PipelineColumns& columns) {
    return tally_of(columns, {}, make.now()).deals().total;
  };
  EXPECT_EQ(total(columns_under({})), 0);
  const PipelineColumns first = columns_under(RandomJournal::numbers(1));
  const std::string before = figures(tally_of(first, {}, make.now()));
  EXPECT_GT(total(first), 200);
  EXPECT_EQ(tally_of(columns_under(fewer), {}, make.now()).stages()[1].visits, 0);
  EXPECT_EQ(figures(tally_of(first, {}, make.now())), before) << "a snapshot never changes";
  EXPECT_EQ(figures(tally_of(columns_under(RandomJournal::numbers(1)), {}, make.now())), before);
}

}  // namespace
}  // namespace stagecoach::cycle
