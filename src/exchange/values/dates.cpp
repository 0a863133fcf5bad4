#include "exchange/values/dates.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "exchange/values/date_tokens.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr int kYearMin = 1900, kYearMax = 2199;

std::optional<Date> civil_day(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < kYearMin || year > kYearMax || month < 1 || month > 12 || day < 1 || day > 31)
    return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(static_cast<int>(year)),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date(ymd);
}

std::optional<CivilTime> from_epoch_ms(std::int64_t ms) {
  const Instant at = from_millis(ms);
  CivilTime civil;
  civil.day = date_of(at);
  civil.ms_of_day = (at - civil.day).count();
  civil.has_time = true;
  civil.offset_minutes = 0;
  const std::chrono::year_month_day ymd(civil.day);
  const int year = static_cast<int>(ymd.year());
  if (year < kYearMin || year > kYearMax) return std::nullopt;
  return civil;
}

// Days since 1899-12-30 with the time as a fraction, as Excel stores dates.
std::optional<CivilTime> from_excel_serial(double serial) {
  if (serial < 10'000 || serial >= 100'000) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(serial);
  const auto seconds =
      static_cast<std::int64_t>((serial - static_cast<double>(whole)) * 86400 + 0.5);
  CivilTime civil;
  civil.day = from_days(static_cast<std::int32_t>(whole - 25569 + seconds / 86400));
  civil.ms_of_day = seconds % 86400 * 1000;
  civil.has_time = seconds != 0;
  return civil;
}

// A value of digits only (and perhaps a decimal point): its length says what it is.
std::optional<CivilTime> read_number(std::string_view text) {
  const size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::int64_t value = 0;
  if (whole.empty() || whole.size() > 17 ||
      std::from_chars(whole.data(), whole.data() + whole.size(), value).ptr !=
          whole.data() + whole.size())
    return std::nullopt;
  CivilTime civil;
  if (whole.size() == 8 && point == text.npos) {
    const auto day = civil_day(value / 10000, value / 100 % 100, value % 100);
    if (!day) return std::nullopt;
    civil.day = *day;
    return civil;
  }
  if (whole.size() == 14 && point == text.npos) {
    const std::int64_t date = value / 1'000'000, time = value % 1'000'000;
    const auto day = civil_day(date / 10000, date / 100 % 100, date % 100);
    if (day && time / 10000 < 24 && time / 100 % 100 < 60 && time % 100 < 60) {
      civil.day = *day;
      civil.ms_of_day = (time / 10000 * 3600 + time / 100 % 100 * 60 + time % 100) * 1000;
      civil.has_time = true;
      return civil;
    }
  }
  if (whole.size() == 5) {
    double serial = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), serial);
    if (end.ptr != text.data() + text.size()) return std::nullopt;
    return from_excel_serial(serial);
  }
  if (whole.size() >= 9 && whole.size() <= 10) return from_epoch_ms(value * 1000);
  if (whole.size() >= 12 && whole.size() <= 13) return from_epoch_ms(value);
  if (whole.size() == 16) return from_epoch_ms(value / 1000);
  return std::nullopt;
}

// The commonest form by far, without tokens: 2024-03-05, 2024-03-05 10:20:30, T and Z alike.
std::optional<CivilTime> read_iso_fast(std::string_view text) {
  if (text.size() == 10) {
    const auto day = date_from_iso(text);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day ymd(*day);
    if (!civil_day(static_cast<int>(ymd.year()), 1, 1)) return std::nullopt;
    CivilTime civil;
    civil.day = *day;
    return civil;
  }
  return std::nullopt;
}

std::int64_t full_year(const DateToken& year) {
  if (year.digits > 2) return year.value;
  return year.value < 70 ? 2000 + year.value : 1900 + year.value;
}

// Reads tokens left to right; every part is optional except the date, and all must be consumed.
class DateParser {
 public:
  DateParser(const DateTokens& tokens, DateOrder order) : tokens_(tokens), order_(order) {}

  std::optional<CivilTime> parse() {
    skip_weekday();
    if (!read_day()) return std::nullopt;
    read_joint();
    if (!read_clock()) return std::nullopt;
    if (late_year_ && !read_late_year()) return std::nullopt;
    if (!read_offset()) return std::nullopt;
    if (at_ != tokens_.size() || !day_) return std::nullopt;
    civil_.day = *day_;
    return civil_;
  }

