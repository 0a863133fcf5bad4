#include "exchange/table/table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "exchange/table/file_kind.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kHeaderSearchRecords = 60;

const Phrase kNotFound{"import.file_not_found", "There is no file {file}.", "找不到文件 {file}。"};
const Phrase kFolder{"import.file_is_folder", "{file} is a folder, not a file.",
                     "{file} 是文件夹，不是文件。"};
const Phrase kUnreadable{"import.file_unreadable", "{file} cannot be read.", "无法读取 {file}。"};
const Phrase kTooLarge{"import.file_too_large",
                       "{file} is larger than {limit} MiB; split it into smaller files.",
                       "{file} 超过 {limit} MiB，请拆分后重试。"};
const Phrase kNoTable{"import.no_table",
                      "{file} holds no table: no line with two or more column names was found.",
                      "{file} 中没有表格：未找到包含两个以上列名的表头。"};
const Phrase kNoHeaderLine{"import.no_header_line",
                           "{file} has no line {line} that could be a header.",
                           "{file} 的第 {line} 行不能作为表头。"};

Error refuse(Error::Code code, const Phrase& phrase, std::string_view file) {
  return Error(code, Message(phrase, {{"file", std::string(file)}}));
}

// Reads through a row that was quoted whole: its single cell is itself a record.
bool unwrap(CsvRecord& record, CsvDialect dialect, StringArena& arena, size_t cells_min) {
  if (record.fields.empty() || !record.fields[0].quoted) return false;
  for (size_t i = 1; i < record.fields.size(); ++i)
    if (!trim(record.fields[i].text).empty()) return false;
  const CsvField outer = record.fields[0];
  if (outer.text.find(dialect.delimiter) == outer.text.npos) return false;
  CsvReader inner(outer.text, dialect, arena, {}, outer.line);
  CsvRecord unwrapped;
  if (!inner.next(unwrapped) || unwrapped.fields.size() < cells_min) return false;
  record.fields = std::move(unwrapped.fields);
  return true;
}

std::vector<std::string> name_columns(const CsvRecord& record) {
  std::vector<std::string> names;
  std::map<std::string, int> seen;
  for (const CsvField& field : record.fields) {
    std::string name(trim(field.text));
    if (name.empty()) name = "column " + std::to_string(names.size() + 1);
    const int count = ++seen[name];
    names.push_back(count == 1 ? name : name + " (" + std::to_string(count) + ")");
  }
  // Cells beyond the last name are what a trailing delimiter leaves behind.
  while (!names.empty() && trim(record.fields[names.size() - 1].text).empty()) names.pop_back();
  return names;
}

struct HeaderFound {
  CsvRecord record;
  size_t end = 0;
  std::uint32_t next_line = 0;
  size_t records_above = 0;
};

// The header is the line that knows most column names; where none knows two, the first line as wide
// as the table.
class HeaderSearch {
 public:
  HeaderSearch(const Table& table, size_t begin, std::uint32_t first_line, StringArena& arena)
      : table_(table),
        reader_(table.text().substr(begin), table.dialect, arena, {}, first_line),
        arena_(arena),
        begin_(begin),
        first_line_(first_line) {}

  std::optional<HeaderFound> find(const HeaderTest& knows, std::uint32_t wanted_line) {
    CsvRecord record;
    size_t best_known = 1;
    std::optional<size_t> best;
    std::map<size_t, size_t> widths;
    std::vector<HeaderFound> seen;
    for (size_t i = 0; i < kHeaderSearchRecords + wanted_line && reader_.next(record); ++i) {
      unwrap(record, table_.dialect, arena_, 2);
      seen.push_back({record, begin_ + reader_.position(), 0, i});
      if (wanted_line != 0) {
        if (record.line == wanted_line) return with_next_line(seen.back());
        continue;
      }
      const size_t filled = filled_cells(record);
      if (filled >= 2) ++widths[record.fields.size()];
      const size_t known = static_cast<size_t>(
          std::count_if(record.fields.begin(), record.fields.end(),
                        [&](const CsvField& field) { return knows(trim(field.text)); }));
      if (known > best_known && known * 5 >= filled) {
        best_known = known;
        best = i;
      }
    }
    if (wanted_line != 0) return std::nullopt;
    if (best) return with_next_line(seen[*best]);
    return first_wide_line(seen, widths);
  }

 private:
  static size_t filled_cells(const CsvRecord& record) {
    return static_cast<size_t>(
        std::count_if(record.fields.begin(), record.fields.end(),
                      [](const CsvField& field) { return !trim(field.text).empty(); }));
  }

  std::optional<HeaderFound> first_wide_line(const std::vector<HeaderFound>& seen,
                                             const std::map<size_t, size_t>& widths) {
    size_t width = 0, most = 0;
    for (const auto& [cells, count] : widths)
      if (cells >= 2 && count >= most) {
        most = count;
        width = cells;
      }
    for (const HeaderFound& candidate : seen)
      if (width >= 2 && candidate.record.fields.size() == width &&
          filled_cells(candidate.record) >= 2)
        return with_next_line(candidate);
    return std::nullopt;
  }

