// All SQL of the files that were sent ahead of their import.
//
// A file is kept in pieces, each written in a transaction of its own, so that storing it takes the
// memory of one piece. Callers open the transactions.
#pragma once

#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/id.h"
#include "platform/base/time.h"
#include "platform/db/database.h"

namespace stagecoach::exchange {

using UploadId = Id<struct UploadTag>;

// Stores `size` bytes of the stream; fewer (the stream broke off) leave an upload that nobody
// finds, and that is swept like others.
UploadId store_upload(db::Database& database, std::string_view name, std::int64_t size,
                      std::istream& bytes, Instant now);

struct Upload {
  std::string name;
  std::string bytes;
};
// nullopt: never sent, not whole, or swept.
std::optional<Upload> find_upload(db::Connection& connection, UploadId id);
bool has_upload(db::Connection& connection, UploadId id);

void remove_upload(db::Connection& tx, UploadId id);
// Removes what was sent before; gives how many files.
int sweep_uploads(db::Connection& tx, Instant before);

}  // namespace stagecoach::exchange
