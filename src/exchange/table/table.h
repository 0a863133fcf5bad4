// A delimited file as a table: a header found by what it says, and rows under it.
//
// Handles what surrounds the data in real exports: title lines above the header, the header
// repeated between pages, blank lines, rows quoted whole into one cell, rows shorter than the
// header. A Table is a value that owns its text; rows borrow from it. One RowReader serves one
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/table/csv_reader.h"
#include "exchange/table/text_encoding.h"
#include "platform/base/result.h"

namespace stagecoach::exchange {

struct TableOptions {
  std::string encoding;           // empty: find out
  char delimiter = '\0';          // '\0': find out
  std::uint32_t header_line = 0;  // 0: find out
};

constexpr size_t kFileBytesMax = size_t{1} << 30;

struct Table {
  std::string name;  // the file's name without its folder
  std::shared_ptr<const DecodedText> source;
  CsvDialect dialect;
  std::vector<std::string> header;  // trimmed; a repeated name gets " (2)", an empty one "column 3"
  std::uint32_t header_line = 0;
  size_t data_offset = 0;  // where the first row begins in the text
  std::uint32_t data_line = 0;
  size_t lines_above = 0;  // titles and blank lines above the header
  std::string_view header_raw;

  std::string_view text() const { return source->text; }
};

// Answers whether a header cell is a column name that the importer knows.
using HeaderTest = std::function<bool(std::string_view)>;

// unsupported: not a delimited text file; invalid: no header with at least two columns… One
// sentence.
Result<Table> open_table(std::string bytes, std::string name, const TableOptions& options,
                         const HeaderTest& knows);

// not_found, unsupported (a folder), too_large.
Result<std::string> read_whole_file(const std::string& path);

struct RowTally {
  size_t records = 0;  // everything below the header: the sum of the rest
  size_t blank = 0;
  size_t repeated_headers = 0;
  size_t rows = 0;        // handed out
  size_t unwrapped = 0;   // of those: rows quoted whole, read through
  size_t short_rows = 0;  // of those: fewer cells than the header, the missing ones are empty
};

class RowReader {
 public:
  RowReader(const Table& table, StringArena& arena);

  // Fields are trimmed of blanks and at least as many as the header has names.
  bool next(CsvRecord& row);
  const RowTally& tally() const { return tally_; }
  const CsvOddities& oddities() const { return reader_.oddities(); }

 private:
  const Table& table_;
  StringArena& arena_;
  CsvReader reader_;
  RowTally tally_;
};

// Blanks as spreadsheets know them: ASCII, no-break and ideographic spaces, zero-width marks.
std::string_view trim(std::string_view text);

}  // namespace stagecoach::exchange
