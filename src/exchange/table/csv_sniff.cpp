#include <algorithm>
#include <array>
#include <map>

#include "exchange/table/csv_reader.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kSampleBytes = 128 * 1024;
constexpr size_t kSampleRecords = 300;
constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};

struct Score {
  double agreement = 0;  // share of records with the most frequent number of cells, if that is >= 2
  size_t cells = 0;

  bool better_than(const Score& other) const {
    // Text full of commas agrees by chance now and then; a real delimiter agrees almost always.
    if (agreement != other.agreement) return agreement > other.agreement;
    return cells > other.cells;
  }
};

// Rows quoted whole ("a,b,c" as one cell) are read through: what counts is what they hold.
size_t count_cells(const CsvRecord& record, CsvDialect dialect) {
  if (record.fields.size() != 1 || !record.fields[0].quoted) return record.fields.size();
  StringArena arena;
  CsvReader inner(record.fields[0].text, dialect, arena);
  CsvRecord unwrapped;
  return inner.next(unwrapped) ? unwrapped.fields.size() : 1;
}

Score score_dialect(std::string_view sample, bool whole, CsvDialect dialect) {
  StringArena arena;
  CsvReader reader(sample, dialect, arena);
  CsvRecord record;
  std::map<size_t, size_t> histogram;
  size_t records = 0;
  while (records < kSampleRecords && reader.next(record)) {
    if (record.blank()) continue;
    if (!whole && reader.position() >= sample.size()) break;  // cut in the middle
    ++histogram[count_cells(record, dialect)];
    ++records;
  }
  Score best;
  for (const auto& [cells, count] : histogram) {
    if (cells < 2) continue;
    const double share = static_cast<double>(count) / static_cast<double>(records);
    // A title above the table is one record; a delimiter inside cells gives several widths.
    const double agreement = share + (reader.oddities().unclosed_quotes == 0 ? 0.01 : 0);
    if (agreement > best.agreement) best = {agreement, cells};
  }
  return best;
}

// Single quotes enclose cells only where they open and close cells and double quotes never do.
bool prefers_single_quotes(std::string_view sample) {
  size_t single_pairs = 0;
  for (size_t i = 1; i < sample.size(); ++i) {
    const bool opens = sample[i] == '\'' && (i + 1 < sample.size()) &&
                       (sample[i - 1] == ',' || sample[i - 1] == ';' || sample[i - 1] == '\t' ||
                        sample[i - 1] == '|' || sample[i - 1] == '\n');
    single_pairs += opens ? 1 : 0;
    if (sample[i] == '"') return false;
  }
  return single_pairs >= 4 &&
         single_pairs * 3 >= static_cast<size_t>(std::count(sample.begin(), sample.end(), '\n'));
}

}  // namespace

size_t separator_line_length(std::string_view text) {
  const size_t start = text.starts_with("\"sep=") ? 1 : 0;
  if (!text.substr(start).starts_with("sep=") || text.size() < start + 5) return 0;
  size_t at = start + 5;
  if (start == 1 && at < text.size() && text[at] == '"') ++at;
  if (at < text.size() && text[at] == '\r') ++at;
  if (at < text.size() && text[at] == '\n') return at + 1;
  return at < text.size() && text[at - 1] == '\r' ? at : 0;
}

CsvDialect sniff_dialect(std::string_view text) {
  if (separator_line_length(text) > 0) {
    const size_t start = text.starts_with("\"sep=") ? 1 : 0;
    return CsvDialect{text[start + 4], '"'};
  }
  const std::string_view sample = text.substr(0, kSampleBytes);
  const bool whole = sample.size() == text.size();
  CsvDialect best{',', prefers_single_quotes(sample) ? '\'' : '"'};
  Score best_score;
  for (const char delimiter : kDelimiters) {
    const CsvDialect dialect{delimiter, best.quote};
    const Score score = score_dialect(sample, whole, dialect);
    if (score.better_than(best_score)) {
      best_score = score;
      best.delimiter = delimiter;
    }
  }
  return best;
}

}  // namespace stagecoach::exchange
