#include "exchange/workspace/import_store.h"

#include <limits>
#include <stdexcept>

#include "platform/base/enum_names.h"
#include "platform/db/bulk.h"

namespace stagecoach::exchange {
namespace {

template <class T>
T read_stored(std::string_view text) {
  auto value = json::read<T>(text);
  if (!value) throw std::runtime_error("a stored import cannot be read");
  return *std::move(value);
}

constexpr std::string_view kColumns =
    "SELECT id, state, files, mapping, counts, created_by, created_at, done_at, done, total, "
    "touched_at, plan, uploads FROM imports ";

StoredImport import_from(const db::Row& row) {
  StoredImport import;
  import.id = row.id<ImportId>(0);
  import.state = from_name<ImportState>(row.text(1)).value_or(ImportState::failed);
  import.files = read_stored<std::vector<std::string>>(row.text(2));
  import.mapping = row.string(3);
  import.counts = read_stored<ImportCounts>(row.text(4));
  import.created_by = row.optional<UserId>(5).value_or(UserId());
  import.created_at = row.instant(6);
  import.done_at = row.optional_instant(7);
  import.done = row.integer(8);
  import.total = row.integer(9);
  import.touched_at = row.instant(10);
  import.plan = row.string(11);
  import.uploads = read_stored<std::vector<UploadId>>(row.text(12));
  return import;
}

}  // namespace

void insert_import(journal::Work& work, StoredImport& import) {
  import.created_by = work.actor.user;
  import.created_at = work.now;
  import.touched_at = work.now;
  const std::optional<UserId> by =
      import.created_by ? std::optional(import.created_by) : std::nullopt;
  work.tx.each(
      "INSERT INTO imports (state, files, mapping, counts, created_by, created_at, done, total, "
      "touched_at, plan, uploads) VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $6, $8, $9) RETURNING id",
      [&](const db::Row& row) { import.id = row.id<ImportId>(0); }, name_of(import.state),
      json::write(import.files), import.mapping, json::write(import.counts), by, import.created_at,
      import.total, import.plan, json::write(import.uploads));
  if (import.state == ImportState::planned) return;
  work.append(
      journal::because(ImportStarted{import.files}).about({kImportSubject, import.id.value}));
}

void save_import(journal::Work& work, const StoredImport& import,
                 std::optional<journal::Draft> why) {
  work.tx.execute(
      "UPDATE imports SET state = $2, counts = $3, done_at = $4, total = $5 WHERE id = $1",
      import.id, name_of(import.state), json::write(import.counts), import.done_at, import.total);
  if (why) work.append(std::move(*why).about({kImportSubject, import.id.value}));
}

void touch_import(journal::Work& work, ImportId id, std::int64_t done) {
  work.tx.queue("UPDATE imports SET done = $2, touched_at = $3 WHERE id = $1", id, done, work.now);
}

std::optional<StoredImport> find_import(db::Connection& connection, ImportId id) {
  static const std::string sql = std::string(kColumns) + "WHERE id = $1";
  return connection.first(sql, import_from, id);
}

std::vector<StoredImport> list_imports(db::Connection& connection, int limit) {
  static const std::string sql = std::string(kColumns) + "ORDER BY id DESC LIMIT $1";
  std::vector<StoredImport> imports;
  connection.each(
      sql, [&](const db::Row& row) { imports.push_back(import_from(row)); }, limit);
  return imports;
}

bool save_plan(journal::Work& work, const StoredImport& import) {
  return work.tx.execute(
             "UPDATE imports SET files = $2, mapping = $3, plan = $4 WHERE id = $1 AND "
             "state = 'planned'",
             import.id, json::write(import.files), import.mapping, import.plan) == 1;
}

bool claim_import(journal::Work& work, ImportId id) {
  if (work.tx.execute("UPDATE imports SET state = 'running', touched_at = $2 WHERE id = $1 AND "
                      "state IN ('planned', 'failed')",
                      id, work.now) == 0)
    return false;
  const std::optional<StoredImport> import = find_import(work.tx, id);
  work.append(journal::because(ImportStarted{import->files}).about({kImportSubject, id.value}));
  return true;
}

bool discard_plan(journal::Work& work, const StoredImport& import) {
  if (work.tx.execute("DELETE FROM imports WHERE id = $1 AND state = 'planned'", import.id) == 0)
    return false;
  for (const UploadId upload : import.uploads) remove_upload(work.tx, upload);
  return true;
}

void note_created(journal::Work& work, ImportId import, RecordKind kind, std::int64_t record) {
  note_created(work, import, kind, std::span(&record, 1));
}

void note_created(journal::Work& work, ImportId import, RecordKind kind,
                  std::span<const std::int64_t> records) {
  db::BulkInsert rows(work.tx, "import_records (import_id, kind, record_id)");
  for (const std::int64_t record : records) rows.add(import, name_of(kind), record);
  rows.finish();
}

std::vector<std::int64_t> created_records(db::Connection& connection, ImportId import,
                                          RecordKind kind, std::optional<std::int64_t> before,
                                          int limit) {
  std::vector<std::int64_t> ids;
  connection.each(
      "SELECT record_id FROM import_records WHERE import_id = $1 AND kind = $2 AND record_id < $3 "
      "ORDER BY record_id DESC LIMIT $4",
      [&](const db::Row& row) { ids.push_back(row.integer(0)); }, import, name_of(kind),
      before.value_or(std::numeric_limits<std::int64_t>::max()), limit);
  return ids;
}

bool is_account_in_use(db::Connection& connection, std::int64_t account) {
  return connection
      .first(
          "SELECT 1 FROM deals WHERE account_id = $1 AND deleted_at IS NULL "
          "UNION ALL SELECT 1 FROM contacts WHERE account_id = $1 AND deleted_at IS NULL "
          "UNION ALL SELECT 1 FROM accounts WHERE parent_id = $1 AND deleted_at IS NULL LIMIT 1",
          [](const db::Row&) { return true; }, account)
      .value_or(false);
}

bool is_contact_in_use(db::Connection& connection, std::int64_t contact) {
  return connection
      .first(
          "SELECT 1 FROM deal_contacts m JOIN deals d ON d.id = m.deal_id "
          "WHERE m.contact_id = $1 AND d.deleted_at IS NULL LIMIT 1",
          [](const db::Row&) { return true; }, contact)
      .value_or(false);
}

void release_deal_key(journal::Work& work, std::int64_t deal) {
  work.tx.execute("UPDATE deals SET external_key = NULL WHERE id = $1", deal);
}

}  // namespace stagecoach::exchange
