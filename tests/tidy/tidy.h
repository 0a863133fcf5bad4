// The house rules that a program can check, so that a review need not.
//
// Each rule is a pure function from one file to its findings; main.cpp walks the tree. A rule reads
// text, not a syntax tree: it may miss a clever violation, and must never report a clean file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stagecoach::tidy {

struct Finding {
  std::string path;
  int line = 0;  // 1-based; 0 when the file as a whole is meant
  std::string rule;
  std::string message;  // says what to do, in one sentence
};

// A text file of the repository, in three views that have the same length and line breaks.
class SourceFile {
 public:
  // `path` is relative to the root of the repository, with forward slashes.
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  const std::string& text() const { return text_; }
  // C++ only: comments blanked out, and in code() the contents of literals as well.
  const std::string& without_comments() const { return without_comments_; }
  const std::string& code() const { return code_; }

  bool is_header() const { return path_.ends_with(".h"); }
  bool is_cpp() const { return is_header() || path_.ends_with(".cpp"); }
  bool is_under(std::string_view folder) const;  // "src/" is a folder, "src" a prefix
  int line_at(std::size_t offset) const;
  std::vector<std::string_view> lines() const;

 private:
  void blank_comments_and_literals();

  std::string path_;
  std::string text_;
  std::string without_comments_;
  std::string code_;
  std::vector<std::size_t> line_starts_;
};

using Findings = std::vector<Finding>;

// includes.cpp: which room may see which.
Findings check_arrows(const SourceFile& file);
Findings check_pragma_once(const SourceFile& file);
Findings check_heavy_headers(const SourceFile& file);

// sizes.cpp
Findings check_file_length(const SourceFile& file);
Findings check_function_length(const SourceFile& file);
Findings check_columns(const SourceFile& file);

// words.cpp
Findings check_tabs(const SourceFile& file);
Findings check_unfinished(const SourceFile& file);
Findings check_foreign_places(const SourceFile& file);
Findings check_sql_place(const SourceFile& file);

// phrases.cpp: sentences for people exist in every language.
Findings check_phrases(const SourceFile& file);

// All of the above.
Findings check_all(const SourceFile& file);

}  // namespace stagecoach::tidy
