// What stands between a browser, a proxy and us: who is really calling, from which page, and what a
// browser may do with the reply.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/request.h"

namespace stagecoach::http {

// The addresses of proxies whose X-Forwarded-* headers are believed. Immutable.
class TrustedProxies {
 public:
  // Single addresses or CIDR blocks, IPv4 or IPv6. Throws std::runtime_error for anything else.
  explicit TrustedProxies(const std::vector<std::string>& blocks);

  bool trusts(std::string_view address) const;
  // The client behind the proxies: the right-most address of X-Forwarded-For that is not one of
  // them. `peer` where the peer is no proxy of ours, or the header is missing or unreadable.
  std::string client(std::string_view peer, std::string_view forwarded_for) const;

 private:
  struct Block {
    std::array<std::uint8_t, 16> address;  // IPv4 as ::ffff:a.b.c.d
    int bits;
  };
  std::vector<Block> blocks_;
};

bool is_loopback(std::string_view address);

// A write that a page of another site made the browser send. Decided by Sec-Fetch-Site, else by
// Origin; a client that sends neither is no browser. A request with an Authorization header cannot
// be forged by a page.
bool is_cross_site_write(const Request& request);

// Header lines of every reply, by what it is.
std::string_view security_headers(bool is_page, bool is_api, bool hsts);

}  // namespace stagecoach::http
