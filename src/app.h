// The composition root: opens the workspace, wires the rooms, serves.
#pragma once

#include <memory>
#include <string>

#include "journal/commands.h"
#include "platform/base/clock.h"
#include "platform/config/settings.h"
#include "platform/db/database.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/sign_in/sign_in.h"
#include "sales/team/work_calendar.h"

namespace stagecoach {

// One organisation's database, open and at this program's schema, with what every part asks of it.
// Not movable: its parts refer to each other.
struct Workspace {
  std::unique_ptr<db::Database> database;
  SystemClock clock;
  journal::CommandRunner commands;
  sales::PipelineCatalog pipelines;
  sales::WorkCalendar calendar;

  Workspace(std::unique_ptr<db::Database> opened, BusinessCalendar configured)
      : database(std::move(opened)),
        commands(*database, clock),
        pipelines(*database),
        calendar(*database, std::move(configured)) {}
};

// Opens and migrates. Refuses with a sentence for the operator: a file that is no database, a newer
// schema, a calendar that cannot be read.
Result<std::unique_ptr<Workspace>> open_workspace(const config::Settings& settings);

// Makes the organisation and its first owner; refuses as sales::set_up does. Sample data are left
// to the browser's set-up.
Result<void> set_up(Workspace& workspace, const sales::SetUp& wish);

// Serves until SIGTERM or SIGINT, then drains. `announce` is called once with the address when it
// listens. Throws std::runtime_error with a sentence where the address or certificate cannot be
// used.
Result<void> serve(Workspace& workspace, const config::Settings& settings,
                   const std::function<void(const std::string& url)>& announce);

// The API document of all routes, as docs/openapi.json holds it.
std::string api_document(Workspace& workspace);

}  // namespace stagecoach
