#include "platform/config/value_text.h"

#include <algorithm>
#include <charconv>

namespace stagecoach::config {
namespace {

std::string_view trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::optional<std::int64_t> parse_whole_number(std::string_view text, std::int64_t max) {
  std::int64_t value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = status == std::errc() && end == text.data() + text.size();
  if (!is_whole || value < 0 || value > max) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_with_unit(std::string_view text, std::span<const Unit> units) {
  constexpr std::int64_t kMax = std::int64_t{1} << 50;
  const size_t digits_end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view unit = trim(text.substr(digits_end));
  for (const Unit& known : units) {
    if (known.name != unit) continue;
    const auto number = parse_whole_number(text.substr(0, digits_end), kMax / known.factor);
    if (!number) return std::nullopt;
    return *number * known.factor;
  }
  return std::nullopt;
}

std::string show_with_unit(std::int64_t value, std::span<const Unit> units) {
  const Unit* best = &units.front();
  for (const Unit& unit : units)
    if (value != 0 && value % unit.factor == 0 && unit.factor > best->factor) best = &unit;
  if (best->name.empty()) return std::to_string(value);
  return in_quotes(std::to_string(value / best->factor) + std::string(best->name));
}

std::optional<Endpoint> parse_endpoint(std::string_view text, std::string_view usual_address) {
  const size_t colon = text.rfind(':');
  const bool is_port_alone = colon == text.npos;
  std::string_view host = is_port_alone ? usual_address : text.substr(0, colon);
  const auto port = parse_whole_number(is_port_alone ? text : text.substr(colon + 1), 65535);
  if (host.starts_with('[') && host.ends_with(']'))
    host = host.substr(1, host.size() - 2);
  else if (!is_port_alone && host.find(':') != host.npos)
    return std::nullopt;  // an IPv6 address without its brackets
  if (!port || host.empty()) return std::nullopt;
  return Endpoint{std::string(host), static_cast<std::uint16_t>(*port)};
}

std::string show_endpoint(const Endpoint& endpoint) {
  const bool is_v6 = endpoint.address.find(':') != std::string::npos;
  return (is_v6 ? '[' + endpoint.address + ']' : endpoint.address) + ':' +
         std::to_string(endpoint.port);
}

std::optional<std::string> parse_origin(std::string_view text) {
  if (text.empty()) return std::string();
  const size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return std::nullopt;
  if (text.ends_with('/')) text.remove_suffix(1);
  if (text.size() <= scheme) return std::nullopt;
  if (text.substr(scheme).find_first_of("/?#@ ") != text.npos) return std::nullopt;
  return std::string(text);
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    parts.emplace_back(trim(text.substr(0, comma)));
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
  }
  return parts;
}

std::string mask_password(std::string url) {
  const size_t scheme = url.find("://");
  if (scheme != url.npos) {
    const size_t authority = scheme + 3;
    const size_t end = std::min(url.find_first_of("/?#", authority), url.size());
    const size_t at = url.rfind('@', end);
    const size_t colon = url.find(':', authority);
    if (at != url.npos && at > authority && colon < at)
      url.replace(colon + 1, at - colon - 1, "***");
  }
  constexpr std::string_view kParameter = "password=";
  for (size_t at = url.find(kParameter); at != url.npos; at = url.find(kParameter, at)) {
    at += kParameter.size();
    url.replace(at, std::min(url.find_first_of("& ", at), url.size()) - at, "***");
  }
  return url;
}

}  // namespace stagecoach::config
