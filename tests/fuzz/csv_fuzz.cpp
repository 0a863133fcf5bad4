// Any bytes as an exported file: reading may refuse it in a sentence; what it accepts is accounted
// for row by row, reads the same after a write, and becomes a history whose stages exist.
#include <cstdlib>

#include "exchange/records/history_builder.h"
#include "exchange/records/issue_table.h"
#include "exchange/table/csv_writer.h"
#include "exchange/values/words.h"
#include "platform/base/utf8.h"

namespace stagecoach::exchange {
namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

using Rows = std::vector<std::vector<std::string>>;

Rows read_cells(std::string_view text, CsvDialect dialect) {
  StringArena arena;
  CsvReader reader(text, dialect, arena);
  CsvRecord record;
  Rows rows;
  size_t raw_bytes = 0;
  while (reader.next(record)) {
    raw_bytes += record.raw.size();
    rows.emplace_back();
    for (const CsvField& field : record.fields) rows.back().emplace_back(field.text);
  }
  require(raw_bytes <= text.size() && reader.position() == text.size());
  return rows;
}

void check_round_trip(std::string_view text) {
  const CsvDialect dialect = sniff_dialect(text);
  const Rows rows = read_cells(text, dialect);
  CsvWriterOptions options;
  options.dialect = dialect;
  options.guard = FormulaGuard::off;
  std::string written;
  CsvWriter writer([&written](std::string_view piece) { written += piece; }, options);
  for (const std::vector<std::string>& row : rows) writer.row(row);
  writer.flush();
  require(read_cells(written, dialect) == rows);
}

void check_values(std::string_view text) {
  const std::string_view cell = trim(text.substr(0, 100));
  for (const DateOrder order : {DateOrder::auto_, DateOrder::ymd, DateOrder::mdy, DateOrder::dmy})
    if (const auto civil = read_date(cell, order)) {
      require(civil->ms_of_day >= 0 && civil->ms_of_day < 86'400'000);
      Zone::find("Europe/Berlin")->resolve(*civil);
    }
  for (const DecimalMark mark : {DecimalMark::point, DecimalMark::comma}) {
    if (const auto amount = read_amount(cell, mark)) to_money(*amount, Currency(), 10'000);
    if (const auto share = read_share(cell, mark, true)) require(*share >= 0 && *share <= 1);
  }
  read_bool(cell);
  read_currency(cell);
}

void check_file(std::string bytes) {
  const auto dataset = read_dataset({{"fuzz.csv", std::move(bytes)}}, {});
  if (!dataset) {
    require(!dataset.error().message.text(Lang::en).empty());
    require(!dataset.error().message.text(Lang::zh).empty());
    return;
  }
  for (const FileTally& tally : dataset->tallies)
    if (tally.kind != FileKind::unknown)
      require(tally.rows == tally.used + tally.rejected + tally.duplicates + tally.totals);
  require(is_valid_utf8(write_mapping(dataset->decided())));
  require(read_mapping(write_mapping(dataset->decided())).has_value());
  issue_table(*dataset, Lang::en);
  const auto set = build_history(*dataset);
  if (!set) return;
  for (const cycle::DealHistory& deal : set->deals)
    for (const cycle::StageEntry& entry : deal.entries)
      require(entry.stage >= 0 && static_cast<size_t>(entry.stage) < set->stages.size());
}

}  // namespace
}  // namespace stagecoach::exchange

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  stagecoach::exchange::check_values(bytes);
  stagecoach::exchange::check_round_trip(bytes);
  stagecoach::exchange::check_file(bytes);
  // The same bytes as rows under a header that is known, so that the readers behind it are reached.
  for (const char* header :
       {"deal id,stage,created,closed date,amount,probability\n", "case id,activity,timestamp\n"})
    stagecoach::exchange::check_file(header + bytes);
  return 0;
}
