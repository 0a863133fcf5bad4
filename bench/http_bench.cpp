// Deals a second by their id, through the whole stack (session, visibility, SQL, JSON) of the
// program, beside a bare Beast server that gives one of them out ready-made. wrk makes the load.
#include <unistd.h>

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <fstream>
#include <thread>
#include <vector>

#include "figures.h"
#include "running_server.h"

namespace {

using namespace stagecoach::bench;
namespace asio = boost::asio;
namespace beast = boost::beast;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
constexpr asio::use_awaitable_t<Executor> kAwait;
constexpr int kRounds = 5;
constexpr double kGoal = 0.4;

// What the authors of Beast show as a server, with the reply ready-made.
asio::awaitable<void, Executor> serve_bare(Socket socket, const std::string& body) {
  beast::flat_buffer buffer;
  try {
    while (true) {
      beast::http::request<beast::http::string_body> request;
      co_await beast::http::async_read(socket, buffer, request, kAwait);
      beast::http::response<beast::http::string_body> reply(beast::http::status::ok,
                                                            request.version());
      reply.set(beast::http::field::content_type, "application/json");
      reply.keep_alive(request.keep_alive());
      reply.body() = body;
      reply.prepare_payload();
      co_await beast::http::async_write(socket, reply, kAwait);
    }
  } catch (const std::exception&) {  // the client left
  }
}

class BareServer {
 public:
  explicit BareServer(std::string body)
      : body_(std::move(body)), acceptor_(context_, {asio::ip::make_address("127.0.0.1"), 0}) {
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
      asio::co_spawn(context_, serve_bare(std::move(socket), body_), asio::detached);
    }
  }
  const std::string body_;
  asio::io_context context_{2};
  asio::basic_socket_acceptor<asio::ip::tcp, Executor> acceptor_;
  std::vector<std::thread> threads_;
};

// Asks for deals all over the workspace.
std::string write_script(std::int64_t deals) {
  const std::string path = "build/bench/deals.lua";
  std::ofstream(path) << "request = function()\n  return wrk.format('GET', '/api/deals/' .. "
                         "math.random("
                      << deals << "))\nend\n";
  return path;
}

// Requests per second over 32 connections, as wrk tells it.
double wrk(int port, const std::string& cookie, const std::string& script) {
  const std::string command = "wrk -t1 -c32 -d3s -s " + script + " -H 'Cookie: " + cookie +
                              "' http://127.0.0.1:" + std::to_string(port);
  FILE* pipe = ::popen(command.c_str(), "r");
  double rate = 0;
  std::array<char, 256> line;
  while (pipe && std::fgets(line.data(), line.size(), pipe)) {
    std::sscanf(line.data(), "Requests/sec: %lf", &rate);
    if (std::string_view(line.data()).find("Non-2xx") != std::string_view::npos)
      fail("not every deal was found");
  }
  if (pipe) ::pclose(pipe);
  if (rate == 0) fail("wrk is not installed, or could not reach the server");
  return rate;
}

}  // namespace

int main() {
  const RunningServer server;
  server.seconds_until_ok("/readyz", {});
  const std::string cookie = sign_in(server.port());
  server.wait_until_idle();
  const Answer deal = Client(server.port(), cookie).get("/api/deals/1");
  const BareServer bare(deal.body);
  const std::string script = write_script(newest_deal(server.port(), cookie));
  std::vector<double> ours, bares, ratios;
  for (int round = 0; round < kRounds; ++round) {
    bares.push_back(wrk(bare.port(), cookie, script));
    ours.push_back(wrk(server.port(), cookie, script));
    ratios.push_back(ours.back() / bares.back());
  }
  print({"deals by id, 32 connections, beside bare Beast", "/s", median(ours), kGoal, median(bares),
         Better::higher});
  print({"  the same: the worst of five rounds", "", least(ratios), kGoal, 0, Better::higher});
  return 0;
}
