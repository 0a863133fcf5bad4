#include "exchange/columns/recognise.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "exchange/columns/kind_guess.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kStageNamesMax = 2000;
constexpr size_t kDateSampleRows = 2000;

const Phrase kNoColumn{"import.mapping_column_missing",
                       "The mapping names the column \"{column}\", which {file} does not have.",
                       "映射中的列“{column}”在 {file} 中不存在。"};
const Phrase kNoStage{"import.mapping_stage_missing",
                      "The mapping of column \"{column}\" must say which stage it dates.",
                      "列“{column}”的映射必须指明对应的阶段。"};
const Phrase kNoCustom{
    "import.mapping_custom_missing",
    "The mapping of column \"{column}\" names a field in custom_field that you cannot fill.",
    "列“{column}”的映射在 custom_field 中指明的字段您不能填写。"};
const Phrase kOrderGuessed{
    "import.date_order_guessed",
    "Dates in column \"{column}\" of {file} can be read both ways; they were read as {order}. Give "
    "date_order in a mapping if that is wrong.",
    "{file} 中列“{column}”的日期两种读法都成立，已按 {order} 读取；如不正确，请在映射中指定 "
    "date_order。"};
const Phrase kOrderMixed{
    "import.date_order_mixed",
    "Column \"{column}\" of {file} mixes day-first and month-first dates: read as {order}, except "
    "{count} that only fit the other order.",
    "{file} 中列“{column}”混用了两种日期顺序：按 {order} 读取，其中 {count} "
    "个只能按另一种顺序读取。"};
const Phrase kMarkGuessed{
    "import.decimal_mark_guessed",
    "Numbers such as 1{mark}234 in column \"{column}\" of {file} were read as one thousand two "
    "hundred and thirty-four.",
    "{file} 中列“{column}”的 1{mark}234 一类数字按一千二百三十四读取。"};

class Recognition {
 public:
  Recognition(RecognisedFile& file, const Mapping& mapping)
      : file_(file), mapping_(mapping), own_(find_file(mapping, file.table.name)) {}

  Result<void> run() {
    file_.kind = own_ && own_->kind ? *own_->kind : guess_kind(file_.table);
    guesses_ = guess_columns(file_.table.header, file_.kind);
    overridden_.resize(guesses_.size());
    TRY(apply_columns());
    if (file_.kind == FileKind::deals) {
      guess_custom();
      promote_status();
      collect_stage_names();
      bind_named_dates();
    } else if (is_history(file_.kind)) {
      collect_stage_names();
    }
    bind();
    vote();
    return {};
  }

 private:
  size_t column_of(Field field) const {
    for (size_t i = 0; i < guesses_.size(); ++i)
      if (guesses_[i].field == field) return i;
    return std::string::npos;
  }

  Result<void> apply_columns() {
    if (!own_) return {};
    const std::vector<std::string>& header = file_.table.header;
    for (const ColumnMapping& column : own_->columns) {
      auto at = std::find(header.begin(), header.end(), column.column);
      if (at == header.end())
        at = std::find_if(header.begin(), header.end(), [&](const std::string& name) {
          return fold_name(name) == fold_name(column.column);
        });
      if (at == header.end()) {
        if (!own_->file) continue;  // said of every file, and this one has no such column
        return Error(Error::Code::invalid,
                     Message(kNoColumn, {{"column", column.column}, {"file", file_.table.name}}));
      }
      const bool dated = column.field == Field::entered_stage || column.field == Field::left_stage;
      if (dated && (!column.stage || column.stage->empty()))
        return Error(Error::Code::invalid, Message(kNoStage, {{"column", column.column}}));
      const auto index = static_cast<size_t>(at - header.begin());
      const bool custom = column.custom_field.has_value();
      if (custom && !custom_field(*column.custom_field))
        return Error(Error::Code::invalid, Message(kNoCustom, {{"column", column.column}}));
      if (!dated && !custom && column.field != Field::ignored)
        if (const size_t rival = column_of(column.field); rival != std::string::npos)
          guesses_[rival] = {};
      guesses_[index] = {custom ? Field::ignored : column.field, custom  ? *column.custom_field
                                                                 : dated ? *column.stage
                                                                         : ""};
      overridden_[index] = &column;
    }
    return {};
  }

