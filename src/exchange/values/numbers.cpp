#include "exchange/values/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "exchange/values/words.h"
#include "platform/base/currencies.h"

namespace stagecoach::exchange {
namespace {

struct Sign {
  std::string_view written;
  std::string_view code;  // "" marks a sign that names no single currency
};

// Longer signs first, so that "US$" is not read as "$".
constexpr std::array<Sign, 34> kSigns = {{
    {"US$", "USD"},    {"HK$", "HKD"},  {"NT$", "TWD"},    {"A$", "AUD"},   {"C$", "CAD"},
    {"S$", "SGD"},     {"R$", "BRL"},   {"CN¥", "CNY"},    {"CN￥", "CNY"}, {"JP¥", "JPY"},
    {"人民币", "CNY"}, {"美元", "USD"}, {"欧元", "EUR"},   {"港币", "HKD"}, {"港元", "HKD"},
    {"日元", "JPY"},   {"英镑", "GBP"}, {"新台币", "TWD"}, {"$", "USD"},    {"＄", "USD"},
    {"€", "EUR"},      {"£", "GBP"},    {"￥", "CNY"},     {"¥", "CNY"},    {"円", "JPY"},
    {"元", "CNY"},     {"₹", "INR"},    {"₽", "RUB"},    {"₩", "KRW"},    {"₺", "TRY"},
    {"₫", "VND"},      {"zł", "PLN"},   {"₪", "ILS"},      {"฿", "THB"},
}};

struct Multiple {
  std::string_view written;
  int zeros;
};

constexpr std::array<Multiple, 15> kMultiples = {{
    {"百万", 6},
    {"千万", 7},
    {"万", 4},
    {"萬", 4},
    {"亿", 8},
    {"億", 8},
    {"千", 3},
    {"mio", 6},
    {"mn", 6},
    {"mm", 6},
    {"bn", 9},
    {"tsd", 3},
    {"k", 3},
    {"m", 6},
    {"b", 9},
}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Full-width digits and signs to ASCII, blanks of every kind and apostrophes dropped.
std::string westernise(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view rest = text.substr(i);
    if (byte == 0xEF && rest.size() >= 3 && (rest[1] == '\xBC') &&
        static_cast<unsigned char>(rest[2]) >= 0x81 &&
        static_cast<unsigned char>(rest[2]) <= 0x9F && !rest.starts_with("＄")) {
      out.push_back(static_cast<char>(static_cast<unsigned char>(rest[2]) - 0x60));
      i += 2;
      continue;
    }
    bool dropped = false;
    for (const std::string_view blank :
         {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE3\x80\x80", "’", " ", "'", "_"})
      if (rest.starts_with(blank)) {
        i += blank.size() - 1;
        dropped = true;
        break;
      }
    if (dropped) continue;
    if (rest.starts_with("−") || rest.starts_with("–")) {
      out.push_back('-');
      i += 2;
      continue;
    }
    out.push_back(text[i]);
  }
  return out;
}

// Takes `piece` off either end, ignoring the case of ASCII letters.
bool take_end(std::string& text, std::string_view piece) {
  const auto same = [](char a, char b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b);
  };
  if (text.size() < piece.size()) return false;
  if (std::equal(piece.begin(), piece.end(), text.begin(), same)) {
    text.erase(0, piece.size());
    return true;
  }
  if (std::equal(piece.begin(), piece.end(), text.end() - static_cast<std::ptrdiff_t>(piece.size()),
                 same)) {
    text.erase(text.size() - piece.size());
    return true;
  }
  return false;
}

bool take_suffix(std::string& text, std::string_view lower) {
  if (text.size() <= lower.size()) return false;
  const size_t at = text.size() - lower.size();
  for (size_t i = 0; i < lower.size(); ++i) {
    const char c = text[at + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
  }
  text.erase(at);
  return true;
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// An ISO code before or after the digits: "USD1200", "1200EUR", "1200RMB".
bool take_code(std::string& text, Currency& currency) {
  const auto take = [&](size_t at) {
    if (text.size() < 4) return false;
    for (size_t i = at; i < at + 3; ++i)
      if (!is_letter(text[i])) return false;
    const auto code = read_currency(std::string_view(text).substr(at, 3));
    if (!code) return false;
    currency = *code;
    text.erase(at, 3);
    return true;
  };
  if (text.size() >= 4 && is_letter(text[0]) && !is_letter(text[3]) && take(0)) return true;
  return text.size() >= 4 && !is_letter(text[text.size() - 4]) && take(text.size() - 3);
}

void take_currency(std::string& text, Currency& currency) {
  for (const Sign& sign : kSigns)
    if (take_end(text, sign.written)) {
      if (const auto code = Currency::parse(sign.code)) currency = *code;
      break;
    }
  take_code(text, currency);
}

// What the separators of a bare number say.
struct Digits {
  enum class Evidence { none, point, comma, point_or_group, comma_or_group };
  std::string whole, fraction;
  Evidence evidence = Evidence::none;
};

std::optional<Digits> read_digits(std::string_view text, DecimalMark mark) {
  size_t points = 0, commas = 0;
  for (const char c : text) {
    if (c == '.')
      ++points;
    else if (c == ',')
      ++commas;
    else if (!is_digit(c))
      return std::nullopt;
  }
  const size_t last = text.find_last_of(".,");
  Digits digits;
  size_t decimal_at = text.npos;
  if (points > 0 && commas > 0) {
    const char decimal = text[last];
    if ((decimal == '.' ? points : commas) > 1) return std::nullopt;
    decimal_at = last;
    digits.evidence = decimal == '.' ? Digits::Evidence::point : Digits::Evidence::comma;
  } else if (points + commas == 1) {
    const bool point = points == 1;
    const bool group = text.size() - last - 1 == 3 && last >= 1 && last <= 3 && text[0] != '0';
    if (!group) {
      decimal_at = last;
      digits.evidence = point ? Digits::Evidence::point : Digits::Evidence::comma;
    } else {
      digits.evidence = point ? Digits::Evidence::point_or_group : Digits::Evidence::comma_or_group;
      if (point == (mark == DecimalMark::point)) decimal_at = last;
    }
  } else if (points + commas > 1) {
    digits.evidence = points > 0 ? Digits::Evidence::comma : Digits::Evidence::point;
  }
  for (size_t i = 0; i < text.size(); ++i)
    if (is_digit(text[i]))
      (decimal_at != text.npos && i > decimal_at ? digits.fraction : digits.whole) += text[i];
  if (digits.whole.empty() && digits.fraction.empty()) return std::nullopt;
  return digits;
}

void shift_point(Digits& digits, int places) {
  for (; places > 0; --places) {
    digits.whole += digits.fraction.empty() ? '0' : digits.fraction[0];
    if (!digits.fraction.empty()) digits.fraction.erase(0, 1);
  }
  for (; places < 0; ++places) {
    digits.fraction.insert(0, 1, digits.whole.empty() ? '0' : digits.whole.back());
    if (!digits.whole.empty()) digits.whole.pop_back();
  }
}

// Splits "1.2E+05" into "1.2" and 5.
int take_exponent(std::string& text) {
  const size_t at = text.find_first_of("eE");
  if (at == text.npos || at == 0 || at + 1 >= text.size()) return 0;
  const char* begin = text.data() + at + 1;
  if (*begin == '+') ++begin;
  int exponent = 0;
  const auto end = std::from_chars(begin, text.data() + text.size(), exponent);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size() || std::abs(exponent) > 18)
    return 0;
  text.erase(at);
  return exponent;
}

struct Reading {
  Amount amount;
  Digits::Evidence evidence = Digits::Evidence::none;
};

std::optional<Reading> read_with_evidence(std::string_view trimmed, DecimalMark mark) {
  if (trimmed.empty() || trimmed.size() > 64) return std::nullopt;
  std::string text = westernise(trimmed);
  bool negative = false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = text.substr(1, text.size() - 2);
  }
  const auto take_minus = [&] {
    if (text.size() > 1 && (text.front() == '-' || text.front() == '+')) {
      negative ^= text.front() == '-';
      text.erase(0, 1);
    } else if (text.size() > 1 && text.back() == '-') {
      negative = !negative;
      text.pop_back();
    }
  };
  Reading reading;
  const size_t signed_size = text.size();
  take_minus();
  const bool was_signed = text.size() != signed_size;
  take_currency(text, reading.amount.currency);
  if (!was_signed) take_minus();  // "$-5"
  int zeros = 0;
  for (const Multiple& multiple : kMultiples)
    if (take_suffix(text, multiple.written)) {
      zeros = multiple.zeros;
      break;
    }
  if (reading.amount.currency == Currency()) take_currency(text, reading.amount.currency);
  zeros += take_exponent(text);
  std::optional<Digits> digits = read_digits(text, mark);
  if (!digits) return std::nullopt;
  reading.evidence = digits->evidence;
  shift_point(*digits, zeros);
  digits->whole.erase(0, std::min(digits->whole.find_first_not_of('0'), digits->whole.size()));
  if (digits->whole.empty()) digits->whole = "0";
  if (digits->whole.size() > 18) return std::nullopt;
  reading.amount.decimal = (negative ? "-" : "") + digits->whole;
  if (!digits->fraction.empty()) reading.amount.decimal += "." + digits->fraction;
  return reading;
}

}  // namespace

std::optional<Amount> read_amount(std::string_view trimmed, DecimalMark mark) {
  auto reading = read_with_evidence(trimmed, mark);
  if (!reading) return std::nullopt;
  return std::move(reading->amount);
}

std::optional<Money> to_money(const Amount& amount, Currency fallback, std::int64_t scale) {
  const Currency currency = amount.currency == Currency() ? fallback : amount.currency;
  std::string_view text = amount.decimal;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const size_t point = text.find('.');
  Digits digits{std::string(text.substr(0, point)),
                point == text.npos ? std::string() : std::string(text.substr(point + 1)),
                Digits::Evidence::none};
  for (; scale >= 10; scale /= 10) shift_point(digits, 1);
  const auto decimals = static_cast<size_t>(currency.exponent());
  const bool round_up = digits.fraction.size() > decimals && digits.fraction[decimals] >= '5';
  digits.fraction.resize(std::min(digits.fraction.size(), decimals));
  auto money = money_from_decimal(digits.whole + "." + digits.fraction, currency);
  if (!money) return std::nullopt;
  money->minor += round_up ? 1 : 0;
  if (negative) money->minor = -money->minor;
  return money;
}

void NumberVotes::add(std::string_view trimmed) {
  if (is_empty_word(trimmed)) return;
  if (trimmed.ends_with('%')) trimmed.remove_suffix(1);
  const auto reading = read_with_evidence(trimmed, DecimalMark::point);
  if (!reading) {
    ++unreadable;
    return;
  }
  ++read;
  using Evidence = Digits::Evidence;
  if (reading->evidence == Evidence::point) ++point;
  if (reading->evidence == Evidence::comma) ++comma;
  if (reading->evidence == Evidence::point_or_group) ++point_or_group;
  if (reading->evidence == Evidence::comma_or_group) ++comma_or_group;
  largest = std::max(largest, std::strtod(reading->amount.decimal.c_str(), nullptr));
}

MarkDecision decide_mark(const NumberVotes& votes, bool semicolons) {
  if (votes.point != votes.comma)
    return {votes.comma > votes.point ? DecimalMark::comma : DecimalMark::point, false};
  if (votes.point_or_group == 0 && votes.comma_or_group == 0)
    return {semicolons ? DecimalMark::comma : DecimalMark::point, false};
  // Exactly three digits after the mark in every value: thousands, far sooner than mills.
  return {votes.point_or_group > votes.comma_or_group ? DecimalMark::comma : DecimalMark::point,
          true};
}

std::optional<double> read_share(std::string_view trimmed, DecimalMark mark, bool percent) {
  if (trimmed.ends_with('%')) {
    percent = true;
    trimmed.remove_suffix(1);
  }
  const auto amount = read_amount(trimmed, mark);
  if (!amount) return std::nullopt;
  const double value = std::strtod(amount->decimal.c_str(), nullptr) / (percent ? 100 : 1);
  if (value < 0 || value > 1) return std::nullopt;
  return value;
}

std::optional<Currency> read_currency(std::string_view trimmed) {
  constexpr std::array<Sign, 8> kNames = {{{"usdollar", "USD"},
                                           {"dollar", "USD"},
                                           {"euro", "EUR"},
                                           {"rmb", "CNY"},
                                           {"renminbi", "CNY"},
                                           {"yuan", "CNY"},
                                           {"yen", "JPY"},
                                           {"poundsterling", "GBP"}}};
  const std::string folded = fold_name(trimmed);
  for (const Sign& name : kNames)
    if (folded == name.written) return Currency::parse(name.code);
  for (const Sign& sign : kSigns)
    if (trimmed == sign.written) return Currency::parse(sign.code);
  // "USD - US Dollar" and "Euro (EUR)" carry the code as a word of its own.
  size_t at = 0;
  while (at < trimmed.size()) {
    while (at < trimmed.size() && !is_letter(trimmed[at])) ++at;
    const size_t begin = at;
    while (at < trimmed.size() && is_letter(trimmed[at])) ++at;
    const std::string_view word = trimmed.substr(begin, at - begin);
    const bool upper =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (word.size() == 3 && (upper || word.size() == trimmed.size())) return known_currency(word);
  }
  return std::nullopt;
}

NameUnits units_of_name(std::string_view column_name) {
  NameUnits units;
  const auto says = [&](std::string_view word) {
    return column_name.find(word) != column_name.npos;
  };
  if (says("万元") || says("萬元") || says("(万)") || says("（万）")) units.scale = 10'000;
  if (says("亿元")) units.scale = 100'000'000;
  if (says("千元") || says("thousand") || says("(k)")) units.scale = 1'000;
  if (says("百万") || says("million")) units.scale = 1'000'000;
  constexpr std::array<std::string_view, 14> kCodes = {"USD", "EUR", "GBP", "CNY", "RMB",
                                                       "JPY", "HKD", "TWD", "SGD", "AUD",
                                                       "CAD", "CHF", "INR", "BRL"};
  for (const std::string_view code : kCodes) {
    const size_t at = column_name.find(code);
    if (at == column_name.npos) continue;
    const bool alone = (at == 0 || !is_letter(column_name[at - 1])) &&
                       (at + 3 == column_name.size() || !is_letter(column_name[at + 3]));
    if (alone) units.currency = read_currency(code).value_or(Currency());
  }
  if (units.currency == Currency())
    for (const Sign& sign : kSigns)
      if (says(sign.written)) {
        if (const auto code = Currency::parse(sign.code)) units.currency = *code;
        break;
      }
  return units;
}

}  // namespace stagecoach::exchange
