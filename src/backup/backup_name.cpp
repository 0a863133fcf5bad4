#include "backup/backup_name.h"

#include <charconv>
#include <cstdio>
#include <filesystem>

namespace stagecoach::backup {
namespace {

constexpr std::string_view kEnd = ".backup.db";

// The number that a run of digits writes; nullopt where there are others among them.
std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::string Place::name() const {
  if (url.starts_with("postgres://") || url.starts_with("postgresql://")) return options.schema;
  std::string path = url.starts_with("sqlite:") ? url.substr(7) : url;
  return std::filesystem::path(path).stem().string();
}

std::string stamp_of(Instant at) {
  const std::chrono::year_month_day day(date_of(at));
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - date_of(at)));
  std::string text(32, '\0');
  const int length = std::snprintf(
      text.data(), text.size(), "%04d%02u%02u-%02d%02d%02dZ", static_cast<int>(day.year()),
      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
      static_cast<int>(time.seconds().count()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

std::string backup_name(std::string_view workspace, Instant at) {
  return std::string(workspace) + "-" + stamp_of(at) + std::string(kEnd);
}

std::optional<Instant> time_in_name(std::string_view workspace, std::string_view name) {
  constexpr std::size_t kStampLength = 16;
  if (name.size() != workspace.size() + 1 + kStampLength + kEnd.size()) return std::nullopt;
  const std::string_view stamp = name.substr(workspace.size() + 1, kStampLength);
  const auto year = digits(stamp.substr(0, 4)), month = digits(stamp.substr(4, 2)),
             day = digits(stamp.substr(6, 2)), hours = digits(stamp.substr(9, 2)),
             minutes = digits(stamp.substr(11, 2)), seconds = digits(stamp.substr(13, 2));
  if (!year || !month || !day || !hours || !minutes || !seconds) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  const Instant at = Date(date) + std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
                     std::chrono::seconds(*seconds);
  // What is not spelt as we spell it (25 o'clock, another workspace) is not ours.
  if (backup_name(workspace, at) != name) return std::nullopt;
  return at;
}

}  // namespace stagecoach::backup
