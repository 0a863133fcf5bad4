#include "sales/attachments/attachment_store.h"

#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

#define ATTACHMENT_SELECT                                                                          \
  "SELECT a.id, a.version, a.deal_id, a.name, a.media_type, a.size_bytes, a.uploaded_by, u.name, " \
  "a.created_at FROM attachments a JOIN users u ON u.id = a.uploaded_by "

Attachment attachment_from(const db::Row& row) {
  return {row.id<AttachmentId>(0), row.integer(1), row.id<DealId>(2),
          row.string(3),           row.string(4),  row.integer(5),
          row.id<UserId>(6),       row.string(7),  row.instant(8)};
}

std::string_view condition_of(AttachmentState state) {
  switch (state) {
    case AttachmentState::whole:
      return ATTACHMENT_SELECT "WHERE a.id = $1 AND a.whole AND a.deleted_at IS NULL";
    case AttachmentState::coming_in:
      return ATTACHMENT_SELECT "WHERE a.id = $1 AND NOT a.whole AND a.deleted_at IS NULL";
    case AttachmentState::deleted:
      return ATTACHMENT_SELECT "WHERE a.id = $1 AND a.whole AND a.deleted_at IS NOT NULL";
  }
  return {};
}

}  // namespace

std::optional<Attachment> find_attachment(db::Connection& connection, AttachmentId id,
                                          AttachmentState state) {
  return connection.first(condition_of(state), attachment_from, id);
}

std::vector<Attachment> list_attachments(db::Connection& connection, DealId deal) {
  std::vector<Attachment> attachments;
  connection.each(
      ATTACHMENT_SELECT
      "WHERE a.deal_id = $1 AND a.whole AND a.deleted_at IS NULL ORDER BY a.id DESC",
      [&](const db::Row& row) { attachments.push_back(attachment_from(row)); }, deal);
  return attachments;
}

std::int64_t attached_bytes(db::Connection& connection) {
  return connection
      .first(
          "SELECT CAST(COALESCE(SUM(size_bytes), 0) AS BIGINT) FROM attachments "
          "WHERE deleted_at IS NULL",
          [](const db::Row& row) { return row.integer(0); })
      .value();
}

void insert_attachment(journal::Work& work, Attachment& attachment) {
  attachment.version = 1;
  attachment.created_at = work.now;
  work.tx.each(
      "INSERT INTO attachments (version, deal_id, name, media_type, size_bytes, uploaded_by, "
      "whole, created_at) VALUES (1, $1, $2, $3, $4, $5, FALSE, $6) RETURNING id",
      [&](const db::Row& row) { attachment.id = row.id<AttachmentId>(0); }, attachment.deal_id,
      attachment.name, attachment.media_type, attachment.size, attachment.uploaded_by, work.now);
}

void put_attachment_part(db::Connection& tx, AttachmentId id, std::int64_t part,
                         std::string_view bytes) {
  tx.execute("INSERT INTO attachment_parts (attachment_id, part, bytes) VALUES ($1, $2, $3)", id,
             part, db::Blob{bytes});
}

void complete_attachment(journal::Work& work, AttachmentId id) {
  work.tx.execute("UPDATE attachments SET whole = TRUE WHERE id = $1", id);
}

Result<void> mark_attachment_deleted(journal::Work& work, Attachment& attachment, bool deleted) {
  if (work.tx.execute("UPDATE attachments SET version = version + 1, deleted_at = $3 WHERE id = $1 "
                      "AND version = $2",
                      attachment.id, attachment.version,
                      deleted ? std::optional(work.now) : std::nullopt) == 0)
    return stale_record();
  ++attachment.version;
  return {};
}

std::optional<std::string> attachment_part(db::Connection& connection, AttachmentId id,
                                           std::int64_t part) {
  return connection.first(
      "SELECT bytes FROM attachment_parts WHERE attachment_id = $1 AND part = $2",
      [](const db::Row& row) { return std::string(row.blob(0)); }, id, part);
}

std::int64_t sweep_attachments(db::Connection& tx, Instant begun, Instant deleted) {
  tx.execute(
      "DELETE FROM attachment_parts WHERE attachment_id IN (SELECT id FROM attachments WHERE "
      "(NOT whole AND created_at < $1) OR deleted_at < $2)",
      begun, deleted);
  return tx.execute(
      "DELETE FROM attachments WHERE (NOT whole AND created_at < $1) OR deleted_at < $2", begun,
      deleted);
}

}  // namespace stagecoach::sales
