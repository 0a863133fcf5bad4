// /api/deals: the deal, its moves, its facts, its timeline; and undo.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::sales {

// What routes of sales need; all of it must outlive the router.
struct SalesContext {
  journal::CommandRunner& commands;
  const PipelineCatalog& pipelines;
  const WorkCalendar& calendar;
};

void add_deal_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales
