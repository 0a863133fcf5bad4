// stagecoach_tidy ROOT: checks every text file of the repository, prints what it found and how many
// files it read, and ends with 1 where something was found.
//
// tests/tidy/exceptions.txt lists what is allowed nevertheless: `rule path reason`, one per line.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "tidy.h"

namespace fs = std::filesystem;

namespace stagecoach::tidy {

namespace {

constexpr std::string_view kExceptionsPath = "tests/tidy/exceptions.txt";

struct Exception {
  int line = 0;
  std::string rule;
  std::string path;
  std::string reason;
  bool used = false;
};

bool is_skipped_folder(const std::string& name) {
  constexpr std::array<std::string_view, 8> kSkipped = {
      ".git", "build", "node_modules", "dist", "var", "coverage", "output", "corpus"};
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end();
}

bool is_text(const fs::path& path) {
  constexpr std::array<std::string_view, 17> kEndings = {
      ".cpp", ".h",    ".sql",  ".md",  ".sh",    ".ts",  ".tsx",  ".css",  ".mjs",
      ".js",  ".html", ".json", ".txt", ".story", ".yml", ".yaml", ".cmake"};
  const std::string ending = path.extension().string();
  const std::string name = path.filename().string();
  if (name == ".git" || name == "LICENSE") return false;
  if (ending.empty()) return true;
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> text_files(const fs::path& root) {
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator();
       ++it) {
    if (it->is_directory() && is_skipped_folder(it->path().filename().string()))
      it.disable_recursion_pending();
    else if (it->is_regular_file() && is_text(it->path()))
      files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Exception> read_exceptions(const fs::path& root) {
  std::vector<Exception> exceptions;
  std::ifstream in(root / kExceptionsPath);
  std::string text;
  for (int line = 1; std::getline(in, text); ++line) {
    if (text.empty() || text[0] == '#') continue;
    std::istringstream words(text);
    Exception exception{line, "", "", "", false};
    words >> exception.rule >> exception.path >> std::ws;
    std::getline(words, exception.reason);
    exceptions.push_back(std::move(exception));
  }
  return exceptions;
}

bool is_excepted(std::vector<Exception>& exceptions, const Finding& finding) {
  for (Exception& exception : exceptions)
    if (exception.rule == finding.rule && exception.path == finding.path) {
      exception.used = true;
      return true;
    }
  return false;
}

void print(const Finding& finding) {
  std::cout << finding.path;
  if (finding.line > 0) std::cout << ':' << finding.line;
  std::cout << ": " << finding.rule << ": " << finding.message << '\n';
}

// Returns how many findings no exception covers.
int check_tree(const fs::path& root) {
  std::vector<Exception> exceptions = read_exceptions(root);
  int found = 0;
  int files = 0;
  for (const fs::path& path : text_files(root)) {
    ++files;
    const SourceFile file(fs::relative(path, root).generic_string(), read(path));
    for (const Finding& finding : check_all(file)) {
      if (is_excepted(exceptions, finding)) continue;
      print(finding);
      ++found;
    }
  }
  for (const Exception& exception : exceptions) {
    if (exception.used && !exception.reason.empty()) continue;
    print(
        {std::string(kExceptionsPath), exception.line, exception.rule,
         exception.used ? "say why this is allowed." : "nothing needs this any more: remove it."});
    ++found;
  }
  std::cout << files << " files read, " << found << " findings\n";
  return files == 0 ? 1 : found;
}

}  // namespace

}  // namespace stagecoach::tidy

int main(int argc, char** argv) {
  return stagecoach::tidy::check_tree(argc > 1 ? argv[1] : ".") == 0 ? 0 : 1;
}
