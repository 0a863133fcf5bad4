// Errors as application/problem+json (RFC 9457), in the caller's language.
#pragma once

#include <string_view>

#include "platform/base/result.h"
#include "platform/http/reply.h"

namespace stagecoach::http {

// The one place where codes become statuses.
int status_of(Error::Code code);
// "Not Found"; English, for the status line.
std::string_view reason_of(int status);

// {"type", "title", "status", "detail", "code", "request_id", "fields": [{"field", "code",
// "message"}]} and the members of `details_json`.
Reply problem(const Error& error, Lang lang, std::string_view request_id);
// For refusals of the protocol that have no Error::Code (405, 408, 431, 501, 505).
Reply problem(int status, const Message& message, Lang lang, std::string_view request_id);

}  // namespace stagecoach::http
