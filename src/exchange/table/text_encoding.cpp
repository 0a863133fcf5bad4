#include "exchange/table/text_encoding.h"

#include <uchardet.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <stdexcept>

#include "platform/base/utf8.h"

namespace stagecoach::exchange {
namespace {

constexpr size_t kLongSample = 120;  // non-ASCII bytes from which uchardet may be believed
constexpr size_t kSampleBytes = 256 * 1024;

const Phrase kUnknownEncoding{"import.encoding_unknown", "No text encoding is called {encoding}.",
                              "没有名为 {encoding} 的文本编码。"};

using Byte = unsigned char;
Byte byte_at(std::string_view text, size_t i) {
  return static_cast<Byte>(text[i]);
}

// Skips ASCII eight bytes at a time: almost all of almost every export.
size_t skip_ascii(std::string_view text, size_t i) {
  while (i + 8 <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + i, 8);
    if (word & 0x8080808080808080ULL) break;
    i += 8;
  }
  while (i < text.size() && byte_at(text, i) < 0x80) ++i;
  return i;
}

struct Utf8Tally {
  size_t good = 0;  // multi-byte sequences
  size_t bad = 0;   // bytes that begin none
};

Utf8Tally tally_utf8(std::string_view text) {
  Utf8Tally tally;
  for (size_t i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
    const size_t length = utf8_sequence_length(text.substr(i));
    (length ? tally.good : tally.bad) += 1;
    i += length ? length : 1;
  }
  return tally;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_FAILURE(status) ? nullptr : std::move(converter);
}

size_t count_replacements(std::string_view text) {
  size_t count = 0;
  for (size_t at = text.find("\xEF\xBF\xBD"); at != text.npos;
       at = text.find("\xEF\xBF\xBD", at + 3))
    ++count;
  return count;
}

// nullopt where ICU knows no such encoding. What cannot be read becomes U+FFFD.
std::optional<std::string> convert(std::string_view bytes, const std::string& name) {
  const Converter from = open_converter(name);
  const Converter to = open_converter("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2 + 16);
  std::array<char, 16384> chunk;
  std::array<UChar, 4096> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  bool reset = true;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char* target = chunk.data();
    ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), reset,
                   true, &status);
    reset = false;
    out.append(chunk.data(), static_cast<size_t>(target - chunk.data()));
  }
  if (U_FAILURE(status)) throw std::runtime_error("text conversion failed");
  return out;
}

// Only the bytes that tell encodings apart, with a little of what stands around them.
std::string telling_sample(std::string_view bytes) {
  std::string sample;
  for (size_t i = skip_ascii(bytes, 0); i < bytes.size() && sample.size() < kSampleBytes;
       i = skip_ascii(bytes, i)) {
    const size_t begin = i > 8 ? i - 8 : 0;
    size_t end = i;
    while (end < bytes.size() && bytes[end] != '\n' && end - begin < 200) ++end;
    sample.append(bytes.substr(begin, end - begin)).push_back('\n');
    i = std::max(end, i + 1);
  }
  return sample;
}

std::string ask_uchardet(std::string_view sample) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  const char* name = uchardet_get_charset(detector.get());
  return name ? name : "";
}

