// Whose feed an address is, and what it shows.
#include "sales/calendar/calendar_store.h"

#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/who_sees.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class CalendarTest : public DealTest {
 protected:
  void make(UserId user, const std::string& secret) {
    as(user, [&](journal::Work& work) -> Result<void> {
      save_feed(work, user, secret_hash(secret), {});
      return {};
    }).value();
  }
  std::optional<UserId> holder(const std::string& secret) {
    return database().read(
        [&](db::Connection& c) { return holder_of_feed(c, secret_hash(secret)); });
  }
  std::vector<std::string> shown(UserId user) {
    std::vector<std::string> subjects;
    database().read([&](db::Connection& c) {
      const auto viewer = viewer_of_person(c, user);
      ASSERT_TRUE(viewer);
      for (const FeedEntry& entry : feed_entries(c, *viewer, clock.now() - kFeedPast))
        subjects.push_back(entry.subject);
    });
    return subjects;
  }
  void add(std::string subject, std::optional<DealId> deal, std::optional<Instant> due,
           std::optional<Instant> done = {}, ActivityKind kind = ActivityKind::call) {
    NewActivity wish;
    wish.deal_id = deal;
    if (!deal) wish.account_id = add_account("Globex");
    wish.kind = kind;
    wish.subject = std::move(subject);
    wish.due = due;
    wish.done_at = done;
    as(rep, [&](journal::Work& work) { return create_activity(work, wish); }).value();
  }
  Instant in(int days) { return clock.now() + std::chrono::days(days); }
};
EACH_ENGINE(CalendarTest);

TEST_P(CalendarTest, ANewAddressEndsTheOneBefore) {
  make(rep, "one");
  EXPECT_EQ(holder("one"), rep);
  EXPECT_EQ(last_event().kind, CalendarFeedMade::kKind);
  make(rep, "two");
  EXPECT_EQ(holder("one"), std::nullopt);
  EXPECT_EQ(holder("two"), rep);
  const auto end = [&] {
    return as(rep, [&](journal::Work& work) -> Result<bool> { return delete_feed(work, rep, {}); })
        .value();
  };
  EXPECT_TRUE(end());
  EXPECT_EQ(last_event().kind, CalendarFeedEnded::kKind);
  EXPECT_EQ(holder("two"), std::nullopt);
  EXPECT_FALSE(end());
}

TEST_P(CalendarTest, NothingIsShownOfWhoIsDeactivated) {
  make(rep, "one");
  ChangeUser leave;
  leave.active = false;
  as(owner, [&](journal::Work& work) {
    return change_user(work, rep, user(rep).version, leave, std::nullopt, bring_nothing);
  }).value();
  EXPECT_EQ(holder("one"), std::nullopt);
  EXPECT_FALSE(database().read([&](db::Connection& c) { return viewer_of_person(c, rep); }));
}

TEST_P(CalendarTest, ShowsWhatIsOpenAndThirtyDaysOfThePast) {
  const Deal deal = create("Acme");
  add("next year", deal.id, in(365));
  add("tomorrow", {}, in(1), {}, ActivityKind::task);
  add("last week", deal.id, in(-7));
  add("forgotten long ago", deal.id, in(-31));
  add("met", deal.id, {}, in(-3), ActivityKind::meeting);
  add("met long ago", deal.id, {}, in(-40), ActivityKind::meeting);
  add("noted", deal.id, {}, in(-3), ActivityKind::note);
  EXPECT_THAT(shown(rep), ElementsAre("last week", "tomorrow", "next year", "met"));
  EXPECT_THAT(shown(manager), IsEmpty());  // sees them, but they are not his
}

TEST_P(CalendarTest, ShowsNothingOfADealOneDoesNotSeeAnyMore) {
  const Deal deal = create("Acme");
  add("call", deal.id, in(1));
  EXPECT_THAT(shown(rep), ElementsAre("call"));
  PatchDeal wish;
  wish.owner_id = other_rep;
  patch(stored(deal.id), wish, manager).value();
  EXPECT_THAT(shown(rep), IsEmpty());
}

}  // namespace
}  // namespace stagecoach::sales
