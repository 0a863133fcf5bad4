// Many deals changed at once: what may be is, with an event for each; what may not says why.
#include "sales/deals/bulk_edit/bulk_edit.h"

#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

class BulkEditTest : public DealTest {
 protected:
  Result<BulkAnswer> preview(UserId who, const BulkPreview& wish) {
    const Viewer& by = viewer(who);
    const StageClock now(std::make_shared<const BusinessCalendar>(), clock.now());
    return database().read([&](db::Connection& c) {
      return preview_bulk_edit(c, {by, pipelines(), now}, wish);
    });
  }
  Result<BulkAnswer> edit(UserId who, const BulkEdit& wish) {
    return as(who, [&](journal::Work& work) { return edit_deals(work, wish); });
  }
  static BulkEdit of(const BulkAnswer& seen, const DealChanges& changes) {
    BulkEdit wish;
    for (const BulkItem& item : seen.items) wish.deals.push_back({item.id, item.version, {}});
    wish.changes = changes;
    return wish;
  }
  std::int64_t wrong() {
    return database().read([](db::Connection& c) { return wrong_totals(c); });
  }
};
EACH_ENGINE(BulkEditTest);

TEST_P(BulkEditTest, WhatWasSeenIsWrittenWithAnEventForEach) {
  std::vector<Deal> deals;
  for (int i = 0; i < 5; ++i) deals.push_back(create("Deal " + std::to_string(i)));
  PatchDeal dated;
  dated.expected_close = *date_from_iso("2026-05-01");
  deals[1] = patch(deals[1], dated).value();
  BulkPreview look;
  look.matching = {{"q", "deal"}};
  look.changes.expected_close = *date_from_iso("2026-06-30");
  look.changes.probability = 40;
  const BulkAnswer seen = preview(rep, look).value();
  EXPECT_EQ(seen.changed, 5);
  EXPECT_EQ(stored(deals[0].id).probability, std::nullopt) << "a preview writes nothing";

  const auto before = head();
  const BulkAnswer done = edit(rep, of(seen, look.changes)).value();
  EXPECT_EQ(done.changed, 5);
  for (const Deal& deal : deals) {
    const Deal now = stored(deal.id);
    EXPECT_EQ(now.version, deal.version + 1);
    EXPECT_EQ(now.probability, 40);
    EXPECT_EQ(now.expected_close, date_from_iso("2026-06-30"));
  }
  EXPECT_EQ(stored(deals[1].id).facts.close_date_changes.push, 1) << "only this one had a date";
  EXPECT_EQ(stored(deals[0].id).facts.close_date_changes.push, 0);
  const auto events = events_after(before);
  ASSERT_EQ(events.size(), 5u);
  for (const journal::Event& event : events)
    EXPECT_EQ(read<DealChanged>(event).changes.size(),
              event.subject_id == deals[1].id.value ? 3u : 2u)
        << event.data;
  EXPECT_EQ(wrong(), 0);
}

TEST_P(BulkEditTest, WhatItReturnsPutsBackWhatItChanged) {
  const Deal first = create("First"), second = create("Second");
  PatchDeal given;
  given.source = std::string("referral");
  given.probability = 70;
  const Deal known = patch(second, given).value();
  BulkPreview look;
  look.ids = {first.id, second.id};
  look.changes.source = std::string("event");
  look.changes.probability = json::Patch<int>::null();
  const BulkAnswer done = edit(rep, of(preview(rep, look).value(), look.changes)).value();
  EXPECT_EQ(stored(second.id).source, "event");
  EXPECT_EQ(stored(second.id).probability, std::nullopt);
  BulkEdit back;
  for (const BulkItem& item : done.items)
    back.deals.push_back({item.id, item.version, item.before});
  EXPECT_EQ(edit(rep, back).value().changed, 2);
  EXPECT_EQ(stored(first.id).source, "");
  EXPECT_EQ(stored(second.id).source, known.source);
  EXPECT_EQ(stored(second.id).probability, 70);
  EXPECT_EQ(wrong(), 0);
}

TEST_P(BulkEditTest, EachRefusalStandsByItself) {
  const Deal mine = create("Mine"), moved = create("Moved"), gone = create("Gone");
  CreateDeal wish;
  wish.name = "Theirs";
  const Deal theirs = create(wish, other_rep);
  PatchDeal change;
  change.source = std::string("website");
  patch(moved, change).value();
  remove(gone);
  BulkEdit all;
  for (const Deal& deal : {mine, moved, gone, theirs})
    all.deals.push_back({deal.id, deal.version, {}});
  all.changes.source = std::string("event");
  const BulkAnswer done = edit(rep, all).value();
  EXPECT_EQ(done.changed, 1);
  EXPECT_EQ(done.refused, 3);
  EXPECT_EQ(done.items[1].code, "record.stale");
  EXPECT_EQ(done.items[2].code, done.items[3].code) << "a deal that is not seen is as if deleted";
  EXPECT_TRUE(done.items[3].name.empty());
  EXPECT_EQ(stored(mine.id).source, "event");
  EXPECT_EQ(stored(moved.id).source, "website");
  EXPECT_EQ(stored(theirs.id).source, "");
}

TEST_P(BulkEditTest, ANewOwnerIsOneToWhomTheyMayBeGiven) {
  const Deal deal = create("Mine");
  BulkPreview look;
  look.ids = {deal.id};
  look.changes.owner_id = other_rep;
  EXPECT_EQ(preview(rep, look).value().items[0].code, "bulk.may_not_assign");
  const BulkAnswer done = edit(manager, of(preview(manager, look).value(), look.changes)).value();
  EXPECT_EQ(done.changed, 1);
  EXPECT_EQ(stored(deal.id).owner_id, other_rep);
  EXPECT_EQ(preview(manager, look).value().same, 1);
  look.changes.owner_id = UserId(999'999);
  EXPECT_EQ(preview(manager, look).value().items[0].code, "bulk.no_user");
  EXPECT_EQ(wrong(), 0);
}

TEST_P(BulkEditTest, AChangeThatNoDealCouldTakeIsRefusedWhole) {
  const Deal deal = create("Mine");
  BulkEdit wish;
  wish.deals = {{deal.id, deal.version, {}}};
  EXPECT_EQ(edit(rep, wish).error().fields.front().field, "changes");
  wish.changes.source = std::string("event");
  wish.deals.push_back(wish.deals.front());
  EXPECT_EQ(edit(rep, wish).error().fields.front().field, "deals[1].id");
  BulkPreview look;
  look.matching = {{"sort", "colour"}};
  look.changes.source = std::string("event");
  EXPECT_EQ(preview(rep, look).error().code, Error::Code::invalid);
}

TEST_P(BulkEditTest, ManyAreWrittenInAFewStatements) {
  constexpr int kMany = 300;
  for (int i = 0; i < kMany; ++i) create("Deal " + std::to_string(i));
  BulkPreview look;
  look.changes.source = std::string("event");
  const BulkAnswer seen = preview(rep, look).value();
  ASSERT_EQ(seen.changed, kMany);
  EXPECT_FALSE(seen.more);
  EXPECT_EQ(edit(rep, of(seen, look.changes)).value().changed, kMany);
  EXPECT_EQ(preview(rep, look).value().same, kMany);
  EXPECT_EQ(wrong(), 0);
}

}  // namespace
}  // namespace stagecoach::sales
