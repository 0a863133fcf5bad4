// Small readings of header values, shared by the files of this room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace stagecoach::http {

inline char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool equal_nocase(std::string_view a, std::string_view b);
bool starts_with_nocase(std::string_view text, std::string_view prefix);
// Without spaces and tabs at both ends.
std::string_view trim(std::string_view text);
// Takes the next item of a list off the front of `list`, trimmed.
std::string_view next_item(std::string_view& list, char separator);
// "gzip;q=0.5" -> {"gzip", 500}; a missing q is 1000, an unreadable one 0.
std::pair<std::string_view, int> split_weight(std::string_view item);
// "[::1]:8080" -> "::1", "Example.com:80" -> "example.com".
std::string host_without_port(std::string_view host);
// Whether If-None-Match names the tag (weakly: W/ is ignored) or is "*".
bool names_tag(std::string_view if_none_match, std::string_view etag);

enum class Encoding { identity, gzip, brotli };
// The encoding that Accept-Encoding likes best; brotli on a tie, identity where nothing is said.
Encoding best_encoding(std::optional<std::string_view> accept_encoding);

}  // namespace stagecoach::http
