// The pipelines every workspace starts with are fit, and complete in both languages.
#include "sales/pipeline/builtin_pipelines.h"

#include <gtest/gtest.h>

#include "sales/pipeline/pipeline_rules.h"

namespace stagecoach::sales {
namespace {

void expect_both(const Localized& text, const std::string& where) {
  EXPECT_FALSE(text.en.empty()) << where << " has no English";
  EXPECT_FALSE(text.zh.empty()) << where << " has no Chinese";
}

void expect_both(const Criterion& criterion, const std::string& where) {
  const std::string at = where + "." + criterion.key;
  expect_both(criterion.label, at);
  for (const Criterion& item : criterion.items) expect_both(item, at);
}

TEST(BuiltinPipelines, AreFitToBePublished) {
  const std::vector<Pipeline> pipelines = builtin_pipelines();
  ASSERT_EQ(pipelines.size(), 2u);
  EXPECT_EQ(pipelines[0].key, "b2b");
  EXPECT_EQ(pipelines[0].open_stages() + (pipelines[0].first_of(StageKind::won) ? 1 : 0), 7);
  for (const Pipeline& pipeline : pipelines) {
    const auto checked = check_pipeline(pipeline);
    EXPECT_TRUE(checked) << pipeline.key << ": "
                         << (checked ? "" : checked.error().fields.front().field);
    for (const Stage& stage : pipeline.stages) {
      EXPECT_EQ(stage.probability == 100, stage.kind == StageKind::won) << stage.key;
      EXPECT_EQ(stage.standard.has_value(), stage.kind == StageKind::open) << stage.key;
    }
    EXPECT_EQ(pipeline.first_of(StageKind::lost)->probability, 0);
  }
}

TEST(BuiltinPipelines, SayEverythingInBothLanguages) {
  for (const Pipeline& pipeline : builtin_pipelines()) {
    expect_both(pipeline.name, pipeline.key);
    EXPECT_FALSE(pipeline.loss_reasons.empty());
    EXPECT_FALSE(pipeline.sources.empty());
    for (const Choice& choice : pipeline.loss_reasons)
      expect_both(choice.label, "loss " + choice.key);
    for (const Choice& choice : pipeline.sources) expect_both(choice.label, "source " + choice.key);
    for (const Stage& stage : pipeline.stages) {
      const std::string where = pipeline.key + "." + stage.key;
      expect_both(stage.name, where);
      if (stage.kind == StageKind::open) {
        expect_both(stage.goal, where + ".goal");
        expect_both(stage.guidance, where + ".guidance");
      }
      for (const Localized& activity : stage.key_activities) expect_both(activity, where);
      for (const Criterion& criterion : stage.exit_criteria) expect_both(criterion, where);
    }
  }
}

// ---- what cannot be published ----

std::vector<std::string> refused_fields(const Pipeline& pipeline) {
  std::vector<std::string> fields;
  const auto checked = check_pipeline(pipeline);
  if (checked) return fields;
  EXPECT_EQ(checked.error().code, Error::Code::invalid);
  for (const FieldError& field : checked.error().fields) fields.push_back(field.field);
  return fields;
}

using Fields = std::vector<std::string>;

TEST(PipelineRules, NameTheFieldOfEachMistake) {
  const Pipeline fit = builtin_pipelines().front();
  Pipeline pipeline = fit;
  pipeline.stages[1].key = pipeline.stages[0].key;
  EXPECT_EQ(refused_fields(pipeline), Fields{"stages[1].key"});

  pipeline = fit;
  pipeline.stages[0].name = {};
  EXPECT_EQ(refused_fields(pipeline), Fields{"stages[0].name"});

  pipeline = fit;
  std::erase_if(pipeline.stages, [](const Stage& s) { return s.kind == StageKind::won; });
  EXPECT_EQ(refused_fields(pipeline), Fields{"stages"});

  pipeline = fit;
  pipeline.stages[1].exit_criteria.push_back(pipeline.stages[0].exit_criteria[0]);
  const std::string last = std::to_string(pipeline.stages[1].exit_criteria.size() - 1);
  EXPECT_EQ(refused_fields(pipeline), Fields{"stages[1].exit_criteria[" + last + "].key"});
}

TEST(PipelineRules, ACriterionSaysWhatItMeasuresAndNestsThreeDeep) {
  const auto with = [](Criterion criterion) {
    Pipeline pipeline = builtin_pipelines().front();
    pipeline.stages[0].exit_criteria = {std::move(criterion)};
    return refused_fields(pipeline);
  };
  const auto of = [](std::string key, CriterionKind kind) {
    Criterion criterion;
    criterion.key = std::move(key);
    criterion.label = {"Asked", "要求"};
    criterion.kind = kind;
    return criterion;
  };
  const Fields at{"stages[0].exit_criteria[0]"};
  for (const CriterionKind kind :
       {CriterionKind::field_known, CriterionKind::amount_at_least, CriterionKind::bant_level,
        CriterionKind::role_filled, CriterionKind::all, CriterionKind::any})
    EXPECT_EQ(with(of("x", kind)), at);
  for (const CriterionKind kind :
       {CriterionKind::activity_done, CriterionKind::checklist, CriterionKind::approval})
    EXPECT_EQ(with(of("x", kind)), Fields{});

  Criterion nested = of("leaf", CriterionKind::checklist);
  for (const std::string key : {"c", "b"}) {
    Criterion outer = of(key, CriterionKind::all);
    outer.items = {nested};
    nested = outer;
  }
  EXPECT_EQ(with(nested), Fields{});  // three levels
  Criterion fourth = of("a", CriterionKind::any);
  fourth.items = {nested};
  EXPECT_EQ(with(fourth), Fields{at[0] + ".items[0].items[0].items[0]"});
}

}  // namespace
}  // namespace stagecoach::sales
