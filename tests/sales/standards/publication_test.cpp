#include <gtest/gtest.h>

#include "sales/deals/views/timeline_text.h"
#include "sales/pipeline/draft/pipeline_history.h"
#include "sales/pipeline/pipeline_events.h"
#include "sales/standards/standards_test.h"

namespace stagecoach::sales {
namespace {

class PublicationTest : public StandardsTest {
 protected:
  static void remove_contact_stage(Pipeline& p) {
    std::erase_if(p.stages, [](const Stage& s) { return s.key == "first_contact"; });
  }
};
EACH_ENGINE(PublicationTest);

TEST_P(PublicationTest, ADraftIsSharedAndSavedByVersion) {
  const PipelineId id = b2b().id;
  const PipelineDraft none = draft_of(id);
  EXPECT_FALSE(none.exists);
  EXPECT_EQ(none.version, 0);
  EXPECT_EQ(none.definition, b2b());

  const PipelineDraft first = edit(id, [](Pipeline& p) { p.stages[0].probability = 7; });
  EXPECT_EQ(first.version, 1);
  EXPECT_EQ(first.base_version, 1);
  EXPECT_EQ(last<DraftSaved>().version, 1);
  EXPECT_EQ(last_event().subject_kind, kDraftSubject);

  const auto late = save(none.definition, 0, owner);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, Error::Code::stale);
  EXPECT_NE(late.error().details_json.find("\"probability\":7"), std::string::npos);

