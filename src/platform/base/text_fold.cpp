#include "platform/base/text_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

namespace stagecoach {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// Control characters count as white space, here as below.
bool is_ascii_space(char c) {
  return (c >= 0 && c <= ' ') || c == 0x7F;
}

// Most names are plain ASCII: no need to wake ICU.
std::string fold_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (const char c : text) {
    if (is_ascii_space(c)) {
      gap = !out.empty();
      continue;
    }
    if (gap) out.push_back(' ');
    gap = false;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

// Marks that sit on Latin, Greek and Cyrillic letters. Marks of other scripts (Japanese voicing,
// Indic vowels) make another letter and stay.
bool is_accent(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF);
}

// Letters whose stroke Unicode does not regard as an accent.
UChar32 without_stroke(UChar32 c) {
  switch (c) {
    case 0x00F8:
      return 'o';  // ø
    case 0x0142:
      return 'l';  // ł
    case 0x0111:
      return 'd';  // đ
    case 0x0127:
      return 'h';  // ħ
    case 0x0131:
      return 'i';  // ı
    case 0x0167:
      return 't';  // ŧ
    default:
      return c;
  }
}

const icu::Normalizer2& checked(const icu::Normalizer2* normalizer, UErrorCode status) {
  if (U_FAILURE(status) || !normalizer) throw std::runtime_error("ICU has no normalization data");
  return *normalizer;
}

struct Normalizers {
  const icu::Normalizer2* case_fold;
  const icu::Normalizer2* decompose;
  const icu::Normalizer2* compose;
};

const Normalizers& normalizers() {
  static const Normalizers kNormalizers = [] {
    UErrorCode status = U_ZERO_ERROR;
    Normalizers n{};
    n.case_fold = &checked(icu::Normalizer2::getNFKCCasefoldInstance(status), status);
    n.decompose = &checked(icu::Normalizer2::getNFDInstance(status), status);
    n.compose = &checked(icu::Normalizer2::getNFCInstance(status), status);
    return n;
  }();
  return kNormalizers;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const Normalizers& normal = normalizers();
  const auto source =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  const icu::UnicodeString apart =
      normal.decompose->normalize(normal.case_fold->normalize(source, status), status);

  icu::UnicodeString plain;
  bool gap = false;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (is_accent(c)) continue;
    if (u_isUWhiteSpace(c) || u_charType(c) == U_CONTROL_CHAR) {
      gap = !plain.isEmpty();
      continue;
    }
    if (gap) plain.append(static_cast<UChar>(' '));
    gap = false;
    plain.append(without_stroke(c));
  }
  std::string out;
  normal.compose->normalize(plain, status).toUTF8String(out);
  if (U_FAILURE(status)) throw std::bad_alloc();  // the only way these can fail
  return out;
}

}  // namespace stagecoach
