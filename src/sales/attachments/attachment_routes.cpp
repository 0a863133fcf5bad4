#include "sales/attachments/attachment_routes.h"

#include "sales/attachments/attachment_commands.h"
#include "sales/attachments/attachment_store.h"
#include "sales/deals/deal_commands.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct AttachmentQuery {
  std::optional<std::string> name;  // of the file, as its owner calls it
};
BOOST_DESCRIBE_STRUCT(AttachmentQuery, (), (name))

struct AttachmentList {
  std::vector<Attachment> items;
};
BOOST_DESCRIBE_STRUCT(AttachmentList, (), (items))

namespace {

using http::Answer;
using http::Request;

// Every file is an attachment of bytes to the browser, whatever it is: nothing of it is shown or
// run in our name.
constexpr std::string_view kBytes = "application/octet-stream";
constexpr Phrase kCut{"attachment.cut", "The file is not whole.", "文件不完整。"};

http::Reply content_of(db::Database& database, const Attachment& attachment) {
  const std::int64_t parts = (attachment.size + kAttachmentPartBytes - 1) / kAttachmentPartBytes;
  return http::Reply::stream(kBytes,
                             [&database, id = attachment.id, parts,
                              part = std::int64_t{0}](std::string& out) mutable -> Result<bool> {
                               const auto bytes = database.read([&](db::Connection& connection) {
                                 return attachment_part(connection, id, part);
                               });
                               if (!bytes) return Error(Error::Code::not_found, kCut);
                               out.append(*bytes);
                               return ++part < parts;
                             })
      .attachment(attachment.name)
      .header("Content-Security-Policy", "sandbox");
}

void add_of_deal(http::Router& router, journal::CommandRunner& commands,
                 const AttachmentLimits& limits) {
  router.get(
      "/api/deals/{id}/attachments", rules::signed_in,
      {"The files of a deal, the newest first", {"attachments"}},
      [&commands](const Request& request) -> Result<AttachmentList> {
        const auto id = TRY(request.path_id<DealId>("id"));
        return commands.database().read([&](db::Connection& connection) -> Result<AttachmentList> {
          TRY(load_deal_to_read(connection, viewer_of(*request.identity()), id));
          return AttachmentList{list_attachments(connection, id)};
        });
      });
  router
      .post("/api/deals/{id}/attachments", rules::may_write,
            {"Attach a file to a deal", {"attachments"}, http::shape_of<AttachmentQuery>()},
            [&commands, limits](const Request& request) -> Result<Answer<Attachment>> {
              const auto id = TRY(request.path_id<DealId>("id"));
              const std::string name(request.query("name").value_or("file"));
              return Answer<Attachment>::created(TRY(
                  take_attachment(commands, request.identity_as<journal::Actor>(),
                                  {id, name, request.body_file()}, limits.workspace_bytes_max)));
            })
      .spools(limits.file_bytes_max)
      .without_key();  // sent twice, a file merely lies there twice
}

void add_content(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/attachments/{id}/content", rules::signed_in,
      {.summary = "The file itself, to be saved", .tags = {"attachments"}, .answer_type = kBytes},
      [&commands](const Request& request) -> Result<http::Reply> {
        const auto id = TRY(request.path_id<AttachmentId>("id"));
        const Attachment found =
            TRY(commands.database().read([&](db::Connection& connection) -> Result<Attachment> {
              const auto attachment = find_attachment(connection, id);
              if (!attachment) return no_such_record();
              TRY(load_deal_to_read(connection, viewer_of(*request.identity()),
                                    attachment->deal_id));
              return *attachment;
            }));
        return content_of(commands.database(), found);
      });
}

}  // namespace

void add_attachment_routes(http::Router& router, journal::CommandRunner& commands,
                           const AttachmentLimits& limits) {
  add_of_deal(router, commands, limits);
  add_content(router, commands);
  router
      .del("/api/attachments/{id}", rules::may_write,
           {"Delete a file; it can be restored for a week", {"attachments"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<AttachmentId>("id"));
             const std::int64_t version = request.seen_version();
             return commands.run(request, [&](journal::Work& work) -> Result<http::Reply> {
               TRY(delete_attachment(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
  router
      .post("/api/attachments/{id}/restorations", rules::may_write,
            {.summary = "Restore a deleted file", .tags = {"attachments"}, .success = 200},
            [&commands](const Request& request) -> Result<Answer<Attachment>> {
              const auto id = TRY(request.path_id<AttachmentId>("id"));
              const std::int64_t version = request.seen_version();
              return commands.run(request, [&](journal::Work& work) -> Result<Answer<Attachment>> {
                const Attachment attachment = TRY(restore_attachment(work, id, version));
                return Answer<Attachment>::versioned(attachment, attachment.version);
              });
            })
      .versioned();
}

}  // namespace stagecoach::sales
