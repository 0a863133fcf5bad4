#include "exchange/records/dataset.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "exchange/records/ignored_stages.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

const Phrase kNothingRecognised{
    "import.nothing_recognised",
    "{file} was read, but its columns ({columns}) are not those of deals, stage changes, accounts, "
    "contacts, products or users; name them in a mapping.",
    "已读取 "
    "{file}，但其列（{columns}）不属于商机、阶段变更、客户、联系人、产品或用户；请在映射中指明。"};
const Phrase kNoRows{"import.no_rows", "{file} has a header but no rows.",
                     "{file} 只有表头，没有数据行。"};
const Phrase kAllRejected{
    "import.all_rejected",
    "None of the {count} rows of {file} can be used (first: line {line}, column "
    "\"{column}\", value \"{value}\").",
    "{file} 的 {count} 行均无法使用（首个：第 {line} 行，列“{column}”，值“{value}”）。"};
const Phrase kFileIgnored{
    "import.file_ignored",
    "{file} was left out: its columns are not those of any known kind of file.",
    "已忽略 {file}：其列不属于任何已知的文件类型。"};
const Phrase kRowsRejected{
    "import.rows_rejected",
    "{count} rows of {file} could not be used (first: line {line}, column \"{column}\", value "
    "\"{value}\").",
    "{file} 中有 {count} 行无法使用（首个：第 {line} 行，列“{column}”，值“{value}”）。"};
const Phrase kCellsIgnored{"import.cells_ignored",
                           "{count} cells of {file} could not be read and were left empty (first: "
                           "line {line}, column \"{column}\", value \"{value}\").",
                           "{file} 中有 {count} 个单元格无法读取，已留空（首个：第 {line} "
                           "行，列“{column}”，值“{value}”）。"};
const Phrase kDuplicates{
    "import.duplicate_rows",
    "{count} rows of {file} are exact copies of another row and were read once.",
    "{file} 中有 {count} 行与其他行完全相同，只读取一次。"};
const Phrase kTotals{"import.total_rows",
                     "{count} lines of {file} are totals or footers, not data.",
                     "{file} 中有 {count} 行是合计或页脚，不是数据。"};
const Phrase kHeaders{"import.repeated_headers",
                      "The header of {file} is repeated {count} times among the rows.",
                      "{file} 的表头在数据中重复出现 {count} 次。"};
const Phrase kUnwrapped{"import.rows_unwrapped",
                        "{count} rows of {file} were quoted whole; what is inside was read.",
                        "{file} 中有 {count} 行整行被引号包裹，已读取其内容。"};
const Phrase kShortRows{"import.short_rows",
                        "{count} rows of {file} have fewer cells than the header; the missing ones "
                        "were taken as empty.",
                        "{file} 中有 {count} 行单元格少于表头，缺少的按空值处理。"};
const Phrase kStrayQuotes{
    "import.stray_quotes",
    "{count} quotes in {file} are never closed or have text behind them; they "
    "were read as they stand.",
    "{file} 中有 {count} 处引号未闭合或其后仍有文字，已按原样读取。"};
const Phrase kEncoding{"import.encoding_guessed", "{file} is not UTF-8 and was read as {encoding}.",
                       "{file} 不是 UTF-8，已按 {encoding} 读取。"};
const Phrase kReplaced{"import.text_damaged",
                       "{count} characters of {file} could not be read as {encoding}.",
                       "{file} 中有 {count} 个字符无法按 {encoding} 读取。"};
const Phrase kRepeatedIds{
    "import.repeated_ids",
    "{count} rows repeat the id of an earlier deal with other values; the later row counts.",
    "有 {count} 行与前面的商机编号相同但内容不同，以后出现的为准。"};
const Phrase kUnmatched{"import.deals_without_partner",
                        "{count} deals of {file} are not in {other}.",
                        "{file} 中有 {count} 个商机不在 {other} 中。"};

class Relation {
 public:
  explicit Relation(Dataset& dataset) : dataset_(dataset) {}

