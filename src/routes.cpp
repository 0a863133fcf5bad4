#include "routes.h"

#include "backup/backup_routes.h"
#include "cycle/bottleneck/bottleneck_routes.h"
#include "cycle/cohort/cohort_routes.h"
#include "cycle/cohort/flow_routes.h"
#include "cycle/cohort/gate_routes.h"
#include "cycle/cohort/heat_routes.h"
#include "cycle/cycle_routes.h"
#include "cycle/forecast/forecast_routes.h"
#include "cycle/prediction/outlook_routes.h"
#include "exchange/lists/list_routes.h"
#include "readers/live.h"
#include "sales/accounts/account_routes.h"
#include "sales/activities/activity_routes.h"
#include "sales/attachments/attachment_routes.h"
#include "sales/audit/audit_routes.h"
#include "sales/board/board.h"
#include "sales/calendar/calendar_routes.h"
#include "sales/deals/bulk_edit/bulk_edit_routes.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_routes.h"
#include "sales/forecast/forecast_routes.h"
#include "sales/handover/handover_commands.h"
#include "sales/handover/handover_routes.h"
#include "sales/merge/merge_routes.h"
#include "sales/notes/note_routes.h"
#include "sales/notices/notice_routes.h"
#include "sales/objections/objection_routes.h"
#include "sales/pipeline/custom_field_routes.h"
#include "sales/pipeline/draft/draft_routes.h"
#include "sales/privacy/privacy_routes.h"
#include "sales/relations/relations.h"
#include "sales/search/search.h"
#include "sales/standards/standards_routes.h"
#include "sales/team/absence/absence_routes.h"
#include "sales/team/devices/device_routes.h"
#include "sales/team/links/link_routes.h"
#include "sales/team/roles/role_routes.h"
#include "sales/team/second_factor/second_factor_routes.h"
#include "sales/team/sign_in/sign_in_routes.h"
#include "sales/team/team_routes.h"
#include "sales/today/today.h"
#include "sales/tour/tour_routes.h"
#include "sales/views/view_routes.h"

namespace stagecoach {

void add_all_routes(http::Router& router, const RouteParts& parts) {
  journal::CommandRunner& commands = parts.commands;
  const sales::SalesContext context{commands, parts.pipelines, parts.calendar};
  sales::add_sign_in_routes(router, parts.desk);
  sales::add_link_routes(router, parts.desk);
  sales::add_absence_routes(router, commands, parts.desk.sessions);
  sales::add_device_routes(router, parts.desk);
  sales::add_second_factor_routes(router, parts.desk);
  sales::add_team_routes(router, commands, parts.desk.passwords, parts.desk.sessions,
                         sales::bring_records);
  sales::add_role_routes(router, commands, parts.desk.sessions);
  sales::add_handover_routes(router, commands, parts.desk.sessions);
  sales::add_custom_field_routes(router, commands, parts.pipelines);
  sales::add_draft_routes(router, commands);
  sales::add_standards_routes(router, context);
  sales::add_account_routes(router, commands, sales::recount_committees);
  sales::add_deal_routes(router, context);
  sales::add_bulk_edit_routes(router, context);
  sales::add_board_routes(router, context);
  sales::add_activity_routes(router, commands);
  sales::add_objection_routes(router, commands);
  sales::add_note_routes(router, commands);
  sales::add_notice_routes(router, commands);
  sales::add_calendar_routes(router, commands);
  sales::add_tour_routes(router, commands);
  sales::add_attachment_routes(router, commands, parts.attachments);
  sales::add_today_route(router, context);
  sales::add_view_routes(router, context);
  sales::add_forecast_routes(router, context);
  sales::add_relation_routes(router, context);
  sales::add_merge_routes(router, commands);
  sales::add_privacy_routes(router, commands);
  sales::add_search_route(router, commands);
  sales::add_audit_route(router, commands);
  cycle::add_cycle_routes(router, parts.projection, parts.calendar, commands.clock());
  cycle::add_cohort_routes(router, parts.projection, parts.calendar, commands.clock());
  cycle::add_flow_routes(router, parts.projection, parts.calendar, commands.clock());
  cycle::add_heat_map_route(router, parts.projection, parts.calendar, commands.clock());
  cycle::add_gate_route(router, parts.projection, commands.database(), parts.calendar,
                        commands.clock());
  cycle::add_outlook_route(router, parts.projection, parts.predictions, parts.calendar,
                           commands.clock());
  cycle::add_forecast_route(router, parts.projection, parts.predictions, commands.database(),
                            parts.pipelines, parts.calendar, commands.clock());
  cycle::add_bottleneck_routes(router, parts.projection, parts.bottlenecks, commands.database(),
                               parts.calendar, commands.clock());
  exchange::add_export_routes(router, context);
  exchange::add_import_routes(router, parts.imports, parts.upload_bytes_max);
  backup::add_backup_routes(router, commands, parts.backups);
  readers::add_live_route(router, commands.database());
}

}  // namespace stagecoach
