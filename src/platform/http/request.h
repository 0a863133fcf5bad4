// One HTTP request as a handler sees it.
//
// Reading is const and safe from several threads; the server alone fills it. Every view points into
// the request and lives as long as it does.
#pragma once

#include <cassert>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/http/query.h"
#include "platform/http/rule.h"
#include "platform/json/json.h"

namespace stagecoach::http {

enum class Method { get, head, post, put, patch, del, options };
std::string_view name_of(Method method);  // "GET"
std::optional<Method> method_from(std::string_view name);
// GET, HEAD and OPTIONS change nothing.
inline bool is_safe(Method m) {
  return m == Method::get || m == Method::head || m == Method::options;
}

struct Route;

// A stretch of a text that may move.
struct TextSpan {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
};

// A request written by hand: tests and in-process callers.
struct RequestParts {
  Method method = Method::get;
  std::string target = "/";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::string peer = "127.0.0.1";
  bool secure = false;
};

class Request {
 public:
  Request() = default;
  // Refuses a target the server would refuse (bad escapes, an escaped slash, control characters).
  static Result<Request> make(const RequestParts& parts);

  Method method() const { return method_; }
  // Unescaped, without the query; starts with '/'.
  std::string_view path() const { return path_; }
  // As it was sent.
  std::string_view target() const { return view(target_); }

  // The id the pattern names, "{id}": a positive 63-bit number. Anything else: not_found (no such
  // record), never a 400, so that ids cannot be probed by their shape.
  template <class IdType>
  Result<IdType> path_id(std::string_view name) const {
    const auto id = TRY(path_number(name));
    return IdType(id);
  }
  // The text the pattern names. REQUIRES: the route's pattern has {name}.
  std::string_view path_text(std::string_view name) const;

  // The first query parameter of that name, unescaped; "" for "?name".
  std::optional<std::string_view> query(std::string_view name) const;
  const json::Parameters& query_params() const { return query_; }
  // All parameters into a described struct; an unknown, doubled or unreadable one is a field error.
  template <class T>
  Result<T> query_as() const {
    return json::read_parameters<T>(query_);
  }

  // The JSON body into a described struct. unsupported: the Content-Type is not JSON.
  template <class T>
  Result<T> body() const {
    if (auto is_json = require_json(); !is_json) return std::move(is_json).error();
    return json::read<T>(body_);
  }
  std::string_view raw_body() const { return body_; }
  // Where the body lies, for routes that spool it to disk. Deleted with the request.
  const std::filesystem::path& body_file() const { return body_file_; }

  // Names compare without case; the first of several.
  std::optional<std::string_view> header(std::string_view name) const;
  std::optional<std::string_view> cookie(std::string_view name) const;
  // Without parameters, as sent: "text/csv".
  std::string_view content_type() const;

  // The caller's own choice, else Accept-Language, else English.
  Lang lang() const;
  // Null where nobody is signed in (only routes of Rule::anyone see that).
  const Identity* identity() const { return identity_.get(); }
  std::shared_ptr<const Identity> shared_identity() const { return identity_; }
  // REQUIRES: signed in, and the application's only Identity is T.
  template <class T>
  const T& identity_as() const {
    static_assert(std::is_base_of_v<Identity, T>);
    assert(dynamic_cast<const T*>(identity_.get()) != nullptr);
    return static_cast<const T&>(*identity_);
  }

  // The version the client saw ("12" or W/"12"); empty without If-Match. invalid: another form.
  Result<std::optional<std::int64_t>> if_match() const;
  // precondition_required where If-Match is missing.
  Result<std::int64_t> required_version() const;
  // The version of If-Match. REQUIRES: the route is versioned.
  std::int64_t seen_version() const;
  // 1..255 visible characters; empty where absent. invalid: another form.
  Result<std::optional<std::string_view>> idempotency_key() const;

  // The client's address: the peer, or what a configured proxy says of it.
  std::string_view remote_address() const { return remote_; }
  // From this machine itself: a loopback peer, and no proxy in between.
  bool is_local() const { return local_; }
  bool is_secure() const { return secure_; }
  // Host without port, lower case; what the proxy says where one is configured.
  std::string host() const;
  // As the browser wrote it: "crm.example.com:8443".
  std::string_view authority() const;
  Instant received_at() const { return received_at_; }
  // X-Request-Id of the reply; the log names it too.
  std::string_view id() const { return id_; }
  const Route* route() const { return route_; }

 private:
  friend class RequestReader;  // fills it from the wire
  friend class Service;        // routes it, names the caller

  struct Field {
    TextSpan name;
    TextSpan value;
  };
  std::string_view view(TextSpan s) const { return std::string_view(text_).substr(s.at, s.size); }
  TextSpan keep(std::string_view s);
  void add_header(std::string_view name, std::string_view value);
  // Splits and unescapes the target. An Error names what is wrong with it.
  Result<void> set_target(std::string_view target);
  Result<std::int64_t> path_number(std::string_view name) const;
  Result<void> require_json() const;
  // Ready for the next request on the connection; keeps the memory.
  void reset();

  Method method_ = Method::get;
  std::string text_;  // target, header names and values, one after the other
  TextSpan target_;
  std::vector<Field> headers_;
  std::string path_;
  json::Parameters query_;
  std::vector<TextSpan> path_values_;  // of path_, in the order of the route's parameters
  std::string body_;
  std::filesystem::path body_file_;
  std::shared_ptr<void> body_file_guard_;  // removes the file
  std::shared_ptr<const Identity> identity_;
  std::string remote_;
  std::string forwarded_host_;
  std::string id_;
  Instant received_at_;
  std::chrono::steady_clock::time_point started_;
  const Route* route_ = nullptr;
  std::int64_t seen_version_ = 0;
  bool local_ = false;
  bool secure_ = false;
};

}  // namespace stagecoach::http
