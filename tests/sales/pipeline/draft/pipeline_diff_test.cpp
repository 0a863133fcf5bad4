#include "sales/pipeline/draft/pipeline_diff.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sales/pipeline/draft/pipeline_edits.h"
#include "sales/pipeline/draft/pipeline_rebase.h"

namespace stagecoach::sales {
namespace {

const Currency kCny = *Currency::parse("CNY");

std::vector<PipelineChangeKind> kinds_of(const std::vector<PipelineChange>& changes) {
  std::vector<PipelineChangeKind> kinds;
  for (const PipelineChange& change : changes) kinds.push_back(change.kind);
  return kinds;
}

TEST(PipelineDiff, EqualPipelinesDifferInNothing) {
  for (const Pipeline& pipeline : builtin_pipelines()) {
    Pipeline other = pipeline;
    other.id = PipelineId(7);
    other.version_number = 12;
    for (Stage& stage : other.stages) stage.id = StageId(99);
    EXPECT_TRUE(changes_between(pipeline, other, kCny).empty());
  }
}

TEST(PipelineDiff, EachSingleEditIsExactlyItsChange) {
  for (const Pipeline& pipeline : builtin_pipelines())
    for (int position = 0; position + 2 < pipeline.open_stages(); ++position)
      for (const PipelineEdit& edit : edits_at(position)) {
        Pipeline edited = pipeline;
        edit.apply(edited);
        const auto changes = changes_between(pipeline, edited, kCny);
        ASSERT_EQ(kinds_of(changes), std::vector{edit.kind}) << pipeline.key << " " << position;
        EXPECT_FALSE(changes[0].text.en.empty());
        EXPECT_NE(changes[0].text.en, changes[0].text.zh);
        EXPECT_EQ(changes[0].text.en.find('{'), std::string::npos) << changes[0].text.en;
        const auto back = changes_between(edited, pipeline, kCny);
        EXPECT_EQ(back.size(), 1u);
        EXPECT_EQ(back[0].before, changes[0].after);
      }
}

// Whatever was edited, a difference is told, and every edit of its own kind is among what is told.
TEST(PipelineDiff, ManyEditsAreAllTold) {
  std::mt19937 random(20260214);
  const Pipeline pipeline = builtin_pipelines().front();
  for (int round = 0; round < 300; ++round) {
    Pipeline edited = pipeline;
    const auto edits = edits_at(0);
    // Removing or retyping a stage hides what else happened to it, so these come last or not at
    // all.
    std::vector<PipelineChangeKind> expected;
    for (const PipelineEdit& edit : edits) {
      const bool hides = edit.kind == PipelineChangeKind::stage_removed ||
                         edit.kind == PipelineChangeKind::stage_moved ||
                         edit.kind == PipelineChangeKind::stage_added ||
                         edit.kind == PipelineChangeKind::criterion_removed;
      if (hides || random() % 2 == 0) continue;
      edit.apply(edited);
      expected.push_back(edit.kind);
    }
    auto told = kinds_of(changes_between(pipeline, edited, kCny));
    std::sort(told.begin(), told.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(told, expected);
  }
}

TEST(PipelineDiff, SaysTheValuesInPlainWords) {
  const Pipeline before = builtin_pipelines().front();
  Pipeline after = before;
  after.stages[2].standard = Standard{3, StandardUnit::business_days};
  const auto standard = changes_between(before, after, kCny);
  EXPECT_EQ(standard[0].before, (Localized{"10 business days", "10 个工作日"}));
  EXPECT_EQ(standard[0].text.en,
            "“Qualification”: standard time 10 business days → 3 business days");

  after = before;
  Criterion amount = checklist_item("large");
  amount.kind = CriterionKind::amount_at_least;
  amount.minor = 12'345'600;
  Criterion either = checklist_item("either");
  either.kind = CriterionKind::any;
  either.items = {amount, checklist_item("signed")};
  after.stages[0].exit_criteria.push_back(either);
  EXPECT_EQ(changes_between(before, after, kCny)[0].after.en,
            "any of (Item large: amount at least 123456.00 CNY; Item signed: ticked on the "
            "checklist)");
}

// ---- bringing a draft up to date ----

TEST(PipelineRebase, WhatOnlyOneChangedIsTheOnes) {
  const Pipeline base = builtin_pipelines().front();
  for (const PipelineEdit& edit : edits_at(1)) {
    Pipeline edited = base;
    edit.apply(edited);
    EXPECT_TRUE(changes_between(rebased(base, edited, base), edited, kCny).empty() ||
                edit.kind == PipelineChangeKind::stage_kind);
    EXPECT_EQ(rebased(base, base, edited).stages.size(), edited.stages.size());
    EXPECT_TRUE(changes_between(rebased(base, edited, edited), edited, kCny).empty() ||
                edit.kind == PipelineChangeKind::stage_kind);
  }
}

TEST(PipelineRebase, EditsOfDifferentStagesMeet) {
  const Pipeline base = builtin_pipelines().front();
  for (const PipelineEdit& my : edits_at(0))
    for (const PipelineEdit& their : edits_at(3)) {
      const bool reorders = [&] {
        for (const auto kind : {my.kind, their.kind})
          if (kind == PipelineChangeKind::stage_kind || kind == PipelineChangeKind::stage_moved)
            return true;
        return my.kind == their.kind && my.kind < PipelineChangeKind::stage_added;
      }();
      if (reorders || my.kind == PipelineChangeKind::sources ||
          my.kind == PipelineChangeKind::loss_reasons)
        continue;
      Pipeline mine = base, theirs = base, both = base;
      my.apply(mine);
      their.apply(theirs);
      their.apply(both);
      my.apply(both);
      EXPECT_TRUE(changes_between(both, rebased(base, mine, theirs), kCny).empty())
          << static_cast<int>(my.kind) << " and " << static_cast<int>(their.kind);
      EXPECT_TRUE(clashes_between(base, mine, theirs, kCny).empty());
    }
}

TEST(PipelineRebase, MineStaysWhereBothChangedTheSame) {
  const Pipeline base = builtin_pipelines().front();
  Pipeline mine = base, theirs = base;
  mine.stages[1].standard->amount = 3;
  theirs.stages[1].standard->amount = 8;
  theirs.stages[1].probability = 15;
  const Pipeline both = rebased(base, mine, theirs);
  EXPECT_EQ(both.stages[1].standard->amount, 3);
  EXPECT_EQ(both.stages[1].probability, 15);
  const auto clashes = clashes_between(base, mine, theirs, kCny);
  ASSERT_EQ(clashes.size(), 1u);
  EXPECT_EQ(clashes[0].mine.after.en, "3 business days");
  EXPECT_EQ(clashes[0].theirs.after.en, "8 business days");
}

TEST(PipelineRebase, AChangedStageOutlivesItsRemoval) {
  const Pipeline base = builtin_pipelines().front();
  Pipeline mine = base, theirs = base;
  mine.stages.erase(mine.stages.begin() + 1);
  EXPECT_EQ(rebased(base, mine, theirs).find("first_contact"), nullptr);
  theirs.stages[1].probability = 15;
  EXPECT_NE(rebased(base, mine, theirs).find("first_contact"), nullptr);
}

}  // namespace
}  // namespace stagecoach::sales
