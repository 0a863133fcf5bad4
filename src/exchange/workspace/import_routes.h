// The import wizard over HTTP: send files, look at the plan, correct it, run it, undo it.
#pragma once

#include <memory>
#include <thread>
#include <vector>

#include "exchange/workspace/import_store.h"
#include "platform/base/guarded.h"
#include "platform/http/router.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::exchange {

// Runs planned imports in the background, each on a thread of its own. Thread-safe; destroying it
// waits for what is running. Both must outlive it.
class ImportDesk {
 public:
  ImportDesk(journal::CommandRunner& commands, const sales::PipelineCatalog& catalog)
      : commands_(commands), catalog_(catalog) {}

  journal::CommandRunner& commands() const { return commands_; }
  const sales::PipelineCatalog& catalog() const { return catalog_; }
  // Starts the run of an import that was claimed (claim_import); `who` signed in for it.
  void start(ImportId id, std::shared_ptr<const http::Identity> who);
  // Removes the files that were sent a day ago: their import has run, or nobody wanted it.
  void sweep();

 private:
  Result<void> run(ImportId id, const journal::Actor& actor);
  void note_failure(ImportId id, const journal::Actor& actor);

  journal::CommandRunner& commands_;
  const sales::PipelineCatalog& catalog_;
  Guarded<std::vector<std::jthread>> threads_;
};

// Under /api/uploads and /api/imports; all need the permission to import. An upload may have up to
// `upload_bytes_max` bytes.
void add_import_routes(http::Router& router, ImportDesk& desk, std::size_t upload_bytes_max);

}  // namespace stagecoach::exchange
