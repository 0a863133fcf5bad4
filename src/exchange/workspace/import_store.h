// All SQL of imports: the runs, and which records each of them created.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/workspace/import_counts.h"
#include "exchange/workspace/upload_store.h"
#include "journal/commands.h"
#include "platform/base/id.h"

namespace stagecoach::exchange {

using ImportId = Id<struct ImportTag>;

enum class ImportState { planned, running, done, failed, undone };
BOOST_DESCRIBE_ENUM(ImportState, planned, running, done, failed, undone)

struct StoredImport {
  ImportId id;
  ImportState state = ImportState::running;
  std::vector<std::string> files;
  std::string mapping;  // JSON (columns/mapping.h)
  std::string plan;     // JSON (import_preview.h); empty where nobody planned it
  std::vector<UploadId> uploads;
  ImportCounts counts;
  std::int64_t done = 0, total = 0;  // rows
  Instant touched_at;                // when it last wrote anything
  UserId created_by;                 // none = the command line
  Instant created_at;
  std::optional<Instant> done_at;
};

enum class RecordKind { deal, account, contact, product, user, team, pipeline };
BOOST_DESCRIBE_ENUM(RecordKind, deal, account, contact, product, user, team, pipeline)

// Stores a plan, or a run that begins now and is noted as ImportStarted. Gives the id.
void insert_import(journal::Work& work, StoredImport& import);
// The run as it stands; `why` tells of it, where there is anything to tell.
void save_import(journal::Work& work, const StoredImport& import,
                 std::optional<journal::Draft> why = std::nullopt);
// Notes how far it is; part of each of its transactions.
void touch_import(journal::Work& work, ImportId id, std::int64_t done);
std::optional<StoredImport> find_import(db::Connection& connection, ImportId id);

// The newest first.
std::vector<StoredImport> list_imports(db::Connection& connection, int limit);
// Stores the plan and mapping anew; false: it is no longer a plan.
bool save_plan(journal::Work& work, const StoredImport& import);
// Makes a plan, or a run that failed, a run that begins now; false: somebody else did. Notes
// ImportStarted.
bool claim_import(journal::Work& work, ImportId id);

// Forgets a plan and its files; false: it is none any more.
bool discard_plan(journal::Work& work, const StoredImport& import);

void note_created(journal::Work& work, ImportId import, RecordKind kind, std::int64_t record);
void note_created(journal::Work& work, ImportId import, RecordKind kind,
                  std::span<const std::int64_t> records);
// What the import created, the newest first, older than `before`.
std::vector<std::int64_t> created_records(db::Connection& connection, ImportId import,
                                          RecordKind kind, std::optional<std::int64_t> before,
                                          int limit);

// Whether a deal, contact or account that is still there belongs to the account.
bool is_account_in_use(db::Connection& connection, std::int64_t account);
// Whether the contact is on the committee of a deal that is still there.
bool is_contact_in_use(db::Connection& connection, std::int64_t contact);
// Lets the key of a removed deal be imported again.
void release_deal_key(journal::Work& work, std::int64_t deal);

}  // namespace stagecoach::exchange
