// Random secrets that are shown once, and the hashes by which they are found again.
#pragma once

#include <string>
#include <string_view>

namespace stagecoach::sales {

struct Secret {
  std::string text;  // 256 random bits in URL-safe base64 behind its prefix; goes to its owner only
  std::string hash;  // what is stored
};

// Prefixed so that a leaked one is recognised by scanners, and a session is no API token.
inline constexpr std::string_view kSessionPrefix = "";
inline constexpr std::string_view kTokenPrefix = "sc_";
inline constexpr std::string_view kLinkPrefix = "scl_";

// From the operating system's generator. Throws std::runtime_error where there is none.
Secret new_secret(std::string_view prefix);

// BLAKE2b-256: a slow hash would buy nothing, there is no guessing 256 random bits.
std::string secret_hash(std::string_view text);

}  // namespace stagecoach::sales
