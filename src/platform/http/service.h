// Everything between a parsed request and a finished reply, without a socket: route, authenticate,
// rule, handler, errors, conditional requests, compression, security headers.
//
// Configured by one thread before the server starts, then answer() may be called from any thread.
#pragma once

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/http/metrics.h"
#include "platform/http/reply.h"
#include "platform/http/request.h"
#include "platform/http/router.h"
#include "platform/http/security.h"
#include "platform/http/static_files.h"

namespace stagecoach::http {

// Names the caller. A null pointer: nobody is signed in. An Error: these credentials are refused
// (ignored on routes of Rule::anyone, so that a stale cookie does not bar the sign-in).
using Authenticator = std::function<Result<std::shared_ptr<const Identity>>(const Request&)>;

// Turns an exception of broken machinery that the application knows (disk full, database away) into
// what the caller is told; nullopt = a bug or unknown: 500 without internals.
using FailureExplainer = std::function<std::optional<Error>(const std::exception&)>;

struct ServiceConfig {
  std::vector<std::string> hosts;    // accepted Host names (lower case, no port); empty = any
  std::vector<std::string> proxies;  // addresses or CIDR whose X-Forwarded-* are believed
  bool workers_only = false;         // Runs::inline_on_io is ignored (PostgreSQL)
  bool metrics_public = false;       // /metrics for other machines too
  bool compress = true;
  bool hsts = false;  // sent on secure connections only
};

class Service {
 public:
  // `router` is complete and outlives the service.
  explicit Service(const Router& router, ServiceConfig config = {});
  ~Service();

  void authenticate_with(Authenticator authenticator);
  void explain_failures_with(FailureExplainer explainer);
  // Told of every answer to a routed request, on the thread that made it; must not block.
  using Watcher = std::function<void(const Request&, const Reply&)>;
  void watch_with(Watcher watcher) { watcher_ = std::move(watcher); }
  // Paths that are no route are looked up here.
  void serve(StaticFiles files);
  // Part of /readyz: 200 when all agree, else 503 with the names of those that do not. Called on a
  // worker thread for each question; keep it quick.
  void add_readiness_check(std::string name, std::function<Result<void>()> check);
  // /readyz answers 503 from now on.
  void set_draining() { draining_.store(true, std::memory_order_relaxed); }

  // First step, on the I/O thread when the head has been read: finds the route, so that the server
  // knows the limits of the body and where to run. A reply means: answer this, do not read on.
  std::optional<Reply> route(Request& request) const;
  // Where answer() must run, after route().
  Runs runs(const Request& request) const;
  // The finished reply; never throws. `request` must have been routed.
  Reply answer(Request& request) const;
  // Both steps at once, for tests and in-process callers.
  Reply handle(Request& request) const;
  Reply handle(const RequestParts& parts) const;

  // Authenticates and asks the rule only; a reply means: refused. Before an upload is read, and
  // again when an event stream has been registered, since its session may have died in between.
  std::optional<Reply> refusal(Request& request) const;

  // For refusals that happen before there is a request to route (a broken head, a slow client).
  Reply refuse(const Request& request, int status, const Message& message) const;

  Metrics& metrics() const { return *metrics_; }
  const ServiceConfig& config() const { return config_; }

 private:
  void add_built_in_routes();
  std::vector<std::string> labels() const;
  size_t label_of(const Request& request) const;
  void name_the_peer(Request& request) const;
  bool is_one_of_our_hosts(const Request& request) const;
  Reply no_route(const Request& request, const std::vector<Method>& allowed) const;
  Result<Reply> run(Request& request) const;
  Result<void> admit(Request& request) const;
  Reply is_ready() const;
  Reply explain(const Request& request, const std::exception& failure) const;
  void finish(const Request& request, Reply& reply) const;
  void compress(const Request& request, Reply& reply) const;

  const Router& router_;
  ServiceConfig config_;
  TrustedProxies proxies_;
  Router built_in_;  // health, readiness, metrics
  Authenticator authenticator_;
  FailureExplainer explainer_;
  Watcher watcher_;
  StaticFiles files_;
  std::vector<std::pair<std::string, std::function<Result<void>()>>> checks_;
  std::unique_ptr<Metrics> metrics_;
  std::atomic<bool> draining_{false};
};

}  // namespace stagecoach::http