  // Several rows of one deal become one. Within a file a later row corrects an earlier one; across
  // files the larger file leads and the others fill in what it does not say.
  void run() {
    std::vector<size_t> rows_of_file(dataset_.files.size());
    for (const DealRecord& deal : dataset_.deals) ++rows_of_file[deal.origin.file];
    std::vector<DealRecord> rows = std::move(dataset_.deals);
    std::stable_sort(rows.begin(), rows.end(), [&](const DealRecord& a, const DealRecord& b) {
      const size_t x = a.origin.file, y = b.origin.file;
      return x != y &&
             (rows_of_file[x] != rows_of_file[y] ? rows_of_file[x] > rows_of_file[y] : x < y);
    });
    std::unordered_map<std::string_view, size_t> places;
    places.reserve(rows.size());
    std::vector<DealRecord> deals;
    deals.reserve(rows.size());
    std::vector<size_t> joined(dataset_.files.size()), alone(dataset_.files.size());
    size_t repeated = 0;
    const std::uint32_t lead = rows.empty() ? 0 : rows.front().origin.file;
    for (DealRecord& row : rows) {
      const auto [at, fresh] = places.try_emplace(row.key, deals.size());
      if (fresh) {
        if (row.origin.file != lead) ++alone[row.origin.file];
        deals.push_back(row);
        continue;
      }
      DealRecord& known = deals[at->second];
      if (known.origin.file == row.origin.file) {
        ++repeated;
        fill_in(row, known);
        known = row;
      } else {
        ++joined[row.origin.file];
        fill_in(known, row);
      }
    }
    dataset_.deals = std::move(deals);
    if (repeated > 0) warn(kRepeatedIds, repeated, {});
    for (size_t i = 0; i < joined.size(); ++i)
      if (joined[i] > 0 && alone[i] > 0)
        warn(kUnmatched, alone[i],
             {{"file", dataset_.files[i].table.name}, {"other", dataset_.files[lead].table.name}});
  }

 private:
  template <class T>
  static void fill(std::optional<T>& into, const std::optional<T>& from) {
    if (!into) into = from;
  }
  static void fill(std::string_view& into, std::string_view from) {
    if (into.empty()) into = from;
  }

  static void fill_in(DealRecord& into, const DealRecord& from) {
    fill(into.name, from.name);
    fill(into.account_id, from.account_id);
    fill(into.account, from.account);
    fill(into.contact_id, from.contact_id);
    fill(into.contact, from.contact);
    fill(into.owner, from.owner);
    fill(into.team, from.team);
    fill(into.product, from.product);
    fill(into.stage, from.stage);
    fill(into.pipeline, from.pipeline);
    fill(into.status, from.status);
    fill(into.lost_reason, from.lost_reason);
    fill(into.competitor, from.competitor);
    fill(into.source, from.source);
    fill(into.next_step, from.next_step);
    fill(into.description, from.description);
    fill(into.amount, from.amount);
    fill(into.probability, from.probability);
    fill(into.is_closed, from.is_closed);
    fill(into.is_won, from.is_won);
    fill(into.stage_days, from.stage_days);
    fill(into.created, from.created);
    fill(into.started, from.started);
    fill(into.stage_entered, from.stage_entered);
    fill(into.expected_close, from.expected_close);
    fill(into.closed, from.closed);
    fill(into.close_date, from.close_date);
    fill(into.won, from.won);
    fill(into.lost, from.lost);
    into.custom.insert(from.custom.begin(), from.custom.end());  // what is there, stays
    fill(into.last_activity, from.last_activity);
  }

  void warn(const Phrase& phrase, size_t count,
            std::vector<std::pair<std::string, std::string>> args) {
    args.emplace_back("count", std::to_string(count));
    dataset_.warnings.push_back(
        {static_cast<std::int64_t>(count), Message(phrase, std::move(args))});
  }

  Dataset& dataset_;
};

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (size_t i = 0; i < names.size() && i < 8; ++i) out += (i ? ", " : "") + names[i];
  return names.size() > 8 ? out + ", …" : out;
}

void warn_about(Dataset& dataset, std::uint32_t index) {
  const FileTally& tally = dataset.tallies[index];
  const auto warn = [&](const Phrase& phrase, size_t count,
                        std::vector<std::pair<std::string, std::string>> args = {}) {
    if (count == 0) return;
    args.emplace_back("file", tally.file);
    args.emplace_back("count", std::to_string(count));
    dataset.warnings.push_back(
        {static_cast<std::int64_t>(count), Message(phrase, std::move(args))});
  };
  const RowIssue* first[2] = {nullptr, nullptr};
  size_t cells = 0;
  for (const RowIssue& issue : dataset.issues) {
    if (issue.origin.file != index) continue;
    if (!first[issue.rejected]) first[issue.rejected] = &issue;
    cells += issue.rejected ? 0 : 1;
  }
  const auto place = [](const RowIssue& issue) -> std::vector<std::pair<std::string, std::string>> {
    return {{"line", std::to_string(issue.origin.line)},
            {"column", issue.column},
            {"value", issue.value}};
  };
  if (first[1]) warn(kRowsRejected, tally.rejected, place(*first[1]));
  if (first[0]) warn(kCellsIgnored, cells, place(*first[0]));
  warn(kDuplicates, tally.duplicates);
  warn(kTotals, tally.totals);
  warn(kHeaders, tally.repeated_headers);
  warn(kUnwrapped, tally.unwrapped);
  warn(kShortRows, tally.short_rows);
  warn(kStrayQuotes, tally.stray_quotes);
  const DecodedText& source = *dataset.files[index].table.source;
  if (source.encoding != "UTF-8" && !source.had_bom)
    warn(kEncoding, 1, {{"encoding", source.encoding}});
  warn(kReplaced, source.replaced, {{"encoding", source.encoding}});
}

