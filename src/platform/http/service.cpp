#include "platform/http/service.h"

#include <algorithm>
#include <array>
#include <random>

#include "platform/base/log.h"
#include "platform/http/compress.h"
#include "platform/http/problem.h"
#include "platform/http/text.h"

namespace stagecoach::http {
namespace {

constexpr Phrase kNoPath{"http.no_path", "There is nothing at this address.", "此地址不存在。"};
constexpr Phrase kNoMethod{"http.no_method", "{method} is not possible here. Possible: {allowed}.",
                           "此处不支持 {method}，可用：{allowed}。"};
constexpr Phrase kSignIn{"http.sign_in", "Sign in first.", "请先登录。"};
constexpr Phrase kNotAllowed{"http.not_allowed", "You may not do this (rule: {rule}).",
                             "您没有权限执行此操作（规则：{rule}）。"};
constexpr Phrase kCrossSite{"http.cross_site",
                            "The request came from a page of another site and was refused.",
                            "请求来自其他网站的页面，已被拒绝。"};
constexpr Phrase kWrongHost{"http.wrong_host", "This server does not answer to the name {host}.",
                            "本服务器不使用主机名 {host}。"};
constexpr Phrase kInternal{
    "http.internal", "Something failed on the server. It has been logged; please try again later.",
    "服务器出现内部错误，已记录日志，请稍后再试。"};

constexpr size_t kCompressFromBytes = 1024;
// Beyond this even quick compression takes longer than a request should.
constexpr size_t kCompressToBytes = 8 * 1024 * 1024;
constexpr std::chrono::seconds kSlow{1};

// Labels that are no route, after those of the tables.
constexpr std::array<std::string_view, 3> kOtherLabels = {"GET static", "- unknown", "- refused"};
enum OtherLabel : size_t { kStatic, kUnknown, kRefused };

// What a log may hold of a path: a {secret} in it stays out.
std::string_view logged_path(const Request& request) {
  const Route* route = request.route();
  if (!route) return request.path();
  const auto& names = route->parameters;
  const bool secret = std::find(names.begin(), names.end(), "secret") != names.end();
  return secret ? std::string_view(route->pattern) : request.path();
}

// 64 bits that nobody guesses and that do not repeat; no lock, no system call.
std::string make_id() {
  thread_local std::uint64_t state =
      (static_cast<std::uint64_t>(std::random_device{}()) << 32) | std::random_device{}();
  state += 0x9E3779B97F4A7C15;  // SplitMix64
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  mixed ^= mixed >> 31;
  constexpr char kHex[] = "0123456789abcdef";
  std::string id(16, '0');
  for (char& c : id) {
    c = kHex[mixed & 15];
    mixed >>= 4;
  }
  return id;
}

std::string list_of(const std::vector<Method>& methods) {
  std::string list;
  for (const Method method : methods) {
    if (!list.empty()) list += ", ";
    list += name_of(method);
    if (method == Method::get) list += ", HEAD";
  }
  return list + (list.empty() ? "OPTIONS" : ", OPTIONS");
}

bool is_page(const Reply& reply) {
  return reply.type().starts_with("text/html");
}

}  // namespace

Service::Service(const Router& router, ServiceConfig config)
    : router_(router), config_(std::move(config)), proxies_(config_.proxies) {
  add_built_in_routes();
  metrics_ = std::make_unique<Metrics>(labels());
}

Service::~Service() = default;

void Service::authenticate_with(Authenticator authenticator) {
  authenticator_ = std::move(authenticator);
}

void Service::explain_failures_with(FailureExplainer explainer) {
  explainer_ = std::move(explainer);
}

void Service::serve(StaticFiles files) {
  files_ = std::move(files);
}

void Service::add_readiness_check(std::string name, std::function<Result<void>()> check) {
  checks_.emplace_back(std::move(name), std::move(check));
}

void Service::add_built_in_routes() {
  built_in_
      .get("/healthz", Rule::anyone(), {"The process is alive", {"operations"}},
           [](const Request&) -> Result<Reply> { return Reply::text("ok\n"); })
      .runs(Runs::inline_on_io);
  built_in_.get("/readyz", Rule::anyone(), {"Requests can be served", {"operations"}},
                [this](const Request&) -> Result<Reply> { return is_ready(); });
  Route& metrics = built_in_.get(
      "/metrics", Rule::anyone(), {"Figures for Prometheus", {"operations"}},
      [this](const Request&) -> Result<Reply> {
        return Reply::text(metrics_->text(), "text/plain; version=0.0.4; charset=utf-8");
      });
  if (!config_.metrics_public) metrics.only_from_this_machine();
}

std::vector<std::string> Service::labels() const {
  std::vector<std::string> labels;
  for (const Router* router : {&router_, &built_in_})
    for (const Route& route : router->routes())
      labels.push_back(std::string(name_of(route.method)) + ' ' + route.pattern);
  for (const std::string_view other : kOtherLabels) labels.emplace_back(other);
  return labels;
}

size_t Service::label_of(const Request& request) const {
  const size_t routes = router_.routes().size();
  if (const Route* route = request.route()) {
    const bool is_ours = route->index < routes && &router_.routes()[route->index] == route;
    return is_ours ? route->index : routes + route->index;
  }
  return routes + built_in_.routes().size() + kUnknown;
}

void Service::name_the_peer(Request& request) const {
  const bool was_forwarded = request.header("X-Forwarded-For") || request.header("Forwarded") ||
                             request.header("X-Real-IP") || request.header("Via");
  request.local_ = !was_forwarded && is_loopback(request.remote_);
  if (!was_forwarded || !proxies_.trusts(request.remote_)) return;
  if (const auto proto = request.header("X-Forwarded-Proto")) request.secure_ = *proto == "https";
  if (const auto host = request.header("X-Forwarded-Host")) request.forwarded_host_ = trim(*host);
  if (const auto chain = request.header("X-Forwarded-For"))
    request.remote_ = proxies_.client(request.remote_, *chain);
}

bool Service::is_one_of_our_hosts(const Request& request) const {
  const auto& ours = config_.hosts;
  return ours.empty() || std::find(ours.begin(), ours.end(), request.host()) != ours.end();
}

std::optional<Reply> Service::route(Request& request) const {
  request.started_ = std::chrono::steady_clock::now();
  if (request.id_.empty()) request.id_ = make_id();
  name_the_peer(request);
  if (!is_one_of_our_hosts(request)) {
    const Error wrong(Error::Code::forbidden, {kWrongHost, {{"host", request.host()}}});
    Reply reply = problem(wrong, request.lang(), request.id());
    finish(request, reply);
    return reply;
  }
  Router::Match match = router_.match(request.method(), request.path(), request.path_values_);
  if (!match.route && match.allowed.empty())
    match = built_in_.match(request.method(), request.path(), request.path_values_);
  request.route_ = match.route;
  if (match.route && match.route->loopback_only && !request.local_) request.route_ = nullptr;
  if (request.route_) return std::nullopt;

  const bool reads = request.method() == Method::get || request.method() == Method::head;
  const bool is_api = request.path().starts_with("/api/");
  if (match.allowed.empty() && reads && !is_api)
    if (auto file = files_.find(request)) {
      finish(request, *file);
      return file;
    }
  Reply reply = no_route(request, match.allowed);
  finish(request, reply);
  return reply;
}

Reply Service::no_route(const Request& request, const std::vector<Method>& allowed) const {
  if (request.method() == Method::options && (!allowed.empty() || request.path() == "*"))
    return Reply::no_content().header("Allow", list_of(allowed));
  if (allowed.empty())
    return problem(Error(Error::Code::not_found, kNoPath), request.lang(), request.id());
  const std::string list = list_of(allowed);
  const Message message(kNoMethod,
                        {{"method", std::string(name_of(request.method()))}, {"allowed", list}});
  return problem(405, message, request.lang(), request.id()).header("Allow", list);
}

Runs Service::runs(const Request& request) const {
  if (config_.workers_only || !request.route()) return Runs::on_worker;
  return request.route()->where;
}

Reply Service::answer(Request& request) const {
  Reply reply;
  try {
    auto result = run(request);
    reply = result ? *std::move(result) : problem(result.error(), request.lang(), request.id());
  } catch (const std::exception& failure) {
    reply = explain(request, failure);
  } catch (...) {
    reply = explain(request, std::runtime_error("an exception of unknown type"));
  }
  if (watcher_) watcher_(request, reply);
  finish(request, reply);
  return reply;
}

Reply Service::handle(Request& request) const {
  if (auto reply = route(request)) return *std::move(reply);
  return answer(request);
}

Reply Service::handle(const RequestParts& parts) const {
  auto request = Request::make(parts);
  if (!request) return problem(request.error(), Lang::en, {});
  return handle(*request);
}

Result<Reply> Service::run(Request& request) const {
  TRY(admit(request));
  const Route& route = *request.route();
  if (route.needs_version) request.seen_version_ = TRY(request.required_version());
  return route.handler(request);
}

Result<void> Service::admit(Request& request) const {
  const Rule& rule = request.route()->rule;
  if (is_cross_site_write(request)) return Error(Error::Code::forbidden, kCrossSite);
  if (authenticator_) {
    auto identity = authenticator_(request);
    if (identity)
      request.identity_ = *std::move(identity);
    else if (rule.needs_sign_in)
      return std::move(identity).error();
  }
  if (!rule.needs_sign_in) return {};
  if (!request.identity_) return Error(Error::Code::unauthenticated, kSignIn);
  if (!rule.allows(*request.identity_))
    return Error(Error::Code::forbidden, {kNotAllowed, {{"rule", std::string(rule.name)}}});
  return {};
}

std::optional<Reply> Service::refusal(Request& request) const {
  Reply reply;
  try {
    const auto admitted = admit(request);
    if (admitted) return std::nullopt;
    reply = problem(admitted.error(), request.lang(), request.id());
  } catch (const std::exception& failure) {
    reply = explain(request, failure);
  }
  finish(request, reply);
  return reply;
}

Reply Service::is_ready() const {
  std::string bad;
  if (draining_.load(std::memory_order_relaxed)) bad += "draining\n";
  for (const auto& [name, check] : checks_) {
    const auto agreed = check();
    if (!agreed) bad += name + ": " + agreed.error().message.text(Lang::en) + '\n';
  }
  return bad.empty() ? Reply::text("ready\n") : Reply::text(std::move(bad)).status(503);
}

Reply Service::explain(const Request& request, const std::exception& failure) const {
  std::optional<Error> known = explainer_ ? explainer_(failure) : std::nullopt;
  log::error("http.failure", {{"request", request.id()},
                              {"method", name_of(request.method())},
                              {"path", logged_path(request)},
                              {"what", failure.what()}});
  if (!known) return problem(500, kInternal, request.lang(), request.id());
  Reply reply = problem(*known, request.lang(), request.id());
  if (known->code == Error::Code::unavailable) reply.header("Retry-After", "1");
  return reply;
}

Reply Service::refuse(const Request& request, int status, const Message& message) const {
  Reply reply = problem(status, message, request.lang(), request.id());
  reply.set_fixed_headers(security_headers(false, true, false));
  const size_t label = router_.routes().size() + built_in_.routes().size() + kRefused;
  metrics_->count(label, status, std::chrono::nanoseconds(0));
  return reply;
}

void Service::finish(const Request& request, Reply& reply) const {
  const std::string_view etag = reply.header("ETag");
  const auto seen = request.header("If-None-Match");
  const bool reads = request.method() == Method::get || request.method() == Method::head;
  if (seen && reads && !etag.empty() && reply.status() == 200 && names_tag(*seen, etag)) {
    reply.drop_body();
    reply.status(304);
  } else if (config_.compress) {
    compress(request, reply);
  }
  if (reply.status() == 401 && reply.header("WWW-Authenticate").empty())
    reply.header("WWW-Authenticate", "Session");
  // A reply that says how it may be cached keeps its word; all else of the API is not stored.
  const bool is_api = reply.header("Cache-Control").empty();
  reply.set_fixed_headers(
      security_headers(is_page(reply), is_api, config_.hsts && request.is_secure()));

  const auto took = std::chrono::steady_clock::now() - request.started_;
  const bool is_file = !request.route() && reply.status() < 400;
  const size_t first_other = router_.routes().size() + built_in_.routes().size();
  metrics_->count(is_file ? first_other + kStatic : label_of(request), reply.status(), took);
  if (took > kSlow)
    log::warning("http.slow", {{"request", request.id()},
                               {"method", name_of(request.method())},
                               {"path", logged_path(request)},
                               {"took_ms", std::chrono::duration_cast<Millis>(took).count()}});
}

void Service::compress(const Request& request, Reply& reply) const {
  const size_t size = reply.bytes().size();
  if (size < kCompressFromBytes || size > kCompressToBytes || reply.shared_bytes()) return;
  if (!is_compressible(reply.type()) || !reply.header("Content-Encoding").empty()) return;
  reply.header("Vary", "Accept-Encoding");
  const Encoding encoding = best_encoding(request.header("Accept-Encoding"));
  if (encoding == Encoding::identity) return;
  auto packed = compressed(reply.bytes(), encoding, Effort::quick);
  if (!packed) return;
  reply.replace_body(*std::move(packed));
  reply.header("Content-Encoding", name_of(encoding));
}

}  // namespace stagecoach::http
