// From events to the episodes of a deal.
#include "cycle/projection/deal_log.h"

#include <gmock/gmock.h>

namespace stagecoach::cycle {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Stages by id: three open ones, on hold, won, lost.
constexpr std::int64_t kFirst = 11, kSecond = 12, kThird = 13, kHold = 14, kWon = 15, kLost = 16;
const std::unordered_map<std::int32_t, int> kNumbers{{kFirst, 0}, {kSecond, 1}, {kThird, 2},
                                                     {kHold, 3},  {kWon, -1},   {kLost, -2}};

class DealLogTest : public ::testing::Test {
 protected:
  template <class E>
  journal::Seq tell(const E& what, std::int64_t at_s, std::int64_t deal = 1) {
    const journal::Draft draft = journal::because(what);
    journal::Event event;
    event.seq = ++seq_;
    event.effective_at = from_millis(at_s * 1000);
    event.kind = draft.kind;
    event.subject_kind = sales::kDealSubject;
    event.subject_id = deal;
    event.data = draft.data;
    told_ = log_.apply(event);
    return event.seq;
  }
  static sales::DealCreated created_in(std::int64_t stage) {
    sales::DealCreated created;
    created.pipeline_id = sales::PipelineId(1);
    created.stage_id = sales::StageId(stage);
    created.source = "fair";
    created.snapshot.owner_id = UserId(5);
    return created;
  }
  void create(std::int64_t stage, std::int64_t at_s, std::int64_t deal = 1) {
    tell(created_in(stage), at_s, deal);
  }
  journal::Seq move(std::int64_t from, std::int64_t to, std::int64_t at_s) {
    sales::DealMoved moved;
    moved.from_stage_id = sales::StageId(from);
    moved.to_stage_id = sales::StageId(to);
    moved.snapshot.owner_id = UserId(5);
    return tell(moved, at_s);
  }
  void undo(journal::Seq seq, std::int64_t back_to, std::int64_t at_s) {
    tell(sales::DealMoveUndone{seq, sales::StageId(back_to)}, at_s);
  }
  // Packed anew at every question, so that packing is tested with what is packed.
  LoggedDeal deal() {
    log_.fold();
    return log_.find(1).value();
  }
  std::vector<Episode> episodes() { return episodes_of(deal(), kNumbers); }

  DealLog log_;
  bool told_ = false;
  journal::Seq seq_ = 0;
};

using Entries = std::vector<StageEntry>;

TEST_F(DealLogTest, AWonDealIsOneEpisode) {
  create(kFirst, 100);
  move(kFirst, kSecond, 200);
  move(kSecond, kFirst, 250);
  move(kFirst, kThird, 300);
  move(kThird, kWon, 400);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].start, 100);
  EXPECT_EQ(all[0].entries, (Entries{{0, 100}, {1, 200}, {0, 250}, {2, 300}}));
  EXPECT_EQ(all[0].ending, Ending::won);
  EXPECT_EQ(all[0].ended_at, 400);
}

TEST_F(DealLogTest, ReopeningBeginsTheNextEpisodeAndKeepsTheFirst) {
  create(kFirst, 100);
  move(kFirst, kLost, 200);
  move(kLost, kSecond, 500);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].ending, Ending::lost);
  EXPECT_EQ(all[0].ended_at, 200);
  EXPECT_EQ(all[1].start, 500);
  EXPECT_EQ(all[1].entries, (Entries{{1, 500}}));
  EXPECT_EQ(all[1].ending, Ending::open);
}

TEST_F(DealLogTest, OnHoldIsAVisitOfTheSameEpisode) {
  create(kFirst, 100);
  move(kFirst, kHold, 200);
  move(kHold, kFirst, 300);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].entries, (Entries{{0, 100}, {3, 200}, {0, 300}}));
  EXPECT_EQ(all[0].ending, Ending::open);
}

TEST_F(DealLogTest, AnUndoneMoveNeverHappened) {
  create(kFirst, 100);
  const journal::Seq forward = move(kFirst, kSecond, 200);
  undo(forward, kFirst, 210);
  EXPECT_EQ(episodes()[0].entries, (Entries{{0, 100}}));
  const journal::Seq won = move(kFirst, kWon, 300);
  EXPECT_EQ(episodes()[0].ending, Ending::won);
  undo(won, kFirst, 310);
  EXPECT_EQ(episodes()[0].ending, Ending::open);
  EXPECT_FALSE(episodes()[0].ended_at);
  move(kFirst, kLost, 400);
  const journal::Seq reopened = move(kLost, kFirst, 500);
  EXPECT_THAT(episodes(), SizeIs(2));
  undo(reopened, kLost, 510);
  EXPECT_THAT(episodes(), SizeIs(1));
  EXPECT_EQ(episodes()[0].ended_at, 400);
}

