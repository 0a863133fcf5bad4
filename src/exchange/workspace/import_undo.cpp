#include "exchange/workspace/import_runner.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_store.h"
#include "sales/team/viewer.h"
#include "sales/team/visibility.h"

namespace stagecoach::exchange {
namespace {

constexpr Phrase kForbidden{"import.undo_not_allowed", "You may not undo imports.",
                            "您无权撤销导入。"};
constexpr Phrase kRunning{"import.still_running", "This import is still running.",
                          "该导入仍在进行中。"};
constexpr Phrase kUndone{"import.undone_already", "This import was undone already.",
                         "该导入已被撤销。"};
constexpr Millis kBrokenOffAfter = std::chrono::minutes(10);
constexpr int kRecordsPerTransaction = 500;

// What became of one record.
enum class Fate { removed, kept, gone };

Result<Fate> remove_deal(journal::Work& work, std::int64_t id) {
  const std::optional<sales::Deal> deal = sales::find_deal(work.tx, sales::DealId(id));
  if (!deal || deal->deleted_at) return Fate::gone;
  if (deal->version != 1) return Fate::kept;
  sales::Deal after = *deal;
  after.deleted_at = work.now;
  TRY(sales::save_deal(work, *deal, after, journal::because(sales::DealDeleted{deal->name})));
  release_deal_key(work, id);
  return Fate::removed;
}

Result<Fate> remove_contact(journal::Work& work, std::int64_t id) {
  const auto contact = sales::find_contact(work.tx, sales::ContactId(id));
  if (!contact) return Fate::gone;
  if (contact->version != 1 || is_contact_in_use(work.tx, id)) return Fate::kept;
  TRY(sales::remove_contact(work, *contact,
                            journal::because(sales::ContactDeleted{contact->name})));
  return Fate::removed;
}

Result<Fate> remove_account(journal::Work& work, std::int64_t id) {
  const auto account = sales::find_account(work.tx, sales::AccountId(id));
  if (!account) return Fate::gone;
  if (account->version != 1 || is_account_in_use(work.tx, id)) return Fate::kept;
  TRY(sales::remove_account(work, *account,
                            journal::because(sales::AccountDeleted{account->name})));
  return Fate::removed;
}

using Remove = Result<Fate> (*)(journal::Work&, std::int64_t);

// All records of a kind that the import created, some hundred to a transaction; those created last
// go first, so that a company goes after those below it.
Result<void> remove_all(journal::CommandRunner& commands, const journal::Actor& actor, ImportId id,
                        RecordKind kind, Remove remove, UndoResult& result,
                        const ImportProgress& progress) {
  std::optional<std::int64_t> before;
  for (;;) {
    const std::vector<std::int64_t> ids = commands.database().read([&](db::Connection& connection) {
      return created_records(connection, id, kind, before, kRecordsPerTransaction);
    });
    if (ids.empty()) return {};
    UndoResult page;
    TRY(commands.run(actor, [&](journal::Work& work) -> Result<void> {
      page = {};
      for (const std::int64_t record : ids) {
        const Fate fate = TRY(remove(work, record));
        page.removed += fate == Fate::removed ? 1 : 0;
        page.kept += fate == Fate::kept ? 1 : 0;
      }
      return {};
    }));
    result.removed += page.removed;
    result.kept += page.kept;
    before = ids.back();
    if (progress) progress(result.removed + result.kept, 0);
  }
}

}  // namespace

Result<UndoResult> undo_import(journal::CommandRunner& commands, const journal::Actor& actor,
                               ImportId id, const ImportProgress& progress) {
  if (!sales::viewer_of(actor).has(sales::Permission::imports_run))
    return Error(Error::Code::forbidden, kForbidden);
  std::optional<StoredImport> import = commands.database().read(
      [&](db::Connection& connection) { return find_import(connection, id); });
  if (!import) return sales::no_such_record();
  const Instant now = commands.clock().now();
  if (import->state == ImportState::running && now - import->touched_at < kBrokenOffAfter)
    return Error(Error::Code::conflict, kRunning);
  if (import->state == ImportState::undone) return Error(Error::Code::conflict, kUndone);
  UndoResult result;
  TRY(remove_all(commands, actor, id, RecordKind::deal, remove_deal, result, progress));
  TRY(remove_all(commands, actor, id, RecordKind::contact, remove_contact, result, progress));
  TRY(remove_all(commands, actor, id, RecordKind::account, remove_account, result, progress));
  TRY(commands.run(actor, [&](journal::Work& work) -> Result<void> {
    import->state = ImportState::undone;
    save_import(work, *import, journal::because(ImportUndone{result.removed, result.kept}));
    return {};
  }));
  return result;
}

}  // namespace stagecoach::exchange
