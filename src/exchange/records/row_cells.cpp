#include "exchange/records/row_cells.h"

#include <cstdlib>

#include "exchange/values/words.h"

namespace stagecoach::exchange {

const Phrase kValueMissing{"import.value_missing", "This must not be empty.", "此项不能为空。"};
const Phrase kValueNotShare{"import.value_not_share", "This is not a share between 0 and 100%.",
                            "不是 0 到 100% 之间的比例。"};

namespace {

const Phrase kNotADate{"import.value_not_date", "This is not a date.", "不是有效日期。"};
const Phrase kNotANumber{"import.value_not_number", "This is not a number.", "不是有效数字。"};
const Phrase kNotABool{"import.value_not_bool", "This is neither yes nor no.",
                       "既不是“是”也不是“否”。"};
const Phrase kNotACurrency{"import.value_not_currency", "This is not a currency.",
                           "不是有效币种。"};

constexpr size_t kValueShownMax = 500;

}  // namespace

RowCells::RowCells(Dataset& dataset, std::uint32_t file_index, const Zone& zone)
    : dataset_(dataset),
      index_(file_index),
      zone_(zone),
      fallback_(dataset.mapping.currency.value_or(Currency())) {}

void RowCells::complain(const BoundColumn& column, const Phrase& reason, bool rejected) {
  const CsvField& field = record_.fields[column.index];
  const Origin place{index_, field.line ? field.line : record_.line};
  dataset_.issues.push_back({place, column.name, std::string(field.text.substr(0, kValueShownMax)),
                             Message(reason), rejected});
  rejected_ |= rejected;
}

void RowCells::reject_row(Message reason) {
  dataset_.issues.push_back(
      {origin(), "", std::string(record_.raw.substr(0, kValueShownMax)), std::move(reason), true});
  rejected_ = true;
}

std::string_view RowCells::text(const BoundColumn& column) const {
  const std::string_view cell = record_.fields[column.index].text;
  return is_empty_word(cell) ? std::string_view() : cell;
}

std::optional<Moment> RowCells::moment(const BoundColumn& column) {
  const std::string_view cell = text(column);
  if (cell.empty() || cell.starts_with("0000-00-00") || cell == "0") return std::nullopt;
  const auto civil = read_date(cell, column.date_order);
  if (!civil) {
    const bool side = column.field == Field::expected_close ||
                      column.field == Field::last_activity_at || !column.custom_field.empty();
    complain(column, kNotADate, !side);
    return std::nullopt;
  }
  const Zone::Moment resolved = zone_.resolve(*civil);
  return Moment{resolved.at, resolved.local_day};
}

std::optional<Money> RowCells::money(const BoundColumn& column) {
  const std::string_view cell = text(column);
  if (cell.empty()) return std::nullopt;
  const auto amount = read_amount(cell, column.decimal);
  std::optional<Money> value;
  if (amount) {
    Currency currency = currency_;
    if (currency == Currency()) currency = column.units.currency;
    if (currency == Currency()) currency = fallback_;
    value = to_money(*amount, currency, column.units.scale);
  }
  if (!value) complain(column, kNotANumber, false);
  return value;
}

std::optional<double> RowCells::number(const BoundColumn& column) {
  const std::string_view cell = text(column);
  if (cell.empty()) return std::nullopt;
  const auto amount = read_amount(cell, column.decimal);
  if (!amount) {
    complain(column, kNotANumber, false);
    return std::nullopt;
  }
  return std::strtod(amount->decimal.c_str(), nullptr);
}

std::optional<bool> RowCells::yes_no(const BoundColumn& column) {
  const std::string_view cell = text(column);
  if (cell.empty()) return std::nullopt;
  const auto value = read_bool(cell);
  if (!value) complain(column, kNotABool, false);
  return value;
}

void RowCells::find_currency() {
  currency_ = Currency();
  const BoundColumn* column = file().find(Field::currency);
  if (!column) return;
  const std::string_view cell = text(*column);
  if (cell.empty()) return;
  if (const auto currency = read_currency(cell))
    currency_ = *currency;
  else
    complain(*column, kNotACurrency, false);
}

}  // namespace stagecoach::exchange
