// Data taken out of recorded events: the chain still proves everything else.
#include "journal/redaction.h"

#include <gmock/gmock.h>

#include "journal/journal_test.h"
#include "journal/verify.h"

namespace stagecoach::journal {
namespace {

class RedactionTest : public JournalTest {
 protected:
  RedactionTest() {
    for (int i = 1; i <= 5; ++i) write_note("note " + std::to_string(i));
  }
  void erase(std::vector<Redaction> redactions) {
    runner
        .run(system,
             [&](Work& work) -> Result<void> {
               redact(work, {"note", 1}, redactions);
               return {};
             })
        .value();
  }
  Verification verify(std::optional<Anchor> kept = {}) {
    return database().read([&](db::Connection& c) { return verify_chain(c, kept); });
  }
};
EACH_ENGINE(RedactionTest);

TEST_P(RedactionTest, TheJournalVouchesForWhatWasErased) {
  const auto before = verify().newest;
  erase({{2, R"({"words":"–"})"}, {4, R"({"words":"–"})"}});
  EXPECT_EQ(events()[1].data, R"({"words":"–"})");
  EXPECT_EQ(events()[2].data, R"({"words":"note 3"})");
  const Verification found = verify(before);
  EXPECT_FALSE(found.broken_at);
  EXPECT_EQ(found.redacted, 2);
  EXPECT_EQ(found.events, 6);
  EXPECT_EQ(found.finding.code(), "journal.redacted");
  write_note("later");
  EXPECT_FALSE(verify(before).broken_at);
}

TEST_P(RedactionTest, ARowMayBeErasedTwice) {
  erase({{2, R"({"words":"-"})"}});
  erase({{2, R"({"words":"–"})"}});
  EXPECT_FALSE(verify().broken_at);
  EXPECT_EQ(verify().redacted, 1);
  script("UPDATE events SET data = '{\"words\":\"-\"}' WHERE seq = 2");
  EXPECT_EQ(verify().broken_at, 2) << "what was vouched for before counts no more";
}

TEST_P(RedactionTest, WhatAHandChangesIsStillFound) {
  erase({{2, R"({"words":"–"})"}});
  script("UPDATE events SET data = '{\"words\":\"other\"}' WHERE seq = 2");
  EXPECT_EQ(verify().broken_at, 2);
  script("UPDATE events SET data = '{\"words\":\"–\"}' WHERE seq = 2");
  EXPECT_FALSE(verify().broken_at);
  script("UPDATE events SET subject_id = 9 WHERE seq = 2");
  EXPECT_EQ(verify().broken_at, 2) << "every column is vouched for";
  script("UPDATE events SET subject_id = 2 WHERE seq = 2");
  script("UPDATE events SET data = '{\"words\":\"x\"}' WHERE seq = 3");
  EXPECT_EQ(verify().broken_at, 3) << "nobody vouches for this one";
  script("UPDATE events SET data = '{\"words\":\"note 3\"}' WHERE seq = 3");
  EXPECT_FALSE(verify().broken_at);
  script("UPDATE events SET data = '{\"rows\":[]}' WHERE kind = 'journal.redacted'");
  EXPECT_EQ(verify().broken_at, 2) << "a voucher that was changed vouches for nothing";
}

TEST_P(RedactionTest, NothingIsErasedWhereTheCommandRefuses) {
  const auto refused = runner.run(system, [&](Work& work) -> Result<void> {
    redact(work, {"note", 1}, {{2, "{}"}});
    static constexpr Phrase kNo{"test.no", "No.", "不。"};
    return Error(Error::Code::refused, kNo);
  });
  EXPECT_FALSE(refused);
  EXPECT_EQ(events()[1].data, R"({"words":"note 2"})");
  EXPECT_EQ(verify().redacted, 0);
}

}  // namespace
}  // namespace stagecoach::journal
