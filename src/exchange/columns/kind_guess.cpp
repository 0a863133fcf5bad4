#include "exchange/columns/kind_guess.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_set>

#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kKeySampleRows = 200'000;

using Fields = std::set<Field>;

Fields fields_of(const std::vector<ColumnGuess>& guesses) {
  Fields fields;
  for (const ColumnGuess& guess : guesses)
    if (guess.field != Field::ignored) fields.insert(guess.field);
  return fields;
}

bool any(const Fields& fields, std::initializer_list<Field> wanted) {
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](Field field) { return fields.count(field) > 0; });
}

// Negative: the file cannot be of this kind. Otherwise how much of the header the kind explains.
int score(const Fields& fields, FileKind kind) {
  const int explained = static_cast<int>(fields.size());
  switch (kind) {
    case FileKind::deals: {
      const bool progress =
          any(fields, {Field::stage, Field::status, Field::is_won, Field::is_closed, Field::won_at,
                       Field::lost_at, Field::closed_at, Field::close_date, Field::expected_close,
                       Field::stage_entered_at, Field::entered_stage, Field::probability});
      const bool keyed =
          any(fields, {Field::deal_id, Field::deal_name}) ||
          (fields.count(Field::account_name) && any(fields, {Field::stage, Field::status}));
      const bool dated = any(fields, {Field::created_at, Field::started_at});
      if (!keyed || !(progress || dated)) return -1;
      return explained + (progress ? 3 : -1);
    }
    case FileKind::accounts:
      if (!fields.count(Field::account_name) ||
          !any(fields, {Field::category, Field::website, Field::employees, Field::annual_revenue,
                        Field::country, Field::city, Field::parent_account}))
        return -1;
      return explained;
    case FileKind::contacts:
      if (!any(fields, {Field::contact_name, Field::first_name, Field::last_name}) ||
          !any(fields, {Field::email, Field::phone, Field::job_title}))
        return -1;
      return explained;
    case FileKind::products:
      if (!fields.count(Field::product) ||
          !any(fields, {Field::amount, Field::category, Field::product_code}))
        return -1;
      return explained;
    case FileKind::users:
      if (!fields.count(Field::owner) ||
          !any(fields, {Field::manager, Field::team, Field::email, Field::job_title}))
        return -1;
      return explained;
    default:
      return -1;
  }
}

size_t column_of(const std::vector<ColumnGuess>& guesses, Field field) {
  for (size_t i = 0; i < guesses.size(); ++i)
    if (guesses[i].field == field) return i;
  return std::string::npos;
}

// Distinct keys per row: 1 where every row is a record of its own.
double distinct_share(const Table& table, size_t key_column) {
  StringArena arena;
  RowReader reader(table, arena);
  CsvRecord row;
  std::unordered_set<std::string_view> keys;
  size_t rows = 0;
  while (rows < kKeySampleRows && reader.next(row)) {
    const std::string_view key = row.fields[key_column].text;
    if (is_empty_word(key)) continue;
    keys.insert(key);
    ++rows;
  }
  return rows == 0 ? 1 : static_cast<double>(keys.size()) / static_cast<double>(rows);
}

bool names_events(std::string_view column) {
  const std::string folded = fold_name(column);
  for (const std::string_view part : {"activity", "event", "conceptname", "action", "活动", "事件",
                                      "tostage", "newstage", "newvalue", "变更后", "新阶段"})
    if (folded.find(part) != folded.npos) return true;
  return false;
}

// unknown: the header is not one of a history.
FileKind guess_history(const Table& table, bool deals_possible) {
  const std::vector<ColumnGuess> guesses = guess_columns(table.header, FileKind::history);
  const size_t key = column_of(guesses, Field::deal_id), stage = column_of(guesses, Field::stage),
               time = column_of(guesses, Field::happened_at);
  if (key == std::string::npos || stage == std::string::npos || time == std::string::npos)
    return FileKind::unknown;
  const bool events = names_events(table.header[stage]);
  const FileKind kind = events && column_of(guesses, Field::from_stage) == std::string::npos
                            ? FileKind::event_log
                            : FileKind::history;
  if (!deals_possible || column_of(guesses, Field::from_stage) != std::string::npos) return kind;
  const std::string time_name = fold_name(table.header[time]);
  const bool event_time = time_name.find("timestamp") != time_name.npos ||
                          time_name.find("changed") != time_name.npos ||
                          time_name.find("变更") != time_name.npos;
  if (events || event_time) return kind;
  return distinct_share(table, key) <= 0.8 ? kind : FileKind::unknown;
}

}  // namespace

std::vector<ColumnGuess> guess_columns(const std::vector<std::string>& header, FileKind kind) {
  std::vector<ColumnGuess> guesses(header.size());
  std::map<Field, std::pair<int, size_t>> best;  // rank and column of each field
  for (size_t i = 0; i < header.size(); ++i) {
    const auto match = match_field(header[i], kind);
    if (match) {
      const auto [at, fresh] = best.try_emplace(match->field, match->rank, i);
      if (!fresh && match->rank < at->second.first) at->second = {match->rank, i};
      continue;
    }
    if (kind != FileKind::deals) continue;
    if (auto named = match_stage_column(header[i]))
      guesses[i] = {named->entered ? Field::entered_stage : Field::left_stage,
                    std::move(named->stage)};
  }
  for (const auto& [field, place] : best) guesses[place.second].field = field;
  return guesses;
}

FileKind guess_kind(const Table& table) {
  FileKind best = FileKind::unknown;
  int best_score = -1;
  for (const FileKind kind : {FileKind::deals, FileKind::accounts, FileKind::contacts,
                              FileKind::products, FileKind::users}) {
    const int points = score(fields_of(guess_columns(table.header, kind)), kind);
    if (points > best_score) {
      best_score = points;
      best = kind;
    }
  }
  const FileKind history = guess_history(table, best == FileKind::deals);
  if (history != FileKind::unknown && (best == FileKind::deals || best_score < 4)) return history;
  return best;
}

}  // namespace stagecoach::exchange
