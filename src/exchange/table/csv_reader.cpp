#include "exchange/table/csv_reader.h"

namespace stagecoach::exchange {

bool CsvRecord::blank() const {
  for (const CsvField& field : fields)
    if (field.text.find_first_not_of(" \t\f\v") != field.text.npos) return false;
  return true;
}

CsvReader::CsvReader(std::string_view text, CsvDialect dialect, StringArena& arena,
                     CsvLimits limits, std::uint32_t first_line)
    : text_(text), dialect_(dialect), arena_(arena), limits_(limits), line_(first_line) {
  stop_bytes_[static_cast<unsigned char>(dialect_.delimiter)] = true;
  stop_bytes_[static_cast<unsigned char>('\n')] = true;
  stop_bytes_[static_cast<unsigned char>('\r')] = true;
}

bool CsvReader::next(CsvRecord& record) {
  record.fields.clear();
  if (at_ >= text_.size()) return false;
  const size_t begin = at_;
  record.line = line_;
  while (true) {
    CsvField field;
    field.line = line_;
    field.offset = static_cast<std::uint32_t>(at_ - line_start_ + 1);
    const bool opens = dialect_.quote != '\0' && at_ < text_.size() && text_[at_] == dialect_.quote;
    if (!opens || !read_quoted(field)) read_plain(field);
    if (record.fields.size() < limits_.columns_max)
      record.fields.push_back(field);
    else
      note_oddity(&CsvOddities::dropped_cells);
    if (at_ >= text_.size() || text_[at_] != dialect_.delimiter) break;
    ++at_;
  }
  record.raw = text_.substr(begin, at_ - begin);
  end_line();
  return true;
}

void CsvReader::read_plain(CsvField& field) {
  const size_t begin = at_;
  while (at_ < text_.size() && !stop_bytes_[static_cast<unsigned char>(text_[at_])]) ++at_;
  field.text = text_.substr(begin, at_ - begin);
}

// Reads from the opening quote. False (and nothing consumed) where the quote is never closed within
// the limits, so that one stray quote cannot swallow the rest of the file.
bool CsvReader::read_quoted(CsvField& field) {
  const bool one_line = oddities_.unclosed_quotes >= limits_.stray_quotes_max;
  const std::uint32_t line = line_;
  const size_t line_start = line_start_;
  size_t i = at_ + 1, chunk = i;
  std::string unescaped;
  bool copied = false, closed = false;
  const size_t end = std::min(text_.size(), at_ + limits_.field_bytes_max);
  for (; i < end; ++i) {
    const char c = text_[i];
    if (c == dialect_.quote) {
      if (i + 1 < text_.size() && text_[i + 1] == dialect_.quote) {
        unescaped.append(text_.substr(chunk, i + 1 - chunk));
        copied = true;
        chunk = ++i + 1;
        continue;
      }
      closed = true;
      break;
    }
    if (c == '\n' || c == '\r') {
      if (one_line) break;
      if (c == '\n' || i + 1 >= text_.size() || text_[i + 1] != '\n') {
        ++line_;
        line_start_ = i + 1;
      }
    }
  }
  if (!closed) {
    line_ = line;
    line_start_ = line_start;
    note_oddity(&CsvOddities::unclosed_quotes);
    return false;
  }
  std::string_view body = text_.substr(chunk, i - chunk);
  at_ = i + 1;
  CsvField rest;
  read_plain(rest);
  // Blanks between the closing quote and the delimiter are padding; anything else is content.
  if (rest.text.find_first_not_of(" \t") != rest.text.npos) {
    note_oddity(&CsvOddities::junk_after_quote);
    unescaped.append(body).append(rest.text);
    body = {};
    copied = true;
  }
  if (copied)
    field.text = arena_.keep(unescaped.append(body));
  else
    field.text = body;
  field.quoted = true;
  return true;
}

void CsvReader::end_line() {
  if (at_ >= text_.size()) return;
  at_ += text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n' ? 2 : 1;
  ++line_;
  line_start_ = at_;
}

void CsvReader::note_oddity(size_t CsvOddities::*which) {
  ++(oddities_.*which);
  if (oddities_.first_line == 0) oddities_.first_line = line_;
}

}  // namespace stagecoach::exchange
