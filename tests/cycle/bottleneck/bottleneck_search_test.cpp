// Searches in the background: shared by name, kept for a while, given up when nobody waits.
#include "cycle/bottleneck/bottleneck_search.h"

#include <gmock/gmock.h>

namespace stagecoach::cycle {
namespace {

class BottleneckSearchTest : public ::testing::Test {
 protected:
  // Deals of one stage, half of them won; so many that a search lasts.
  Result<Searched> read(int deals) {
    ++reads;
    Searched searched{StayLedger(1), {1.0, 10.0, 1.0}, static_cast<std::size_t>(deals), {}};
    for (int i = 0; i < deals; ++i)
      searched.ledger.add({0, 1 + i % 9, 0, i % 2 == 0 ? kEndsWon : kEndsLost,
                           static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i % 5), 0});
    return searched;
  }
  SearchState ask(const std::string& name, int deals = 100) {
    return searches.ask(name, seq, [&] { return read(deals); }).value();
  }
  SearchState wait_for(const std::string& name) {
    while (true) {
      SearchState state = ask(name);
      if (state.found) return state;
      std::this_thread::sleep_for(Millis(1));
    }
  }

  ManualClock clock{from_millis(1'000'000)};
  int reads = 0;
  std::int64_t seq = 1;
  BottleneckSearches searches{clock};
};

TEST_F(BottleneckSearchTest, EndsAndIsSharedByItsName) {
  EXPECT_EQ(ask("a").of, 500);
  const SearchState first = wait_for("a");
  EXPECT_EQ(first.done, 500);
  EXPECT_EQ(first.deals, 100u);
  EXPECT_EQ(ask("a").found, first.found);
  EXPECT_EQ(reads, 1);
  EXPECT_NE(wait_for("b").found, first.found);
  EXPECT_EQ(reads, 2);
}

TEST_F(BottleneckSearchTest, IsMadeAnewAfterAWhile) {
  const SearchState first = wait_for("a");
  clock.advance(BottleneckSearches::kServes);
  EXPECT_NE(wait_for("a").found, first.found);
  EXPECT_EQ(reads, 2);
}

TEST_F(BottleneckSearchTest, OfFewDealsItIsMadeAnewAsSoonAsSomethingHappened) {
  const SearchState few = wait_for("a");
  ask("b", 25'000);
  const SearchState many = wait_for("b");
  ++seq;
  EXPECT_NE(wait_for("a").found, few.found);
  EXPECT_EQ(wait_for("b").found, many.found);
}

TEST_F(BottleneckSearchTest, IsGivenUpWhereNobodyWaits) {
  while (ask("a", 200'000).done == 0) std::this_thread::yield();  // it has its turn
  clock.advance(BottleneckSearches::kPatience + Millis(1));
  // The next in turn runs once the first has let go, with most of its draws not made.
  wait_for("b");
  wait_for("a");
  EXPECT_EQ(reads, 3);
}

TEST_F(BottleneckSearchTest, WhatCannotBeReadIsNotKept) {
  const auto fails = [] { return Result<Searched>(Error(Error::Code::unavailable, {})); };
  EXPECT_FALSE(searches.ask("a", seq, fails));
  EXPECT_EQ(wait_for("a").deals, 100u);
}

TEST_F(BottleneckSearchTest, OnlySoManyAreKept) {
  wait_for("first");
  clock.advance(Millis(1));
  for (std::size_t i = 0; i < BottleneckSearches::kKept; ++i) wait_for(std::to_string(i));
  const int before = reads;
  wait_for("first");
  EXPECT_EQ(reads, before + 1);
}

}  // namespace
}  // namespace stagecoach::cycle
