#include "platform/http/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

namespace stagecoach::http {
namespace {

std::optional<std::string> brotli(std::string_view text, Effort effort) {
  std::string out(BrotliEncoderMaxCompressedSize(text.size()), '\0');
  size_t size = out.size();
  // Quality 1 costs less than gzip's fastest level; 9 is near the best at a tenth of its time.
  const int quality = effort == Effort::quick ? 1 : 9;
  if (!BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(),
                             reinterpret_cast<const uint8_t*>(text.data()), &size,
                             reinterpret_cast<uint8_t*>(out.data())))
    return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<std::string> gzip(std::string_view text, Effort effort) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16;  // 16 asks zlib for the gzip wrapper
  if (deflateInit2(&stream, effort == Effort::quick ? 1 : 9, Z_DEFLATED, kGzipWindow, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    return std::nullopt;
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (end != Z_STREAM_END) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::string> compressed(std::string_view text, Encoding encoding, Effort effort) {
  std::optional<std::string> out;
  if (encoding == Encoding::brotli) out = brotli(text, effort);
  if (encoding == Encoding::gzip) out = gzip(text, effort);
  if (out && out->size() >= text.size()) return std::nullopt;
  return out;
}

std::string_view name_of(Encoding encoding) {
  return encoding == Encoding::brotli ? "br" : encoding == Encoding::gzip ? "gzip" : "identity";
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = trim(content_type.substr(0, content_type.find(';')));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") ||
         type.ends_with("javascript") || type == "application/wasm" ||
         type == "application/manifest+json";
}

}  // namespace stagecoach::http
