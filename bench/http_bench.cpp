// Requests per second of a small JSON reply: through our router, service and server, and by a bare
// Beast server that does nothing else. Needs wrk; a second program makes the load, as clients do.
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "platform/base/log.h"
#include "platform/http/server.h"

namespace {

using namespace stagecoach;
namespace asio = boost::asio;
namespace beast = boost::beast;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
constexpr asio::use_awaitable_t<Executor> kAwait;

struct Deal {
  std::int64_t id = 0;
  std::string title;
  std::int64_t amount = 0;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Deal, (), (id, title, amount, note))

const std::string kText = R"({"id":7,"title":"A deal of some size","amount":1200000,"note":null})";

// What the authors of Beast show as a server, with the reply ready-made.
asio::awaitable<void, Executor> serve_bare(Socket socket) {
  beast::flat_buffer buffer;
  try {
    while (true) {
      beast::http::request<beast::http::string_body> request;
      co_await beast::http::async_read(socket, buffer, request, kAwait);
      beast::http::response<beast::http::string_body> reply(beast::http::status::ok,
                                                            request.version());
      reply.set(beast::http::field::content_type, "application/json");
      reply.keep_alive(request.keep_alive());
      reply.body() = kText;
      reply.prepare_payload();
      co_await beast::http::async_write(socket, reply, kAwait);
    }
  } catch (const std::exception&) {  // the client left
  }
}

class BareServer {
 public:
  BareServer() : acceptor_(context_, {asio::ip::make_address("127.0.0.1"), 0}) {
    asio::co_spawn(context_, accept(), asio::detached);
    for (int i = 0; i < 2; ++i) threads_.emplace_back([this] { context_.run(); });
  }
  ~BareServer() {
    context_.stop();
    for (auto& thread : threads_) thread.join();
  }
  int port() const { return acceptor_.local_endpoint().port(); }

 private:
  asio::awaitable<void, Executor> accept() {
    while (true) {
      Socket socket = co_await acceptor_.async_accept(kAwait);
      socket.set_option(asio::ip::tcp::no_delay(true));
      asio::co_spawn(context_, serve_bare(std::move(socket)), asio::detached);
    }
  }
  asio::io_context context_{2};
  asio::basic_socket_acceptor<asio::ip::tcp, Executor> acceptor_;
  std::vector<std::thread> threads_;
};

// Requests per second, as wrk tells it; 0 where there is no wrk.
double load(int port, const std::string& path) {
  const std::string command = "wrk -t1 -c32 -d3s http://127.0.0.1:" + std::to_string(port) + path;
  FILE* pipe = ::popen(command.c_str(), "r");
  double rate = 0;
  std::array<char, 256> line;
  while (pipe && std::fgets(line.data(), line.size(), pipe))
    std::sscanf(line.data(), "Requests/sec: %lf", &rate);
  if (pipe) ::pclose(pipe);
  return rate;
}

http::Handler read_deal() {
  return [](const http::Request& request) -> Result<http::Reply> {
    return http::Reply::ok(Deal{7, "A deal of some size", 1'200'000, {}})
        .etag(TRY(request.path_id<Id<Deal>>("id")).value);
  };
}

}  // namespace

int main() {
  log::set_level(log::Level::warning);
  http::Router router;
  const auto anyone = http::Rule::anyone();
  router.get("/api/inline/{id}", anyone, {"Inline"}, read_deal()).runs(http::Runs::inline_on_io);
  router.get("/api/worker/{id}", anyone, {"Worker"}, read_deal());
  http::Service service(router);
  http::EventHub hub;
  const SystemClock clock;
  http::ServerConfig config;
  config.port = 0;
  config.io_threads = 2;
  http::Server server(config, service, hub, clock);
  server.start();
  const BareServer bare;

  const double plain = load(bare.port(), "/");
  if (plain == 0) {
    std::puts("wrk is not installed: nothing measured");
    return 1;
  }
  const double quick = load(server.port(), "/api/inline/7");
  const double worker = load(server.port(), "/api/worker/7");
  std::printf("bare Beast        %8.0f req/s\n", plain);
  std::printf("inline_on_io      %8.0f req/s  %3.0f%%\n", quick, 100 * quick / plain);
  std::printf("on_worker         %8.0f req/s  %3.0f%%\n", worker, 100 * worker / plain);
}
