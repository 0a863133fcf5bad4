#include "platform/http/text.h"

#include <algorithm>

namespace stagecoach::http {

bool equal_nocase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

bool starts_with_nocase(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_nocase(text.substr(0, prefix.size()), prefix);
}

std::string_view trim(std::string_view text) {
  const size_t from = text.find_first_not_of(" \t");
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

std::string_view next_item(std::string_view& list, char separator) {
  const size_t end = std::min(list.find(separator), list.size());
  const std::string_view item = trim(list.substr(0, end));
  list.remove_prefix(std::min(list.size(), end + 1));
  return item;
}

std::pair<std::string_view, int> split_weight(std::string_view item) {
  std::string_view rest = item;
  const std::string_view name = next_item(rest, ';');
  while (!rest.empty()) {
    std::string_view parameter = next_item(rest, ';');
    if (!starts_with_nocase(parameter, "q=")) continue;
    parameter = trim(parameter.substr(2));
    // RFC 9110: 0 to 1 with at most three decimals.
    if (parameter.empty() || (parameter[0] != '0' && parameter[0] != '1')) return {name, 0};
    if (parameter[0] == '1') return {name, 1000};
    int weight = 0;
    for (size_t i = 2; i < 5; ++i) {
      const bool has_digit = i < parameter.size();
      if (has_digit && (parameter[i] < '0' || parameter[i] > '9')) return {name, 0};
      weight = weight * 10 + (has_digit ? parameter[i] - '0' : 0);
    }
    return {name, weight};
  }
  return {name, 1000};
}

std::string host_without_port(std::string_view host) {
  if (!host.empty() && host.front() == '[') {
    host = host.substr(1, host.find(']') == host.npos ? host.npos : host.find(']') - 1);
  } else {
    host = host.substr(0, host.find(':'));
  }
  std::string out(host);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool names_tag(std::string_view if_none_match, std::string_view etag) {
  const auto strong = [](std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
  };
  if (trim(if_none_match) == "*") return true;
  while (!if_none_match.empty())
    if (strong(next_item(if_none_match, ',')) == strong(etag)) return true;
  return false;
}

Encoding best_encoding(std::optional<std::string_view> accept_encoding) {
  if (!accept_encoding) return Encoding::identity;
  int brotli = -1;
  int gzip = -1;
  int others = 0;
  for (std::string_view rest = *accept_encoding; !rest.empty();) {
    const auto [name, weight] = split_weight(next_item(rest, ','));
    if (equal_nocase(name, "br")) brotli = weight;
    if (equal_nocase(name, "gzip") || equal_nocase(name, "x-gzip")) gzip = weight;
    if (name == "*") others = weight;
  }
  if (brotli < 0) brotli = others;
  if (gzip < 0) gzip = others;
  if (brotli > 0 && brotli >= gzip) return Encoding::brotli;
  return gzip > 0 ? Encoding::gzip : Encoding::identity;
}

}  // namespace stagecoach::http