  const journal::Seq before = head();
  EXPECT_EQ(save(first.definition, 1).value().version, 1) << "an equal draft is not saved again";
  EXPECT_EQ(head(), before);
  EXPECT_EQ(b2b().stages[0].probability, 5) << "a draft changes nothing";
}

TEST_P(PublicationTest, PublishingMakesTheNextVersionOnce) {
  const PipelineDraft draft = edit(b2b().id, [](Pipeline& p) { p.stages[0].standard->amount = 3; });
  const Pipeline published = publish(draft, {"Faster starts", {}}).value();
  EXPECT_EQ(published.version_number, 2);
  EXPECT_EQ(published.stages[0].standard->amount, 3);
  const auto event = last<PipelinePublished>();
  EXPECT_EQ(event.note, "Faster starts");
  EXPECT_EQ(event.version_number, 2);
  EXPECT_FALSE(draft_of(b2b().id).exists);
  EXPECT_EQ(publish(draft).error().code, Error::Code::stale);

  // A late writer who still holds the published draft is told, also after others began anew.
  const PipelineDraft next = edit(b2b().id, [](Pipeline& p) { p.allow_skip = true; });
  EXPECT_GT(next.version, draft.version);
  EXPECT_EQ(save(draft.definition, draft.version).error().code, Error::Code::stale);

  const PipelineVersionPage history =
      database().read([&](db::Connection& c) { return list_versions(c, b2b().id, {}); }).value();
  ASSERT_EQ(history.items.size(), 2u);
  EXPECT_EQ(history.items[0].note, "Faster starts");
  EXPECT_EQ(history.items[0].published_by->id, owner);
  ASSERT_EQ(history.items[0].changes.size(), 1u);
  EXPECT_EQ(history.items[0].changes[0].kind, PipelineChangeKind::standard);
  EXPECT_TRUE(history.items[1].changes.empty());
}

TEST_P(PublicationTest, ACriterionIsInForceSinceItWasPublished) {
  const StageId first = b2b().stages[0].id;
  ASSERT_FALSE(b2b().stages[0].exit_criteria.empty());
  const std::string old = b2b().stages[0].exit_criteria[0].key;
  const auto since = [&](const std::string& key) -> std::optional<Instant> {
    const auto all = database().read(
        [&](db::Connection& connection) { return criteria_in_force(connection, b2b().id); });
    for (const CriterionInForce& each : all)
      if (each.stage_id == first && each.key == key) return each.since;
    return std::nullopt;
  };
  const Instant set_up = since(old).value();
  EXPECT_EQ(since("tea_served"), std::nullopt);
  clock.advance(std::chrono::hours(48));
  publish(edit(b2b().id, [](Pipeline& p) {
    Criterion tea;
    tea.key = "tea_served";
    tea.label = {"Tea was served", "已上茶"};
    p.stages[0].exit_criteria.push_back(tea);
  })).value();
  EXPECT_EQ(since(old), set_up);
  EXPECT_EQ(since("tea_served"), clock.now());
  clock.advance(std::chrono::hours(48));
  publish(edit(b2b().id, [](Pipeline& p) { p.stages[0].exit_criteria.pop_back(); })).value();
  EXPECT_EQ(since("tea_served"), std::nullopt);
  EXPECT_EQ(since(old), set_up);
}

TEST_P(PublicationTest, ADraftThatFellBehindIsBroughtUpToDateFirst) {
  const PipelineDraft draft = edit(b2b().id, [](Pipeline& p) { p.stages[0].standard->amount = 3; });
  Pipeline other = b2b();
  other.stages[0].standard->amount = 8;
  other.stages[1].probability = 12;
  as(owner, [&](journal::Work& work) { return publish_pipeline(work, other); }).value();

  const auto refused = publish(draft);
  EXPECT_EQ(refused.error().code, Error::Code::conflict);
  EXPECT_NE(refused.error().details_json.find("\"clashes\":[{\"mine\""), std::string::npos);
  const PipelineDraftView behind = view(b2b().id);
  EXPECT_EQ(behind.published_since.size(), 2u);
  ASSERT_EQ(behind.clashes.size(), 1u);
  EXPECT_EQ(behind.clashes[0].theirs.after.en, "8 business days");

  const PipelineDraft rebased = as(owner, [&](journal::Work& work) {
                                  return rebase_draft(work, b2b().id, draft.version);
                                }).value();
  EXPECT_EQ(rebased.base_version, 2);
  EXPECT_EQ(rebased.definition.stages[0].standard->amount, 3);
  EXPECT_EQ(rebased.definition.stages[1].probability, 12);
  EXPECT_EQ(publish(rebased).value().version_number, 3);
}

TEST_P(PublicationTest, DealsOfARemovedStageMoveWithThePublication) {
  Deal open = bring(create("Acme"), "first_contact");
  const Deal deleted = remove(bring(create("Gone"), "first_contact"));
  const StageId given_up = open.stage_id;
  const PipelineDraft draft = edit(b2b().id, remove_contact_stage);

  const auto nowhere = publish(draft);
  EXPECT_EQ(nowhere.error().code, Error::Code::refused);
  EXPECT_EQ(field_of(nowhere.error()), "moves.first_contact");
  for (const std::string to : {"first_contact", "won", "nonsense"})
    EXPECT_EQ(field_of(publish(draft, {"", {{"first_contact", to}}}).error()),
              "moves.first_contact");
  EXPECT_EQ(stored(open.id), open) << "a refused publication moves nothing";

  const journal::Seq before = head();
  const Pipeline published = publish(draft, {"", {{"first_contact", "qualification"}}}).value();
  const Deal moved = stored(open.id);
  EXPECT_EQ(moved.stage_id, stage("qualification"));
  EXPECT_EQ(moved.version, open.version + 1);
  EXPECT_EQ(stored(deleted.id).stage_id, stage("qualification"));
  const auto events = events_after(before);
  ASSERT_EQ(events.size(), 3u);
  const auto how = read<DealMoved>(events[1]);
  EXPECT_EQ(how.from_stage_id, given_up);
  EXPECT_EQ(how.snapshot.probability, published.find("qualification")->probability);
  EXPECT_EQ(events[1].cause, events[0].seq);
  EXPECT_EQ(database().read([](db::Connection& c) { return wrong_totals(c); }), 0);

  // History still names the stage, and no undo leads back into it.
  database().read([&](db::Connection& c) { catalog.reload(c); });
  const auto pipelines = catalog.current();
  EXPECT_NE(summarize(events[1], *pipelines, Lang::en).find("First contact"), std::string::npos);
  const auto undone =
      as(owner, [&](journal::Work& work) { return undo_move(work, *pipelines, events[1]); });
  EXPECT_EQ(undone.error().code, Error::Code::conflict);

  // A stage of the same key is the same stage again.
  const PipelineDraft again = edit(b2b().id, [&](Pipeline& p) {
    p.stages.insert(p.stages.begin() + 1, p.retired_stages.front());
  });
  const Pipeline restored = publish(again).value();
  EXPECT_EQ(restored.find("first_contact")->id, given_up);
  EXPECT_TRUE(restored.retired_stages.empty());
}

TEST_P(PublicationTest, WhatIsUnfitIsNamedByItsField) {
  const PipelineDraft draft = edit(b2b().id, [](Pipeline& p) {
    p.stages[0].name = {};
    p.stages[1].kind = StageKind::on_hold;
    p.stages[2].exit_criteria[0].label = {std::string(10'000, 'x'), ""};
  });
  std::vector<std::string> fields;
  for (const DraftFault& fault : view(b2b().id).faults) fields.push_back(fault.field);
  const std::vector<std::string> expected{"stages", "stages[0].name", "stages[2].kind",
                                          "stages[2].exit_criteria[0].label", "stages[1].kind"};
  for (const std::string& field : expected)
    EXPECT_TRUE(std::find(fields.begin(), fields.end(), field) != fields.end() || field == "stages")
        << field;
  EXPECT_EQ(publish(draft).error().code, Error::Code::invalid);
  EXPECT_TRUE(draft_of(b2b().id).exists) << "a refused draft is still there";
}

TEST_P(PublicationTest, ClosedStagesStay) {
  const PipelineDraft draft =
      edit(b2b().id, [](Pipeline& p) { p.stages.back().key = "another_lost"; });
  EXPECT_EQ(field_of(publish(draft).error()), "stages");
}

TEST_P(PublicationTest, ANewPipelineIsADraftUntilItIsPublished) {
  NewPipeline wish;
  wish.name = {"Partner sales", "渠道销售"};
  wish.template_key = "b2c";
  const PipelineDraft draft =
      as(owner, [&](journal::Work& work) { return begin_pipeline(work, wish); }).value();
  EXPECT_EQ(draft.definition.key, "partner_sales");
  const auto published_now = [&] {
    database().read([&](db::Connection& c) { catalog.reload(c); });
    return catalog.current()->find(draft.definition.id);
  };
  EXPECT_EQ(published_now(), nullptr);
  EXPECT_EQ(database().read(list_drafts).size(), 1u);
  EXPECT_EQ(publish(draft).value().version_number, 1);
  ASSERT_NE(published_now(), nullptr);
  EXPECT_EQ(published_now()->name.zh, "渠道销售");

  const PipelineDraft twin =
      as(owner, [&](journal::Work& work) { return begin_pipeline(work, wish); }).value();
  EXPECT_EQ(twin.definition.key, "partner_sales_2");
  as(owner, [&](journal::Work& work) {
    return discard_draft(work, twin.definition.id, twin.version);
  }).value();
  EXPECT_TRUE(database().read(list_drafts).empty());
  EXPECT_FALSE(database().read(
      [&](db::Connection& c) { return read_draft(c, twin.definition.id).has_value(); }));
}

TEST_P(PublicationTest, AnArchivedPipelineTakesNoDealsAndIsKept) {
  const auto archive = [&](bool archived) {
    return as(owner, [&](journal::Work& work) {
      return set_pipeline_archived(work, b2b().id, 1, archived);
    });
  };
  const Deal deal = create("Acme");
  EXPECT_EQ(archive(true).error().code, Error::Code::refused);
  const Deal lost = move(deal, "lost", because_of("price")).value();
  EXPECT_TRUE(archive(true).value().archived);
  database().read([&](db::Connection& c) { catalog.reload(c); });
  const auto pipelines = catalog.current();
  EXPECT_EQ(pipelines->first()->key, "b2c");
  CreateDeal wish;
  wish.name = "New";
  wish.pipeline_id = lost.pipeline_id;
  const auto refused =
      as(rep, [&](journal::Work& work) { return create_deal(work, *pipelines, wish); });
  EXPECT_EQ(field_of(refused.error()), "pipeline_id");
  EXPECT_EQ(as(owner,
               [&](journal::Work& work) {
                 return set_pipeline_archived(work, pipelines->first()->id, 1, true);
               })
                .error()
                .code,
            Error::Code::refused)
      << "one is left";
  EXPECT_FALSE(archive(false).value().archived);
}

TEST_P(PublicationTest, APipelineMayForbidTheWayBack) {
  const Deal deal = bring(create("Acme"), "qualification");
  publish(edit(b2b().id, [](Pipeline& p) { p.allow_back = false; })).value();
  database().read([&](db::Connection& c) { catalog.reload(c); });
  const auto pipelines = catalog.current();
  MoveDeal back = because_of("too early");
  back.to_stage_id = stage("prospecting");
  const auto go_back = [&](UserId who) {
    return as(who, [&](journal::Work& work) {
      return move_deal(work, *pipelines, deal.id, deal.version, back);
    });
  };
  EXPECT_EQ(go_back(rep).error().code, Error::Code::refused);
  EXPECT_EQ(go_back(owner).value().stage_id, stage("prospecting"));
}

}  // namespace
}  // namespace stagecoach::sales
