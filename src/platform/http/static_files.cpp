#include "platform/http/static_files.h"

#include <openssl/sha.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "platform/http/compress.h"
#include "platform/http/text.h"

namespace stagecoach::http {
namespace {

namespace fs = std::filesystem;

constexpr size_t kFileBytesMax = 64 * 1024 * 1024;

constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
};

std::string_view type_of(std::string_view name) {
  for (const auto& [extension, type] : kTypes)
    if (name.ends_with(extension)) return type;
  return "application/octet-stream";
}

// "assets/board-BxC2k9_q.js": a dash and eight characters of base64url before the extension, as
// Vite names what it builds.
bool has_content_hash(std::string_view name) {
  const size_t slash = name.rfind('/');
  if (slash == name.npos || !name.starts_with("assets/")) return false;
  const size_t dot = name.find('.', slash);
  if (dot == name.npos || dot < slash + 1 + 9 || name[dot - 9] != '-') return false;
  const std::string_view hash = name.substr(dot - 8, 8);
  return std::all_of(hash.begin(), hash.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; });
}

std::string tag_of(std::string_view content) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(content.data()), content.size(), digest);
  constexpr char kHex[] = "0123456789abcdef";
  std::string tag;
  for (size_t i = 0; i < 10; ++i) {
    tag.push_back(kHex[digest[i] >> 4]);
    tag.push_back(kHex[digest[i] & 15]);
  }
  return tag;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string content{std::istreambuf_iterator<char>(in), {}};
  if (!in || in.bad()) throw std::runtime_error("cannot read " + path.string());
  return content;
}

std::string read_if_there(const fs::path& path) {
  return fs::is_regular_file(path) ? read_file(path) : std::string();
}

bool wants_page(const Request& request) {
  const std::string_view path = request.path();
  const bool has_extension = path.find('.', path.rfind('/')) != path.npos;
  const auto accept = request.header("Accept");
  return !has_extension && accept && accept->find("text/html") != accept->npos;
}

}  // namespace

struct StaticFiles::File {
  std::string_view type;
  std::string etag;  // without quotes and coding suffix
  bool immutable = false;
  std::shared_ptr<const std::string> plain;
  std::shared_ptr<const std::string> brotli;  // null where nothing is gained
  std::shared_ptr<const std::string> gzip;
};

StaticFiles::StaticFiles() = default;

StaticFiles StaticFiles::from_folder(const std::string& folder) {
  StaticFiles files;
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  if (error) throw std::runtime_error("cannot read the folder " + folder);
  for (const auto& entry : entries) {
    // A link could lead out of the folder.
    if (entry.is_symlink() || !entry.is_regular_file() || entry.file_size() > kFileBytesMax)
      continue;
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    if (name.ends_with(".br") || name.ends_with(".gz") || name.ends_with(".map")) continue;
    files.add(name, read_file(entry.path()), read_if_there(entry.path().string() + ".br"),
              read_if_there(entry.path().string() + ".gz"));
  }
  if (!files.files_.contains("index.html"))
    throw std::runtime_error("the folder " + folder + " has no index.html; build the web UI first");
  return files;
}

StaticFiles StaticFiles::from_memory(std::map<std::string, std::string> contents) {
  StaticFiles files;
  for (auto& [name, content] : contents) files.add(name, std::move(content), {}, {});
  return files;
}

void StaticFiles::add(std::string name, std::string content, std::string brotli, std::string gzip) {
  auto file = std::make_shared<File>();
  file->type = type_of(name);
  file->etag = tag_of(content);
  file->immutable = has_content_hash(name);
  if (is_compressible(file->type) && content.size() > 256) {
    const auto packed = [&](std::string made, Encoding encoding) {
      if (made.empty()) made = compressed(content, encoding, Effort::best).value_or("");
      return made.empty() ? nullptr : std::make_shared<const std::string>(std::move(made));
    };
    file->brotli = packed(std::move(brotli), Encoding::brotli);
    file->gzip = packed(std::move(gzip), Encoding::gzip);
  }
  file->plain = std::make_shared<const std::string>(std::move(content));
  files_[std::move(name)] = std::move(file);
}

std::optional<Reply> StaticFiles::find(const Request& request) const {
  if (files_.empty()) return std::nullopt;
  std::string_view name = request.path().substr(1);
  if (name.empty()) name = "index.html";
  auto found = files_.find(name);
  if (found == files_.end() && wants_page(request)) found = files_.find("index.html");
  if (found == files_.end()) return std::nullopt;
  const File& file = *found->second;

  Encoding encoding = best_encoding(request.header("Accept-Encoding"));
  if (encoding == Encoding::brotli && !file.brotli) encoding = Encoding::identity;
  if (encoding == Encoding::gzip && !file.gzip) encoding = Encoding::identity;
  Reply reply = Reply::shared(file.type, encoding == Encoding::brotli ? file.brotli
                                         : encoding == Encoding::gzip ? file.gzip
                                                                      : file.plain);
  std::string etag = '"' + file.etag;
  if (encoding != Encoding::identity) {
    reply.header("Content-Encoding", name_of(encoding));
    etag.append("-").append(name_of(encoding));
  }
  reply.header("ETag", etag + '"');
  if (file.brotli || file.gzip) reply.header("Vary", "Accept-Encoding");
  reply.header("Cache-Control",
               file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  return reply;
}

}  // namespace stagecoach::http
