#include "sales/team/absence/absence_routes.h"

#include "sales/team/absence/absence_commands.h"
#include "sales/team/absence/absence_store.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

struct AbsenceList {
  std::vector<Absence> items;
  Date today;                           // in the organisation
  std::vector<UserId> standing_in_for;  // for whom the caller stands in today
};
BOOST_DESCRIBE_STRUCT(AbsenceList, (), (items, today, standing_in_for))

namespace {

using http::Answer;
using http::Request;
using journal::CommandRunner;
using journal::Work;

AbsenceList absences_for(db::Connection& connection, UserId caller, Instant now) {
  const Date today = date_of(organization_zone(connection).to_civil(now));
  return {list_absences(connection, today), today, absent_behind(connection, caller, now)};
}

}  // namespace

void add_absence_routes(http::Router& router, CommandRunner& commands, Sessions& sessions) {
  router.get("/api/absences", rules::signed_in,
             {"Who is away or will be, and who stands in", {"team"}},
             [&commands](const Request& request) -> Result<AbsenceList> {
               const UserId caller = viewer_of(*request.identity()).user;
               return commands.database().read([&](db::Connection& connection) {
                 return absences_for(connection, caller, commands.clock().now());
               });
             });
  router.post("/api/absences", rules::in_person, {"Be away, or say that somebody is", {"team"}},
              [&commands, &sessions](const Request& request,
                                     const SetAbsence& wish) -> Result<Answer<Absence>> {
                auto set = commands.run(request, [&](Work& work) -> Result<Answer<Absence>> {
                  const Absence absence = TRY(set_absence(work, wish));
                  auto answer = Answer<Absence>::created(absence);
                  answer.etag(absence.version);
                  return answer;
                });
                if (set) sessions.tell_changed_deputies();
                return set;
              });
  router
      .patch("/api/absences/{id}", rules::in_person, {"Change an absence", {"team"}},
             [&commands, &sessions](const Request& request,
                                    const ChangeAbsence& wish) -> Result<Answer<Absence>> {
               const auto id = TRY(request.path_id<AbsenceId>("id"));
               const auto version = request.seen_version();
               auto answer = commands.run(request, [&](Work& work) -> Result<Answer<Absence>> {
                 const Absence absence = TRY(change_absence(work, id, version, wish));
                 return Answer<Absence>::versioned(absence, absence.version);
               });
               if (answer) sessions.tell_changed_deputies();
               return answer;
             })
      .versioned();
  router
      .del("/api/absences/{id}", rules::in_person, {"Be back earlier than planned", {"team"}},
           [&commands, &sessions](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<AbsenceId>("id"));
             const auto version = request.seen_version();
             auto answer = commands.run(request, [&](Work& work) -> Result<http::Reply> {
               TRY(remove_absence(work, id, version));
               return http::Reply::no_content();
             });
             if (answer) sessions.tell_changed_deputies();
             return answer;
           })
      .versioned();
}

}  // namespace stagecoach::sales
