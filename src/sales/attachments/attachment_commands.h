// Files of a deal: taken in, deleted, restored, swept.
//
// Refusals: not_found and forbidden by the visibility of the deal; stale where `version` is not the
// stored one.
#pragma once

#include <filesystem>

#include "journal/commands.h"
#include "sales/attachments/attachment.h"

namespace stagecoach::sales {

struct NewAttachment {
  DealId deal_id;
  std::string name;  // as its owner calls it
  std::filesystem::path file;
};

// Takes the file in: checks who may and whether there is room before a byte is written, then stores
// piece by piece. Refused: an empty file, a program, a type that its name denies, no room left.
Result<Attachment> take_attachment(journal::CommandRunner& commands, const journal::Actor& actor,
                                   const NewAttachment& wish, std::int64_t workspace_bytes_max);

// The two ends of the above, each in a unit of work. Between them the bytes are stored.
Result<Attachment> begin_attachment(journal::Work& work, Attachment attachment,
                                    std::int64_t workspace_bytes_max);
Result<Attachment> finish_attachment(journal::Work& work, AttachmentId id);

Result<void> delete_attachment(journal::Work& work, AttachmentId id, std::int64_t version);
// Conflict: it is not deleted. What was swept is not found.
Result<Attachment> restore_attachment(journal::Work& work, AttachmentId id, std::int64_t version);

// Forgets files that never came in whole, and deleted ones after a week.
void sweep_attachments(db::Database& database, Instant now);

}  // namespace stagecoach::sales