  // A column that is nothing every import knows, but a field of the organisation's own.
  static bool is_custom(const ColumnGuess& guess) {
    return guess.field == Field::ignored && !guess.stage.empty();
  }

  const sales::CustomField* custom_field(const std::string& key) const {
    return mapping_.workspace_fields ? mapping_.workspace_fields->by_key(key) : nullptr;
  }

  // Columns that nothing else claims and that are called like a field of the organisation.
  void guess_custom() {
    if (!mapping_.workspace_fields) return;
    for (size_t i = 0; i < guesses_.size(); ++i) {
      if (overridden_[i] || guesses_[i].field != Field::ignored) continue;
      if (const auto* field = mapping_.workspace_fields->by_name(file_.table.header[i]))
        guesses_[i] = {Field::ignored, field->key};
    }
  }

  // A status column whose words are more than open, won and lost is the stage.
  void promote_status() {
    const size_t status = column_of(Field::status);
    if (status == std::string::npos || column_of(Field::stage) != std::string::npos) return;
    if (overridden_[status]) return;
    const auto names = distinct_names(status);
    const bool more = std::any_of(names.begin(), names.end(), [&](const SeenName& seen) {
      return kind_of_stage(mapping_, seen.name) == StageKind::open && !is_plain_open(seen.name);
    });
    if (more) guesses_[status].field = Field::stage;
  }

  std::vector<SeenName> distinct_names(size_t column) const {
    StringArena arena;
    RowReader reader(file_.table, arena);
    CsvRecord row;
    std::unordered_map<std::string_view, size_t> places;
    std::vector<SeenName> names;
    while (reader.next(row)) {
      const std::string_view text = row.fields[column].text;
      if (is_empty_word(text)) continue;
      const auto [at, fresh] = places.try_emplace(text, names.size());
      if (fresh) {
        if (names.size() >= kStageNamesMax) break;
        names.push_back({std::string(text), 0});
      }
      ++names[at->second].rows;
    }
    return names;
  }

  void collect_stage_names() {
    if (const size_t stage = column_of(Field::stage); stage != std::string::npos)
      file_.stages_seen = distinct_names(stage);
  }

  // "engage_date" dates the entry of "Engaging". Without a stage column, two or more such columns
  // are the stages themselves: lead_date, qualified_date, proposal_date.
  void bind_named_dates() {
    const bool staged = column_of(Field::stage) != std::string::npos;
    std::vector<std::pair<size_t, std::string>> unnamed;
    for (size_t i = 0; i < guesses_.size(); ++i) {
      if (overridden_[i]) continue;
      ColumnGuess& guess = guesses_[i];
      if (guess.field == Field::entered_stage || guess.field == Field::left_stage) {
        if (const auto stage = seen_stage(guess.stage)) guess.stage = *stage;
        continue;
      }
      if (is_custom(guess)) continue;
      if (guess.field != Field::ignored && guess.field != Field::started_at) continue;
      const std::string stem = date_column_stem(file_.table.header[i]);
      if (stem.empty()) continue;
      if (const auto stage = seen_stage(stem))
        guess = {Field::entered_stage, *stage};
      else if (!staged && guess.field == Field::ignored && is_stage_stem(stem) && mostly_dates(i))
        unnamed.emplace_back(i, stem);
    }
    if (unnamed.size() >= 2)
      for (auto& [index, stem] : unnamed) guesses_[index] = {Field::entered_stage, stem};
  }

  static bool is_stage_stem(std::string_view stem) {
    const std::string folded = fold_name(stem);
    for (const std::string_view part :
         {"last", "birth", "due", "modif", "updat", "import", "next", "review", "reminder", "valid",
          "expir", "最后", "更新", "修改", "生日", "下次"})
      if (folded.find(part) != folded.npos) return false;
    return !folded.empty();
  }

