#include "exchange/table/csv_writer.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kFlushBytes = 64 * 1024;

// "-12.5", "+3", "-1,234.00": a number is data, and an apostrophe would spoil it for the reader.
bool is_plain_number(std::string_view text) {
  size_t digits = 0;
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9')
      ++digits;
    else if (text[i] != '.' && text[i] != ',')
      return false;
  }
  return digits > 0 && (text[1] >= '0' && text[1] <= '9');
}

}  // namespace

std::string neutralise_formula(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != '\0') out.push_back(c);
  const bool had_zero_first = !text.empty() && text[0] == '\0';
  if (out.empty()) return out;
  const char first = out[0];
  // Full-width signs open a formula in some East Asian spreadsheets.
  const std::string_view view = out;
  const bool wide = view.starts_with("＝") || view.starts_with("＋") || view.starts_with("－") ||
                    view.starts_with("＠");
  const bool dangerous = wide || had_zero_first || first == '=' || first == '@' || first == '\t' ||
                         first == '\r' || first == '\n' ||
                         ((first == '+' || first == '-') && !is_plain_number(out));
  if (dangerous) out.insert(0, 1, '\'');
  return out;
}

CsvWriter::CsvWriter(Sink sink, CsvWriterOptions options)
    : sink_(std::move(sink)), options_(options) {
  if (options_.bom == ByteOrderMark::utf8) buffer_ = "\xEF\xBB\xBF";
}

void CsvWriter::cell(std::string_view text) {
  if (row_open_) buffer_.push_back(options_.dialect.delimiter);
  const bool first = !row_open_;
  row_open_ = true;
  std::string safe;
  if (options_.guard == FormulaGuard::on) {
    safe = neutralise_formula(text);
    text = safe;
  }
  const char quote = options_.dialect.quote;
  bool needs_quotes = first && text.empty();  // a lone empty cell must not read as a blank line
  if (!text.empty() && (text.front() == ' ' || text.back() == ' ')) needs_quotes = true;
  for (const char c : text)
    needs_quotes |= c == options_.dialect.delimiter || c == quote || c == '\n' || c == '\r';
  if (!needs_quotes) {
    buffer_.append(text);
    return;
  }
  buffer_.push_back(quote);
  for (const char c : text) {
    if (c == quote) buffer_.push_back(quote);
    buffer_.push_back(c);
  }
  buffer_.push_back(quote);
}

void CsvWriter::end_row() {
  buffer_.append(options_.line_end);
  row_open_ = false;
  if (buffer_.size() >= kFlushBytes) flush();
}

void CsvWriter::row(std::initializer_list<std::string_view> cells) {
  for (const std::string_view text : cells) cell(text);
  end_row();
}

void CsvWriter::row(const std::vector<std::string>& cells) {
  for (const std::string& text : cells) cell(text);
  end_row();
}

void CsvWriter::flush() {
  if (buffer_.empty()) return;
  sink_(buffer_);
  buffer_.clear();
}

}  // namespace stagecoach::exchange
