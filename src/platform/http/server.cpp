#include "platform/http/server.h"

#include <sys/resource.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <mutex>
#include <stdexcept>

#include "platform/base/log.h"
#include "platform/http/wire/connection.h"

namespace stagecoach::http {
namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;

// What files, the database and the log need beside the connections.
constexpr int kDescriptorsKept = 64;
// A peer that vanished without a word is noticed after this.
constexpr unsigned kPeerGoneAfterMs = 30'000;
constexpr std::chrono::milliseconds kAcceptPause{50};
constexpr std::chrono::seconds kCutTimeMax{2};

constexpr std::string_view kCrowded =
    "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nRetry-After: 2\r\n"
    "Connection: close\r\n\r\n";

// Raises the soft descriptor limit as far as it goes; returns how many connections fit.
int connections_that_fit(int wanted) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  ::getrlimit(RLIMIT_NOFILE, &limit);
  const auto descriptors = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 1'000'000));
  return std::clamp(descriptors - kDescriptorsKept, 8, wanted);
}

ServerConfig completed(ServerConfig config) {
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  if (config.io_threads <= 0) config.io_threads = std::min(cores, 8);
  if (config.workers <= 0) config.workers = std::max(8, 4 * cores);
  return config;
}

// The listeners of a lane, as the hub sees them.
class Outlet final : public EventHub::Lane {
 public:
  Outlet(http::Lane& lane, std::shared_ptr<Figures> figures, bool counts)
      : lane_(lane), figures_(std::move(figures)), counts_(counts) {}

  void deliver(std::shared_ptr<const EventHub::Published> published) override {
    lane_.post([&lane = lane_, published = std::move(published)] { lane.hear(published); });
  }
  void close_where(std::shared_ptr<const EventHub::MaySee> dead) override {
    lane_.post([&lane = lane_, dead = std::move(dead)] { lane.close_where(*dead); });
  }
  // The figure is of all lanes together, so one of them tells it.
  std::int64_t listeners() const override { return counts_ ? figures_->listeners.load() : 0; }

 private:
  http::Lane& lane_;
  std::shared_ptr<Figures> figures_;
  const bool counts_;
};

std::optional<asio::ssl::context> tls_context(const ServerConfig& config) {
  if (config.tls_certificate.empty() && config.tls_key.empty()) return std::nullopt;
  asio::ssl::context context(asio::ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);
  error_code ec;
  context.use_certificate_chain_file(config.tls_certificate, ec);
  if (ec)
    throw std::runtime_error("cannot use the TLS certificate " + config.tls_certificate + ": " +
                             ec.message());
  context.use_private_key_file(config.tls_key, asio::ssl::context::pem, ec);
  if (ec || SSL_CTX_check_private_key(context.native_handle()) != 1)
    throw std::runtime_error("cannot use the TLS key " + config.tls_key +
                             (ec ? ": " + ec.message() : ": it does not fit the certificate"));
  return context;
}

}  // namespace

class Server::Engine {
 public:
  Engine(ServerConfig config, Service& service, EventHub& hub, const Clock& clock)
      : shared_(completed(std::move(config)), service, clock),
        hub_(hub),
        tls_(tls_context(shared_.config)) {
    shared_.connections_max = connections_that_fit(shared_.config.connections_max);
    for (int i = 0; i < shared_.config.io_threads; ++i)
      lanes_.push_back(std::make_unique<Lane>(shared_));
    acceptor_.emplace(lanes_.front()->context());
    add_gauges();
  }

  void start() {
    listen();
    shared_.workers =
        std::make_unique<asio::thread_pool>(static_cast<size_t>(shared_.config.workers));
    for (auto& lane : lanes_) {
      outlets_.push_back(std::make_shared<Outlet>(*lane, shared_.figures, lane == lanes_.front()));
      hub_.add_lane(outlets_.back());
      lane->start();
    }
    asio::co_spawn(lanes_.front()->context(), accept(), asio::detached);
    log::info("http.listening", {{"address", shared_.config.address}, {"port", int{port_}}});
  }

  std::uint16_t port() const { return port_; }

  void run_until_signal() {
    asio::signal_set signals(signals_context_, SIGTERM, SIGINT);
    signals.async_wait([&](error_code ec, int signal) {
      if (ec) return;
      signals.clear();  // a second one ends the process at once
      log::info("http.draining", {{"signal", signal}});
      stop();
    });
    signals_context_.run();
  }

  void stop() {
    const std::lock_guard held(stopping_);
    if (stopped_ || outlets_.empty()) return;
    stopped_ = true;
    shared_.service.set_draining();
    shared_.draining.store(true);
    lanes_.front()->post([this] {
      error_code ignored;
      acceptor_->close(ignored);
    });
    for (auto& lane : lanes_) lane->post([&lane = *lane] { lane.drain(); });
    wait_until_empty(shared_.config.drain_time_max);
    for (auto& lane : lanes_) lane->post([&lane = *lane] { lane.cut(); });
    wait_until_empty(kCutTimeMax);
    shared_.workers->join();
    for (auto& outlet : outlets_) hub_.remove_lane(outlet.get());
    for (auto& lane : lanes_) lane->stop();
    // Without connections nothing was waited for; the lane may have ended before it closed this.
    error_code ignored;
    acceptor_->close(ignored);
    signals_context_.stop();
  }

