// A file and the events after it tell what the whole journal tells; a bad file is told from a good.
#include "cycle/projection/snapshot_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "cycle/projection/random_journal.h"

namespace stagecoach::cycle {
namespace {

class SnapshotFileTest : public ::testing::Test {
 protected:
  SnapshotFileTest() {
    std::string pattern = std::filesystem::temp_directory_path() / "stagecoach-test-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
    path_ = folder_ + "/state/deals.cycle";
  }
  ~SnapshotFileTest() override { std::filesystem::remove_all(folder_); }

  static void number(DealLog& log) {
    for (int p = 1; p <= RandomJournal::kPipelines; ++p)
      log.number_stages(p, RandomJournal::numbers(p));
  }
  static SavedDeals saved(DealLog& log, journal::Seq seq) {
    log.fold();
    return {seq, "hash", log.pipelines(), log.sources()};
  }
  std::string content() {
    std::ifstream file(path_, std::ios::binary);
    return (std::ostringstream() << file.rdbuf()).str();
  }
  void set_content(const std::string& content) {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << content;
  }
  std::string why_not() {
    try {
      read_snapshot(path_);
      return "it was read";
    } catch (const std::runtime_error& reason) {
      return reason.what();
    }
  }

  std::string folder_, path_;
};

auto key_of(const Passage& passage) {
  return std::tuple(passage.from, passage.to, passage.dwell_only);
}

// Passages are numbered as they come, so their numbers may differ.
void expect_same(const DealChunk& a, const PassageBook& of_a, const DealChunk& b,
                 const PassageBook& of_b) {
  ASSERT_EQ(a.counts(), b.counts());
  ASSERT_TRUE(std::ranges::equal(a.ids(), b.ids()));
  ASSERT_TRUE(std::ranges::equal(a.flags(), b.flags()));
  ASSERT_TRUE(std::ranges::equal(a.offsets(), b.offsets()));
  ASSERT_TRUE(std::ranges::equal(a.conversions(), b.conversions()));
  ASSERT_TRUE(std::ranges::equal(
      a.passages(), b.passages(), {}, [&](std::uint16_t number) { return key_of(of_a[number]); },
      [&](std::uint16_t number) { return key_of(of_b[number]); }));
  ASSERT_EQ(a.latest(), b.latest());
  ASSERT_EQ(a.others().visits(), b.others().visits());
}

void expect_same(DealLog& a, DealLog& b, std::int64_t deals) {
  for (std::int64_t id = 1; id <= deals; ++id) ASSERT_EQ(a.find(id), b.find(id)) << "deal " << id;
  ASSERT_EQ(a.sources(), b.sources());
  a.fold();
  b.fold();
  for (const auto& [pipeline, told] : a.pipelines()) {
    const PipelineDeals& other = b.pipelines().at(pipeline);
    ASSERT_EQ(told.chunks.size(), other.chunks.size());
    ASSERT_EQ(told.overrides, other.overrides);
    for (std::size_t i = 0; i < told.chunks.size(); ++i)
      expect_same(*told.chunks[i], told.passages, *other.chunks[i], other.passages);
  }
}

TEST_F(SnapshotFileTest, WithTheTailIsTheWholeJournal) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomJournal make(seed);
    DealLog whole;
    number(whole);
    const std::int64_t before = make.below(4'000), after = make.below(4'000);
    for (std::int64_t i = 0; i < before; ++i) whole.apply(make.next());
    write_snapshot(path_, saved(whole, before));
    std::optional<SavedDeals> read = read_snapshot(path_);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->seq, before);
    EXPECT_EQ(read->chain_hash, "hash");
    DealLog resumed(std::move(read->pipelines), std::move(read->sources));
    number(resumed);
    expect_same(resumed, whole, make.deals());
    for (std::int64_t i = 0; i < after; ++i) {
      const journal::Event event = make.next();
      EXPECT_EQ(resumed.apply(event), whole.apply(event));
      if (make.chance(1)) resumed.fold();
      if (make.chance(1)) whole.fold();
    }
    expect_same(resumed, whole, make.deals());
  }
}

TEST_F(SnapshotFileTest, ThereNeedBeNone) {
  EXPECT_FALSE(read_snapshot(path_));
}

TEST_F(SnapshotFileTest, RefusesWhatIsDamagedCutShortOrOfAnotherRelease) {
  RandomJournal make(3);
  DealLog log;
  for (int i = 0; i < 500; ++i) log.apply(make.next());
  write_snapshot(path_, saved(log, 500));
  const std::string good = content();
  for (std::size_t at = 0; at < good.size(); at += 1 + good.size() / 97) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    set_content(bad);
    ASSERT_EQ(why_not(), "it is damaged") << at;
    set_content(good.substr(0, at));
    ASSERT_EQ(why_not(), at < 40 ? "it is cut short" : "it is damaged") << at;
  }
  set_content(good);
  EXPECT_EQ(why_not(), "it was read");
}

TEST_F(SnapshotFileTest, AWriteThatFailsLeavesTheOldFile) {
  DealLog log;
  write_snapshot(path_, saved(log, 1));
  const std::string old = content();
  std::filesystem::create_directory(path_ + "." + std::to_string(::getpid()));
  EXPECT_THROW(write_snapshot(path_, saved(log, 2)), std::system_error);
  EXPECT_EQ(content(), old);
}

}  // namespace
}  // namespace stagecoach::cycle
