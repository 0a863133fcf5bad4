#include <algorithm>
#include <cctype>
#include <set>

#include "tidy.h"

namespace stagecoach::tidy {

namespace {

constexpr std::string_view kRule = "phrases";

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}
bool is_word_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// A cursor over C++ text without comments.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  void skip_space() {
    while (at < text.size() && is_space(text[at])) ++at;
  }
  bool take(char c) {
    skip_space();
    if (at >= text.size() || text[at] != c) return false;
    ++at;
    return true;
  }
  // Adjacent literals joined; false where something else stands.
  bool take_literal(std::string& value) {
    value.clear();
    bool any = false;
    for (skip_space(); at < text.size() && text[at] == '"'; skip_space()) {
      any = true;
      for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
        if (at < text.size()) value += text[at];
      }
      ++at;
    }
    return any;
  }
};

// The {names} in a sentence.
std::set<std::string> placeholders_of(std::string_view text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    names.emplace(text.substr(open + 1, close - open - 1));
  }
  return names;
}

bool has_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

// "P80", "CSV": the same in every language.
bool is_abbreviation(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](unsigned char c) { return std::islower(c) != 0 || c == ' '; });
}

std::string fault_of(std::string_view code, std::string_view en, std::string_view zh) {
  if (code.empty()) return "a phrase has a code that clients may branch on.";
  if (en.empty()) return "the English text is empty.";
  if (zh.empty()) return "the Chinese text is empty.";
  if (!has_chinese(zh) && !(en == zh && is_abbreviation(en)))
    return "the Chinese text is not Chinese.";
  if (placeholders_of(en) != placeholders_of(zh)) return "the languages fill different {names}.";
  return {};
}

// One `{"code", "en", "zh"}`, or a list of such; the cursor stands after the opening brace.
void check_braces(const SourceFile& file, Cursor& cursor, Findings& findings) {
  const std::size_t start = cursor.at;
  while (cursor.take('{')) {
    check_braces(file, cursor, findings);
    cursor.take('}');
    cursor.take(',');
  }
  std::string code;
  std::string en;
  std::string zh;
  if (!cursor.take_literal(code)) return;
  cursor.take(',');
  cursor.take_literal(en);
  cursor.take(',');
  cursor.take_literal(zh);
  const std::string fault = fault_of(code, en, zh);
  if (!fault.empty())
    findings.push_back(
        {file.path(), file.line_at(start), std::string(kRule), "\"" + code + "\": " + fault});
}

}  // namespace

Findings check_phrases(const SourceFile& file) {
  Findings findings;
  if (!file.is_cpp() || !file.is_under("src/")) return findings;
  constexpr std::string_view kType = "Phrase";
  const std::string_view text = file.without_comments();
  const std::string_view code = file.code();
  for (std::size_t at = code.find(kType); at != std::string_view::npos;
       at = code.find(kType, at + 1)) {
    if (at > 0 && is_word_char(code[at - 1])) continue;
    Cursor cursor{text, at + kType.size()};
    if (cursor.at < text.size() && is_word_char(text[cursor.at])) continue;
    // `Phrase name{`, `Phrase name[] = {`, `Phrase{`, `Phrase, 3> names = {{`.
    while (cursor.at < text.size() &&
           (is_word_char(text[cursor.at]) || is_space(text[cursor.at]) ||
            std::string_view("[]=,>").find(text[cursor.at]) != std::string_view::npos))
      ++cursor.at;
    // A definition of the type itself has members, not literals; check_braces passes it by.
    if (cursor.take('{')) check_braces(file, cursor, findings);
  }
  return findings;
}

}  // namespace stagecoach::tidy
