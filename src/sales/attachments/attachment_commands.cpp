#include "sales/attachments/attachment_commands.h"

#include <fstream>

#include "sales/attachments/attachment_store.h"
#include "sales/attachments/file_check.h"
#include "sales/deals/deal_commands.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kEmpty{"attachment.empty", "The file is empty.", "文件为空。"};
constexpr Phrase kBroken{"attachment.broken", "The file did not arrive whole; send it again.",
                         "文件未完整上传，请重新发送。"};
constexpr Phrase kNoRoom{"attachment.no_room",
                         "There is no room for this file: all attachments together may take {max} "
                         "MB. Delete some, or ask who runs this server for more.",
                         "空间不足：全部附件合计不得超过 {max} MB。请删除部分附件，或联系管理员。"};
constexpr Phrase kNotDeleted{"attachment.not_deleted", "This file is not deleted.",
                             "该附件未被删除。"};

constexpr std::size_t kHeadBytes = 64 * 1024;  // what its type is told from
constexpr Millis kBegunKept = std::chrono::hours(1);
constexpr Millis kDeletedKept = std::chrono::hours(24 * 7);

void file(journal::Work& work, std::string_view kind, const Attachment& attachment) {
  journal::Draft draft;
  draft.kind = kind;
  draft.data = json::write(AttachmentNoted{attachment.id, attachment.name, attachment.size});
  work.append(std::move(draft).about({kDealSubject, attachment.deal_id.value}));
}

std::string head_of(std::ifstream& file) {
  std::string head(kHeadBytes, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  file.clear();
  file.seekg(0);
  return head;
}

// False where the stream broke off.
bool store_bytes(db::Database& database, std::ifstream& file, const Attachment& attachment) {
  std::string part;
  for (std::int64_t at = 0, number = 0; at < attachment.size; at += kAttachmentPartBytes) {
    part.resize(static_cast<std::size_t>(std::min(kAttachmentPartBytes, attachment.size - at)));
    if (!file.read(part.data(), static_cast<std::streamsize>(part.size()))) return false;
    database.write([&](db::Connection& tx) {
      put_attachment_part(tx, attachment.id, number, part);
      return db::Keep::yes;
    });
    ++number;
  }
  return true;
}

}  // namespace

Result<Attachment> begin_attachment(journal::Work& work, Attachment attachment,
                                    std::int64_t workspace_bytes_max) {
  const Deal deal = TRY(load_deal_to_write(work, attachment.deal_id));
  if (attachment.size <= 0) return Error(Error::Code::refused, kEmpty);
  TRY(check_file_type(attachment.name, attachment.media_type));
  if (attachment.size > workspace_bytes_max - attached_bytes(work.tx))
    return Error(Error::Code::refused,
                 {kNoRoom, {{"max", std::to_string(workspace_bytes_max >> 20)}}});
  attachment.uploaded_by = work.actor.user ? work.actor.user : deal.owner_id;
  if (const auto user = find_user(work.tx, attachment.uploaded_by))
    attachment.uploaded_by_name = user->name;
  insert_attachment(work, attachment);
  return attachment;
}

Result<Attachment> finish_attachment(journal::Work& work, AttachmentId id) {
  const auto attachment = find_attachment(work.tx, id, AttachmentState::coming_in);
  if (!attachment) return no_such_record();
  TRY(load_deal_to_write(work, attachment->deal_id));
  complete_attachment(work, id);
  file(work, kAttachmentAdded, *attachment);
  return *attachment;
}

Result<Attachment> take_attachment(journal::CommandRunner& commands, const journal::Actor& actor,
                                   const NewAttachment& wish, std::int64_t workspace_bytes_max) {
  std::error_code none;  // a request without a body has no file of it, either
  const std::uintmax_t bytes = std::filesystem::file_size(wish.file, none);
  std::ifstream stream(wish.file, std::ios::binary);
  Attachment wanted;
  wanted.deal_id = wish.deal_id;
  wanted.name = safe_file_name(wish.name);
  wanted.size = none ? 0 : static_cast<std::int64_t>(bytes);
  wanted.media_type = media_type_of(head_of(stream));
  const Attachment begun = TRY(commands.run(actor, [&](journal::Work& work) {
    return begin_attachment(work, wanted, workspace_bytes_max);
  }));
  if (!store_bytes(commands.database(), stream, begun)) return Error(Error::Code::refused, kBroken);
  return commands.run(actor,
                      [&](journal::Work& work) { return finish_attachment(work, begun.id); });
}

Result<void> delete_attachment(journal::Work& work, AttachmentId id, std::int64_t version) {
  auto attachment = find_attachment(work.tx, id);
  if (!attachment) return no_such_record();
  TRY(load_deal_to_write(work, attachment->deal_id));
  if (attachment->version != version) return stale_record();
  TRY(mark_attachment_deleted(work, *attachment, true));
  file(work, kAttachmentDeleted, *attachment);
  return {};
}

Result<Attachment> restore_attachment(journal::Work& work, AttachmentId id, std::int64_t version) {
  const bool there = find_attachment(work.tx, id).has_value();
  auto attachment =
      find_attachment(work.tx, id, there ? AttachmentState::whole : AttachmentState::deleted);
  if (!attachment) return no_such_record();
  TRY(load_deal_to_write(work, attachment->deal_id));
  if (attachment->version != version) return stale_record();
  if (there) return Error(Error::Code::conflict, kNotDeleted);
  TRY(mark_attachment_deleted(work, *attachment, false));
  file(work, kAttachmentRestored, *attachment);
  return *attachment;
}

void sweep_attachments(db::Database& database, Instant now) {
  database.write([&](db::Connection& tx) {
    return sweep_attachments(tx, now - kBegunKept, now - kDeletedKept) > 0 ? db::Keep::yes
                                                                           : db::Keep::no;
  });
}

}  // namespace stagecoach::sales
