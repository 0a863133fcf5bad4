// The totals kept with every write are what a recount of the deals gives, whatever happened to them
// and in whichever order; and the board says the same.
#include <gmock/gmock.h>

#include <tuple>

#include "sales/board/board.h"
#include "sales/deals/random_history.h"

namespace stagecoach::sales {
namespace {

using Place = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string>;
using Figures = std::array<std::int64_t, 5>;

class TotalsTest : public RandomHistory {
 protected:
  std::map<Place, Figures> read_figures(std::string_view sql) {
    std::map<Place, Figures> all;
    database().read([&](db::Connection& c) {
      c.each(sql, [&](const db::Row& row) {
        Figures figures{};
        for (int i = 0; i < 5; ++i) figures[static_cast<size_t>(i)] = row.integer(4 + i);
        if (figures != Figures{})
          all[{row.integer(0), row.integer(1), row.integer(2), row.string(3)}] = figures;
      });
    });
    return all;
  }
  std::map<Place, Figures> kept() {
    return read_figures(
        "SELECT stage_id, owner_id, team_id, currency, deals, without_next_step, amount_minor, "
        "own_amount_minor, own_weighted_minor FROM deal_totals");
  }
  std::map<Place, Figures> recounted() {
    return read_figures(
        "SELECT stage_id, owner_id, COALESCE(team_id, 0), currency, COUNT(*), "
        "SUM(CASE WHEN status = 0 AND next_step_due IS NULL THEN 1 ELSE 0 END), "
        "SUM(CASE WHEN amount_minor < 0 THEN 0 ELSE amount_minor END), "
        "SUM(CASE WHEN amount_minor < 0 OR probability IS NULL THEN 0 ELSE amount_minor END), "
        "SUM(CASE WHEN amount_minor < 0 OR probability IS NULL THEN 0 "
        "ELSE amount_minor * probability / 100 END) "
        "FROM deals WHERE deleted_at IS NULL GROUP BY stage_id, owner_id, team_id, currency");
  }
};
EACH_ENGINE(TotalsTest);

TEST_P(TotalsTest, AreWhatARecountGivesAndWhatTheBoardShows) {
  std::vector<DealId> deals;
  for (int step = 0; step < 260; ++step) {
    act(deals);
    clock.advance(Millis(10));
    if (step % 20 == 19) {
      ASSERT_EQ(kept(), recounted()) << "after step " << step;
    }
  }
  ASSERT_EQ(kept(), recounted());
  EXPECT_GT(kept().size(), 15u);  // the deals did spread

  const auto calendar = std::make_shared<const BusinessCalendar>();
  const StageClock stage_clock(calendar, clock.now());
  for (const UserId who : {owner, leader_, rep})
    for (const Pipeline& pipeline : pipelines().all()) {
      const DealReading reading{viewer(who), pipelines(), stage_clock};
      BoardQuery query;
      query.pipeline_id = pipeline.id;
      query.cards = 50;
      const Board board =
          database().read([&](db::Connection& c) { return read_board(c, reading, query); }).value();
      // The same question, answered by counting; the name is part of every deal's.
      query.q = "deal";
      const Board counted =
          database().read([&](db::Connection& c) { return read_board(c, reading, query); }).value();
      ASSERT_EQ(board.columns.size(), pipeline.stages.size());
      EXPECT_EQ(json::write(board), json::write(counted));
      for (const BoardColumn& column : board.columns)
        EXPECT_EQ(column.count, static_cast<std::int64_t>(column.cards.size()));
    }
}

TEST_P(TotalsTest, TheBoardShowsToEachPersonWhatHeSees) {
  const auto count_for = [&](UserId who) {
    const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(who), pipelines(), stage_clock};
    const Board board =
        database().read([&](db::Connection& c) { return read_board(c, reading, {}); }).value();
    return board.columns.front().count;
  };
  CreateDeal wish;
  wish.name = "one";
  wish.owner_id = leader_;
  create(wish, owner);
  wish.owner_id = rep;
  create(wish, owner);
  create(wish, owner);
  EXPECT_EQ(count_for(owner), 3);
  EXPECT_EQ(count_for(manager), 3);
  EXPECT_EQ(count_for(rep), 2);
  EXPECT_EQ(count_for(other_rep), 0);
  EXPECT_EQ(count_for(leader_), 1);
}

// With a filter the board counts by itself, in all its figures.
TEST_P(TotalsTest, AFilteredColumnCountsOnlyItsPart) {
  CreateDeal wish;
  wish.name = "Slow";
  wish.amount = cny(1000);
  wish.source = "fair";
  create(wish);
  wish.source = "web";
  create(wish);
  clock.advance(std::chrono::hours(24 * 60));
  const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
  const DealReading reading{viewer(rep), pipelines(), stage_clock};
  const auto column = [&](const BoardQuery& query) {
    return database()
        .read([&](db::Connection& c) { return read_board(c, reading, query); })
        .value()
        .columns.front();
  };
  EXPECT_EQ(column({}).count, 2);
  EXPECT_EQ(column({}).over_standard, 2);
  EXPECT_EQ(column({}).weighted.front(), cny(100));  // 5 % of 2000
  BoardQuery query;
  query.source = "fair";
  EXPECT_EQ(column(query).count, 1);
  EXPECT_EQ(column(query).over_standard, 1);
  EXPECT_EQ(column(query).amounts.front(), cny(1000));
  query.q = "no such";
  EXPECT_EQ(column(query).count, 0);
  EXPECT_EQ(column(query).over_standard, 0);
}

}  // namespace
}  // namespace stagecoach::sales
