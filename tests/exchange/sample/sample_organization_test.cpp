// A simulated organisation holds together like one that people made.
#include "exchange/sample/sample_organization.h"

#include <gtest/gtest.h>

#include "journal/reader.h"
#include "journal/verify.h"
#include "platform/db/engines.h"
#include "platform/db/migrations.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::exchange {
namespace {

const Instant kNow = *instant_from_iso("2026-03-02T09:00:00Z");

// An empty workspace with pipelines and an owner, for one run of the sample.
class Office {
 public:
  explicit Office(db::Database& database)
      : database_(database), runner_(database, clock_), catalog_(database) {
    sales::Passwords passwords{sales::PasswordWork::least()};
    sales::LoginLimits limits{clock_};
    sales::Sessions sessions{database, clock_};
    sales::SignInDesk desk{runner_, passwords, limits, sessions, {}};
    (void)sales::set_up(desk, {"Courier & Co", "Olive", "olive@example.com", "four green lamps",
                               Lang::en, *Currency::parse("CNY"), "Asia/Shanghai", false})
        .value();
    (void)runner_
        .run(sales::Viewer::system(),
             [](journal::Work& work) { return sales::install_builtin_pipelines(work); })
        .value();
    before_ = database.read([](db::Connection& c) { return journal::head(c); });
  }

  Result<SampleResult> write(std::uint64_t seed, int deals) {
    SampleWish wish;
    wish.seed = seed;
    wish.deals = deals;
    return write_sample(runner_, catalog_, wish);
  }
  // Everything the sample told, but for the chain, which knows the set-up before it.
  std::vector<std::string> story() {
    std::vector<std::string> lines;
    database_.read([&](db::Connection& c) {
      journal::each_after(c, before_, 1'000'000, [&](const journal::Event& event) {
        lines.push_back(to_iso(event.effective_at) + " " + event.kind + " " +
                        std::to_string(event.subject_id) + " " + event.data);
      });
    });
    return lines;
  }

 private:
  db::Database& database_;
  ManualClock clock_{kNow};
  journal::CommandRunner runner_;
  sales::PipelineCatalog catalog_;
  journal::Seq before_ = 0;
};

class SampleTest : public testing::EngineTest {
 protected:
  SampleTest() { migrate(); }
  std::int64_t count(std::string_view sql) {
    return database()
        .read([&](db::Connection& c) {
          return c.first(sql, [](const db::Row& row) { return row.integer(0); });
        })
        .value();
  }
};
EACH_ENGINE(SampleTest);

TEST_P(SampleTest, IsSoundInItsJournalItsTotalsAndItsRecords) {
  Office office(database());
  const SampleResult made = office.write(4, 120).value();
  EXPECT_EQ(made.deals, 120);
  EXPECT_EQ(count("SELECT count(*) FROM deals"), made.deals);
  EXPECT_EQ(count("SELECT count(*) FROM events WHERE kind = 'deal.moved'"), made.moves);
  EXPECT_EQ(count("SELECT count(*) FROM accounts"), made.accounts);
  EXPECT_EQ(count("SELECT count(*) FROM contacts"), made.contacts);

  const auto verified = database().read([](db::Connection& c) { return journal::verify_chain(c); });
  EXPECT_FALSE(verified.broken_at) << verified.finding.text(Lang::en);
  // Kept totals that differ from a recount, in either direction.
  EXPECT_EQ(count("SELECT count(*) FROM deal_totals t WHERE t.deals <> "
                  "(SELECT count(*) FROM deals d WHERE d.stage_id = t.stage_id AND "
                  "d.owner_id = t.owner_id AND COALESCE(d.team_id, 0) = t.team_id AND "
                  "d.currency = t.currency AND d.deleted_at IS NULL)"),
            0);
  EXPECT_EQ(count("SELECT SUM(deals) FROM deal_totals"), made.deals);
  EXPECT_EQ(count("SELECT SUM(amount_minor) FROM deal_totals"),
            count("SELECT SUM(amount_minor) FROM deals WHERE amount_minor >= 0"));
  EXPECT_EQ(count("SELECT SUM(without_next_step) FROM deal_totals"),
            count("SELECT count(*) FROM deals WHERE status = 0 AND next_step_due IS NULL"));
  // Nothing closed without its day, nothing entered in the future, some of each outcome.
  EXPECT_EQ(count("SELECT count(*) FROM deals WHERE (status >= 2) <> (closed_at IS NOT NULL)"), 0);
  EXPECT_LE(count("SELECT MAX(stage_entered_at) FROM deals"), to_millis(kNow));
  EXPECT_LE(count("SELECT MAX(effective_at) FROM events"), to_millis(kNow));
  for (const int status : {0, 2, 3})
    EXPECT_GT(count("SELECT count(*) FROM deals WHERE status = " + std::to_string(status)), 5);
}

TEST_P(SampleTest, GoesIntoAnEmptyWorkspaceOnly) {
  Office office(database());
  ASSERT_TRUE(office.write(1, 20));
  const auto again = office.write(2, 20);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Error::Code::conflict);
  EXPECT_EQ(count("SELECT count(*) FROM deals"), 20);
}

TEST(SampleSeed, TheSameSeedTellsTheSameStoryAndAnotherAnother) {
  const auto story_of = [](std::uint64_t seed) {
    testing::Workspace workspace(db::Engine::sqlite);
    const auto database = workspace.open();
    EXPECT_TRUE(db::migrate(*database, db::built_in_migrations()));
    Office office(*database);
    EXPECT_TRUE(office.write(seed, 60));
    return office.story();
  };
  const auto story = story_of(7);
  EXPECT_GT(story.size(), 200u);
  EXPECT_EQ(story, story_of(7));
  EXPECT_NE(story, story_of(8));
}

}  // namespace
}  // namespace stagecoach::exchange
