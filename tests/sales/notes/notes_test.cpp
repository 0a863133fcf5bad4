// Notes and whom they mention: state and event.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/notes/note_commands.h"
#include "sales/notes/note_store.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MentionedIn, FindsThemByIdOnce) {
  EXPECT_THAT(mentioned_in("@[Li](user:3), @[Grace Li](user:12) and @[Li](user:3)"),
              ElementsAre(UserId(3), UserId(12)));
}

TEST(MentionedIn, TakesNothingElseForOne) {
  for (const char* text :
       {"", "@", "@[", "@[Li", "@[Li]", "@[Li](user:", "@[Li](user:3", "@[Li](user:)",
        "@[Li](user:-3)", "@[Li](user:0)", "@[Li](user:3x)", "[Li](user:3)", "@[L\ni](user:3)",
        "@[Li] (user:3)", "@[Li](account:3)", "@[Li](user:99999999999999999999)"})
    EXPECT_THAT(mentioned_in(text), IsEmpty()) << text;
  EXPECT_THAT(mentioned_in("@[@[Li](user:3)"), ElementsAre(UserId(3)));
}

class NoteTest : public DealTest {
 protected:
  Result<Note> write(const Deal& deal, const std::string& body, UserId by = {}) {
    return as(by ? by : rep,
              [&](journal::Work& work) { return write_note(work, deal.id, {body}); });
  }
  Result<Note> change(const Note& note, const std::string& body) {
    return as(
        rep, [&](journal::Work& work) { return change_note(work, note.id, note.version, {body}); });
  }
  std::vector<Note> list(const Deal& deal, std::int64_t before = 0, int limit = 50) {
    return database().read(
        [&](db::Connection& c) { return list_notes(c, deal.id, before, limit); });
  }
  static std::string mention(UserId user) {
    return "@[Somebody](user:" + std::to_string(user.value) + ")";
  }
  NoteNoted last_noted() { return json::read<NoteNoted>(last_event().data).value(); }
};
EACH_ENGINE(NoteTest);

TEST_P(NoteTest, ANoteIsKeptAsItWasTyped) {
  const Deal deal = create("Acme");
  const std::string body = "**They** want it <script>alert(1)</script> " + mention(manager);
  const Note note = write(deal, body).value();
  EXPECT_EQ(note.body, body);
  EXPECT_EQ(note.author_id, rep);
  EXPECT_EQ(note.author_name, "rita");
  EXPECT_THAT(note.mentions, ElementsAre(manager));
  EXPECT_THAT(list(deal), ElementsAre(note));
  EXPECT_EQ(last_event().kind, kNoteWritten);
  EXPECT_EQ(last_event().subject_id, deal.id.value);
  EXPECT_EQ(last_noted().note_id, note.id);
  EXPECT_THAT(last_noted().mentions, ElementsAre(manager));
  EXPECT_EQ(last_event().data.find("script"), std::string::npos);  // the text can be erased
}

TEST_P(NoteTest, AChangeNamesWhomItMentionsFirst) {
  const Deal deal = create("Acme");
  const Note note = write(deal, "Ask " + mention(manager)).value();
  clock.advance(Millis(5));
  const Note changed = change(note, "Ask " + mention(manager) + mention(owner)).value();
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(changed.edited_at, clock.now());
  EXPECT_THAT(changed.mentions, ElementsAre(owner, manager));
  EXPECT_EQ(list(deal)[0], changed);
  EXPECT_EQ(last_event().kind, kNoteChanged);
  EXPECT_THAT(last_noted().mentions, ElementsAre(owner));
  EXPECT_EQ(change(note, "Late").error().code, Error::Code::stale);
  const journal::Seq before = head();
  EXPECT_EQ(change(changed, changed.body).value(), changed);
  EXPECT_EQ(head(), before);
}

TEST_P(NoteTest, WhoDoesNotSeeTheDealIsNotMentioned) {
  const Deal deal = create("Acme");
  const journal::Seq before = head();
  EXPECT_EQ(write(deal, mention(other_rep)).error().fields.front().field, "body");
  EXPECT_EQ(write(deal, mention(UserId(999))).error().fields.front().field, "body");
  EXPECT_EQ(write(deal, " \n\t").error().fields.front().field, "body");
  EXPECT_EQ(head(), before);
  EXPECT_THAT(list(deal), IsEmpty());
}

TEST_P(NoteTest, TheyPageFromTheNewest) {
  const Deal deal = create("Acme");
  const Note one = write(deal, "one").value(), two = write(deal, "two").value(),
             three = write(deal, "three").value();
  write(create("Other"), "elsewhere").value();
  EXPECT_THAT(list(deal, 0, 2), ElementsAre(three, two));
  EXPECT_THAT(list(deal, two.id.value, 2), ElementsAre(one));
}

TEST_P(NoteTest, WhatIsDeletedCanComeBack) {
  const Deal deal = create("Acme");
  const Note note = write(deal, "Keep me, " + mention(manager)).value();
  const auto restore = [&](std::int64_t version) {
    return as(rep, [&](journal::Work& work) { return restore_note(work, note.id, version); });
  };
  EXPECT_EQ(testing::code_of(restore(1)), "note.not_deleted");
  as(rep, [&](journal::Work& work) { return delete_note(work, note.id, 1); }).value();
  EXPECT_THAT(list(deal), IsEmpty());
  EXPECT_EQ(last_event().kind, kNoteDeleted);
  EXPECT_EQ(change(note, "x").error().code, Error::Code::not_found);
  Note back = note;
  back.version = 3;
  EXPECT_EQ(restore(2).value(), back);
  EXPECT_THAT(last_noted().mentions, IsEmpty());  // nobody is told twice
  EXPECT_THAT(list(deal), ElementsAre(back));
}

TEST_P(NoteTest, OthersAreRefused) {
  const Deal deal = create("Acme");
  const Note note = write(deal, "Mine").value();
  EXPECT_EQ(write(deal, "His", other_rep).error().code, Error::Code::not_found);
  const auto removed = as(other_rep, [&](journal::Work& work) -> Result<void> {
    return delete_note(work, note.id, note.version);
  });
  EXPECT_EQ(removed.error().code, Error::Code::not_found);
  EXPECT_THAT(list(deal), ElementsAre(note));
}

}  // namespace
}  // namespace stagecoach::sales
