// Reads delimited text record by record: RFC 4180 and what exports really contain.
//
// A reader borrows the text and the arena; both must outlive every field it hands out. Fields are
// slices of the text, except those with doubled quotes, which are unescaped into the arena. One
// reader serves one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace stagecoach::exchange {

struct CsvDialect {
  char delimiter = ',';
  char quote = '"';  // '\0': quotes mean nothing

  bool operator==(const CsvDialect&) const = default;
};

struct CsvLimits {
  size_t field_bytes_max = 1 << 20;  // a longer quoted field is taken for a quote never closed
  size_t columns_max = 4096;         // cells beyond are dropped and counted
  size_t stray_quotes_max = 100;     // from then on a quoted field may not span lines
};

struct CsvField {
  std::string_view text;
  std::uint32_t line = 0;    // physical line of its first byte, from 1
  std::uint32_t offset = 0;  // byte in that line, from 1
  bool quoted = false;
};

struct CsvRecord {
  std::uint32_t line = 0;
  std::string_view raw;  // the record as it stands in the file, without its line end
  std::vector<CsvField> fields;

  // Nothing but blanks and delimiters.
  bool blank() const;
};

// Keeps strings at stable addresses until it is destroyed.
class StringArena {
 public:
  std::string_view keep(std::string text) { return strings_.emplace_back(std::move(text)); }

 private:
  std::deque<std::string> strings_;
};

// What was odd about the text but could be read.
struct CsvOddities {
  size_t unclosed_quotes = 0;   // an opening quote without its end: taken literally
  size_t junk_after_quote = 0;  // "abc"def: kept as abcdef
  size_t dropped_cells = 0;     // beyond columns_max
  std::uint32_t first_line = 0;
};

class CsvReader {
 public:
  CsvReader(std::string_view text, CsvDialect dialect, StringArena& arena, CsvLimits limits = {},
            std::uint32_t first_line = 1);

  // False at the end of the text. `record` is reused; its fields stay valid as promised above.
  // Lines end in LF, CRLF or CR; the end of the text ends a record too.
  bool next(CsvRecord& record);

  const CsvOddities& oddities() const { return oddities_; }
  size_t position() const { return at_; }  // byte offset of the next record

 private:
  void read_plain(CsvField& field);
  bool read_quoted(CsvField& field);
  void end_line();
  void note_oddity(size_t CsvOddities::*which);

  std::string_view text_;
  CsvDialect dialect_;
  StringArena& arena_;
  CsvLimits limits_;
  CsvOddities oddities_;
  size_t at_ = 0;
  size_t line_start_ = 0;
  std::uint32_t line_ = 1;
  bool stop_bytes_[256] = {};
};

// Finds delimiter and quote from the beginning of the text: the pair under which most lines have
// the same number of cells, at least two. A first line "sep=;" (Excel) decides at once.
CsvDialect sniff_dialect(std::string_view text);

// Length of Excel's "sep=;" line with its line end, 0 where there is none.
size_t separator_line_length(std::string_view text);

}  // namespace stagecoach::exchange
