#include "exchange/workspace/upload_store.h"

#include <vector>

namespace stagecoach::exchange {
namespace {

constexpr std::int64_t kPartBytes = 1 << 20;

}  // namespace

UploadId store_upload(db::Database& database, std::string_view name, std::int64_t size,
                      std::istream& bytes, Instant now) {
  UploadId id;
  database.write([&](db::Connection& tx) {
    tx.each(
        "INSERT INTO import_uploads (name, size, created_at) VALUES ($1, $2, $3) RETURNING id",
        [&](const db::Row& row) { id = row.id<UploadId>(0); }, name, size, now);
    return db::Keep::yes;
  });
  std::string part;
  for (std::int64_t at = 0, number = 0; at < size; at += kPartBytes, ++number) {
    part.resize(static_cast<std::size_t>(std::min(kPartBytes, size - at)));
    if (!bytes.read(part.data(), static_cast<std::streamsize>(part.size()))) break;
    database.write([&](db::Connection& tx) {
      tx.execute("INSERT INTO import_upload_parts (upload_id, part, bytes) VALUES ($1, $2, $3)", id,
                 number, db::Blob{part});
      return db::Keep::yes;
    });
  }
  return id;
}

std::optional<Upload> find_upload(db::Connection& connection, UploadId id) {
  std::int64_t size = 0;
  auto upload = connection.first(
      "SELECT name, size FROM import_uploads WHERE id = $1",
      [&](const db::Row& row) {
        size = row.integer(1);
        return Upload{row.string(0), {}};
      },
      id);
  if (!upload) return std::nullopt;
  upload->bytes.reserve(static_cast<std::size_t>(size));
  connection.each(
      "SELECT bytes FROM import_upload_parts WHERE upload_id = $1 ORDER BY part",
      [&](const db::Row& row) { upload->bytes.append(row.blob(0)); }, id);
  if (static_cast<std::int64_t>(upload->bytes.size()) != size) return std::nullopt;
  return upload;
}

bool has_upload(db::Connection& connection, UploadId id) {
  return connection
      .first(
          "SELECT 1 FROM import_uploads WHERE id = $1", [](const db::Row&) { return true; }, id)
      .value_or(false);
}

void remove_upload(db::Connection& tx, UploadId id) {
  tx.execute("DELETE FROM import_upload_parts WHERE upload_id = $1", id);
  tx.execute("DELETE FROM import_uploads WHERE id = $1", id);
}

int sweep_uploads(db::Connection& tx, Instant before) {
  std::vector<UploadId> old;
  tx.each(
      "SELECT id FROM import_uploads WHERE created_at < $1",
      [&](const db::Row& row) { old.push_back(row.id<UploadId>(0)); }, before);
  for (const UploadId id : old) remove_upload(tx, id);
  return static_cast<int>(old.size());
}

}  // namespace stagecoach::exchange
