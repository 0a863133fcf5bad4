#include "exchange/workspace/stage_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/workspace/import_pipeline.h"
#include "exchange/workspace/import_preview.h"
#include "sales/pipeline/builtin_pipelines.h"

namespace stagecoach::exchange {
namespace {

using ::testing::ElementsAre;

const std::vector<sales::Pipeline>& pipelines() {
  static const std::vector<sales::Pipeline> all = sales::builtin_pipelines();
  return all;
}

Result<PipelineChoice> choose(std::string csv, const std::string& mapping = "{}") {
  const Dataset dataset =
      read_dataset({{"deals.csv", std::move(csv)}}, read_mapping(mapping).value()).value();
  return choose_stages(pipelines(), dataset, history_in_order(dataset).value());
}

// "stage>to" of every stage.
std::vector<std::string> places(const PipelineChoice& choice) {
  std::vector<std::string> out;
  for (const StageChoice& each : choice.stages) out.push_back(each.stage + ">" + each.to);
  return out;
}

constexpr std::string_view kForeign =
    "deal id,stage,amount\n1,Needs Analysis,1\n2,Qualified,2\n3,Negotiation,3\n"
    "4,Closed Won,4\n5,Deleted,5\n";

TEST(StageChoice, WithoutAWordTheStagesOfTheFileBecomeANewPipeline) {
  const PipelineChoice choice = choose(std::string(kForeign)).value();
  EXPECT_EQ(choice.pipeline, nullptr);
  EXPECT_EQ(choice.new_name, "deals");
  EXPECT_THAT(places(choice),
              ElementsAre("Qualified>Qualified", "Needs Analysis>Needs Analysis",
                          "Negotiation>Negotiation", "Closed Won>won", "Deleted>on_hold"));
}

TEST(StageChoice, InAPipelineThatIsHereEachStageFindsTheMostLikelyOne) {
  const PipelineChoice choice = choose(std::string(kForeign), R"({"pipeline":"b2b"})").value();
  ASSERT_NE(choice.pipeline, nullptr);
  EXPECT_THAT(places(choice),
              ElementsAre("Qualified>qualification", "Needs Analysis>demo",
                          "Negotiation>objections", "Closed Won>won", "Deleted>on_hold"));
  EXPECT_EQ(choice.stages[0].by, ChosenBy::position);
  EXPECT_EQ(choice.stages[3].by, ChosenBy::ending);
}

TEST(StageChoice, ASlipOfTheHandIsTheStageItIsNear) {
  const PipelineChoice choice =
      choose("deal id,stage\n1,Prospectng\n2,资格审查\n", R"({"pipeline":"b2b"})").value();
  EXPECT_THAT(places(choice), ElementsAre("Prospectng>prospecting", "资格审查>qualification"));
  EXPECT_EQ(choice.stages[0].by, ChosenBy::near_name);
  EXPECT_EQ(choice.stages[1].by, ChosenBy::name);
}

TEST(StageChoice, APipelineThatHasEveryNameIsTakenUnasked) {
  const PipelineChoice choice =
      choose("deal id,stage\n1,Qualification\n2,After-sales and referral\n3,搁置\n").value();
  ASSERT_NE(choice.pipeline, nullptr);
  EXPECT_EQ(choice.pipeline->key, "b2b");
  EXPECT_THAT(places(choice), ElementsAre("Qualification>qualification",
                                          "After-sales and referral>won", "搁置>on_hold"));
}

TEST(StageChoice, WhatTheMappingSaysStands) {
  const PipelineChoice choice =
      choose(std::string(kForeign),
             R"({"pipeline":"B2B sales","stage_map":[{"stage":"qualified","to":"First contact"},
                 {"stage":"Deleted","to":"ignore"},{"stage":"Needs Analysis","to":"lost"}]})")
          .value();
  EXPECT_THAT(places(choice),
              ElementsAre("Qualified>first_contact", "Negotiation>objections",
                          "Needs Analysis>lost", "Closed Won>won", "Deleted>ignore"));
}

