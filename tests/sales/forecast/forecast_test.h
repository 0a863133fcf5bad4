// Deals that are won, for the tests of what a forecast makes of them.
#pragma once

#include "sales/deals/deal_test.h"

namespace stagecoach::sales {

class ForecastTest : public DealTest {
 protected:
  // By the manager's way, whatever the gates say.
  Deal win(Deal deal) {
    const Pipeline& pipeline = *pipelines().find(deal.pipeline_id);
    MoveDeal wish;
    wish.override_reason = std::string("by a test");
    while (deal.status == StageKind::open) {
      const Stage* next = pipeline.open_stage_at(pipeline.position_of(deal.stage_id) + 1);
      deal = move(deal, (next ? next : pipeline.first_of(StageKind::won))->id, wish, owner).value();
    }
    return deal;
  }
};

}  // namespace stagecoach::sales
