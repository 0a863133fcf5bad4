#include "exchange/columns/field.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "exchange/columns/field_names.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

using NameTable = std::unordered_map<std::string, FieldMatch>;

constexpr std::array<FileKind, 7> kKinds = {
    FileKind::deals,    FileKind::history,  FileKind::event_log, FileKind::accounts,
    FileKind::contacts, FileKind::products, FileKind::users};

void add_names(NameTable& table, std::span<const FieldNames> catalogue, int rank_base) {
  for (const FieldNames& entry : catalogue) {
    std::string_view names = entry.names;
    int rank = rank_base;
    while (!names.empty()) {
      const size_t bar = names.find('|');
      table.try_emplace(fold_name(names.substr(0, bar)), FieldMatch{entry.field, rank++});
      names.remove_prefix(bar == names.npos ? names.size() : bar + 1);
    }
  }
}

// Built once, then only read. A kind's own names come before the shared ones.
const NameTable& names_of_kind(FileKind kind) {
  static const std::map<FileKind, NameTable> tables = [] {
    std::map<FileKind, NameTable> built;
    for (const FileKind each : kKinds) {
      add_names(built[each], own_field_names(each), 0);
      add_names(built[each], shared_field_names(), 0);
    }
    return built;
  }();
  return tables.at(kind);
}

// "Amount (USD)" -> "Amount", "商机金额（元）" -> "商机金额".
std::string_view without_brackets(std::string_view column) {
  for (const std::string_view open : {"(", "（", "["}) {
    const size_t at = column.rfind(open);
    if (at != column.npos && at > 0) return column.substr(0, at);
  }
  return column;
}

// "Deal - Title" -> "Title", as Pipedrive prefixes every column with its table.
std::string_view without_table(std::string_view column) {
  const size_t at = column.find(" - ");
  return at == column.npos ? column : column.substr(at + 3);
}

constexpr std::array<std::string_view, 9> kEnteredPrefixes = {"hs_v2_date_entered_",
                                                              "hs_date_entered_",
                                                              "date entered ",
                                                              "date_entered_",
                                                              "entered ",
                                                              "entered_",
                                                              "time entered ",
                                                              "进入",
                                                              "首次进入"};
constexpr std::array<std::string_view, 7> kLeftPrefixes = {"hs_v2_date_exited_",
                                                           "hs_date_exited_",
                                                           "date exited ",
                                                           "date_exited_",
                                                           "exited ",
                                                           "left ",
                                                           "离开"};
constexpr std::array<std::string_view, 14> kDateWords = {
    "_date",      " date", "_at",      " at",      "_on",      "_time", " time",
    "_timestamp", "date",  "进入时间", "进入日期", "开始时间", "时间",  "日期"};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string bare_stage(std::string_view name) {
  for (const std::string_view suffix : {"时间", "日期", "阶段的时间"})
    if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
  const size_t first = name.find_first_not_of(" \"'_");
  if (first == name.npos) return {};
  return std::string(name.substr(first, name.find_last_not_of(" \"'_") - first + 1));
}

}  // namespace

std::optional<FieldMatch> match_field(std::string_view column, FileKind kind) {
  if (kind == FileKind::unknown) return std::nullopt;
  const NameTable& names = names_of_kind(kind);
  int penalty = 0;
  for (const std::string_view form : {column, without_brackets(column), without_table(column)}) {
    const auto found = names.find(fold_name(form));
    if (found != names.end()) return FieldMatch{found->second.field, found->second.rank + penalty};
    penalty += 100;
  }
  return std::nullopt;
}

bool is_known_column(std::string_view column) {
  if (column.empty() || column.size() > 100) return false;
  if (match_stage_column(column)) return true;
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](FileKind kind) { return match_field(column, kind).has_value(); });
}

std::optional<StageColumn> match_stage_column(std::string_view column) {
  const std::string name = lower(column);
  for (const bool entered : {true, false}) {
    const auto match = [&](std::string_view prefix) -> std::optional<StageColumn> {
      if (!name.starts_with(prefix)) return std::nullopt;
      std::string stage = bare_stage(column.substr(prefix.size()));
      const std::string folded = fold_name(stage);
      if (folded.empty() || folded == "currentstage" || folded == "stage" || folded == "当前阶段" ||
          folded == "at" || folded == "on" || folded == "date")
        return std::nullopt;
      return StageColumn{std::move(stage), entered};
    };
    if (entered) {
      for (const std::string_view prefix : kEnteredPrefixes)
        if (auto found = match(prefix)) return found;
    } else {
      for (const std::string_view prefix : kLeftPrefixes)
        if (auto found = match(prefix)) return found;
    }
  }
  return std::nullopt;
}

std::string date_column_stem(std::string_view column) {
  const std::string name = lower(column);
  for (const std::string_view word : kDateWords)
    if (name.size() > word.size() && name.ends_with(word))
      return bare_stage(column.substr(0, column.size() - word.size()));
  return {};
}

bool holds_date(Field field) {
  switch (field) {
    case Field::created_at:
    case Field::started_at:
    case Field::happened_at:
    case Field::stage_entered_at:
    case Field::entered_stage:
    case Field::left_stage:
    case Field::expected_close:
    case Field::closed_at:
    case Field::close_date:
    case Field::won_at:
    case Field::lost_at:
    case Field::last_activity_at:
      return true;
    default:
      return false;
  }
}

}  // namespace stagecoach::exchange
