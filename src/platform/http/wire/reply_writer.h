// A Reply as bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/reply.h"

namespace stagecoach::http {

struct HeadFacts {
  std::string_view date;        // "Mon, 23 Nov 2026 21:00:00 GMT"
  std::string_view request_id;  // may be empty
  bool http_1_1 = true;
  bool keep_alive = true;
  bool chunked = false;
  std::optional<std::size_t> length;  // Content-Length
};

// Status line, headers and the empty line.
void append_head(std::string& out, const Reply& reply, const HeadFacts& facts);

// One piece of a chunked body. REQUIRES: not empty, for an empty chunk ends the body.
void append_chunk(std::string& out, std::string_view piece);

// RFC 9110 form of a second since 1970.
std::string http_date(std::int64_t seconds);

}  // namespace stagecoach::http
