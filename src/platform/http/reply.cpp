#include "platform/http/reply.h"

#include <algorithm>

#include "platform/http/text.h"

namespace stagecoach::http {
namespace {

// RFC 8187: what may stand unescaped in filename*.
bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_';
}

std::string escaped(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const unsigned char c : text) {
    if (is_plain(c)) {
      out.push_back(static_cast<char>(c));
    } else {
      out.push_back('%');
      out.push_back(kHex[c >> 4]);
      out.push_back(kHex[c & 15]);
    }
  }
  return out;
}

}  // namespace

Reply Reply::json(std::string text, int status) {
  Reply reply;
  reply.status_ = status;
  reply.type_ = "application/json";
  reply.body_ = std::move(text);
  return reply;
}

Reply Reply::no_content() {
  return Reply().status(204);
}

Reply Reply::not_modified() {
  return Reply().status(304);
}

Reply Reply::text(std::string text, std::string_view type) {
  Reply reply;
  reply.type_ = type;
  reply.body_ = std::move(text);
  return reply;
}

Reply Reply::see_other(std::string location) {
  assert(location.starts_with('/') && !location.starts_with("//"));
  return Reply().status(303).header("Location", location);
}

Reply Reply::stream(std::string_view type, Source source) {
  Reply reply;
  reply.type_ = type;
  reply.source_ = std::move(source);
  return reply;
}

Reply Reply::event_stream(EventStream wish) {
  Reply reply;
  reply.type_ = "text/event-stream";
  reply.events_ = std::make_shared<EventStream>(std::move(wish));
  return reply;
}

Reply Reply::shared(std::string_view type, std::shared_ptr<const std::string> bytes) {
  Reply reply;
  reply.type_ = type;
  reply.shared_ = std::move(bytes);
  return reply;
}

void Reply::drop_body() {
  body_.clear();
  shared_.reset();
  source_ = nullptr;
  events_.reset();
}

Reply& Reply::header(std::string_view name, std::string_view value) & {
  std::string kept(value);
  std::erase_if(kept, [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
  headers_.emplace_back(std::string(name), std::move(kept));
  return *this;
}
Reply&& Reply::header(std::string_view name, std::string_view value) && {
  return std::move(header(name, value));
}

Reply& Reply::etag(std::int64_t version) & {
  return header("ETag", '"' + std::to_string(version) + '"');
}
Reply&& Reply::etag(std::int64_t version) && {
  return std::move(etag(version));
}

Reply& Reply::attachment(std::string_view file_name) & {
  std::string plain(file_name);
  std::replace_if(
      plain.begin(), plain.end(), [](unsigned char c) { return !is_plain(c); }, '_');
  return header("Content-Disposition",
                "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + escaped(file_name));
}
Reply&& Reply::attachment(std::string_view file_name) && {
  return std::move(attachment(file_name));
}

std::string_view Reply::header(std::string_view name) const {
  for (const auto& [key, value] : headers_)
    if (equal_nocase(key, name)) return value;
  return {};
}

}  // namespace stagecoach::http
