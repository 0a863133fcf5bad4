#include "platform/http/security.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

#include "platform/http/text.h"

namespace stagecoach::http {
namespace {

using Address = std::array<std::uint8_t, 16>;

std::optional<Address> address_from(std::string_view text) {
  const std::string copy(text);
  Address address{};
  if (inet_pton(AF_INET6, copy.c_str(), address.data()) == 1) return address;
  address[10] = address[11] = 0xFF;
  if (inet_pton(AF_INET, copy.c_str(), address.data() + 12) == 1) return address;
  return std::nullopt;
}

bool share_bits(const Address& a, const Address& b, int bits) {
  for (int i = 0; i < bits; ++i) {
    const auto at = static_cast<size_t>(i / 8);
    const int mask = 0x80 >> (i % 8);
    if ((a[at] & mask) != (b[at] & mask)) return false;
  }
  return true;
}

// "https://crm.example.com:8443" -> scheme and authority; empty where it is no such thing ("null").
std::pair<std::string_view, std::string_view> split_origin(std::string_view origin) {
  const size_t mark = origin.find("://");
  if (mark == origin.npos) return {};
  return {origin.substr(0, mark), origin.substr(mark + 3)};
}

#define STAGECOACH_COMMON_HEADERS                 \
  "X-Content-Type-Options: nosniff\r\n"           \
  "Referrer-Policy: same-origin\r\n"              \
  "Cross-Origin-Opener-Policy: same-origin\r\n"   \
  "Cross-Origin-Resource-Policy: same-origin\r\n" \
  "X-Frame-Options: DENY\r\n"
// Styles may stand inline because charts set them; scripts never.
#define STAGECOACH_PAGE_POLICY                                                               \
  "Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self' "        \
  "'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; " \
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n"       \
  "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n"
#define STAGECOACH_DATA_POLICY \
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
#define STAGECOACH_HSTS "Strict-Transport-Security: max-age=31536000\r\n"
#define STAGECOACH_NO_STORE "Cache-Control: no-store\r\n"

}  // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& blocks) {
  for (const std::string& text : blocks) {
    const size_t slash = std::min(text.find('/'), text.size());
    const auto address = address_from(std::string_view(text).substr(0, slash));
    const bool is_v4 = text.find(':') == text.npos;
    int bits = is_v4 ? 32 : 128;
    if (slash < text.size()) {
      const char* end = text.data() + text.size();
      int given = -1;
      const auto read = std::from_chars(text.data() + slash + 1, end, given);
      if (read.ec != std::errc() || read.ptr != end || given < 0 || given > bits)
        throw std::runtime_error("not an address or block of a proxy: " + text);
      bits = given;
    }
    if (!address) throw std::runtime_error("not an address or block of a proxy: " + text);
    blocks_.push_back({*address, is_v4 ? bits + 96 : bits});
  }
}

bool TrustedProxies::trusts(std::string_view address) const {
  if (blocks_.empty()) return false;
  const auto bytes = address_from(address);
  if (!bytes) return false;
  for (const Block& block : blocks_)
    if (share_bits(block.address, *bytes, block.bits)) return true;
  return false;
}

std::string TrustedProxies::client(std::string_view peer, std::string_view forwarded_for) const {
  if (!trusts(peer)) return std::string(peer);
  std::string_view rest = forwarded_for;
  std::string_view last_good = peer;
  while (!rest.empty()) {
    const size_t comma = rest.rfind(',');
    const std::string_view item = trim(comma == rest.npos ? rest : rest.substr(comma + 1));
    rest = comma == rest.npos ? std::string_view() : rest.substr(0, comma);
    if (!address_from(item)) break;
    last_good = item;
    if (!trusts(item)) break;
  }
  return std::string(last_good);
}

bool is_loopback(std::string_view address) {
  const auto bytes = address_from(address);
  if (!bytes) return false;
  static const Address kV6 = *address_from("::1");
  static const Address kV4 = *address_from("127.0.0.0");
  return *bytes == kV6 || share_bits(*bytes, kV4, 96 + 8);
}

bool is_cross_site_write(const Request& request) {
  if (is_safe(request.method()) || request.header("Authorization")) return false;
  if (const auto site = request.header("Sec-Fetch-Site"))
    return *site != "same-origin" && *site != "none";
  const auto origin = request.header("Origin");
  if (!origin) return false;
  const auto [scheme, authority] = split_origin(*origin);
  if (authority.empty()) return true;
  // The whole authority must agree: another port of this host is another site. A proxy of ours says
  // which name and port the browser used.
  return !equal_nocase(authority, request.authority());
}

std::string_view security_headers(bool is_page, bool is_api, bool hsts) {
  if (is_page)
    return hsts ? STAGECOACH_COMMON_HEADERS STAGECOACH_PAGE_POLICY STAGECOACH_HSTS
                : STAGECOACH_COMMON_HEADERS STAGECOACH_PAGE_POLICY;
  if (is_api)
    return hsts ? STAGECOACH_COMMON_HEADERS STAGECOACH_DATA_POLICY STAGECOACH_NO_STORE
                      STAGECOACH_HSTS
                : STAGECOACH_COMMON_HEADERS STAGECOACH_DATA_POLICY STAGECOACH_NO_STORE;
  return hsts ? STAGECOACH_COMMON_HEADERS STAGECOACH_DATA_POLICY STAGECOACH_HSTS
              : STAGECOACH_COMMON_HEADERS STAGECOACH_DATA_POLICY;
}

}  // namespace stagecoach::http
