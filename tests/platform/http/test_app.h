// A small application behind a real server on a free port.
#pragma once

#include <memory>
#include <string>

#include "platform/base/clock.h"
#include "platform/http/raw_client.h"
#include "platform/http/server.h"

namespace stagecoach::http::testing {

struct Clerk final : Identity {
  explicit Clerk(std::string n) : name(std::move(n)) {}
  std::string name;
};

// "Authorization: Clerk NAME" signs in as NAME; NAME "nobody" is refused.
Result<std::shared_ptr<const Identity>> authenticate(const Request& request);

struct Parcel {
  std::string label;
  std::int64_t weight = 0;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (label, weight, note))

// /api/parcels/{id} and friends; see test_app.cpp.
void add_parcel_routes(Router& router);
StaticFiles small_site();

struct TestApp {
  explicit TestApp(ServerConfig config = {}, ServiceConfig service_config = {});

  Router router;
  std::unique_ptr<Service> service;
  EventHub hub;
  SystemClock clock;
  std::unique_ptr<Server> server;

  RawClient client(std::chrono::milliseconds patience = std::chrono::seconds(5)) const {
    return RawClient(server->port(), patience);
  }
  // On a connection of its own.
  Answered get(const std::string& target, const std::string& headers = "") const {
    return client().ask("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
  }
  Answered post(const std::string& target, const std::string& body,
                const std::string& headers = "Content-Type: application/json\r\n") const {
    return client().ask("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers +
                        "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  }
};

}  // namespace stagecoach::http::testing
