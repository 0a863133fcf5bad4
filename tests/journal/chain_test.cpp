// What bit rot or a hand changes in the journal is found, and at the right event.
#include "journal/chain.h"

#include "journal/journal_test.h"
#include "journal/verify.h"

namespace stagecoach::journal {
namespace {

TEST(ChainHash, ChangesWithEveryColumnAndWithWhatWentBefore) {
  Event event;
  event.seq = 1;
  event.kind = "note.written";
  event.subject_kind = "note";
  event.subject_id = 7;
  event.data = "{}";
  const std::string hash = chain_hash("", event);
  EXPECT_EQ(hash.size(), kHashBytes);
  EXPECT_EQ(hash, chain_hash("", event));

  std::vector<std::pair<std::string, Event>> changed;
  const auto with = [&](const std::string& what, auto change) {
    Event other = event;
    change(other);
    changed.emplace_back(what, other);
  };
  with("seq", [](Event& e) { e.seq = 2; });
  with("recorded_at", [](Event& e) { e.recorded_at += Millis(1); });
  with("effective_at", [](Event& e) { e.effective_at += Millis(1); });
  with("actor", [](Event& e) { e.actor = UserId(1); });
  with("cause", [](Event& e) { e.cause = 1; });
  with("kind", [](Event& e) { e.kind = "note.writteN"; });
  with("subject kind", [](Event& e) { e.subject_kind = "nota"; });
  with("subject id", [](Event& e) { e.subject_id = 8; });
  with("data", [](Event& e) { e.data = "{ }"; });
  // The same bytes in other columns.
  with("a shifted border", [](Event& e) {
    e.kind = "note.writtenn";
    e.subject_kind = "ote";
  });
  for (const auto& [what, other] : changed) EXPECT_NE(chain_hash("", other), hash) << what;
  EXPECT_NE(chain_hash(hash, event), hash);
}

class VerifyTest : public JournalTest {
 protected:
  VerifyTest() {
    for (int i = 1; i <= 5; ++i) write_note("note " + std::to_string(i));
  }
  Verification verify(std::optional<Anchor> kept = {}) {
    return database().read([&](db::Connection& c) { return verify_chain(c, kept); });
  }
};
EACH_ENGINE(VerifyTest);

TEST_P(VerifyTest, FindsNothingWhereNothingWasTouched) {
  const Verification found = verify();
  EXPECT_EQ(found.events, 5);
  EXPECT_FALSE(found.broken_at);
  EXPECT_EQ(found.finding.code(), "journal.intact");
}

TEST_P(VerifyTest, FindsAChangedRow) {
  script("UPDATE events SET data = '{\"words\":\"forged\"}' WHERE seq = 3");
  const Verification found = verify();
  EXPECT_EQ(found.broken_at, 3);
  EXPECT_EQ(found.finding.code(), "journal.broken");
}

TEST_P(VerifyTest, FindsABackdatedRow) {
  script("UPDATE events SET effective_at = effective_at - 1 WHERE seq = 4");
  EXPECT_EQ(verify().broken_at, 4);
}

TEST_P(VerifyTest, FindsARemovedRow) {
  script("DELETE FROM events WHERE seq = 2");
  EXPECT_EQ(verify().broken_at, 2);
}

TEST_P(VerifyTest, FindsARemovedRowThatWasClosedUpBehind) {
  script("DELETE FROM events WHERE seq = 2");
  script("UPDATE events SET seq = 2 WHERE seq = 3");
  EXPECT_EQ(verify().broken_at, 2);
}

TEST_P(VerifyTest, FindsAnAddedRow) {
  script(
      "INSERT INTO events (seq, recorded_at, effective_at, kind, subject_kind, subject_id, data, "
      "hash) SELECT 6, recorded_at, effective_at, kind, subject_kind, subject_id, data, hash FROM "
      "events WHERE seq = 5");
  EXPECT_EQ(verify().broken_at, 6);
}

TEST_P(VerifyTest, FindsThatTheNewestRowsWereCutOff) {
  script("DELETE FROM events WHERE seq > 3");
  const Verification found = verify();
  EXPECT_EQ(found.broken_at, 4);
  EXPECT_EQ(found.finding.code(), "journal.cut_off");
  EXPECT_FALSE(found.newest);
}

TEST_P(VerifyTest, FindsAForgedHead) {
  script("UPDATE journal_head SET seq = 3");
  EXPECT_EQ(verify().broken_at, 3);
  script("DELETE FROM journal_head");
  EXPECT_EQ(verify().broken_at, 1);
}

// Who can write to the database can cut the journal and its head alike, but not what was kept
// elsewhere.
TEST_P(VerifyTest, AnAnchorKeptElsewhereFindsWhatTheDatabaseNoLongerKnows) {
  const Anchor kept = Anchor::parse(verify().newest.value().text()).value();
  EXPECT_EQ(kept.seq, 5);
  write_note("later");
  EXPECT_FALSE(verify(kept).broken_at);
  script("DELETE FROM events WHERE seq > 4");
  script("UPDATE journal_head SET seq = 4, hash = (SELECT hash FROM events WHERE seq = 4)");
  EXPECT_FALSE(verify().broken_at);
  EXPECT_EQ(verify(kept).broken_at, 5);
  write_note("another fifth");
  EXPECT_EQ(verify(kept).finding.code(), "journal.broken");
}

TEST(Anchor, ReadsOnlyWhatItWrites) {
  const Anchor anchor{7, std::string(kHashBytes, '\x9f')};
  EXPECT_EQ(Anchor::parse(anchor.text()).value().hash, anchor.hash);
  EXPECT_EQ(anchor.text().substr(0, 6), "7:9f9f");
  for (const std::string& wrong :
       {std::string(), std::string("7"), std::string("7:"), std::string("x:9f"),
        anchor.text() + "0", anchor.text().substr(0, 65), "0" + anchor.text().substr(1),
        "-" + anchor.text(), anchor.text().substr(0, 65) + "g"})
    EXPECT_FALSE(Anchor::parse(wrong)) << wrong;
}

}  // namespace
}  // namespace stagecoach::journal
