#include "platform/http/request.h"

#include <algorithm>
#include <charconv>

#include "platform/base/clock.h"
#include "platform/http/router.h"
#include "platform/http/text.h"

namespace stagecoach::http {
namespace {

constexpr Phrase kNoSuchRecord{"http.no_such_record", "There is no such record.", "没有这条记录。"};
constexpr Phrase kBadTarget{"http.bad_target", "The address of the request cannot be read.",
                            "无法识别请求的地址。"};
constexpr Phrase kBadQuery{"http.bad_query", "The parameters of the request cannot be read.",
                           "无法识别请求的参数。"};
constexpr Phrase kNotJson{"http.not_json",
                          "The body must be JSON: send Content-Type: application/json.",
                          "请求体必须是 JSON：请发送 Content-Type: application/json。"};
constexpr Phrase kBadIfMatch{"http.bad_if_match",
                             "If-Match must hold the version that ETag gave, such as \"12\".",
                             "If-Match 必须是 ETag 给出的版本，例如 \"12\"。"};
constexpr Phrase kIfMatchNeeded{"http.if_match_needed",
                                "Say which version you saw: send the record's ETag as If-Match.",
                                "请说明你看到的是哪个版本：把记录的 ETag 放入 If-Match 发送。"};
constexpr Phrase kBadIdempotencyKey{"http.bad_idempotency_key",
                                    "Idempotency-Key must be 1 to 255 visible characters.",
                                    "Idempotency-Key 必须是 1 到 255 个可见字符。"};

constexpr std::string_view kMethodNames[] = {"GET",   "HEAD",   "POST",   "PUT",
                                             "PATCH", "DELETE", "OPTIONS"};
// A string kept for the next request on the connection may grow this far.
constexpr size_t kKeptBytesMax = 64 * 1024;

// The better of Chinese and English by the weights of Accept-Language.
Lang lang_from_header(std::string_view header) {
  Lang best = Lang::en;
  int best_weight = 0;
  while (!header.empty()) {
    const std::string_view item = next_item(header, ',');
    const auto [tag, weight] = split_weight(item);
    const Lang lang = lang_from_tag(tag);
    const bool known = lang == Lang::zh || starts_with_nocase(tag, "en");
    if (known && weight > best_weight) {
      best = lang;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace

std::string_view name_of(Method method) {
  return kMethodNames[static_cast<size_t>(method)];
}

std::optional<Method> method_from(std::string_view name) {
  for (size_t i = 0; i < std::size(kMethodNames); ++i)
    if (kMethodNames[i] == name) return static_cast<Method>(i);
  return std::nullopt;
}

Result<Request> Request::make(const RequestParts& parts) {
  Request request;
  request.method_ = parts.method;
  if (auto ok = request.set_target(parts.target); !ok) return std::move(ok).error();
  for (const auto& [name, value] : parts.headers) request.add_header(name, value);
  request.body_ = parts.body;
  request.remote_ = parts.peer;
  request.secure_ = parts.secure;
  request.received_at_ = SystemClock().now();
  return request;
}

void Request::reset() {
  if (text_.capacity() > kKeptBytesMax) text_ = {};
  if (body_.capacity() > kKeptBytesMax) body_ = {};
  text_.clear();
  body_.clear();
  headers_.clear();
  path_.clear();
  query_.clear();
  path_values_.clear();
  body_file_.clear();
  body_file_guard_.reset();
  identity_.reset();
  forwarded_host_.clear();
  id_.clear();
  route_ = nullptr;
  seen_version_ = 0;
}

TextSpan Request::keep(std::string_view s) {
  const TextSpan span{static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(s.size())};
  text_.append(s);
  return span;
}

void Request::add_header(std::string_view name, std::string_view value) {
  const TextSpan kept = keep(name);
  headers_.push_back({kept, keep(value)});
}

Result<void> Request::set_target(std::string_view target) {
  target_ = keep(target);
  if (target.empty() || std::any_of(target.begin(), target.end(), [](unsigned char c) {
        return c <= 0x20 || c == 0x7F || c == '#' || c == '\\';
      }))
    return Error(Error::Code::invalid, kBadTarget);
  if (target.front() != '/' && target != "*") {  // absolute form, as proxies send it
    const size_t scheme = target.find("://");
    if (scheme == target.npos || !starts_with_nocase(target, "http"))
      return Error(Error::Code::invalid, kBadTarget);
    target.remove_prefix(scheme + 3);
    target.remove_prefix(std::min(target.find_first_of("/?"), target.size()));
  }
  const size_t mark = std::min(target.find('?'), target.size());
  const std::string_view path = target.substr(0, mark);
  // An escaped slash would make one segment look like two.
  auto unescaped = unescape(path, false);
  if (!unescaped || std::count(unescaped->begin(), unescaped->end(), '/') !=
                        std::count(path.begin(), path.end(), '/'))
    return Error(Error::Code::invalid, kBadTarget);
  path_ = unescaped->empty() ? "/" : std::move(*unescaped);
  if (mark == target.size()) return {};
  auto query = parse_query(target.substr(mark + 1));
  if (!query) return Error(Error::Code::invalid, kBadQuery);
  query_ = std::move(*query);
  return {};
}

Result<std::int64_t> Request::path_number(std::string_view name) const {
  const std::string_view text = path_text(name);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  if (!is_number || id <= 0) return Error(Error::Code::not_found, kNoSuchRecord);
  return id;
}

std::string_view Request::path_text(std::string_view name) const {
  assert(route_ != nullptr);
  for (size_t i = 0; i < route_->parameters.size(); ++i)
    if (route_->parameters[i] == name)
      return std::string_view(path_).substr(path_values_[i].at, path_values_[i].size);
  assert(!"the route's pattern has no such parameter");
  return {};
}

std::optional<std::string_view> Request::query(std::string_view name) const {
  for (const auto& [key, value] : query_)
    if (key == name) return value;
  return std::nullopt;
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  for (const Field& field : headers_)
    if (field.name.size == name.size() && equal_nocase(view(field.name), name))
      return view(field.value);
  return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
  std::string_view rest = header("Cookie").value_or("");
  while (!rest.empty()) {
    const std::string_view pair = next_item(rest, ';');
    const size_t equals = pair.find('=');
    if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
  }
  return std::nullopt;
}

std::string_view Request::content_type() const {
  const std::string_view value = header("Content-Type").value_or("");
  return trim(value.substr(0, value.find(';')));
}

Result<void> Request::require_json() const {
  const std::string_view type = content_type();
  if (equal_nocase(type, "application/json") || equal_nocase(type, "application/merge-patch+json"))
    return {};
  return Error(Error::Code::unsupported, kNotJson);
}

Lang Request::lang() const {
  if (identity_)
    if (const auto chosen = identity_->lang()) return *chosen;
  const auto accepted = header("Accept-Language");
  return accepted ? lang_from_header(*accepted) : Lang::en;
}

Result<std::optional<std::int64_t>> Request::if_match() const {
  const auto value = header("If-Match");
  if (!value) return std::optional<std::int64_t>();
  std::string_view text = trim(*value);
  if (text.starts_with("W/")) text.remove_prefix(2);
  if (text.size() < 3 || text.front() != '"' || text.back() != '"')
    return Error(Error::Code::invalid, kBadIfMatch);
  text = text.substr(1, text.size() - 2);
  std::int64_t version = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || end != text.data() + text.size())
    return Error(Error::Code::invalid, kBadIfMatch);
  return std::optional(version);
}

Result<std::int64_t> Request::required_version() const {
  const auto version = TRY(if_match());
  if (!version) return Error(Error::Code::precondition_required, kIfMatchNeeded);
  return *version;
}

std::int64_t Request::seen_version() const {
  assert(route_ != nullptr && route_->needs_version);
  return seen_version_;
}

Result<std::optional<std::string_view>> Request::idempotency_key() const {
  const auto value = header("Idempotency-Key");
  if (!value) return std::optional<std::string_view>();
  const bool is_visible = std::all_of(value->begin(), value->end(),
                                      [](unsigned char c) { return c > 0x20 && c < 0x7F; });
  if (value->empty() || value->size() > 255 || !is_visible)
    return Error(Error::Code::invalid, kBadIdempotencyKey);
  return std::optional(*value);
}

std::string_view Request::authority() const {
  if (!forwarded_host_.empty()) return forwarded_host_;
  return trim(header("Host").value_or(""));
}

std::string Request::host() const {
  return host_without_port(authority());
}

}  // namespace stagecoach::http
