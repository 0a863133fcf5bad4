// The words and numbers a written date is made of. Internal to values/dates.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stagecoach::exchange {

enum class DateWord {
  month,  // value: 1–12
  weekday,
  ordinal,  // 5th
  of,       // 5 de março
  joint,    // T between date and time, "at"
  before_noon,
  after_noon,
  zone,          // value: minutes east of UTC
  unknown_zone,  // CST, IST: several zones claim it, so it says nothing
};

struct DateToken {
  enum class Kind { end, number, word, sign };

  Kind kind = Kind::end;
  std::int64_t value = 0;  // of a number, a sign's character, a word's meaning
  int digits = 0;          // of a number, as written
  DateWord word = DateWord::joint;
};

class DateTokens {
 public:
  static constexpr size_t kMax = 24;

  size_t size() const { return size_; }
  // Beyond the last token stands an end token.
  const DateToken& at(size_t i) const { return i < size_ ? tokens_[i] : kEnd; }
  bool push(const DateToken& token);

 private:
  static const DateToken kEnd;
  std::array<DateToken, kMax> tokens_;
  size_t size_ = 0;
};

// nullopt where the text holds a word or sign that no date has. Chinese date marks become the signs
// of a Western date; blanks vanish; a comment in parentheses at the end is dropped.
std::optional<DateTokens> tokenize_date(std::string_view text);

}  // namespace stagecoach::exchange