  // The stage that a column's words mean: the same name folded, or one that begins alike
  // ("engage" and "Engaging"), if it is the only one.
  std::optional<std::string> seen_stage(const std::string& words) const {
    const auto same = find_seen(fold_name(words));
    if (same) return same;
    // HubSpot adds the pipeline: "Demo (Sales Pipeline)".
    if (const size_t bracket = words.rfind('('); bracket != words.npos && bracket > 0)
      if (const auto plain = find_seen(fold_name(words.substr(0, bracket)))) return plain;
    const std::string folded = fold_name(words);
    std::optional<std::string> found;
    for (const SeenName& seen : file_.stages_seen) {
      const std::string name = fold_name(seen.name);
      const size_t common = static_cast<size_t>(
          std::mismatch(name.begin(), name.end(), folded.begin(), folded.end()).first -
          name.begin());
      if (common < 4 || common * 10 < std::max(name.size(), folded.size()) * 6) continue;
      if (found) return std::nullopt;
      found = seen.name;
    }
    return found;
  }

  std::optional<std::string> find_seen(const std::string& folded) const {
    for (const SeenName& seen : file_.stages_seen)
      if (fold_name(seen.name) == folded) return seen.name;
    return std::nullopt;
  }

  bool mostly_dates(size_t column) const {
    StringArena arena;
    RowReader reader(file_.table, arena);
    CsvRecord row;
    DateVotes votes;
    for (size_t i = 0; i < kDateSampleRows && reader.next(row); ++i)
      votes.add(row.fields[column].text);
    return votes.read >= 4 * votes.unreadable;
  }

  void bind() {
    for (size_t i = 0; i < guesses_.size(); ++i) {
      if (guesses_[i].field == Field::ignored && !is_custom(guesses_[i])) continue;
      BoundColumn column;
      column.index = i;
      column.name = file_.table.header[i];
      column.field = guesses_[i].field;
      (is_custom(guesses_[i]) ? column.custom_field : column.stage) = guesses_[i].stage;
      column.overridden = overridden_[i] != nullptr;
      if (column.field == Field::amount) column.units = units_of_name(column.name);
      file_.columns.push_back(std::move(column));
    }
  }

  // Every value of every date and number column votes on how the column is to be read.
  void vote() {
    std::map<size_t, DateVotes> dates;
    std::map<size_t, NumberVotes> numbers;
    for (size_t i = 0; i < file_.columns.size(); ++i) {
      const Field field = file_.columns[i].field;
      const sales::CustomField* custom = custom_field(file_.columns[i].custom_field);
      if (holds_date(field) || (custom && custom->kind == sales::FieldKind::date)) dates[i];
      const bool counts = custom && (custom->kind == sales::FieldKind::number ||
                                     custom->kind == sales::FieldKind::money);
      if (counts || field == Field::amount || field == Field::probability ||
          field == Field::stage_days)
        numbers[i];
    }
    StringArena arena;
    RowReader reader(file_.table, arena);
    CsvRecord row;
    while (reader.next(row)) {
      for (auto& [i, votes] : dates) votes.add(row.fields[file_.columns[i].index].text);
      for (auto& [i, votes] : numbers) votes.add(row.fields[file_.columns[i].index].text);
    }
    settle_dates(dates);
    settle_numbers(numbers);
  }

  void settle_dates(const std::map<size_t, DateVotes>& dates) {
    DateOrder hint = DateOrder::auto_;
    for (const auto& [i, votes] : dates) {
      const OrderDecision decision = decide_order(votes, DateOrder::auto_);
      if (decision.certainty == OrderCertainty::certain) hint = decision.order;
    }
    for (const auto& [i, votes] : dates) {
      BoundColumn& column = file_.columns[i];
      column.dated = votes.read > 0;
      column.timed = votes.timed > 0;
      const ColumnMapping* said = overridden_[column.index];
      const std::optional<DateOrder> order =
          said && said->date_order ? said->date_order : mapping_.date_order;
      if (order && *order != DateOrder::auto_) {
        column.date_order = *order;
        continue;
      }
      const OrderDecision decision = decide_order(votes, hint);
      column.date_order = decision.order;
      if (decision.certainty == OrderCertainty::guessed && hint == DateOrder::auto_)
        note(kOrderGuessed, votes.either, column, {{"order", written(decision.order)}});
      if (decision.certainty == OrderCertainty::mixed)
        note(kOrderMixed, std::min(votes.day_first, votes.month_first), column,
             {{"order", written(decision.order)}});
    }
  }

