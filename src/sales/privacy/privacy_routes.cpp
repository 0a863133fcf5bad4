#include "sales/privacy/privacy_routes.h"

#include "sales/privacy/personal_data.h"
#include "sales/team/rules.h"

namespace stagecoach::sales {

using http::Answer;
using http::Request;

void add_privacy_routes(http::Router& router, journal::CommandRunner& commands) {
  // A write, for it is noted who asked. The answer is not kept for a repeated key: it would be one
  // more place where the data lies.
  router
      .post("/api/contacts/{id}/personal-data", rules::may_handle_personal_data,
            {.summary = "Everything that is held on a contact; that it was asked for is recorded",
             .tags = {"contacts"},
             .success = 200},
            [&commands](const Request& request) -> Result<Answer<PersonalData>> {
              const auto id = TRY(request.path_id<ContactId>("id"));
              const Viewer& viewer = viewer_of(*request.identity());
              return commands.run(viewer, [&](journal::Work& work) -> Result<Answer<PersonalData>> {
                return Answer<PersonalData>(TRY(export_personal_data(work, id)));
              });
            })
      .without_key();
  router
      .post("/api/contacts/{id}/erasures", rules::may_handle_personal_data,
            {.summary = "Take everything personal out of a contact, its activities and the journal",
             .tags = {"contacts"},
             .success = 200},
            [&commands](const Request& request) -> Result<Answer<Contact>> {
              const auto id = TRY(request.path_id<ContactId>("id"));
              const std::int64_t version = request.seen_version();
              const Mentions known = commands.database().read(
                  [&](db::Connection& connection) { return find_mentions(connection, id, 0); });
              return commands.run(request, [&](journal::Work& work) -> Result<Answer<Contact>> {
                const Contact contact = TRY(erase_personal_data(work, id, version, known));
                return Answer<Contact>::versioned(contact, contact.version);
              });
            })
      .versioned();
}

}  // namespace stagecoach::sales
