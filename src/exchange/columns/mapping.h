// What was decided about an import, as a value: shown, corrected, saved and loaded.
//
// The file format is JSON, documented in docs/import-mapping.md. A mapping given by a user may be
// partial: what it leaves out is found out from the files. Plain values.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/columns/custom_import.h"
#include "exchange/columns/field.h"
#include "exchange/columns/stage_words.h"
#include "exchange/values/dates.h"
#include "exchange/values/numbers.h"
#include "platform/base/result.h"
#include "platform/json/json.h"

namespace stagecoach::exchange {

struct ColumnMapping {
  std::string column;  // the name in the header
  Field field = Field::ignored;
  std::optional<std::string> stage;  // for entered_stage and left_stage
  std::optional<DateOrder> date_order;
  std::optional<DecimalMark> decimal;
  std::optional<std::string> custom_field;  // one of the organisation's own, by its key

  bool operator==(const ColumnMapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(ColumnMapping, (), (column, field, stage, date_order, decimal, custom_field))

struct FileMapping {
  std::optional<std::string> file;  // name without folder; absent: every file
  std::optional<FileKind> kind;
  std::optional<std::string> encoding;   // "UTF-8", "GB18030", "windows-1252", …
  std::optional<std::string> delimiter;  // one character, or "tab"
  std::optional<int> header_line;
  std::vector<ColumnMapping> columns;

  bool operator==(const FileMapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(FileMapping, (), (file, kind, encoding, delimiter, header_line, columns))
constexpr auto json_rules(const FileMapping*) {
  return std::array{json::Rule("columns").items(0, 4096).defaulted()};
}

// What one stage name of the files is in the workspace.
struct StageMapping {
  std::string stage;  // as the files spell it
  std::string to;     // a stage by key or name, or won, lost, on_hold, ignore

  bool operator==(const StageMapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(StageMapping, (), (stage, to))
constexpr auto json_rules(const StageMapping*) {
  return std::array{json::Rule("stage").length(1, 500), json::Rule("to").length(1, 500)};
}

// Where a stage of the files may go besides a stage of the pipeline's path. On hold is a stage like
// others to the analysis; the pipeline's own is meant, whatever its name.
inline constexpr std::string_view kToWon = "won", kToLost = "lost", kToHold = "on_hold",
                                  kToNowhere = "ignore";

struct Mapping {
  int version = 1;
  std::vector<FileMapping> files;
  std::vector<std::string> stages;  // open stages in pipeline order; empty: the data decide
  std::vector<std::string> won;     // stage and status names that end a deal, on top of the usual
  std::vector<std::string> lost;
  std::vector<std::string> censored;        // deleted, merged: no longer watched, not lost
  std::vector<std::string> open;            // names that look like an ending and are none
  std::vector<StageMapping> stage_map;      // says more than the lists above, name by name
  std::optional<std::string> pipeline;      // that takes the deals, by key or name
  std::optional<std::string> new_pipeline;  // else: the name of one that is made of the stages
  std::optional<std::string> time_zone;     // IANA; of times without an offset; UTC if absent
  std::optional<Currency> currency;         // of amounts that say none
  std::optional<DateOrder> date_order;
  // What `custom` may name; nothing where no workspace is asked. No part of the file.
  std::shared_ptr<const CustomImport> workspace_fields = {};

  bool operator==(const Mapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mapping, (),
                      (version, files, stages, won, lost, censored, open, stage_map, pipeline,
                       new_pipeline, time_zone, currency, date_order))
constexpr auto json_rules(const Mapping*) {
  return std::array{json::Rule("version").between(1, 1).defaulted(),
                    json::Rule("files").items(0, 100).defaulted(),
                    json::Rule("stages").items(0, 500).defaulted(),
                    json::Rule("won").items(0, 500).defaulted(),
                    json::Rule("lost").items(0, 500).defaulted(),
                    json::Rule("censored").items(0, 500).defaulted(),
                    json::Rule("open").items(0, 500).defaulted(),
                    json::Rule("stage_map").items(0, 500).defaulted(),
                    json::Rule("new_pipeline").length(1, 120)};
}

// invalid: not JSON, an unknown field (the nearest known one is suggested), an unknown time zone.
Result<Mapping> read_mapping(std::string_view json_text);
// Indented, so that people can edit it; reads back as the same value.
std::string write_mapping(const Mapping& mapping);

// What the mapping says about a file, by its name; nullptr: nothing.
const FileMapping* find_file(const Mapping& mapping, std::string_view file);

// invalid: a zone that nobody knows.
Result<std::shared_ptr<const Zone>> zone_of(const Mapping& mapping);

// The kind of a stage or status name: the mapping's lists first, then the usual words.
StageKind kind_of_stage(const Mapping& mapping, std::string_view name);

// What the mapping's stage_map says about a stage name; nullptr: nothing.
const StageMapping* find_stage(const Mapping& mapping, std::string_view name);

// What a stage name of the files counts as.
struct StageMeaning {
  StageKind kind = StageKind::open;
  std::string_view name;  // of an open stage; borrows from the mapping or the name asked for
  bool ignored = false;
};
StageMeaning meaning_of_stage(const Mapping& mapping, std::string_view name);

}  // namespace stagecoach::exchange
