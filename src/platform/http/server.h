// The HTTP server: sockets, deadlines and limits around a Service.
//
// I/O threads parse and write; worker threads run the handlers that may wait. Slow clients cost a
// connection, never a thread. Everything of Boost.Asio stays behind this header.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "platform/http/event_hub.h"
#include "platform/http/service.h"

namespace stagecoach::http {

struct ServerConfig {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;     // 0 = a free one, see Server::port
  int io_threads = 0;            // 0 = one per core, at most 8
  int workers = 0;               // 0 = four per core, at least 8
  int workers_queue_max = 4096;  // requests waiting for a worker; beyond: 503

  std::size_t header_bytes_max = 16 * 1024;         // 431
  std::size_t body_bytes_max = 1024 * 1024;         // 413, unless the route says otherwise
  std::size_t bodies_bytes_max = 64 * 1024 * 1024;  // of all requests in memory at once: 503
  std::string spool_folder = "/tmp";
  int connections_max = 20'000;  // lowered to what the descriptor limit allows; beyond: 503

  std::chrono::seconds header_time_max{10};  // from the first byte of a request, or the connection
  std::chrono::seconds idle_time_max{60};    // between requests
  // Reading a body or writing a piece may stall this long, and must in all keep up
  // `bytes_per_second_min`: 408, or the connection is cut.
  std::chrono::seconds stall_time_max{15};
  std::size_t bytes_per_second_min = 4 * 1024;
  std::chrono::seconds drain_time_max{20};  // for requests in flight at shutdown
  std::chrono::seconds heartbeat{20};       // comment line on idle event streams

  std::string tls_certificate;  // PEM chain; with tls_key switches to HTTPS (TLS >= 1.2)
  std::string tls_key;
};

class Server {
 public:
  // `service` and `hub` outlive the server. Throws std::runtime_error with a clear sentence where
  // the address, the certificate or the key cannot be used.
  Server(ServerConfig config, Service& service, EventHub& hub, const Clock& clock);
  ~Server();  // stops at once if nobody did

  // Listens and returns; the threads run. Throws as the constructor.
  void start();
  // The port it listens on, after start().
  std::uint16_t port() const;
  // Waits for SIGTERM or SIGINT (or stop() from another thread), then drains. A second signal cuts
  // everything off.
  void run_until_signal();
  // Stops accepting, lets requests in flight finish within drain_time_max, ends event streams.
  // Returns when all threads have ended. Idempotent.
  void stop();

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace stagecoach::http