  // Counts physical lines from the start of the text: a header cell may hold line ends.
  HeaderFound with_next_line(HeaderFound found) const {
    const std::string_view above = table_.text().substr(begin_, found.end - begin_);
    std::uint32_t line = first_line_;
    for (size_t i = 0; i < above.size(); ++i)
      if (above[i] == '\n' || (above[i] == '\r' && (i + 1 == above.size() || above[i + 1] != '\n')))
        ++line;
    found.next_line = line;
    return found;
  }

  const Table& table_;
  CsvReader reader_;
  StringArena& arena_;
  size_t begin_;
  std::uint32_t first_line_;
};

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kWide[] = {"\xC2\xA0",     "\xE3\x80\x80", "\xE2\x80\x8B",
                                        "\xEF\xBB\xBF", "\xE2\x80\xAF", "\xE2\x80\x89"};
  const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0'; };
  bool changed = true;
  while (changed && !text.empty()) {
    changed = false;
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    if (text.empty() || ((text.front() | text.back()) & 0x80) == 0) return text;
    for (const std::string_view wide : kWide) {
      if (text.starts_with(wide)) {
        text.remove_prefix(wide.size());
        changed = true;
      }
      if (text.ends_with(wide)) {
        text.remove_suffix(wide.size());
        changed = true;
      }
    }
  }
  return text;
}

Result<std::string> read_whole_file(const std::string& path) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (!std::filesystem::exists(status)) return refuse(Error::Code::not_found, kNotFound, path);
  if (std::filesystem::is_directory(status)) return refuse(Error::Code::unsupported, kFolder, path);
  std::ifstream in(path, std::ios::binary);
  if (!in) return refuse(Error::Code::unsupported, kUnreadable, path);
  std::string bytes;
  if (const auto size = std::filesystem::file_size(path, failure);
      !failure && size <= kFileBytesMax)
    bytes.reserve(size + 1);
  std::string chunk(1 << 20, '\0');
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    bytes.append(chunk, 0, static_cast<size_t>(in.gcount()));
    if (bytes.size() > kFileBytesMax)
      return Error(
          Error::Code::too_large,
          Message(kTooLarge, {{"file", path}, {"limit", std::to_string(kFileBytesMax >> 20)}}));
  }
  if (in.bad()) return refuse(Error::Code::unsupported, kUnreadable, path);
  return bytes;
}

Result<Table> open_table(std::string bytes, std::string name, const TableOptions& options,
                         const HeaderTest& knows) {
  if (auto refusal = refuse_by_content(bytes, name))
    return Error(Error::Code::unsupported, std::move(*refusal));
  Table table;
  table.name = std::move(name);
  table.source =
      std::make_shared<const DecodedText>(TRY(decode_text(std::move(bytes), options.encoding)));
  if (auto refusal = refuse_by_markup(table.text(), table.name))
    return Error(Error::Code::unsupported, std::move(*refusal));
  table.dialect = sniff_dialect(table.text());
  if (options.delimiter != '\0') table.dialect.delimiter = options.delimiter;
  const size_t begin = separator_line_length(table.text());
  StringArena arena;
  HeaderSearch search(table, begin, begin > 0 ? 2 : 1, arena);
  const std::optional<HeaderFound> found = search.find(knows, options.header_line);
  if (!found && options.header_line != 0)
    return Error(Error::Code::invalid,
                 Message(kNoHeaderLine,
                         {{"file", table.name}, {"line", std::to_string(options.header_line)}}));
  if (!found) return refuse(Error::Code::invalid, kNoTable, table.name);
  table.header = name_columns(found->record);
  if (table.header.size() < 2) return refuse(Error::Code::invalid, kNoTable, table.name);
  table.header_line = found->record.line;
  table.header_raw = found->record.raw;
  table.data_offset = found->end;
  table.data_line = found->next_line;
  table.lines_above = found->records_above;
  return table;
}

RowReader::RowReader(const Table& table, StringArena& arena)
    : table_(table),
      arena_(arena),
      reader_(table.text().substr(table.data_offset), table.dialect, arena, {}, table.data_line) {}

bool RowReader::next(CsvRecord& row) {
  while (reader_.next(row)) {
    ++tally_.records;
    if (row.blank()) {
      ++tally_.blank;
      continue;
    }
    if (row.raw == table_.header_raw) {
      ++tally_.repeated_headers;
      continue;
    }
    const size_t cells_min = std::max<size_t>(2, table_.header.size() / 2 + 1);
    if (unwrap(row, table_.dialect, arena_, cells_min)) ++tally_.unwrapped;
    for (CsvField& field : row.fields) field.text = trim(field.text);
    if (row.fields.size() < table_.header.size()) {
      ++tally_.short_rows;
      CsvField missing;
      missing.line = row.line;
      row.fields.resize(table_.header.size(), missing);
    }
    ++tally_.rows;
    return true;
  }
  return false;
}

}  // namespace stagecoach::exchange
