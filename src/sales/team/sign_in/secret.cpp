#include "sales/team/sign_in/secret.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace stagecoach::sales {

Secret new_secret(std::string_view prefix) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::array<char, sodium_base64_ENCODED_LEN(32, kVariant)> base64{};
  sodium_bin2base64(base64.data(), base64.size(), bytes.data(), bytes.size(), kVariant);
  Secret secret;
  secret.text = prefix;
  secret.text += base64.data();
  secret.hash = secret_hash(secret.text);
  return secret;
}

std::string secret_hash(std::string_view text) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

}  // namespace stagecoach::sales
