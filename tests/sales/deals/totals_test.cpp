// The totals kept with every write are what a recount of the deals gives, whatever happened to them
// and in whichever order; and the board says the same.
#include <gmock/gmock.h>

#include <random>
#include <tuple>

#include "sales/activities/activity_store.h"
#include "sales/board/board.h"
#include "sales/deals/deal_test.h"
#include "sales/handover/handover_commands.h"

namespace stagecoach::sales {
namespace {

using Place = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::string>;
using Figures = std::array<std::int64_t, 5>;

class TotalsTest : public DealTest {
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

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }

  Money some_amount() { return {below(1'000'000), *Currency::parse(chance(70) ? "CNY" : "USD")}; }
  UserId somebody() { return std::array{owner, rep, manager, leader_}[size_t(below(4))]; }

  // One thing that people do to a deal, at random; whether it succeeds is not the point.
  void act_on(DealId id) {
    const Deal deal = stored(id);
    if (deal.deleted_at) {
      if (chance(60))
        as(owner, [&](journal::Work& work) {
          return restore_deal(work, id, deal.version);
        }).value();
      return;
    }
    switch (below(8)) {
      case 0:
        remove(deal, owner);
        return;
      case 1:
      case 2: {  // anywhere, by force
        MoveDeal wish = because_of("so");
        wish.override_reason = "so";
        const auto& stages = pipelines().find(deal.pipeline_id)->stages;
        (void)move(deal, stages[size_t(below(int(stages.size())))].id, wish, owner);
        return;
      }
      case 3: {
        if (deal.facts.next_step && chance(60)) {
          Completion done;
          if (chance(30)) done.next_step = NewNextStep{{}, "then", clock.now() + Millis(1000)};
          as(owner, [&](journal::Work& work) {
            const ActivityId step = deal.facts.next_step->activity_id;
            return complete_activity(work, step, find_activity(work.tx, step)->version, done);
          }).value();
        } else {
          NewActivity wish;
          wish.deal_id = id;
          wish.subject = "call";
          wish.due = clock.now() + Millis(below(1000));
          as(owner, [&](journal::Work& work) { return create_activity(work, wish); }).value();
        }
        return;
      }
      default: {
        PatchDeal wish;
        if (chance(50)) wish.amount = chance(20) ? json::Patch<Money>::null() : some_amount();
        if (chance(30))
          wish.probability = chance(30) ? json::Patch<int>::null() : json::Patch<int>(below(101));
        if (chance(30)) wish.owner_id = somebody();
        (void)patch(deal, wish, owner);
        if (chance(20)) (void)undo(head(), owner);
      }
    }
  }

  // Somebody changes team, or his records change hands.
  void act_on_people() {
    const UserId whom = somebody();
    if (chance(50)) {
      ChangeUser wish;
      wish.team_id = chance(30) ? json::Patch<TeamId>::null() : json::Patch<TeamId>(north_);
      as(owner, [&](journal::Work& work) {
        return change_user(work, whom, user(whom).version, wish, std::nullopt, bring_records);
      }).value();
      return;
    }
    const HandOver wish{somebody(), chance(50)};
    (void)as(owner, [&](journal::Work& work) { return hand_over(work, whom, wish); });
  }

  std::mt19937 random_{7};
  TeamId north_ = add_team("North");
  UserId leader_ = add_user("lea", Role::manager, Visibility::team, north_).id;
};
EACH_ENGINE(TotalsTest);

TEST_P(TotalsTest, AreWhatARecountGivesAndWhatTheBoardShows) {
  std::vector<DealId> deals;
  for (int step = 0; step < 260; ++step) {
    if (deals.size() < 12 || chance(8)) {
      CreateDeal wish;
      wish.name = "Deal " + std::to_string(step);
      wish.pipeline_id = (chance(50) ? b2b() : b2c()).id;
      wish.owner_id = somebody();
      if (chance(70)) wish.amount = some_amount();
      deals.push_back(create(wish, owner).id);
    } else if (chance(6)) {
      act_on_people();
    } else {
      act_on(deals[static_cast<size_t>(below(static_cast<int>(deals.size())))]);
    }
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
