// On whom a deal waits: state, event, and what a later figure can read from the journal.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/deals/views/deal_list.h"
#include "sales/deals/views/timeline_text.h"

namespace stagecoach::sales {
namespace {

using ::testing::IsEmpty;

class WaitingOnTest : public DealTest {
 protected:
  Result<Deal> wait(const Deal& deal, WaitingOn on, std::optional<Instant> since = {},
                    UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      return set_waiting_on(work, deal.id, deal.version, {on, since});
    });
  }
  static Millis hours(int n) { return std::chrono::hours(n); }
};
EACH_ENGINE(WaitingOnTest);

TEST_P(WaitingOnTest, ADealWaitsOnUsFromItsBeginning) {
  const Deal deal = create("Acme");
  EXPECT_EQ(waiting_of(stored(deal.id)), (Waiting{WaitingOn::us, deal.created_at}));
}

TEST_P(WaitingOnTest, WhoIsWaitedOnIsKeptWithItsHistory) {
  const Deal deal = create("Acme");
  clock.advance(hours(5));
  const Instant asked = clock.now() - hours(2);
  const Deal waiting = wait(deal, WaitingOn::customer, asked).value();
  EXPECT_EQ(waiting.version, deal.version + 1);
  EXPECT_EQ(stored(deal.id), waiting);
  EXPECT_EQ(waiting_of(waiting), (Waiting{WaitingOn::customer, asked}));
  EXPECT_EQ(last_event().effective_at, asked);
  const auto changed = last<DealWaitingOnChanged>();
  EXPECT_EQ(changed.from, WaitingOn::us);
  EXPECT_EQ(changed.to, WaitingOn::customer);
  EXPECT_EQ(changed.from_since, std::nullopt);
  EXPECT_EQ(changed.since, asked);
  EXPECT_EQ(summarize(last_event(), pipelines(), Lang::en), "Waiting on the customer");

  const journal::Seq before = head();
  EXPECT_EQ(wait(waiting, WaitingOn::customer).value(), waiting);  // and since then, as it was
  EXPECT_EQ(head(), before);
}

TEST_P(WaitingOnTest, TimesThatCannotBeAreRefused) {
  Deal deal = create("Acme");
  clock.advance(hours(5));
  const auto refused = [&](Instant since) {
    const auto result = wait(deal, WaitingOn::legal, since);
    return result ? "" : result.error().fields.front().field;
  };
  EXPECT_EQ(refused(clock.now() + Millis(1)), "since");
  EXPECT_EQ(refused(deal.created_at - Millis(1)), "since");
  deal = wait(deal, WaitingOn::customer, clock.now() - hours(1)).value();
  EXPECT_EQ(refused(clock.now() - hours(2)), "since");  // two waits do not overlap
  EXPECT_EQ(refused(clock.now() - hours(1)), "");
}

TEST_P(WaitingOnTest, OthersAndOldVersionsAreRefused) {
  const Deal deal = create("Acme");
  viewer(other_rep);
  const journal::Seq before = head();
  EXPECT_EQ(wait(deal, WaitingOn::legal, {}, other_rep).error().code, Error::Code::not_found);
  EXPECT_EQ(head(), before);
  wait(deal, WaitingOn::legal).value();
  EXPECT_EQ(wait(deal, WaitingOn::us).error().code, Error::Code::stale);
}

TEST_P(WaitingOnTest, AMoveKeepsTheClockAndAnotherCommandMaySetIt) {
  Deal deal = wait(create("Acme"), WaitingOn::customer).value();
  const Waiting was = waiting_of(deal);
  clock.advance(hours(1));
  deal = bring(deal, "qualification");
  EXPECT_EQ(waiting_of(deal), was);
  deal = as(manager, [&](journal::Work& work) -> Result<Deal> {
           const Deal loaded = TRY(load_deal_to_write(work, deal.id));
           const Deal waiting = TRY(let_wait_on(work, loaded, WaitingOn::approval));
           return let_wait_on(work, waiting, WaitingOn::approval);  // says nothing new
         }).value();
  EXPECT_EQ(stored(deal.id), deal);
  EXPECT_EQ(waiting_of(deal), (Waiting{WaitingOn::approval, clock.now()}));
}

TEST_P(WaitingOnTest, AChangeCanBeTakenBackUntilTheNext) {
  const Deal deal = create("Acme");
  clock.advance(hours(1));
  wait(deal, WaitingOn::customer).value();
  const journal::Seq first = head();
  const Deal back = undo(first).value();
  EXPECT_EQ(waiting_of(back), waiting_of(deal));
  EXPECT_EQ(stored(deal.id), back);
  EXPECT_EQ(last<DealWaitingOnChanged>().undoes, first);
  EXPECT_EQ(last_event().cause, first);
  EXPECT_EQ(undo(first).error().code, Error::Code::conflict);
}

TEST_P(WaitingOnTest, AListShowsWhatWaitsOnSomebody) {
  const Deal deal = wait(create("Acme"), WaitingOn::legal).value();
  create("Other");
  const StageClock now(std::make_shared<const BusinessCalendar>(), clock.now());
  const auto found = [&](WaitingOn on) {
    DealQuery query;
    query.waiting_on = on;
    return database()
        .read([&](db::Connection& c) {
          return list_deals(c, {viewer(rep), pipelines(), now}, query);
        })
        .value()
        .items;
  };
  ASSERT_EQ(found(WaitingOn::legal).size(), 1u);
  EXPECT_EQ(found(WaitingOn::legal)[0].id, deal.id);
  EXPECT_EQ(found(WaitingOn::legal)[0].waiting, waiting_of(deal));
  EXPECT_EQ(found(WaitingOn::us).size(), 1u);
  EXPECT_THAT(found(WaitingOn::approval), IsEmpty());
}

}  // namespace
}  // namespace stagecoach::sales
