#include <algorithm>
#include <array>
#include <unordered_set>

#include "exchange/records/dataset.h"
#include "exchange/records/row_cells.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

const Phrase kTooManyCells{
    "import.row_too_long",
    "The row has {cells} cells, but the header names {columns}; perhaps a cell with a delimiter is "
    "not quoted.",
    "该行有 {cells} 个单元格，而表头只有 {columns} 列；可能有含分隔符的单元格未加引号。"};

// Words that begin a line below the data: alone in their cell, or before whatever follows.
constexpr std::array<std::string_view, 12> kFooterCells = {
    "total", "totals", "subtotal", "sum",  "count",       "合计",
    "总计",  "小计",   "汇总",     "共计", "generatedat", "总记录数"};
constexpr std::array<std::string_view, 6> kFooterBeginnings = {
    "copyright",   "grandtotal", "totalrecords", "confidentialinformation",
    "generatedby", "filteredby"};
constexpr size_t kFooterBytesMax = 120;

bool is_footer_word(std::string_view cell) {
  if (cell.size() > kFooterBytesMax) return false;
  const std::string folded = fold_name(cell);
  return std::find(kFooterCells.begin(), kFooterCells.end(), folded) != kFooterCells.end() ||
         std::any_of(kFooterBeginnings.begin(), kFooterBeginnings.end(),
                     [&](std::string_view word) { return folded.starts_with(word); });
}

std::uint64_t mix(std::uint64_t hash, std::string_view text, std::uint64_t prime) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  return hash ^ (hash >> 29);
}

// Two independent 64-bit hashes: at ten million rows a false duplicate is out of reach.
struct RowHash {
  std::uint64_t a = 0, b = 0;
  bool operator==(const RowHash&) const = default;
};
struct HashOfRowHash {
  size_t operator()(const RowHash& hash) const noexcept { return static_cast<size_t>(hash.a); }
};

class RowsReader {
 public:
  RowsReader(Dataset& dataset, std::uint32_t index, const Zone& zone)
      : cells_(dataset, index, zone), tally_(dataset.tallies[index]) {
    const RecognisedFile& file = cells_.file();
    // Without an id or a name, equal rows may well be different deals.
    copies_tell_ =
        file.kind != FileKind::deals || file.has(Field::deal_id) || file.has(Field::deal_name);
  }

  void run() {
    RowReader rows(cells_.file().table, *cells_.dataset().arena);
    while (rows.next(cells_.record())) {
      ++tally_.rows;
      if (is_footer())
        ++tally_.totals;
      else if (copies_tell_ && is_copy())
        ++tally_.duplicates;
      else
        ++(read_row() ? tally_.used : tally_.rejected);
    }
    tally_.blank_lines = rows.tally().blank;
    tally_.repeated_headers = rows.tally().repeated_headers;
    tally_.unwrapped = rows.tally().unwrapped;
    tally_.short_rows = rows.tally().short_rows;
    tally_.stray_quotes = rows.oddities().unclosed_quotes + rows.oddities().junk_after_quote;
  }

 private:
  bool is_footer() {
    size_t filled = 0;
    std::string_view first;
    for (const CsvField& field : cells_.record().fields) {
      if (field.text.empty()) continue;
      if (filled++ == 0) first = field.text;
    }
    // A row of data that happens to be called "Total" fills more of its cells.
    return filled > 0 && filled * 2 <= cells_.file().table.header.size() + 1 &&
           is_footer_word(first);
  }

  bool is_copy() {
    RowHash hash{0xcbf29ce484222325ULL, 0x84222325cbf29ce4ULL};
    for (const CsvField& field : cells_.record().fields) {
      hash.a = mix(hash.a, field.text, 0x100000001b3ULL) * 31 + field.text.size();
      hash.b = mix(hash.b, field.text, 0x9E3779B97F4A7C15ULL) * 37 + 1;
    }
    return !seen_.insert(hash).second;
  }

  bool read_row() {
    cells_.begin_row();
    refuse_extra_cells();
    if (cells_.rejected()) return false;
    switch (cells_.file().kind) {
      case FileKind::deals:
        read_deal(cells_);
        break;
      case FileKind::history:
      case FileKind::event_log:
        read_event(cells_);
        break;
      case FileKind::accounts:
        read_account(cells_);
        break;
      case FileKind::contacts:
        read_contact(cells_);
        break;
      case FileKind::products:
        read_product(cells_);
        break;
      case FileKind::users:
        read_user(cells_);
        break;
      case FileKind::unknown:
        return false;
    }
    return !cells_.rejected();
  }

  void refuse_extra_cells() {
    const std::vector<CsvField>& fields = cells_.record().fields;
    const size_t columns = cells_.file().table.header.size();
    for (size_t i = columns; i < fields.size(); ++i) {
      if (fields[i].text.empty()) continue;
      cells_.reject_row(Message(kTooManyCells, {{"cells", std::to_string(fields.size())},
                                                {"columns", std::to_string(columns)}}));
      return;
    }
  }

  RowCells cells_;
  FileTally& tally_;
  std::unordered_set<RowHash, HashOfRowHash> seen_;
  bool copies_tell_ = false;
};

}  // namespace

void read_rows(Dataset& dataset, std::uint32_t index, const Zone& zone) {
  RowsReader(dataset, index, zone).run();
}

}  // namespace stagecoach::exchange