TEST_F(DealLogTest, ADeletedDealIsMarkedUntilItIsRestored) {
  create(kFirst, 100);
  tell(sales::DealDeleted{"Acme"}, 150);
  EXPECT_TRUE(told_);
  EXPECT_TRUE(deal().deleted);
  tell(sales::DealRestored{"Acme"}, 160);
  EXPECT_FALSE(deal().deleted);
  EXPECT_EQ(episodes()[0].entries, (Entries{{0, 100}}));
}

TEST_F(DealLogTest, AnImportedHistoryIsTheDealsOwn) {
  sales::DealCreated created = created_in(kWon);
  created.history = {{sales::StageId(kFirst), from_millis(50'000)},
                     {sales::StageId(kThird), from_millis(70'000)},
                     {sales::StageId(kWon), from_millis(90'000)}};
  tell(created, 50);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].start, 50);
  EXPECT_EQ(all[0].entries, (Entries{{0, 50}, {2, 70}}));
  EXPECT_EQ(all[0].ended_at, 90);
}

// What an import did not date is unknown; what we watched afterwards is not.
TEST_F(DealLogTest, OnlyTheUndatedEntryOfAnImportIsUnknown) {
  sales::DealCreated created = created_in(kSecond);
  created.entry_known = false;
  tell(created, 100);
  EXPECT_EQ(episodes()[0].entries, (Entries{{1, kUnknownTime}}));
  EXPECT_FALSE(episodes()[0].start);
  move(kSecond, kThird, 200);
  move(kThird, kWon, 300);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_FALSE(all[0].start);
  EXPECT_EQ(all[0].entries, (Entries{{1, kUnknownTime}, {2, 200}}));
  EXPECT_EQ(all[0].ending, Ending::won);
  EXPECT_EQ(all[0].ended_at, 300);
}

TEST_F(DealLogTest, ADealImportedAsClosedHasAnEndingWithoutADate) {
  sales::DealCreated created = created_in(kLost);
  created.entry_known = false;
  tell(created, 100);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_THAT(all[0].entries, IsEmpty());
  EXPECT_EQ(all[0].ending, Ending::lost);
  EXPECT_FALSE(all[0].ended_at);
}

// Exports without a stage history still say when a deal began and when it was closed.
TEST_F(DealLogTest, AnImportMayKnowTheStartAndTheEndWithoutTheStages) {
  sales::DealCreated created = created_in(kWon);
  created.entry_known = false;
  created.started = from_millis(40'000);
  created.history.push_back({sales::StageId(kWon), from_millis(100'000)});
  tell(created, 40);
  const auto all = episodes();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].start, 40);
  EXPECT_EQ(all[0].ending, Ending::won);
  EXPECT_EQ(all[0].ended_at, 100);
}

TEST_F(DealLogTest, AnOpenDealMayHaveBegunThoughItsStageIsUndated) {
  sales::DealCreated created = created_in(kSecond);
  created.entry_known = false;
  created.started = from_millis(40'000);
  tell(created, 40);
  EXPECT_EQ(episodes()[0].start, 40);
  EXPECT_EQ(episodes()[0].entries, (Entries{{1, kUnknownTime}}));
}

TEST_F(DealLogTest, FollowsWhoseItIsWhereItCameFromAndWhatItIsAbout) {
  create(kFirst, 100);
  EXPECT_EQ(deal().owner, UserId(5));
  EXPECT_EQ(deal().source, log_.source_number("fair"));
  EXPECT_EQ(log_.source_number("web"), -1);
  tell(sales::DealChanged{{{"owner_id", {"5"}, {"6"}},
                           {"team_id", {"null"}, {"3"}},
                           {"source", {"\"fair\""}, {"\"web\""}},
                           {"product_lines",
                            {"[]"},
                            {R"([{"product_id":9,"name":"Wheel","quantity":1,"price":null}])"}}},
                          {}},
       200);
  const LoggedDeal after = deal();
  EXPECT_EQ(after.owner, UserId(6));
  EXPECT_EQ(after.team, sales::TeamId(3));
  EXPECT_EQ(after.source, log_.source_number("web"));
  EXPECT_THAT(after.products, ElementsAre(9));
  tell(sales::DealChanged{{{"team_id", {"3"}, {"null"}}}, {}}, 300);
  EXPECT_EQ(deal().team, sales::TeamId());
}

TEST_F(DealLogTest, SkipsAndCountsWhatItCannotRead) {
  create(kFirst, 100);
  journal::Event event;
  event.kind = sales::DealMoved::kKind;
  event.subject_kind = sales::kDealSubject;
  event.subject_id = 1;
  event.data = R"({"to":"somewhere"})";
  EXPECT_FALSE(log_.apply(event));
  EXPECT_EQ(log_.unreadable(), 1);
  event.subject_kind = "account";
  EXPECT_FALSE(log_.apply(event));
  EXPECT_EQ(log_.unreadable(), 1);
  EXPECT_EQ(episodes()[0].entries, (Entries{{0, 100}}));
}

}  // namespace
}  // namespace stagecoach::cycle