 private:
  const DateToken& token(size_t ahead = 0) const { return tokens_.at(at_ + ahead); }
  bool is_number(size_t ahead = 0) const { return token(ahead).kind == DateToken::Kind::number; }
  bool is_sign(char sign, size_t ahead = 0) const {
    return token(ahead).kind == DateToken::Kind::sign && token(ahead).value == sign;
  }
  bool is_word(DateWord word, size_t ahead = 0) const {
    return token(ahead).kind == DateToken::Kind::word && token(ahead).word == word;
  }
  void skip_signs(std::string_view signs) {
    while (token().kind == DateToken::Kind::sign &&
           signs.find(static_cast<char>(token().value)) != signs.npos)
      ++at_;
  }

  void skip_weekday() {
    if (is_word(DateWord::weekday)) ++at_;
    skip_signs(",.");
  }

  bool read_day() {
    if (is_word(DateWord::month)) return read_month_first();
    if (!is_number()) return false;
    const DateToken first = token();
    ++at_;
    if (first.digits == 8) {
      day_ = civil_day(first.value / 10000, first.value / 100 % 100, first.value % 100);
      return day_.has_value();
    }
    if (is_word(DateWord::ordinal)) ++at_;
    skip_signs("-/.,");
    while (is_word(DateWord::of)) ++at_;
    if (is_word(DateWord::month)) return read_named_month(first);
    if (!is_number()) return false;
    const DateToken second = token();
    ++at_;
    skip_signs("-/.,");
    if (!is_number()) return false;
    const DateToken third = token();
    ++at_;
    return settle_order(first, second, third);
  }

  bool read_named_month(const DateToken& first) {
    const std::int64_t month = token().value;
    ++at_;
    skip_signs("-/.,");
    while (is_word(DateWord::of)) ++at_;
    if (!is_number()) return false;
    const DateToken last = token();
    ++at_;
    day_ = first.digits == 4 ? civil_day(first.value, month, last.value)
                             : civil_day(full_year(last), month, first.value);
    return day_.has_value();
  }

  // "March 5th, 2024", "Mar 5 10:20:30 2024".
  bool read_month_first() {
    month_ = token().value;
    ++at_;
    skip_signs("-/.,");
    if (!is_number()) return false;
    month_day_ = token().value;
    ++at_;
    if (is_word(DateWord::ordinal)) ++at_;
    skip_signs("-/.,");
    if (!is_number()) return false;
    if (is_sign(':', 1)) {
      late_year_ = true;
      return true;
    }
    day_ = civil_day(full_year(token()), month_, month_day_);
    ++at_;
    return day_.has_value();
  }

  bool read_late_year() {
    if (token().kind == DateToken::Kind::word && is_number(1) && token(1).digits == 4) ++at_;
    if (!is_number() || token().digits != 4) return false;
    day_ = civil_day(token().value, month_, month_day_);
    ++at_;
    return day_.has_value();
  }

  bool settle_order(const DateToken& a, const DateToken& b, const DateToken& c) {
    if (a.digits >= 3) {
      day_ = civil_day(a.value, b.value, c.value);
      return day_.has_value();
    }
    if (order_ == DateOrder::ymd && c.digits <= 2 && a.digits == 2) {
      day_ = civil_day(full_year(a), b.value, c.value);
      if (day_) return true;
    }
    const std::int64_t year = full_year(c);
    const auto month_first = civil_day(year, a.value, b.value);
    const auto day_first = civil_day(year, b.value, a.value);
    if (month_first && day_first) {
      day_ = order_ == DateOrder::dmy ? day_first : month_first;
      if (a.value != b.value) civil_.evidence = OrderEvidence::either;
    } else {
      day_ = month_first ? month_first : day_first;
      civil_.evidence = month_first ? OrderEvidence::month_first : OrderEvidence::day_first;
    }
    return day_.has_value();
  }

  void read_joint() {
    skip_signs(",.-/");
    if (is_word(DateWord::joint)) ++at_;
    skip_weekday();
  }

