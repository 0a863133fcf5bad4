#include <algorithm>
#include <cctype>

#include "tidy.h"

namespace stagecoach::tidy {

namespace {

constexpr int kFileLinesMax = 400;
constexpr int kFunctionLinesMax = 70;
constexpr int kColumnsMax = 100;

// Generated, or prose and data that no one reads from top to bottom.
bool is_measured(const SourceFile& file) {
  const std::string& path = file.path();
  return file.is_cpp() || path.ends_with(".sql") || path.ends_with(".sh") ||
         path.ends_with(".ts") || path.ends_with(".tsx") || path.ends_with(".css") ||
         path.ends_with(".mjs") || file.is_under("script/") || path.ends_with("CMakeLists.txt");
}

bool is_generated(const SourceFile& file) {
  return file.path().ends_with(".d.ts") || file.path() == "web/src/api/schema.ts";
}

// Characters, not bytes: every byte of UTF-8 but the continuation bytes.
int columns_of(std::string_view line) {
  int columns = 0;
  for (const char c : line)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++columns;
  return columns;
}

enum class Opens { type_or_namespace, function, value };

bool is_space(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  return text.size() == word.size() || !std::isalnum(static_cast<unsigned char>(text[word.size()]));
}

// Whether a line of the head declares a type or namespace; a macro call without a semicolon may
// stand on the lines before it.
bool declares_type(std::string_view head) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
    for (const std::string_view word : {"namespace", "class", "struct", "union", "extern"})
      if (starts_with_word(line, word)) return true;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

// What a brace opens, told from the text between the last ; { } and itself.
Opens opened_by(std::string_view head) {
  while (!head.empty() && is_space(head.back())) head.remove_suffix(1);
  if (head.empty()) return Opens::value;
  if (declares_type(head)) return Opens::type_or_namespace;
  const std::size_t paren = head.find('(');
  if (paren == std::string_view::npos || head.substr(0, paren).find('=') != std::string_view::npos)
    return Opens::value;
  // `: first_{a}` among a constructor's initialisers; its body follows.
  const bool initialiser = head.back() == '_' && head.find(':', paren) != std::string_view::npos;
  return initialiser ? Opens::value : Opens::function;
}

std::size_t matching_brace(std::string_view code, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < code.size(); ++at) {
    if (code[at] == '{') ++depth;
    if (code[at] == '}' && --depth == 0) return at;
  }
  return code.size() - 1;
}

std::size_t end_of_line(std::string_view code, std::size_t at) {
  return std::min(code.find('\n', at), code.size() - 1);
}

}  // namespace

Findings check_file_length(const SourceFile& file) {
  if (!is_measured(file) || is_generated(file)) return {};
  const int lines = static_cast<int>(file.lines().size());
  if (lines <= kFileLinesMax) return {};
  return {{file.path(), 0, "file-length",
           std::to_string(lines) + " lines; above " + std::to_string(kFileLinesMax) +
               " a file usually holds two subjects: part them."}};
}

Findings check_function_length(const SourceFile& file) {
  Findings findings;
  if (!file.is_cpp()) return findings;
  const std::string_view code = file.code();
  std::size_t head_start = 0;  // first character after the last ; { } or directive
  for (std::size_t at = 0; at < code.size(); ++at) {
    if (code[at] == '#') {
      at = end_of_line(code, at);
    } else if (code[at] == '{') {
      const Opens opens = opened_by(code.substr(head_start, at - head_start));
      if (opens == Opens::value) {
        // Keeps the head: after an initialiser the constructor's body may follow.
        at = matching_brace(code, at);
        continue;
      }
      if (opens == Opens::function) {
        while (head_start < at && is_space(code[head_start])) ++head_start;
        at = matching_brace(code, at);
        const int first = file.line_at(head_start);
        const int lines = file.line_at(at) - first + 1;
        if (lines > kFunctionLinesMax)
          findings.push_back({file.path(), first, "function-length",
                              std::to_string(lines) + " lines; above " +
                                  std::to_string(kFunctionLinesMax) + ", name its parts."});
      }
    } else if (code[at] != ';' && code[at] != '}') {
      continue;
    }
    head_start = at + 1;
  }
  return findings;
}

Findings check_columns(const SourceFile& file) {
  Findings findings;
  // The web's own formatter sets the width of its lines.
  if (!is_measured(file) || is_generated(file) || file.is_under("web/")) return findings;
  int line = 0;
  for (const std::string_view text : file.lines()) {
    ++line;
    const int columns = columns_of(text);
    if (columns > kColumnsMax && !text.starts_with("#include"))
      findings.push_back({file.path(), line, "columns",
                          std::to_string(columns) + " columns; break the line before " +
                              std::to_string(kColumnsMax) + "."});
  }
  return findings;
}

}  // namespace stagecoach::tidy
