// The program under measurement as a process of its own, and one client of it. Programs of bench/
// run at the root of the repository, on what script/bench has made ready.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stagecoach::bench {

inline constexpr std::string_view kProgram = "build/bench/stagecoach";
inline constexpr std::string_view kWorkspace = "build/bench/workspace.db";
inline constexpr std::string_view kSignIn = "build/bench/workspace.sign-in";

// What a process used: user and system time of all its threads.
struct Usage {
  double cpu_seconds = 0;
  double resident_mb = 0;
};

// Serves the workspace on a free port of 127.0.0.1 until destroyed (SIGTERM to this process alone).
class RunningServer {
 public:
  // Returns at once; the server may not listen yet.
  RunningServer();
  ~RunningServer();
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  int port() const { return port_; }
  Usage usage() const;
  // Seconds from the start until this target is answered with 200. Fails after five
  // minutes: a workspace of an earlier version is brought up to date first.
  double seconds_until_ok(const std::string& target, const std::string& cookie) const;
  // Until it uses no more CPU (what it began in the background is done). Fails after twenty
  // minutes: a workspace just made has its search index yet to be written.
  void wait_until_idle() const;

 private:
  int port_ = 0;
  pid_t pid_ = 0;
  double started_ = 0;
};

struct Answer {
  int status = 0;
  std::string body, etag, cookie, location;
};

// One kept-open connection that behaves as the pages do: it sends its session, an Idempotency-Key
// of its own with every write, and If-Match where told. Used by one thread.
class Client {
 public:
  Client(int port, std::string cookie);

  Answer get(const std::string& target, std::string_view accept_encoding = {});
  Answer write(std::string_view method, const std::string& target, const std::string& body,
               const std::string& if_match = {});

 private:
  Answer exchange(std::string_view method, const std::string& target, const std::string& headers,
                  const std::string& body);

  boost::asio::io_context context_;
  boost::asio::ip::tcp::socket socket_;
  boost::beast::flat_buffer buffer_;
  std::string cookie_;
};

// Signs in with what `stagecoach demo` printed when the workspace was made; the session's cookie.
std::string sign_in(int port);

// The highest id of a deal.
std::int64_t newest_deal(int port, const std::string& cookie);

struct Cost {
  double cpu_ms = 0;      // of the server, per request
  double per_second = 0;  // requests
};

// `requests` requests over four connections. send(client, i) makes the i-th and gives its status,
// which must be 200 or 201.
Cost load(const RunningServer& server, const std::string& cookie, int requests,
          const std::function<int(Client&, int)>& send);

double now_seconds();

}  // namespace stagecoach::bench
