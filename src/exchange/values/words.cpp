#include "exchange/values/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace stagecoach::exchange {
namespace {

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

template <size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 51> kEmpty = {
    "-",       "--",       "---",        "—",          "——",
    "–",       "−",        ".",          "?",          "/",
    "\\",      "\\n",      "n/a",        "#n/a",       "na",
    "n.a.",    "n.a",      "nan",        "null",       "(null)",
    "<null>",  "nil",      "none",       "(none)",     "--none--",
    "-none-",  "- none -", "undefined",  "(blank)",    "[blank]",
    "blank",   "(empty)",  "empty",      "select",     "select...",
    "select…", "-select-", "--select--", "- select -", "please select",
    "not set", "无",       "無",         "暂无",       "空",
    "(空)",    "（空）",   "未填写",     "未填",       "请选择",
    "#value!"};

// Few cells begin as one of them does.
constexpr std::array<bool, 256> kEmptyBeginnings = [] {
  std::array<bool, 256> all{};
  for (const std::string_view word : kEmpty) all[static_cast<unsigned char>(word.front())] = true;
  return all;
}();

constexpr std::array<std::string_view, 12> kYes = {"true", "yes", "y", "t", "1",  "1.0",
                                                   "是",   "√",   "✓", "✔", "真", "on"};
constexpr std::array<std::string_view, 12> kNo = {"false", "no", "n", "f", "0",  "0.0",
                                                  "否",    "×",  "✗", "✘", "假", "off"};

}  // namespace

std::string fold_name(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    for (const char c : text)
      if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        out.push_back(lower(c));
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC case folding");
  const icu::UnicodeString folded =
      folding->normalize(icu::UnicodeString::fromUTF8(
                             icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
                         status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not fold a name");
  icu::UnicodeString kept;
  for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
    if (u_isalnum(folded.char32At(i))) kept.append(folded.char32At(i));
  kept.toUTF8String(out);
  return out;
}

bool is_empty_word(std::string_view trimmed) {
  if (trimmed.empty()) return true;
  if (trimmed.size() > 14) return false;
  if (!kEmptyBeginnings[static_cast<unsigned char>(lower(trimmed.front()))]) return false;
  return is_one_of(lower_ascii(trimmed), kEmpty);
}

std::optional<bool> read_bool(std::string_view trimmed) {
  if (trimmed.size() > 6) return std::nullopt;
  const std::string word = lower_ascii(trimmed);
  if (is_one_of(word, kYes)) return true;
  if (is_one_of(word, kNo)) return false;
  return std::nullopt;
}

}  // namespace stagecoach::exchange