// Chinese text is made of pairs whose bytes are both high (GB 2312). Western text misread as
// GB18030 pairs an accented letter with the plain letter after it.
bool looks_like_gb18030(std::string_view bytes) {
  size_t high_pairs = 0, mixed_pairs = 0;
  for (size_t i = skip_ascii(bytes, 0); i < bytes.size(); i = skip_ascii(bytes, i)) {
    const Byte lead = byte_at(bytes, i);
    if (lead == 0x80 || lead == 0xFF || i + 1 >= bytes.size()) return false;
    const Byte trail = byte_at(bytes, i + 1);
    if (trail >= 0x30 && trail <= 0x39) {
      if (i + 3 >= bytes.size() || byte_at(bytes, i + 2) < 0x81 || byte_at(bytes, i + 3) < 0x30 ||
          byte_at(bytes, i + 3) > 0x39)
        return false;
      i += 4;
      continue;
    }
    if (trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
    (trail >= 0xA1 ? high_pairs : mixed_pairs) += 1;
    i += 2;
  }
  return high_pairs * 10 >= (high_pairs + mixed_pairs) * 7;
}

std::string detect_legacy(std::string_view bytes) {
  const std::string sample = telling_sample(bytes);
  const auto telling = static_cast<size_t>(
      std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; }));
  if (telling >= kLongSample) {
    std::string name = ask_uchardet(sample);
    // Taiwan's and Japan's encodings overlap GB18030; uchardet tells them apart by frequency.
    // ISO-8859-1 as exporters use it is Windows-1252.
    if (name == "ISO-8859-1" || name == "ISO-8859-15") name = "windows-1252";
    if (!name.empty() && name != "ASCII" && name != "UTF-8" && open_converter(name)) return name;
  }
  return looks_like_gb18030(bytes) ? "GB18030" : "windows-1252";
}

std::string_view utf16_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min<size_t>(bytes.size(), 4096));
  if (sample.size() < 4 || bytes.size() % 2 != 0) return {};
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < sample.size(); ++i) (i % 2 ? odd : even) += sample[i] == '\0' ? 1 : 0;
  const size_t half = sample.size() / 2;
  if (odd > half * 3 / 10 && even * 20 <= half) return "UTF-16LE";
  if (even > half * 3 / 10 && odd * 20 <= half) return "UTF-16BE";
  return {};
}

Result<DecodedText> convert_named(std::string_view bytes, std::string name, bool had_bom) {
  std::optional<std::string> text = convert(bytes, name);
  if (!text)
    return Error(Error::Code::unsupported, Message(kUnknownEncoding, {{"encoding", name}}));
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  const size_t replaced = count_replacements(*text);
  return DecodedText{std::move(*text), std::move(name), had_bom, replaced};
}

// No cell means a zero character, and neither JSON nor PostgreSQL can hold one.
void drop_zeros(DecodedText& decoded) {
  const size_t before = decoded.text.size();
  std::erase(decoded.text, '\0');
  decoded.replaced += before - decoded.text.size();
}

Result<DecodedText> decode(std::string bytes, std::string_view encoding) {
  const bool utf8_bom = bytes.starts_with("\xEF\xBB\xBF");
  if (!encoding.empty() && encoding != "UTF-8")
    return convert_named(bytes, std::string(encoding), utf8_bom);
  if (bytes.starts_with("\xFF\xFE"))
    return convert_named(std::string_view(bytes).substr(2), "UTF-16LE", true);
  if (bytes.starts_with("\xFE\xFF"))
    return convert_named(std::string_view(bytes).substr(2), "UTF-16BE", true);
  if (const auto utf16 = utf16_by_zeros(bytes); !utf16.empty() && encoding.empty())
    return convert_named(bytes, std::string(utf16), false);
  if (utf8_bom) bytes.erase(0, 3);
  if (is_valid_utf8(bytes)) return DecodedText{std::move(bytes), "UTF-8", utf8_bom, 0};
  // A UTF-8 export with a few broken cells is still UTF-8; a Western file has no good sequences.
  const Utf8Tally tally = tally_utf8(bytes);
  if (utf8_bom || encoding == "UTF-8" || tally.good >= 20 * tally.bad)
    return convert_named(bytes, "UTF-8", utf8_bom);
  return convert_named(bytes, detect_legacy(bytes), false);
}

}  // namespace

Result<DecodedText> decode_text(std::string bytes, std::string_view encoding) {
  DecodedText decoded = TRY(decode(std::move(bytes), encoding));
  drop_zeros(decoded);
  return decoded;
}

}  // namespace stagecoach::exchange
