// All SQL of attachments. The bytes lie in pieces, each written in a transaction of its own, so
// that storing and sending a file take the memory of one piece.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/attachments/attachment.h"

namespace stagecoach::sales {

inline constexpr std::int64_t kAttachmentPartBytes = 1 << 20;

enum class AttachmentState { whole, coming_in, deleted };

// nullopt: there is none in this state.
std::optional<Attachment> find_attachment(db::Connection& connection, AttachmentId id,
                                          AttachmentState state = AttachmentState::whole);
// The newest first.
std::vector<Attachment> list_attachments(db::Connection& connection, DealId deal);
// Bytes of all files that are not deleted, those that are coming in included.
std::int64_t attached_bytes(db::Connection& connection);

// Stores a file whose bytes are still to come; gives its id and version 1.
void insert_attachment(journal::Work& work, Attachment& attachment);
void put_attachment_part(db::Connection& tx, AttachmentId id, std::int64_t part,
                         std::string_view bytes);
// Its bytes are all there.
void complete_attachment(journal::Work& work, AttachmentId id);
// Raises the version. Stale: someone saved first.
Result<void> mark_attachment_deleted(journal::Work& work, Attachment& attachment, bool deleted);

// nullopt: there is no such part.
std::optional<std::string> attachment_part(db::Connection& connection, AttachmentId id,
                                           std::int64_t part);

// Removes for good what was begun before `begun` and never came in whole, and what was deleted
// before `deleted`. Returns how many files.
std::int64_t sweep_attachments(db::Connection& tx, Instant begun, Instant deleted);

}  // namespace stagecoach::sales
