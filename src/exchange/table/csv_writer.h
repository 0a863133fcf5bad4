// Writes delimited text that spreadsheets open without running anything in it.
//
// Cells that begin like a formula (= + - @), or with a tab, line end or zero byte, get an
// apostrophe in front, unless they are plain numbers ("-12.5"); zero bytes are dropped. One writer
// serves one thread and borrows its sink.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/table/csv_reader.h"

namespace stagecoach::exchange {

enum class FormulaGuard { on, off };      // off: an exact copy, for files that only programs read
enum class ByteOrderMark { none, utf8 };  // Excel needs it to see UTF-8

struct CsvWriterOptions {
  CsvDialect dialect;
  FormulaGuard guard = FormulaGuard::on;
  ByteOrderMark bom = ByteOrderMark::none;
  std::string_view line_end = "\r\n";
};

class CsvWriter {
 public:
  // Receives pieces of the file in order, about 64 KiB each; the writer never holds more.
  using Sink = std::function<void(std::string_view)>;

  explicit CsvWriter(Sink sink, CsvWriterOptions options = {});
  ~CsvWriter() = default;  // flush() first: a destructor could not report a failing sink
  CsvWriter(const CsvWriter&) = delete;
  CsvWriter& operator=(const CsvWriter&) = delete;

  void cell(std::string_view text);
  void end_row();
  void row(std::initializer_list<std::string_view> cells);
  void row(const std::vector<std::string>& cells);
  void flush();

 private:
  Sink sink_;
  CsvWriterOptions options_;
  std::string buffer_;
  bool row_open_ = false;
};

// The cell as it may be shown to a spreadsheet.
std::string neutralise_formula(std::string_view text);

}  // namespace stagecoach::exchange
