// One I/O thread and the connections that live on it.
//
// Included by server.cpp alone, like everything of wire/ that names Boost.Asio. All members of a
// connection are touched by its lane's thread only, so there are no locks; other threads post.
#pragma once

#include <algorithm>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "platform/http/event_hub.h"
#include "platform/http/server.h"
#include "platform/http/wire/reply_writer.h"
#include "platform/http/wire/request_reader.h"

namespace stagecoach::http {

namespace asio = boost::asio;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;
using Steady = std::chrono::steady_clock;

// What /metrics shows of the server; outlives it, because a scrape may come late.
struct Figures {
  std::atomic<int> connections{0};
  std::atomic<int> listeners{0};
  std::atomic<int> worker_jobs{0};  // waiting or running
};

// What all lanes share.
struct Shared {
  Shared(ServerConfig c, Service& s, const Clock& k)
      : config(std::move(c)), service(s), clock(k), budget(config.bodies_bytes_max) {}

  const ServerConfig config;
  Service& service;
  const Clock& clock;
  BodyBudget budget;
  std::shared_ptr<Figures> figures = std::make_shared<Figures>();
  std::unique_ptr<asio::thread_pool> workers;
  int connections_max = 0;
  std::atomic<bool> draining{false};
};

// An open connection is counted as long as somebody holds its slot.
class Slot {
 public:
  explicit Slot(std::shared_ptr<Figures> figures) : figures_(std::move(figures)) {
    figures_->connections.fetch_add(1);
  }
  ~Slot() {
    if (figures_) figures_->connections.fetch_sub(1);
  }
  Slot(Slot&&) = default;
  Slot& operator=(Slot&&) = delete;

 private:
  std::shared_ptr<Figures> figures_;
};

using Hook =
    boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

// Ends a connection whose client does not take its bytes: the kernel forgets them too.
template <class S>
void reset(S& socket) {
  error_code ignored;
  socket.set_option(asio::socket_base::linger(true, 0), ignored);
  socket.close(ignored);
}

// A connection as its lane knows it.
class Peer : public Hook {
 public:
  virtual ~Peer() = default;
  virtual void on_tick(Steady::time_point now) = 0;
  virtual void on_drain() = 0;  // finish what you do, then go
  virtual void on_cut() = 0;    // go now
};

// A connection that was answered with an event stream.
class Hearer : public Peer {
 public:
  virtual void hear(const std::shared_ptr<const EventHub::Published>& published) = 0;
  virtual void close_if(const EventHub::MaySee& dead) = 0;
};

template <class T>
using Roster = boost::intrusive::list<T, boost::intrusive::base_hook<Hook>,
                                      boost::intrusive::constant_time_size<false>>;

class Lane {
 public:
  // Deadlines are looked at this often, so they are late by as much.
  static constexpr std::chrono::milliseconds kTick{250};

  explicit Lane(Shared& shared) : shared_(shared), timer_(context_) { refresh(); }

  void start() {
    tick();
    thread_ = std::thread([this] { context_.run(); });
  }
  void stop() {
    context_.stop();
    if (thread_.joinable()) thread_.join();
  }
  template <class F>
  void post(F task) {
    asio::post(context_, std::move(task));
  }
  void drain() {
    for_each(peers_, [](Peer& peer) { peer.on_drain(); });
    for_each(hearers_, [](Peer& peer) { peer.on_drain(); });
  }
  void cut() {
    for_each(peers_, [](Peer& peer) { peer.on_cut(); });
    for_each(hearers_, [](Peer& peer) { peer.on_cut(); });
  }

  asio::io_context& context() { return context_; }
  Shared& shared() { return shared_; }
  // Late by up to a tick; asking costs nothing.
  Steady::time_point now() const { return now_; }
  const std::string& date() const { return date_; }
  // So many connections that idle ones must go.
  bool is_crowded() const {
    return shared_.figures->connections.load() * 10 >= shared_.connections_max * 9;
  }
  void add(Peer& peer) { peers_.push_back(peer); }
  void add_hearer(Hearer& hearer) { hearers_.push_back(hearer); }
  void hear(const std::shared_ptr<const EventHub::Published>& published) {
    for_each(hearers_, [&](Hearer& hearer) { hearer.hear(published); });
  }
  void close_where(const EventHub::MaySee& dead) {
    for_each(hearers_, [&](Hearer& hearer) { hearer.close_if(dead); });
  }

 private:
  // `act` may end the member it is called for.
  template <class T, class F>
  static void for_each(Roster<T>& roster, F act) {
    for (auto it = roster.begin(); it != roster.end();) {
      T& member = *it;
      ++it;
      act(member);
    }
  }
  void refresh() {
    now_ = Steady::now();
    const auto seconds = to_millis(shared_.clock.now()) / 1000;
    if (seconds == date_seconds_) return;
    date_seconds_ = seconds;
    date_ = http_date(seconds);
  }
  void tick() {
    refresh();
    for_each(peers_, [this](Peer& peer) { peer.on_tick(now_); });
    for_each(hearers_, [this](Hearer& hearer) { hearer.on_tick(now_); });
    timer_.expires_after(kTick);
    timer_.async_wait([this](error_code ec) {
      if (!ec) tick();
    });
  }

  Shared& shared_;
  Roster<Peer> peers_;
  Roster<Hearer> hearers_;
  Steady::time_point now_;
  std::int64_t date_seconds_ = -1;
  std::string date_;
  // Destroyed first, and with it the coroutines that use the members above.
  asio::io_context context_{1};
  asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor> timer_;
  std::thread thread_;
};

}  // namespace stagecoach::http
