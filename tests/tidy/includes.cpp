#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tidy.h"

namespace stagecoach::tidy {

namespace {

struct Room {
  std::string_view folder;  // below src/
  std::vector<std::string_view> sees;
};

// The picture of ARCHITECTURE.md: an include points from a room to one that it sees, or stays home.
const std::vector<Room>& rooms() {
  static const std::vector<Room> kRooms = {
      {"platform/base", {}},
      {"platform/json", {"platform/base"}},
      {"platform/db", {"platform/base"}},
      {"platform/http", {"platform/base", "platform/json"}},
      {"journal", {"platform"}},
      {"sales/team", {"journal", "platform"}},
      {"sales/pipeline", {"sales/team", "journal", "platform"}},
      {"sales/accounts", {"sales/team", "journal", "platform"}},
      {"sales/deals", {"sales/accounts", "sales/pipeline", "sales/team", "journal", "platform"}},
      // A later noun files facts on the deal and sees it; nobody below looks back up.
      {"sales",
       {"sales/deals", "sales/accounts", "sales/pipeline", "sales/team", "journal", "platform"}},
      {"cycle", {"sales", "journal", "platform"}},
      {"readers", {"sales", "journal", "platform"}},
      {"exchange", {"cycle", "sales", "journal", "platform"}},
  };
  return kRooms;
}

bool is_within(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

// The room of a path below src/; a noun of sales that is not listed is a room of its own.
std::optional<Room> room_of(std::string_view path) {
  for (const Room& room : rooms()) {
    if (!is_within(path, room.folder)) continue;
    if (room.folder != "sales") return room;
    const std::size_t slash = path.find('/', room.folder.size() + 1);
    if (slash == std::string_view::npos) return room;
    return Room{path.substr(0, slash), room.sees};
  }
  return std::nullopt;
}

struct Include {
  int line = 0;
  std::string target;
  bool quoted = false;
};

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  int line = 0;
  for (const std::string_view text : file.lines()) {
    ++line;
    constexpr std::string_view kDirective = "#include";
    if (!text.starts_with(kDirective)) continue;
    const std::size_t open = text.find_first_of("\"<", kDirective.size());
    if (open == std::string_view::npos) continue;
    const bool quoted = text[open] == '"';
    const std::size_t close = text.find(quoted ? '"' : '>', open + 1);
    if (close == std::string_view::npos) continue;
    includes.push_back({line, std::string(text.substr(open + 1, close - open - 1)), quoted});
  }
  return includes;
}

// Empty when the include is in order, else what is wrong with it.
std::string arrow_fault(std::string_view from, const Room& room, std::string_view target) {
  const std::optional<Room> other = room_of(target);
  if (!other) return "spell the path from src/, in a room that exists.";
  if (other->folder == room.folder) return {};
  const bool seen = std::any_of(room.sees.begin(), room.sees.end(), [&](std::string_view folder) {
    return folder == other->folder || is_within(other->folder, folder);
  });
  if (!seen)
    return std::string(room.folder) + " must not know " + std::string(other->folder) +
           ": includes point down the rooms of ARCHITECTURE.md.";
  if (from.starts_with("sales/") && target.ends_with("_store.h"))
    return "a noun asks another through its types, events and commands, never through its store.";
  if (from.starts_with("cycle/") && target.starts_with("sales/") &&
      (target.ends_with("_store.h") || target.ends_with("_commands.h") ||
       target.ends_with("_routes.h")))
    return "cycle reads the journal and the types of sales, not its stores, commands or routes.";
  return {};
}

}  // namespace

Findings check_arrows(const SourceFile& file) {
  Findings findings;
  if (!file.is_under("src/") || !file.is_cpp()) return findings;
  const std::string_view path = std::string_view(file.path()).substr(4);
  // The composition root builds and wires; it alone sees everything.
  if (path.find('/') == std::string_view::npos) return findings;
  const std::optional<Room> room = room_of(path);
  if (!room)
    return {{file.path(), 0, "arrows", "this room is not drawn in tests/tidy/includes.cpp."}};
  for (const Include& include : includes_of(file)) {
    if (!include.quoted) continue;
    const std::string fault = arrow_fault(path, *room, include.target);
    if (!fault.empty())
      findings.push_back({file.path(), include.line, "arrows", include.target + ": " + fault});
  }
  return findings;
}

Findings check_pragma_once(const SourceFile& file) {
  if (!file.is_header()) return {};
  for (const std::string_view line : file.lines())
    if (line == "#pragma once") return {};
  return {{file.path(), 0, "pragma-once", "a header says #pragma once."}};
}

Findings check_heavy_headers(const SourceFile& file) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kHeavy = {{
      {"boost/beast", "Beast"},
      {"spdlog/", "spdlog"},
      {"fmt/", "fmt"},
      {"CLI/", "CLI11"},
  }};
  Findings findings;
  if (!file.is_header() || !file.is_under("src/")) return findings;
  for (const Include& include : includes_of(file))
    for (const auto& [prefix, name] : kHeavy)
      if (include.target.starts_with(prefix))
        findings.push_back({file.path(), include.line, "heavy-header",
                            std::string(name) + " belongs in a .cpp: it slows every includer."});
  return findings;
}

}  // namespace stagecoach::tidy
