#include "sales/team/second_factor/totp.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

namespace stagecoach::sales {
namespace {

constexpr std::int64_t kStepSeconds = 30;
constexpr std::int64_t kStepsApartMax = 1;
constexpr std::size_t kSecretBytes = 20;

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string new_totp_secret() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  std::string secret(kSecretBytes, '\0');
  randombytes_buf(secret.data(), secret.size());
  return secret;
}

std::int64_t totp_step(Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / kStepSeconds;
}

std::string totp_code(std::string_view secret, std::int64_t step, int digits) {
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i)
    counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * (7 - i)));
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned int length = 0;
  if (!HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(),
            counter.size(), mac.data(), &length))
    throw std::runtime_error("HMAC failed");
  // RFC 4226 5.3: four bytes from where the last half byte points, without the sign.
  const std::size_t at = mac[length - 1] & 0xf;
  std::uint32_t number = (static_cast<std::uint32_t>(mac[at] & 0x7f) << 24) |
                         (static_cast<std::uint32_t>(mac[at + 1]) << 16) |
                         (static_cast<std::uint32_t>(mac[at + 2]) << 8) | mac[at + 3];
  std::string code(static_cast<std::size_t>(digits), '0');
  for (auto place = code.rbegin(); place != code.rend(); ++place, number /= 10)
    *place = static_cast<char>('0' + number % 10);
  return code;
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code,
                                          Instant now, std::int64_t last_step) {
  const std::int64_t present = totp_step(now);
  std::optional<std::int64_t> found;
  for (std::int64_t step = present - kStepsApartMax; step <= present + kStepsApartMax; ++step) {
    const std::string expected = totp_code(secret, step);
    const bool same = code.size() == expected.size() &&
                      CRYPTO_memcmp(code.data(), expected.data(), expected.size()) == 0;
    if (same && step > last_step) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : bytes) {
    held = (held << 8) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) out += kAlphabet[(held >> (bits - 5)) & 31];
  }
  if (bits > 0) out += kAlphabet[(held << (5 - bits)) & 31];
  return out;
}

std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account) {
  const std::string by = percent_encoded(issuer);
  return "otpauth://totp/" + by + ":" + percent_encoded(account) + "?secret=" + base32(secret) +
         "&issuer=" + by + "&algorithm=SHA1&digits=6&period=30";
}

}  // namespace stagecoach::sales
