// The columns follow what people do, through the journal alone.
#include "cycle/projection/cycle_projection.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cycle/projection/deal_tally.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::cycle {
namespace {

class CycleProjectionTest : public sales::DealTest {
 protected:
  // The b2b pipeline's columns, once they tell of all that has happened.
  std::shared_ptr<const PipelineColumns> columns() {
    EXPECT_TRUE(projection_.wait_for(head(), Millis(20'000)));
    return projection_.current()->pipelines.at(b2b().id.value);
  }
  // The only deal there is.
  LoggedDeal deal_of(const PipelineColumns& of) { return of.chunks.at(0)->deal(0, of.passages); }
  CycleProjectionTest() { projection_.start(); }

  std::vector<Episode> episodes() {
    const auto seen = columns();
    return episodes_of(deal_of(*seen), seen->number_of);
  }
  std::int64_t total() {
    return tally_of(*columns(), {}, to_millis(clock.now()) / 1000).deals().total;
  }

  CycleProjection projection_{database(), catalog};
};
EACH_ENGINE(CycleProjectionTest);

TEST_P(CycleProjectionTest, FollowsMovesUndoAndDeletion) {
  using sales::Deal;
  const Deal deal = open_gate(create("Acme"));
  clock.advance(std::chrono::hours(24));
  move(deal, "first_contact").value();
  EXPECT_EQ(deal_of(*columns()).owner, rep);
  ASSERT_EQ(episodes().at(0).entries.size(), 2u);
  EXPECT_EQ(episodes()[0].entries[1].at - episodes()[0].entries[0].at, 24 * 3600);

  Deal back = undo(head()).value();
  EXPECT_EQ(episodes()[0].entries.size(), 1u) << "it never happened";

  back = move(back, "lost", because_of("price")).value();
  clock.advance(std::chrono::hours(24));
  back = move(back, "prospecting", because_of("again")).value();
  ASSERT_EQ(episodes().size(), 2u);
  EXPECT_EQ(episodes()[1].ending, Ending::open);

  EXPECT_EQ(total(), 1);
  remove(back);
  EXPECT_EQ(total(), 0);
  undo(head()).value();
  EXPECT_EQ(total(), 1);
}

TEST_P(CycleProjectionTest, ResumesFromTheFileOfItsOwnJournalOnly) {
  const std::string file =
      ::testing::TempDir() + "resumes-" + std::to_string(::getpid()) + ".cycle";
  std::filesystem::remove(file);
  const auto run = [&] {
    CycleProjection projection(database(), catalog, file);
    projection.start();
    EXPECT_TRUE(projection.wait_for(head(), Millis(20'000)));
    const auto columns = projection.current()->pipelines.at(b2b().id.value);
    const auto deals = tally_of(*columns, {}, to_millis(clock.now()) / 1000).deals().total;
    return std::pair(projection.resumed_after(), deals);
  };
  create("Acme");
  EXPECT_EQ(run(), std::pair(journal::Seq{0}, std::int64_t{1}));
  const journal::Seq left_off = head();
  create("Bolt");
  EXPECT_EQ(run(), std::pair(left_off, std::int64_t{2}));
  EXPECT_EQ(run(), std::pair(head(), std::int64_t{2}));

  SavedDeals other = read_snapshot(file).value();
  other.chain_hash[0] = static_cast<char>(other.chain_hash[0] + 1);
  write_snapshot(file, other);
  EXPECT_EQ(run(), std::pair(journal::Seq{0}, std::int64_t{2})) << "of another workspace";
  other.seq = head() + 1;
  write_snapshot(file, other);
  EXPECT_EQ(run(), std::pair(journal::Seq{0}, std::int64_t{2})) << "newer than a restored backup";
  std::ofstream(file) << "no snapshot";
  EXPECT_EQ(run(), std::pair(journal::Seq{0}, std::int64_t{2}));
  EXPECT_EQ(run(), std::pair(head(), std::int64_t{2})) << "the bad one was replaced";
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace stagecoach::cycle