TEST(StageChoice, ANameThatNobodyHasIsRefused) {
  EXPECT_EQ(choose(std::string(kForeign), R"({"pipeline":"b2x"})").error().message.code(),
            "import.no_pipeline");
  const Result<PipelineChoice> choice =
      choose(std::string(kForeign),
             R"({"pipeline":"b2b","stage_map":[{"stage":"Qualified","to":"Elsewhere"}]})");
  EXPECT_EQ(choice.error().message.code(), "import.no_stage");
  EXPECT_EQ(choose(std::string(kForeign), R"({"new_pipeline":"b2b"})").error().message.code(),
            "import.pipeline_taken");
  EXPECT_EQ(read_mapping(R"({"pipeline":"b2b","new_pipeline":"x"})").error().code,
            Error::Code::invalid);
}

TEST(StageChoice, APipelineWithoutAPlaceForDealsOnHoldIsRefused) {
  std::vector<sales::Pipeline> all = pipelines();
  std::erase_if(all[0].stages,
                [](const auto& stage) { return stage.kind == sales::StageKind::on_hold; });
  const Dataset dataset = read_dataset({{"deals.csv", std::string(kForeign)}},
                                       read_mapping(R"({"pipeline":"b2b"})").value())
                              .value();
  EXPECT_EQ(choose_stages(all, dataset, history_in_order(dataset).value()).error().message.code(),
            "import.no_hold");
}

TEST(StageChoice, NewStagesStandInTheOrderInWhichDealsCameThroughThem) {
  const PipelineChoice choice =
      choose(
          "deal id,stage,changed at\n1,Zwei,2024-01-02\n1,Drei,2024-01-03\n1,Eins,2024-01-01\n"
          "2,Eins,2024-01-05\n2,Drei,2024-01-07\n2,Zwei,2024-01-06\n")
          .value();
  EXPECT_THAT(places(choice), ElementsAre("Eins>Eins", "Zwei>Zwei", "Drei>Drei"));
}

TEST(StageChoice, ThePlanCanBeSentBackAndSaysTheSame) {
  const Dataset dataset = read_dataset({{"deals.csv", std::string(kForeign)}}, {}).value();
  const ImportPreview plan = plan_import(dataset, pipelines(), Lang::en).value();
  EXPECT_EQ(plan.mapping.new_pipeline, "deals");
  ASSERT_EQ(plan.stages.size(), 5u);
  EXPECT_EQ(plan.stages[3].kind, StageKind::won);
  const Dataset again = read_dataset({{"deals.csv", std::string(kForeign)}}, plan.mapping).value();
  const ImportPreview second = plan_import(again, pipelines(), Lang::en).value();
  EXPECT_EQ(second.mapping, plan.mapping);
}

TEST(StageChoice, AnIgnoredStageLeavesItsDealsOutUnlessMoreIsKnownOfThem) {
  const Dataset dataset =
      read_dataset(
          {{"deals.csv", "deal id,stage,status\n1,Trash,\n2,Demo,\n3,Trash,Won\n4,Trash,\n"},
           {"history.csv", "deal id,stage,changed at\n4,Demo,2024-01-01\n4,Trash,2024-01-05\n"}},
          read_mapping(R"({"stage_map":[{"stage":"trash","to":"ignore"}]})").value())
          .value();
  std::vector<std::string> keys;
  for (const DealRecord& deal : dataset.deals) keys.emplace_back(deal.key);
  EXPECT_THAT(keys, ElementsAre("2", "3", "4"));
  EXPECT_EQ(dataset.warnings.back().code(), "import.deals_left_out");
  const cycle::HistorySet history = history_in_order(dataset).value();
  EXPECT_THAT(history.stages, ElementsAre("Demo"));
}

}  // namespace
}  // namespace stagecoach::exchange
