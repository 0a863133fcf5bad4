// What a handler answers.
//
// A Reply is a value: status, headers and a body that is text, a stream pulled chunk by chunk, or
// an event stream. Content-Length, Date, compression, 304 on a matching ETag, HEAD and the security
// headers are the server's business.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.h"
#include "platform/http/event_hub.h"
#include "platform/json/json.h"

namespace stagecoach::http {

class Reply {
 public:
  // Appends the next piece (some 64 KB is right) to `out`; false = that was the last. Called on a
  // worker thread, and only when the client has taken the previous piece, so a slow client holds
  // neither memory nor a thread. An Error or exception cuts the connection, which is how HTTP tells
  // the client that a stream broke.
  using Source = std::function<Result<bool>(std::string& out)>;

  Reply() = default;

  static Reply json(std::string text, int status = 200);
  template <class T>
  static Reply ok(const T& value) {
    return json(json::write(value));
  }
  template <class T>
  static Reply created(const T& value, std::string location = {}) {
    Reply reply = json(json::write(value), 201);
    if (!location.empty()) reply.header("Location", location);
    return reply;
  }
  // 202: the work goes on after the answer.
  template <class T>
  static Reply accepted(const T& value) {
    return json(json::write(value), 202);
  }
  static Reply no_content();
  static Reply not_modified();
  static Reply text(std::string text, std::string_view type = "text/plain; charset=utf-8");
  // 303: where to look instead; `location` must be a path of ours.
  static Reply see_other(std::string location);
  static Reply stream(std::string_view type, Source source);
  static Reply event_stream(EventStream wish);

  Reply& status(int status) & {
    status_ = status;
    return *this;
  }
  Reply&& status(int status) && {
    status_ = status;
    return std::move(*this);
  }
  // Control characters are dropped from the value, so nothing can split a reply.
  Reply& header(std::string_view name, std::string_view value) &;
  Reply&& header(std::string_view name, std::string_view value) &&;
  // The version of the record, as If-Match will name it: 12 -> "12".
  Reply& etag(std::int64_t version) &;
  Reply&& etag(std::int64_t version) &&;
  // Offers the body as a file; the name may be in any language.
  Reply& attachment(std::string_view file_name) &;
  Reply&& attachment(std::string_view file_name) &&;

  int status() const { return status_; }
  std::string_view type() const { return type_; }
  const std::string& body() const { return body_; }
  const std::vector<std::pair<std::string, std::string>>& headers() const { return headers_; }
  // Empty view where the reply has no such header (names compare without case).
  std::string_view header(std::string_view name) const;

  // ---- for the server ----

  // Bytes owned elsewhere for the whole life of the server (static files): not copied.
  static Reply shared(std::string_view type, std::shared_ptr<const std::string> bytes);
  const std::string& bytes() const { return shared_ ? *shared_ : body_; }
  const std::shared_ptr<const std::string>& shared_bytes() const { return shared_; }
  Source& source() { return source_; }
  const std::shared_ptr<EventStream>& events() const { return events_; }
  void replace_body(std::string body) {
    body_ = std::move(body);
    shared_.reset();
  }
  void drop_body();
  std::string take_body() && { return std::move(body_); }
  // Header lines that are the same for many replies ("Name: value\r\n…"), not copied.
  void set_fixed_headers(std::string_view lines) { fixed_headers_ = lines; }
  std::string_view fixed_headers() const { return fixed_headers_; }

 private:
  int status_ = 200;
  std::string type_;
  std::vector<std::pair<std::string, std::string>> headers_;
  std::string body_;
  std::shared_ptr<const std::string> shared_;
  Source source_;
  std::shared_ptr<EventStream> events_;
  std::string_view fixed_headers_;
};

// A Reply that remembers what it carries, so that a route's answer type is named once, by its
// handler: `Result<Answer<DealView>>`. A plain value converts: `return view;` is 200.
template <class T>
class Answer : public Reply {
 public:
  using Carries = T;

  Answer(const T& value) : Reply(Reply::ok(value)) {}  // NOLINT: implicit
  static Answer created(const T& value, std::string location = {}) {
    return Answer(Reply::created(value, std::move(location)));
  }
  static Answer accepted(const T& value) { return Answer(Reply::accepted(value)); }
  // The value with its version as ETag.
  static Answer versioned(const T& value, std::int64_t version) {
    return Answer(Reply::ok(value).etag(version));
  }
  // Any other reply of the same shape (the caller vouches for it).
  static Answer of(Reply reply) { return Answer(std::move(reply)); }

 private:
  explicit Answer(Reply reply) : Reply(std::move(reply)) {}
};

}  // namespace stagecoach::http