// The clock may count seconds only if every date that opens or closes an interval carries a time.
bool carries_times(const Dataset& dataset) {
  bool any_history = false, any = false, all = true;
  for (const RecognisedFile& file : dataset.files) any_history |= is_history(file.kind);
  for (const RecognisedFile& file : dataset.files) {
    if (any_history ? !is_history(file.kind) : file.kind != FileKind::deals) continue;
    for (const BoundColumn& column : file.columns) {
      if (!holds_date(column.field) || column.field == Field::expected_close ||
          column.field == Field::last_activity_at)
        continue;
      if (any_history && column.field != Field::happened_at) continue;
      if (!column.dated) continue;
      any = true;
      all &= column.timed;
    }
  }
  return any && all;
}

Result<void> refuse_if_useless(const Dataset& dataset) {
  const auto known = [](const RecognisedFile& file) { return file.kind != FileKind::unknown; };
  if (std::none_of(dataset.files.begin(), dataset.files.end(), known)) {
    const Table& table = dataset.files.front().table;
    return Error(Error::Code::invalid,
                 Message(kNothingRecognised,
                         {{"file", table.name}, {"columns", joined_names(table.header)}}));
  }
  for (size_t i = 0; i < dataset.tallies.size(); ++i) {
    const FileTally& tally = dataset.tallies[i];
    if (tally.kind == FileKind::unknown || tally.used > 0) continue;
    if (tally.rows == 0)
      return Error(Error::Code::invalid, Message(kNoRows, {{"file", tally.file}}));
    for (const RowIssue& issue : dataset.issues)
      if (issue.rejected && issue.origin.file == i)
        return Error(Error::Code::invalid,
                     Message(kAllRejected, {{"count", std::to_string(tally.rows)},
                                            {"file", tally.file},
                                            {"line", std::to_string(issue.origin.line)},
                                            {"column", issue.column},
                                            {"value", issue.value}}));
  }
  return {};
}

}  // namespace

Mapping Dataset::decided() const {
  Mapping shown = mapping;
  shown.files.clear();
  for (const RecognisedFile& file : files) shown.files.push_back(file.mapping());
  std::set<std::string> listed;
  const auto list = [&listed](const std::vector<std::string>& names) {
    for (const std::string& name : names) listed.insert(fold_name(name));
  };
  list(shown.won);
  list(shown.lost);
  list(shown.censored);
  list(shown.open);
  for (const RecognisedFile& file : files)
    for (const SeenName& seen : file.stages_seen) {
      const StageKind kind = kind_of_stage(mapping, seen.name);
      if (kind == StageKind::open || !listed.insert(fold_name(seen.name)).second) continue;
      (kind == StageKind::won    ? shown.won
       : kind == StageKind::lost ? shown.lost
                                 : shown.censored)
          .push_back(seen.name);
    }
  if (!shown.time_zone) shown.time_zone = "UTC";
  return shown;
}

Result<Dataset> read_dataset(std::vector<InputFile> files, const Mapping& mapping) {
  Dataset dataset;
  dataset.mapping = mapping;
  const std::shared_ptr<const Zone> zone = TRY(zone_of(mapping));
  for (InputFile& input : files) {
    dataset.files.push_back(TRY(recognise_file(std::move(input.bytes), input.name, mapping)));
    const RecognisedFile& file = dataset.files.back();
    FileTally tally;
    tally.file = file.table.name;
    tally.kind = file.kind;
    dataset.tallies.push_back(std::move(tally));
  }
  for (std::uint32_t i = 0; i < dataset.files.size(); ++i) {
    const RecognisedFile& file = dataset.files[i];
    for (const cycle::Warning& note : file.notes) dataset.warnings.push_back(note);
    if (file.kind == FileKind::unknown) {
      dataset.warnings.push_back(
          {1, Message(kFileIgnored, {{"file", file.table.name}, {"count", "1"}})});
      continue;
    }
    read_rows(dataset, i, *zone);
    warn_about(dataset, i);
  }
  TRY(refuse_if_useless(dataset));
  Relation(dataset).run();
  leave_out_ignored(dataset);
  dataset.timed = carries_times(dataset);
  reconcile_names(dataset);
  return dataset;
}

}  // namespace stagecoach::exchange
