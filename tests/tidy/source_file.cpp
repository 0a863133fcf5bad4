#include <algorithm>
#include <cctype>
#include <utility>

#include "tidy.h"

namespace stagecoach::tidy {

namespace {

// A quote between digits or letters separates thousands (1'000'000) and opens no literal.
bool opens_char_literal(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const auto before = static_cast<unsigned char>(text[at - 1]);
  return !std::isalnum(before) && before != '_';
}

std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  std::size_t at = open + 1;
  while (at < text.size() && text[at] != text[open] && text[at] != '\n')
    at += text[at] == '\\' ? 2 : 1;
  return std::min(at, text.size());
}

// `open` is at the quote of R"name( ; returns the position of the closing quote.
std::size_t end_of_raw(std::string_view text, std::size_t open) {
  const std::size_t paren = text.find('(', open);
  if (paren == std::string_view::npos) return text.size();
  const std::string close = ")" + std::string(text.substr(open + 1, paren - open - 1)) + "\"";
  const std::size_t end = text.find(close, paren);
  return end == std::string_view::npos ? text.size() : end + close.size() - 1;
}

void blank(std::string& view, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to && i < view.size(); ++i)
    if (view[i] != '\n') view[i] = ' ';
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), without_comments_(text_), code_(text_) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i)
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  if (is_cpp()) blank_comments_and_literals();
}

bool SourceFile::is_under(std::string_view folder) const {
  return path_.starts_with(folder);
}

int SourceFile::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<int>(after - line_starts_.begin());
}

std::vector<std::string_view> SourceFile::lines() const {
  std::vector<std::string_view> lines;
  for (std::size_t i = 0; i < line_starts_.size(); ++i) {
    const std::size_t from = line_starts_[i];
    const bool last = i + 1 == line_starts_.size();
    if (last && from == text_.size()) break;
    const std::size_t to = last ? text_.size() : line_starts_[i + 1] - 1;
    lines.push_back(std::string_view(text_).substr(from, to - from));
  }
  return lines;
}

void SourceFile::blank_comments_and_literals() {
  const std::string_view text = text_;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    std::size_t end = at + 1;
    if (rest.starts_with("//")) {
      end = std::min(text.find('\n', at), text.size());
      blank(without_comments_, at, end);
      blank(code_, at, end);
    } else if (rest.starts_with("/*")) {
      const std::size_t close = text.find("*/", at + 2);
      end = close == std::string_view::npos ? text.size() : close + 2;
      blank(without_comments_, at, end);
      blank(code_, at, end);
    } else if (rest[0] == '"' || (rest[0] == '\'' && opens_char_literal(text, at))) {
      const bool raw = rest[0] == '"' && at > 0 && text[at - 1] == 'R';
      const std::size_t close = raw ? end_of_raw(text, at) : end_of_quoted(text, at);
      blank(code_, at + 1, close);
      end = close + 1;
    }
    at = end;
  }
}

}  // namespace stagecoach::tidy