  bool read_clock() {
    std::optional<bool> afternoon = read_half();
    if (!is_number() || (late_year_ && token().digits == 4)) return !afternoon;
    std::int64_t hour = token().value, minute = 0, ms = 0;
    if (token().digits == 6 && !is_sign(':', 1)) {  // 20240305T101500
      minute = hour / 100 % 100;
      ms = hour % 100 * 1000;
      hour /= 10000;
      ++at_;
    } else {
      ++at_;
      if (!is_sign(':')) {
        if (!afternoon) afternoon = read_half();
        if (!afternoon) return false;
      } else if (!read_minutes(minute, ms)) {
        return false;
      }
    }
    if (!afternoon) afternoon = read_half();
    if (hour > 24 || minute > 59 || ms > 60'999) return false;
    if (afternoon) {
      if (hour > 23 || hour == 24) return false;
      if (*afternoon && hour < 12) hour += 12;
      if (!*afternoon && hour == 12) hour = 0;
    }
    civil_.ms_of_day = hour * 3'600'000 + minute * 60'000 + ms;
    civil_.has_time = true;
    if (civil_.ms_of_day > kDayMs) return false;
    if (civil_.ms_of_day >= kDayMs) civil_.ms_of_day = kDayMs - 1;  // 24:00 and leap seconds
    return true;
  }

  bool read_minutes(std::int64_t& minute, std::int64_t& ms) {
    ++at_;
    if (!is_number()) return at_ == tokens_.size();  // "10时"
    if (token().digits > 2) return false;
    minute = token().value;
    ++at_;
    if (!is_sign(':')) return true;
    ++at_;
    if (!is_number() || token().digits > 2) return at_ == tokens_.size();
    ms = token().value * 1000;
    ++at_;
    if ((is_sign('.') || is_sign(',')) && is_number(1)) {
      ++at_;
      std::int64_t fraction = token().value;
      for (int digits = token().digits; digits < 3; ++digits) fraction *= 10;
      for (int digits = token().digits; digits > 3; --digits) fraction /= 10;
      ms += fraction;
      ++at_;
    }
    return true;
  }

  std::optional<bool> read_half() {
    const bool before = is_word(DateWord::before_noon), after = is_word(DateWord::after_noon);
    if (!before && !after) return std::nullopt;
    ++at_;
    return after;
  }

  bool read_offset() {
    if (is_word(DateWord::zone)) {
      civil_.offset_minutes = static_cast<int>(token().value);
      ++at_;
    } else if (is_word(DateWord::unknown_zone)) {
      ++at_;
    }
    if ((is_sign('+') || is_sign('-')) && is_number(1) && civil_.has_time) {
      const int sign = is_sign('-') ? -1 : 1;
      ++at_;
      std::int64_t minutes =
          token().digits <= 2 ? token().value * 60 : token().value / 100 * 60 + token().value % 100;
      if (token().digits > 4) return false;
      ++at_;
      if (is_sign(':') && is_number(1)) {
        ++at_;
        minutes += token().value;
        ++at_;
      }
      if (minutes > 18 * 60) return false;
      civil_.offset_minutes = sign * static_cast<int>(minutes);
    }
    return true;
  }

  const DateTokens& tokens_;
  DateOrder order_;
  size_t at_ = 0;
  CivilTime civil_;
  std::optional<Date> day_;
  std::int64_t month_ = 0, month_day_ = 0;
  bool late_year_ = false;
};

}  // namespace

std::optional<CivilTime> read_date(std::string_view trimmed, DateOrder order) {
  if (trimmed.empty() || trimmed.size() > 80) return std::nullopt;
  if (auto civil = read_iso_fast(trimmed)) return civil;
  if (std::all_of(trimmed.begin(), trimmed.end(),
                  [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
      std::count(trimmed.begin(), trimmed.end(), '.') <= 1)
    return read_number(trimmed);
  const std::optional<DateTokens> tokens = tokenize_date(trimmed);
  if (!tokens) return std::nullopt;
  return DateParser(*tokens, order).parse();
}

void DateVotes::add(std::string_view trimmed) {
  if (is_empty_word(trimmed)) return;
  const auto civil = read_date(trimmed, DateOrder::auto_);
  if (!civil) {
    ++unreadable;
    return;
  }
  ++read;
  if (civil->ms_of_day != 0) ++timed;
  if (civil->evidence == OrderEvidence::none) return;
  if (civil->evidence == OrderEvidence::day_first) ++day_first;
  if (civil->evidence == OrderEvidence::month_first) ++month_first;
  if (civil->evidence == OrderEvidence::either) ++either;
  const size_t second = trimmed.find_first_of("./-");
  if (second != trimmed.npos && trimmed[second] == '.') ++dotted;
  if (trimmed.find_first_of("aApP") != trimmed.npos && trimmed.find_first_of("mM") != trimmed.npos)
    ++twelve_hour;
}

OrderDecision decide_order(const DateVotes& votes, DateOrder hint) {
  if (votes.day_first == 0 && votes.month_first == 0) {
    if (votes.either == 0)
      return {hint == DateOrder::auto_ ? DateOrder::ymd : hint, OrderCertainty::irrelevant};
    if (hint == DateOrder::dmy || hint == DateOrder::mdy) return {hint, OrderCertainty::guessed};
    const bool dotted = votes.dotted * 2 > votes.either && votes.twelve_hour == 0;
    return {dotted ? DateOrder::dmy : DateOrder::mdy, OrderCertainty::guessed};
  }
  const DateOrder order = votes.day_first > votes.month_first ? DateOrder::dmy : DateOrder::mdy;
  const bool mixed = votes.day_first > 0 && votes.month_first > 0;
  return {order, mixed ? OrderCertainty::mixed : OrderCertainty::certain};
}

}  // namespace stagecoach::exchange
