// Time-based one-time passwords: RFC 6238 over RFC 4226, SHA-1, six digits, steps of 30 seconds,
// which is what every authenticator app understands. Pure, but for the making of a secret.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace stagecoach::sales {

// 160 random bits, as RFC 4226 recommends.
std::string new_totp_secret();

// Of 30 seconds since 1970.
std::int64_t totp_step(Instant now);

// The six digits of a step. `digits` up to 8, for the vectors of the RFC.
std::string totp_code(std::string_view secret, std::int64_t step, int digits = 6);

// The step that `code` belongs to: the present one, or a neighbour, for clocks that are apart; but
// none up to `last_step`, for a code counts once. nullopt: not a code of these. Takes the same time
// wherever it differs.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          Instant now, std::int64_t last_step);

// For typing in: RFC 4648 base32 without padding.
std::string base32(std::string_view bytes);

// For a QR code: otpauth://totp/Issuer:account?secret=…
std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace stagecoach::sales