  static std::string written(DateOrder order) {
    return order == DateOrder::dmy   ? "DD/MM/YYYY"
           : order == DateOrder::mdy ? "MM/DD/YYYY"
                                     : "YYYY-MM-DD";
  }

  void settle_numbers(const std::map<size_t, NumberVotes>& numbers) {
    for (const auto& [i, votes] : numbers) {
      BoundColumn& column = file_.columns[i];
      const MarkDecision decision = decide_mark(votes, file_.table.dialect.delimiter == ';');
      column.decimal = decision.mark;
      column.percent = votes.largest > 1;
      const ColumnMapping* said = overridden_[column.index];
      if (said && said->decimal)
        column.decimal = *said->decimal;
      else if (decision.guessed && decision.mark == DecimalMark::comma)
        note(kMarkGuessed, votes.point_or_group, column, {{"mark", "."}});
    }
  }

  void note(const Phrase& phrase, size_t count, const BoundColumn& column,
            std::vector<std::pair<std::string, std::string>> args) {
    args.emplace_back("column", column.name);
    args.emplace_back("file", file_.table.name);
    args.emplace_back("count", std::to_string(count));
    file_.notes.push_back({static_cast<std::int64_t>(count), Message(phrase, std::move(args))});
  }

  RecognisedFile& file_;
  const Mapping& mapping_;
  const FileMapping* own_;
  std::vector<ColumnGuess> guesses_;
  std::vector<const ColumnMapping*> overridden_;
};

TableOptions options_of(const FileMapping* own) {
  TableOptions options;
  if (!own) return options;
  options.encoding = own->encoding.value_or("");
  if (own->delimiter) options.delimiter = *own->delimiter == "tab" ? '\t' : own->delimiter->at(0);
  options.header_line = static_cast<std::uint32_t>(std::max(0, own->header_line.value_or(0)));
  return options;
}

}  // namespace

const BoundColumn* RecognisedFile::find(Field field) const {
  for (const BoundColumn& column : columns)
    if (column.field == field) return &column;
  return nullptr;
}

FileMapping RecognisedFile::mapping() const {
  FileMapping shown;
  shown.file = table.name;
  shown.kind = kind;
  shown.encoding = table.source->encoding;
  shown.delimiter =
      table.dialect.delimiter == '\t' ? "tab" : std::string(1, table.dialect.delimiter);
  shown.header_line = static_cast<int>(table.header_line);
  for (size_t i = 0; i < table.header.size(); ++i) {
    ColumnMapping column;
    column.column = table.header[i];
    for (const BoundColumn& bound : columns) {
      if (bound.index != i) continue;
      column.field = bound.field;
      if (!bound.stage.empty()) column.stage = bound.stage;
      if (holds_date(bound.field)) column.date_order = bound.date_order;
      if (bound.field == Field::amount) column.decimal = bound.decimal;
      if (!bound.custom_field.empty()) column.custom_field = bound.custom_field;
    }
    shown.columns.push_back(std::move(column));
  }
  return shown;
}

Result<RecognisedFile> recognise_file(std::string bytes, const std::string& name,
                                      const Mapping& mapping) {
  const FileMapping* own = find_file(mapping, name);
  RecognisedFile file;
  file.table =
      TRY(open_table(std::move(bytes), name, options_of(own), [own](std::string_view cell) {
        if (own)
          for (const ColumnMapping& column : own->columns)
            if (column.column == cell) return true;
        return is_known_column(cell);
      }));
  TRY(Recognition(file, mapping).run());
  return file;
}

}  // namespace stagecoach::exchange
