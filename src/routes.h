// The route table of the whole program: what the server answers, what the API document describes,
// and what the authorisation matrix walks.
#pragma once

#include "backup/backup_keeper.h"
#include "cycle/prediction/predictions.h"
#include "cycle/bottleneck/bottleneck_search.h"
#include "cycle/projection/cycle_projection.h"
#include "exchange/workspace/import_routes.h"
#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/attachments/attachment.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/sign_in/sign_in.h"
#include "sales/team/work_calendar.h"

namespace stagecoach {

// What the routes refer to; all of it must outlive the router.
struct RouteParts {
  journal::CommandRunner& commands;
  sales::PipelineCatalog& pipelines;
  const sales::WorkCalendar& calendar;
  sales::SignInDesk& desk;
  const cycle::CycleProjection& projection;
  cycle::Predictions& predictions;
  cycle::BottleneckSearches& bottlenecks;
  exchange::ImportDesk& imports;
  backup::BackupKeeper& backups;
  std::size_t upload_bytes_max;
  sales::AttachmentLimits attachments;
};

void add_all_routes(http::Router& router, const RouteParts& parts);

}  // namespace stagecoach
