#include "platform/json/values.h"

#include <algorithm>
#include <array>

#include "platform/base/currencies.h"
#include "platform/json/phrases.h"

namespace stagecoach::json {
namespace {

bool is_text(Reader& reader, const Node& node, const Phrase& expected) {
  if (node.kind == Node::Kind::string) return true;
  reader.fail(node.kind == Node::Kind::null ? kNull : expected);
  return false;
}

void refuse_currency(Reader& reader, std::string_view code) {
  const std::string said(code);
  if (!Currency::parse(code))
    reader.fail(kExpectedCurrency);
  else if (const auto meant = nearest_currency(code))
    reader.fail(kNoSuchCurrencyNear, {{"code", said}, {"nearest", std::string(*meant)}});
  else
    reader.fail(kNoSuchCurrency, {{"code", said}});
}

// Members of the two base structs that are read like described ones.
constexpr Rule kMinorRule = Rule("minor").between(-9'000'000'000'000'000, 9'000'000'000'000'000);

constexpr std::array kMoneyMembers{
    Member{"minor",
           [](Reader& reader, const Node& node, void* money) {
             Codec<std::int64_t>::read(reader, node, static_cast<Money*>(money)->minor);
           },
           true, &kMinorRule},
    Member{"currency",
           [](Reader& reader, const Node& node, void* money) {
             Codec<Currency>::read(reader, node, static_cast<Money*>(money)->currency);
           },
           false, nullptr},
};

}  // namespace

void Codec<Currency>::read(Reader& reader, const Node& node, Currency& out) {
  if (is_nothing(reader, node)) {
    out = Currency();
  } else if (is_text(reader, node, kExpectedCurrency)) {
    if (const auto currency = known_currency(node.text))
      out = *currency;
    else
      refuse_currency(reader, node.text);
  }
}

void Codec<Currency>::append(std::string& out, Currency value) {
  if (value == Currency())
    out.append("null");
  else
    append_string(out, value.code());
}

std::string Codec<Currency>::schema(Schemas&, const Rule*) {
  return R"({"type":["string","null"],"pattern":"^[A-Z]{3}$"})";
}

void Codec<Money>::read(Reader& reader, const Node& node, Money& out) {
  std::array members = kMoneyMembers;
  Rule minor = kMinorRule;
  if (const Rule* rule = reader.rule())
    minor = minor.between(std::max(rule->number_min, minor.number_min),
                          std::min(rule->number_max, minor.number_max));
  members.front().rule = &minor;
  Money money;
  read_object(reader, node, members, &money);
  out = money;
}

void Codec<Money>::append(std::string& out, const Money& value) {
  out.append("{\"minor\":");
  append_integer(out, value.minor);
  out.append(",\"currency\":");
  Codec<Currency>::append(out, value.currency);
  out.push_back('}');
}

std::string Codec<Money>::schema(Schemas& schemas, const Rule*) {
  return schemas.refer("stagecoach::Money", [&schemas] {
    const std::string currency = Codec<Currency>::schema(schemas, nullptr);
    return with_description(
        object_schema(schemas.direction(),
                      {{"minor", Codec<std::int64_t>::schema(schemas, &kMinorRule), false, false},
                       {"currency", currency, true, false}}),
        "An amount in the currency's minor units: 1999 in CNY is 19.99.");
  });
}

void Codec<Instant>::read(Reader& reader, const Node& node, Instant& out) {
  if (!is_text(reader, node, kExpectedInstant)) return;
  if (const auto instant = instant_from_iso(node.text))
    out = *instant;
  else
    reader.fail(kExpectedInstant);
}

void Codec<Date>::read(Reader& reader, const Node& node, Date& out) {
  if (!is_text(reader, node, kExpectedDate)) return;
  if (const auto date = date_from_iso(node.text))
    out = *date;
  else
    reader.fail(kExpectedDate);
}

namespace {

template <std::string Localized::*member>
void read_translation(Reader& reader, const Node& node, void* localized) {
  if (!is_nothing(reader, node))
    read_string(reader, node, static_cast<Localized*>(localized)->*member);
}

constexpr std::array kLocalizedMembers{
    Member{"en", &read_translation<&Localized::en>, false, nullptr},
    Member{"zh", &read_translation<&Localized::zh>, false, nullptr},
};

}  // namespace

void Codec<Localized>::read(Reader& reader, const Node& node, Localized& out) {
  // The rule of the member bounds each of the two texts, but only one of them must be there.
  std::array members = kLocalizedMembers;
  Rule each = Rule("");
  bool may_be_empty = false;
  if (const Rule* rule = reader.rule()) {
    each = Rule("").length(0, rule->length_max);
    may_be_empty = rule->has_default;
  }
  for (Member& member : members) member.rule = &each;
  out = Localized();
  const size_t errors_before = reader.error_count();
  read_object(reader, node, members, &out);
  const bool is_well_formed = reader.error_count() == errors_before;
  if (is_well_formed && out.en.empty() && out.zh.empty() && !may_be_empty)
    reader.fail(kNoTranslation);
}

void Codec<Localized>::append(std::string& out, const Localized& value) {
  out.append("{\"en\":");
  append_string(out, value.en);
  out.append(",\"zh\":");
  append_string(out, value.zh);
  out.push_back('}');
}

std::string Codec<Localized>::schema(Schemas& schemas, const Rule*) {
  return schemas.refer("stagecoach::Localized", [&schemas] {
    return object_schema(schemas.direction(), {{"en", string_schema(nullptr), true, false},
                                               {"zh", string_schema(nullptr), true, false}});
  });
}

}  // namespace stagecoach::json
