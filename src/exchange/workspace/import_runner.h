// Brings a dataset into the workspace, and takes it out again.
//
// Both run in transactions of some hundred records, so that others go on working; an import takes
// more at a time while nobody else writes. One that stops half-way leaves whole records, which
// running it again completes and undoing it removes.
// Records are known again by the key of their source (deals, accounts and contacts) or by name, and
// what is here already is never changed; so the same files twice change nothing.
#pragma once

#include <functional>

#include "exchange/records/dataset.h"
#include "exchange/workspace/import_store.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/viewer.h"

namespace stagecoach::exchange {

// Told after each transaction, from the importing thread.
using ImportProgress = std::function<void(std::int64_t done, std::int64_t total)>;

struct ImportResult {
  ImportId id;
  ImportCounts counts;
};

// The mapping with the organisation's currency and time zone where it names none, and with those of
// its own fields that the viewer may fill.
Mapping with_defaults_of(db::Database& database, Mapping mapping,
                         const sales::Viewer& viewer = sales::Viewer::system());

// Deals go where the mapping says, or else is most likely (stage_choice.h); what was decided is
// noted in the dataset's mapping. Deals that name no owner are the actor's, or the first owner's of
// the organisation where the actor is the system. `claimed` is the stored import that this run
// carries out (claim_import); none: a new one. forbidden: the actor may not import. conflict:
// nobody has set the workspace up yet. Else as choose_stages.
Result<ImportResult> run_import(journal::CommandRunner& commands,
                                const sales::PipelineCatalog& catalog, const journal::Actor& actor,
                                Dataset& dataset, const ImportProgress& progress = {},
                                std::optional<ImportId> claimed = std::nullopt);

struct UndoResult {
  std::int64_t removed = 0;
  std::int64_t kept = 0;  // changed since, or in use by records that the import did not create
};

// Removes the deals, contacts and accounts that the import created, but those that somebody changed
// since. People, teams, products and pipelines stay: others may build on them by now.
// not_found; conflict: it is running (a run that wrote nothing for ten minutes was
// broken off), or undone already; forbidden as above.
Result<UndoResult> undo_import(journal::CommandRunner& commands, const journal::Actor& actor,
                               ImportId id, const ImportProgress& progress = {});

}  // namespace stagecoach::exchange
