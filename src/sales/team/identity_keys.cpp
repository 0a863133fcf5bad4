#include "sales/team/identity_keys.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace stagecoach::sales {
namespace {

std::string normalized(const icu::Normalizer2* normalizer, std::string_view text,
                       UErrorCode status) {
  const auto source =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  const icu::UnicodeString result =
      U_SUCCESS(status) ? normalizer->normalize(source, status) : icu::UnicodeString();
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
  std::string out;
  result.toUTF8String(out);
  return out;
}

std::string case_folded(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; })) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return normalized(casefold, text, status);
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string folded_key(std::string_view text) {
  const std::string folded = case_folded(text);
  std::string key;
  key.reserve(folded.size());
  for (const char c : folded) {
    if (!is_space(c))
      key.push_back(c);
    else if (!key.empty() && key.back() != ' ')
      key.push_back(' ');
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

bool is_email(std::string_view text) {
  const size_t at = text.find('@');
  if (text.size() > 254 || at == text.npos || at == 0 || at + 1 == text.size()) return false;
  if (text.find('@', at + 1) != text.npos) return false;
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7f;
  });
}

std::string normalized_password(std::string_view password) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  return normalized(nfkc, password, status);
}

}  // namespace stagecoach::sales
