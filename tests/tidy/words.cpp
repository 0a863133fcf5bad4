#include <array>
#include <cctype>

#include "tidy.h"

namespace stagecoach::tidy {

namespace {

bool is_word_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The rules name what they forbid; the files that hold them and their samples are not searched.
bool is_own_folder(const SourceFile& file) {
  return file.is_under("tests/tidy/");
}

bool has_word(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos;
       at = line.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_char(line[at - 1]);
    if (starts && (end == line.size() || !is_word_char(line[end]))) return true;
  }
  return false;
}

// An absolute path, not the tail of a longer one: "/home/ann", but not "docs/home/".
bool has_absolute(std::string_view line, std::string_view folder) {
  for (std::size_t at = line.find(folder); at != std::string_view::npos;
       at = line.find(folder, at + 1)) {
    if (at == 0) return true;
    const char before = line[at - 1];
    if (!is_word_char(before) && std::string_view("./-}*$:").find(before) == std::string_view::npos)
      return true;
  }
  return false;
}

// A host that packages are fetched from: whoever builds has his own, in his own settings.
bool names_package_host(std::string_view line) {
  for (std::size_t at = line.find("://"); at != std::string_view::npos;
       at = line.find("://", at + 3)) {
    const std::string_view host =
        line.substr(at + 3, line.find_first_of("/\"' )", at + 3) - at - 3);
    for (const std::string_view part : {"registry.", "deb.", "mirror.", "mirrors.", "proxy."})
      if (host.starts_with(part)) return true;
  }
  return false;
}

// The first word of the statement a literal holds, where it is written as our SQL is: in capitals.
bool opens_sql(std::string_view literal) {
  constexpr std::array<std::string_view, 9> kOpenings = {
      "SELECT ",       "INSERT INTO ", "UPDATE ",     "DELETE FROM ",   "CREATE TABLE ",
      "CREATE INDEX ", "ALTER TABLE ", "DROP TABLE ", "WITH RECURSIVE "};
  while (!literal.empty() && std::isspace(static_cast<unsigned char>(literal.front())))
    literal.remove_prefix(1);
  for (const std::string_view opening : kOpenings)
    if (literal.starts_with(opening)) return true;
  return false;
}

}  // namespace

Findings check_tabs(const SourceFile& file) {
  Findings findings;
  if (is_own_folder(file) || file.path().ends_with(".tsv") || file.path().ends_with(".csv"))
    return findings;
  int line = 0;
  for (const std::string_view text : file.lines()) {
    ++line;
    if (text.find('\t') != std::string_view::npos)
      findings.push_back({file.path(), line, "tabs", "spaces, not tabs."});
  }
  return findings;
}

Findings check_unfinished(const SourceFile& file) {
  Findings findings;
  if (is_own_folder(file)) return findings;
  int line = 0;
  for (const std::string_view text : file.lines()) {
    ++line;
    for (const std::string_view word : {"TODO", "FIXME", "XXX", "HACK"})
      if (has_word(text, word))
        findings.push_back({file.path(), line, "unfinished",
                            std::string(word) + ": finish it, or open an issue and say nothing."});
  }
  return findings;
}

Findings check_foreign_places(const SourceFile& file) {
  Findings findings;
  if (is_own_folder(file)) return findings;
  int line = 0;
  for (const std::string_view text : file.lines()) {
    ++line;
    for (const std::string_view folder : {"/work/", "/root/", "/home/"})
      if (has_absolute(text, folder))
        findings.push_back({file.path(), line, "foreign-place",
                            std::string(folder) + " exists on one machine only."});
    if (text.find("../shared") != std::string_view::npos && !file.is_under("web/"))
      findings.push_back({file.path(), line, "foreign-place", "../shared is not in this tree."});
    if (names_package_host(text))
      findings.push_back({file.path(), line, "foreign-place",
                          "package hosts are the machine's business, not the tree's."});
  }
  return findings;
}

Findings check_sql_place(const SourceFile& file) {
  Findings findings;
  if (!file.is_under("src/") || !file.is_cpp()) return findings;
  if (file.path().ends_with("_store.cpp") || file.is_under("src/journal/") ||
      file.is_under("src/platform/db/"))
    return findings;
  const std::string_view code = file.code();
  for (std::size_t open = code.find('"'); open != std::string_view::npos;
       open = code.find('"', open + 1)) {
    const std::size_t close = std::min(code.find('"', open + 1), code.size() - 1);
    std::string_view literal = std::string_view(file.text()).substr(open + 1, close - open - 1);
    const bool raw = open > 0 && code[open - 1] == 'R';
    if (raw) literal.remove_prefix(std::min(literal.find('(') + 1, literal.size()));
    if (opens_sql(literal))
      findings.push_back({file.path(), file.line_at(open), "sql-place",
                          "SQL lives in the *_store.cpp of its noun."});
    open = close;
  }
  return findings;
}

}  // namespace stagecoach::tidy
