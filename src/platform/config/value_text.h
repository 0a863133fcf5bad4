// The forms in which values of settings are written: sizes, durations, addresses.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stagecoach::config {

// A TOML string.
std::string in_quotes(std::string_view text);

// Not negative and at most `max`.
std::optional<std::int64_t> parse_whole_number(std::string_view text, std::int64_t max);

// A whole number with one of the units behind it.
struct Unit {
  std::string_view name;
  std::int64_t factor;
};
inline constexpr std::array<Unit, 4> kSizes{
    {{"", 1}, {"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}}};
inline constexpr std::array<Unit, 4> kDurations{{{"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86'400}}};

std::optional<std::int64_t> parse_with_unit(std::string_view text, std::span<const Unit> units);
// In the largest unit that divides it, as TOML.
std::string show_with_unit(std::int64_t value, std::span<const Unit> units);

struct Endpoint {
  std::string address;
  std::uint16_t port = 0;
};
// "127.0.0.1:8080", "[::1]:8080", "localhost:80", or a port alone for `usual_address`.
std::optional<Endpoint> parse_endpoint(std::string_view text, std::string_view usual_address);
std::string show_endpoint(const Endpoint& endpoint);

// "https://host[:port]", without a path or user; a slash at the end is dropped. Empty stays empty.
std::optional<std::string> parse_origin(std::string_view text);

// Parts between commas, trimmed; none of an empty text.
std::vector<std::string> split_list(std::string_view text);

// A database URL with "***" for its password, wherever that stands.
std::string mask_password(std::string url);

}  // namespace stagecoach::config
