#include "sales/fields/field_value.h"

#include <algorithm>
#include <charconv>

#include "platform/base/utf8.h"

namespace stagecoach::sales {
namespace {

constexpr std::size_t kIndexedBytesMax = 200;
constexpr int kPlaces = 6;

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string indexed_text(const std::string& text) {
  return std::string(truncate_utf8(text, kIndexedBytesMax));
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view places =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || whole.size() > 13 || places.size() > kPlaces || !is_digits(whole) ||
      !is_digits(places) || (point != std::string_view::npos && places.empty()))
    return std::nullopt;
  std::string digits(whole);
  digits.append(places).append(kPlaces - places.size(), '0');
  Decimal decimal;
  std::from_chars(digits.data(), digits.data() + digits.size(), decimal.millionths);
  if (decimal.millionths > kMax) return std::nullopt;
  if (negative) decimal.millionths = -decimal.millionths;
  return decimal;
}

std::string Decimal::text() const {
  const std::int64_t size = millionths < 0 ? -millionths : millionths;
  std::string text = millionths < 0 ? "-" : "";
  text += std::to_string(size / kScale);
  if (size % kScale == 0) return text;
  const std::string places = std::to_string(kScale + size % kScale).substr(1);
  return text + "." + places.substr(0, places.find_last_not_of('0') + 1);
}

std::vector<IndexedValue> indexed(const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    IndexedValue row{{}, indexed_text(*text)};
    if (const auto day = date_from_iso(*text)) row.number = to_days(*day);
    return {row};
  }
  if (const auto* number = std::get_if<Decimal>(&value.is)) return {{number->millionths, {}}};
  if (const auto* money = std::get_if<Money>(&value.is))
    return {{money->minor, std::string(money->currency.code())}};
  if (const auto* yes = std::get_if<bool>(&value.is)) return {{*yes ? 1 : 0, {}}};
  std::vector<IndexedValue> rows;
  for (const std::string& choice : std::get<std::vector<std::string>>(value.is))
    rows.push_back({{}, indexed_text(choice)});
  return rows;
}

}  // namespace stagecoach::sales

namespace stagecoach::json {
namespace {

constexpr Phrase kNoFieldValue{
    "field.no_value", "A text, a number, true or false, an amount or a list of texts is expected.",
    "此处应为文本、数字、true 或 false、金额，或文本列表。"};
constexpr Phrase kNoDecimal{
    "field.no_decimal",
    "A number up to 1,000,000,000,000 with at most six decimal places is expected.",
    "此处应为不超过 1,000,000,000,000、最多六位小数的数字。"};

}  // namespace

void Codec<sales::FieldValue>::read(Reader& reader, const Node& node, sales::FieldValue& out) {
  switch (node.kind) {
    case Node::Kind::string:
      return read_string(reader, node, out.is.emplace<std::string>());
    case Node::Kind::boolean:
      out.is = node.boolean;
      return;
    case Node::Kind::object:
      return Codec<Money>::read(reader, node, out.is.emplace<Money>());
    case Node::Kind::array:
      return Codec<std::vector<std::string>>::read(reader, node,
                                                   out.is.emplace<std::vector<std::string>>());
    case Node::Kind::integer:
    case Node::Kind::number:
      if (const auto decimal = sales::Decimal::parse(node.text))
        out.is = *decimal;
      else
        reader.fail(kNoDecimal);
      return;
    case Node::Kind::null:
      reader.fail(kNoFieldValue);
  }
}

void Codec<sales::FieldValue>::append(std::string& out, const sales::FieldValue& value) {
  std::visit(
      [&](const auto& is) {
        using T = std::remove_cvref_t<decltype(is)>;
        if constexpr (std::is_same_v<T, sales::Decimal>)
          out.append(is.text());
        else
          Codec<T>::append(out, is);
      },
      value.is);
}

std::string Codec<sales::FieldValue>::schema(Schemas& schemas, const Rule*) {
  return schemas.refer("stagecoach::sales::FieldValue", [&schemas] {
    return R"({"oneOf":[{"type":"string"},{"type":"number"},{"type":"boolean"},)" +
           Codec<Money>::schema(schemas, nullptr) +
           R"(,{"type":"array","items":{"type":"string"}}]})";
  });
}

}  // namespace stagecoach::json