 private:
  void listen() {
    const auto& config = shared_.config;
    error_code ec;
    asio::ip::tcp::resolver resolver(lanes_.front()->context());
    const auto found = resolver.resolve(config.address, std::to_string(config.port), ec);
    if (ec || found.empty())
      throw std::runtime_error("cannot listen on " + config.address + ": not an address");
    const asio::ip::tcp::endpoint endpoint = *found.begin();
    acceptor_->open(endpoint.protocol(), ec);
    if (!ec) acceptor_->set_option(asio::socket_base::reuse_address(true), ec);
    if (!ec) acceptor_->bind(endpoint, ec);
    if (!ec) acceptor_->listen(asio::socket_base::max_listen_connections, ec);
    if (ec)
      throw std::runtime_error("cannot listen on " + config.address + " port " +
                               std::to_string(config.port) + ": " + ec.message());
    port_ = acceptor_->local_endpoint().port();
  }

  Awaitable<void> accept() {
    constexpr auto kAwait = asio::as_tuple(asio::use_awaitable_t<Executor>());
    Timer pause(lanes_.front()->context());
    for (size_t turn = 0; acceptor_->is_open(); ++turn) {
      Lane& lane = *lanes_[turn % lanes_.size()];
      Socket socket(lane.context());
      const auto [ec] = co_await acceptor_->async_accept(socket, kAwait);
      if (ec == asio::error::operation_aborted) co_return;
      if (ec) {  // out of descriptors, most likely; trying at once again would spin
        pause.expires_after(kAcceptPause);
        co_await pause.async_wait(kAwait);
        continue;
      }
      admit(lane, std::move(socket));
    }
  }

  void admit(Lane& lane, Socket socket) {
    error_code ignored;
    if (shared_.figures->connections.load() >= shared_.connections_max) {
      socket.non_blocking(true, ignored);
      if (!tls_) socket.write_some(asio::buffer(kCrowded), ignored);
      return;
    }
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &kPeerGoneAfterMs,
                 sizeof kPeerGoneAfterMs);
    const auto remote = socket.remote_endpoint(ignored);
    auto address = remote.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
      address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    lane.post([this, &lane, slot = Slot(shared_.figures), socket = std::move(socket),
               peer = address.to_string()]() mutable {
      if (tls_)
        spawn(lane, SecureStream(std::move(socket), *tls_), std::move(slot), std::move(peer));
      else
        spawn(lane, std::move(socket), std::move(slot), std::move(peer));
    });
  }

  template <class Stream>
  static void spawn(Lane& lane, Stream stream, Slot slot, std::string peer) {
    auto connection = std::make_shared<Connection<Stream>>(lane, std::move(stream), std::move(slot),
                                                           std::move(peer));
    asio::co_spawn(
        lane.context(), [connection] { return connection->run(); }, asio::detached);
  }

  void wait_until_empty(std::chrono::seconds time_max) const {
    const auto deadline = Steady::now() + time_max;
    while (shared_.figures->connections.load() > 0 && Steady::now() < deadline)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

  void add_gauges() {
    Metrics& metrics = shared_.service.metrics();
    const auto figures = shared_.figures;
    metrics.add_gauge("http_connections", "Open connections",
                      [figures] { return figures->connections.load(); });
    metrics.add_gauge("http_event_listeners", "Open event streams",
                      [figures] { return figures->listeners.load(); });
    metrics.add_gauge("http_requests_on_workers", "Requests that wait for or run on a worker",
                      [figures] { return figures->worker_jobs.load(); });
  }

  Shared shared_;
  EventHub& hub_;
  std::optional<asio::ssl::context> tls_;
  std::vector<std::shared_ptr<Outlet>> outlets_;
  std::vector<std::unique_ptr<Lane>> lanes_;
  std::optional<Acceptor> acceptor_;
  std::uint16_t port_ = 0;
  asio::io_context signals_context_;
  std::mutex stopping_;
  bool stopped_ = false;
};

Server::Server(ServerConfig config, Service& service, EventHub& hub, const Clock& clock)
    : engine_(std::make_unique<Engine>(std::move(config), service, hub, clock)) {}

Server::~Server() {
  engine_->stop();
}

void Server::start() {
  engine_->start();
}
std::uint16_t Server::port() const {
  return engine_->port();
}
void Server::run_until_signal() {
  engine_->run_until_signal();
}
void Server::stop() {
  engine_->stop();
}

}  // namespace stagecoach::http
