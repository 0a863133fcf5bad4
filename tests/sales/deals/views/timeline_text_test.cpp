#include "sales/deals/views/timeline_text.h"

#include <gtest/gtest.h>

#include "sales/deals/deal_events.h"

namespace stagecoach::sales {
namespace {

// One pipeline: an open stage with a checklist item inside an "all", and a lost one with a reason.
Pipelines pipelines() {
  Criterion item;
  item.key = "icp_fit";
  item.label = {"Fits the ideal customer", "符合理想客户画像"};
  Criterion all;
  all.key = "ready";
  all.kind = CriterionKind::all;
  all.items = {item};
  Pipeline pipeline;
  pipeline.stages.resize(2);
  pipeline.stages[0].id = StageId(1);
  pipeline.stages[0].exit_criteria = {all};
  pipeline.stages[1].id = StageId(2);
  pipeline.stages[1].kind = StageKind::lost;
  pipeline.loss_reasons = {{"price", {"Price", "价格"}}};
  return Pipelines({pipeline});
}

journal::Event changed(const std::string& field) {
  DealChanged data;
  data.changes.emplace_back().field = field;
  journal::Event event;
  event.kind = DealChanged::kKind;
  event.data = json::write(data);
  return event;
}

journal::Event lost(const std::string& reason) {
  DealMoved data;
  data.from_stage_id = StageId(1);
  data.to_stage_id = StageId(2);
  data.to_status = StageKind::lost;
  data.reason = reason;
  data.snapshot.owner_id = UserId(1);
  journal::Event event;
  event.kind = DealMoved::kKind;
  event.data = json::write(data);
  return event;
}

TEST(TimelineText, calls_a_checklist_item_as_its_pipeline_does) {
  EXPECT_EQ(summarize(changed("checklist.icp_fit"), pipelines(), Lang::en),
            "Changed: Fits the ideal customer");
  EXPECT_EQ(summarize(changed("checklist.icp_fit"), pipelines(), Lang::zh),
            "修改：符合理想客户画像");
  EXPECT_EQ(summarize(changed("checklist.gone"), pipelines(), Lang::en),
            "Changed: Checklist: gone");
}

TEST(TimelineText, says_why_a_deal_was_lost_in_the_words_of_the_choice) {
  EXPECT_EQ(summarize(lost("price"), pipelines(), Lang::zh), "输单：价格");
  EXPECT_EQ(summarize(lost("They moved"), pipelines(), Lang::en), "Lost: They moved");
}

}  // namespace
}  // namespace stagecoach::sales
