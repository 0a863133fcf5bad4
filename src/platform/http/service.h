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
#include "platform/http/static_files.h"

namespace stagecoach::http {

// Names the caller. A null pointer: nobody is signed in. An Error: these credentials are refused
// (ignored on routes of Rule::anyone, so that a stale cookie does not bar the sign-in).
using Authenticator = std::function<Result<std::shared_ptr<const Identity>>(const Request&)>;

// Turns an exception of broken machinery that the application knows (disk full, database away) into
// what the caller is told; nullopt = a bug or unknown: 500 without internals.
using FailureExplainer = std::function<std::optional<Error>(const std::exception&)>;

struct ServiceConfig {
  std::vector<std::string> hosts;  // accepted Host names (without port); empty = any
  bool workers_only = false;       // Runs::inline_on_io is ignored (PostgreSQL)
  bool metrics_public = false;     // /metrics for other machines too
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

  Metrics& metrics() const { return *metrics_; }
  const ServiceConfig& config() const { return config_; }

 private:
  struct BuiltIn;
  Result<Reply> run(Request& request) const;
  Result<void> admit(Request& request) const;
  Result<Reply> run_built_in(const Request& request) const;
  Reply explain(const Request& request, const std::exception& failure) const;
  void finish(const Request& request, Reply& reply) const;

  const Router& router_;
  ServiceConfig config_;
  Authenticator authenticator_;
  FailureExplainer explainer_;
  StaticFiles files_;
  std::vector<std::pair<std::string, std::function<Result<void>()>>> checks_;
  std::unique_ptr<Metrics> metrics_;
  std::atomic<bool> draining_{false};
};

}  // namespace stagecoach::http
