#include "sales/audit/audit_routes.h"

#include "sales/audit/audit_trail.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/rules_of_trust.h"

namespace stagecoach::sales {

void add_audit_route(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/audit", rules::may_audit, {"Who did what, and when; newest first", {"journal"}},
      [&commands](const http::Request& request, const AuditQuery& query) -> Result<AuditPage> {
        return commands.database().read([&](db::Connection& connection) {
          return read_audit(connection, viewer_of(*request.identity()), query,
                            organization_zone(connection));
        });
      });
}

}  // namespace stagecoach::sales
