// What a file holds and what its columns mean: found out, with the user's corrections applied.
//
// Pure and safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "cycle/history.h"
#include "exchange/columns/mapping.h"
#include "exchange/table/table.h"

namespace stagecoach::exchange {

// A column that takes part, ready to read its cells.
struct BoundColumn {
  size_t index = 0;
  std::string name;
  Field field = Field::ignored;
  std::string stage;  // for entered_stage and left_stage
  DateOrder date_order = DateOrder::ymd;
  DecimalMark decimal = DecimalMark::point;
  NameUnits units;           // of amounts, as far as the column's name states them
  bool percent = false;      // a probability that counts to 100
  bool dated = false;        // a date column that holds at least one date
  bool timed = false;        // a date column whose values carry times of day
  bool overridden = false;   // said by the user
  std::string custom_field;  // an ignored one's key among the organisation's own fields
};

// A name as it stands in a stage or status column.
struct SeenName {
  std::string name;
  size_t rows = 0;
};

struct RecognisedFile {
  Table table;
  FileKind kind = FileKind::unknown;
  std::vector<BoundColumn> columns;   // without the ignored ones
  std::vector<SeenName> stages_seen;  // values of the stage column, in order of appearance
  std::vector<cycle::Warning> notes;  // guesses that a person should check

  const BoundColumn* find(Field field) const;
  bool has(Field field) const { return find(field) != nullptr; }
  // Everything decided, every column included, for showing and saving.
  FileMapping mapping() const;
};

// unsupported and invalid as open_table; invalid where the mapping names a column that the file
// does not have. A file that nothing is recognised in comes back with the kind unknown.
Result<RecognisedFile> recognise_file(std::string bytes, const std::string& name,
                                      const Mapping& mapping);

}  // namespace stagecoach::exchange
