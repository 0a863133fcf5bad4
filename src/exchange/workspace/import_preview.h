// What an import would bring into a workspace, before anything is written: the dry run.
//
// Pure and safe from any thread; the members are those that the import wizard shows.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/records/dataset.h"
#include "exchange/workspace/stage_choice.h"
#include "platform/json/json.h"

namespace stagecoach::exchange {

struct ColumnPreview {
  std::string header;
  std::optional<std::string> field;  // absent: the column takes no part
  double confidence = 0;  // 1 said by the user, .9 by its name, .7 by its values, 0 takes no part
  std::vector<std::string> samples;  // up to three values that are not empty
};
BOOST_DESCRIBE_STRUCT(ColumnPreview, (), (header, field, confidence, samples))

struct FilePreview {
  std::string name;
  FileKind kind = FileKind::unknown;
  std::string encoding;
  std::string delimiter;
  std::int64_t rows = 0;
  std::vector<ColumnPreview> columns;
};
BOOST_DESCRIBE_STRUCT(FilePreview, (), (name, kind, encoding, delimiter, rows, columns))

struct WarningPreview {
  std::string code, message;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(WarningPreview, (), (code, message, count))

struct NearMissPreview {
  std::string field, value, suggestion;
  std::int64_t count = 0;
  bool applied = false;
};
BOOST_DESCRIBE_STRUCT(NearMissPreview, (), (field, value, suggestion, count, applied))

struct StagePreview {
  std::string name;
  StageKind kind = StageKind::open;
  std::string to;  // as StageMapping::to, once a pipeline is chosen
  ChosenBy by = ChosenBy::mapping;
};
BOOST_DESCRIBE_STRUCT(StagePreview, (), (name, kind, to, by))

struct RejectPreview {
  std::string file;
  std::int64_t line = 0;
  std::optional<std::string> column, value;  // absent: the whole row is meant
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectPreview, (), (file, line, column, value, reason))

// rows = usable + rejected + duplicates + totals.
struct CountsPreview {
  std::int64_t rows = 0, usable = 0, rejected = 0, duplicates = 0, totals = 0;
  // Distinct records in the files: "deals", "accounts", "contacts", "products", "users".
  std::map<std::string, std::int64_t> records;
};
BOOST_DESCRIBE_STRUCT(CountsPreview, (), (rows, usable, rejected, duplicates, totals, records))

struct ImportPreview {
  std::vector<FilePreview> files;
  Mapping mapping;  // as decided, complete
  CountsPreview counts;
  std::vector<WarningPreview> warnings;
  std::vector<NearMissPreview> near_misses;
  std::vector<StagePreview> stages;    // every stage name, endings included, in order of appearance
  std::vector<RejectPreview> rejects;  // the first hundred; issue_table.h gives all of them
};
BOOST_DESCRIBE_STRUCT(ImportPreview, (),
                      (files, mapping, counts, warnings, near_misses, stages, rejects))

ImportPreview preview_import(const Dataset& dataset, Lang lang);

// As above, with the stages chosen among these pipelines (choose_stages, whose refusals are passed
// on); the mapping shown says so.
Result<ImportPreview> plan_import(const Dataset& dataset,
                                  const std::vector<sales::Pipeline>& pipelines, Lang lang);

}  // namespace stagecoach::exchange
