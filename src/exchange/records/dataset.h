// Several export files read as one set of records.
//
// Files are related by what they hold: deals of the same id are one deal, a history's events belong
// to the deals they name. Nothing is lost silently: every row is used, rejected with a reason, an
// exact duplicate, or a total (FileTally). Not safe to share while being read; a finished Dataset
// is a value that is only read.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cycle/history.h"
#include "exchange/columns/recognise.h"
#include "exchange/records/records.h"

namespace stagecoach::exchange {

struct InputFile {
  std::string name;  // without its folder
  std::string bytes;
};

// A name that differs from a listed one so little that the listed one may be meant.
struct NearMiss {
  std::string field;  // "product", "account", "owner"
  std::string value;
  std::string suggestion;
  size_t count = 0;      // rows
  bool applied = false;  // certain enough that the rows were read with the suggestion
};

struct Dataset {
  Mapping mapping;                    // as given
  std::vector<RecognisedFile> files;  // in the order given
  std::vector<FileTally> tallies;     // one per file
  std::vector<DealRecord> deals;      // one per deal, merged over the files
  std::vector<StageEvent> events;     // in the order of the files
  std::vector<AccountRecord> accounts;
  std::vector<ContactRecord> contacts;
  std::vector<ProductRecord> products;
  std::vector<UserRecord> users;
  std::vector<RowIssue> issues;
  std::vector<NearMiss> near_misses;
  std::vector<cycle::Warning> warnings;
  bool timed = false;  // every date column that tells the cycle carries times of day

  std::string_view keep(std::string text) { return arena->keep(std::move(text)); }
  // The mapping as decided, complete, for showing and saving.
  Mapping decided() const;

  std::shared_ptr<StringArena> arena = std::make_shared<StringArena>();
};

// Refuses, with one sentence, when a file cannot be read as a table, the mapping does not fit, or
// no file holds anything that is recognised. Bad rows are no refusal: see Dataset::issues.
Result<Dataset> read_dataset(std::vector<InputFile> files, const Mapping& mapping);

// Reads the rows of one recognised file into the dataset; `index` is its place in dataset.files.
void read_rows(Dataset& dataset, std::uint32_t index, const Zone& zone);

// Brings names that are nearly alike to the spelling of the catalogue ("GTXPro" to "GTX Pro"),
// where exactly one is near, and says how often (Dataset::warnings).
void reconcile_names(Dataset& dataset);

}  // namespace stagecoach::exchange
