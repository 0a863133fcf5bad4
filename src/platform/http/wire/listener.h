// A connection that receives events. Small, because there may be ten thousand of them: while
// nothing happens it holds a socket, an identity and three empty vectors.
#pragma once

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <vector>

#include "platform/http/wire/lane.h"

namespace stagecoach::http {

template <class Stream>
class Listener final : public Hearer, public std::enable_shared_from_this<Listener<Stream>> {
 public:
  // Events that wait for a slow client; one more and it is dropped.
  static constexpr size_t kQueueMax = 256;

  Listener(Lane& lane, std::shared_ptr<const Identity> identity, std::vector<std::string> topics)
      : lane_(lane), identity_(std::move(identity)), topics_(std::move(topics)) {
    lane_.shared().figures->listeners.fetch_add(1);
    lane_.add_hearer(*this);
  }
  ~Listener() override { lane_.shared().figures->listeners.fetch_sub(1); }

  // Takes the connection over: sends `first`, then what has been queued since, except events up to
  // `seen`, which `first` holds already.
  void begin(Stream stream, Slot slot, std::string first, std::uint64_t seen) {
    seen_ = seen;
    stream_.emplace(std::move(stream));
    slot_.emplace(std::move(slot));
    std::erase_if(queue_, [this](const auto& published) { return was_replayed(*published); });
    auto opening = std::make_shared<EventHub::Published>();
    opening->frame = std::move(first);
    queue_.insert(queue_.begin(), std::move(opening));
    if (dead_) return close();
    watch();
    write();
  }

  void hear(const std::shared_ptr<const EventHub::Published>& published) override {
    if (dead_ || was_replayed(*published) || !is_for_me(*published)) return;
    if (queue_.size() >= kQueueMax) return drop();
    queue_.push_back(published);
    write();
  }
  void close_if(const EventHub::MaySee& dead) override {
    if (identity_ && dead(*identity_)) close();
  }

  void on_tick(Steady::time_point now) override {
    if (dead_ || !stream_) return;
    if (writing_ && now > write_deadline_) return drop();
    if (writing_ || now - last_write_ < lane_.shared().config.heartbeat) return;
    static const auto kHeartbeat = [] {
      auto beat = std::make_shared<EventHub::Published>();
      beat->frame = ":\n\n";
      return std::shared_ptr<const EventHub::Published>(std::move(beat));
    }();
    queue_.push_back(kHeartbeat);
    write();
  }
  void on_drain() override { close(); }
  void on_cut() override { drop(); }

 private:
  using Frames = std::vector<std::shared_ptr<const EventHub::Published>>;

  bool was_replayed(const EventHub::Published& published) const {
    return published.event.id != 0 && published.event.id <= seen_;
  }
  bool is_for_me(const EventHub::Published& published) const {
    const std::string& topic = published.event.topic;
    const bool wanted = topics_.empty() || topic.empty() ||
                        std::find(topics_.begin(), topics_.end(), topic) != topics_.end();
    if (!wanted) return false;
    return !published.may_see || (identity_ && published.may_see(*identity_));
  }

  // Reads what the client should not send, to notice when it goes away.
  void watch() {
    stream_->async_read_some(asio::buffer(probe_),
                             [self = this->shared_from_this()](error_code ec, size_t) {
                               if (ec || self->dead_) return self->close();
                               self->watch();
                             });
  }

  void write() {
    if (writing_ || dead_ || !stream_ || queue_.empty()) return;
    writing_ = true;
    in_flight_ = std::exchange(queue_, {});
    std::vector<asio::const_buffer> buffers;
    buffers.reserve(in_flight_.size());
    for (const auto& published : in_flight_) buffers.push_back(asio::buffer(published->frame));
    write_deadline_ = lane_.now() + lane_.shared().config.stall_time_max;
    asio::async_write(*stream_, std::move(buffers),
                      [self = this->shared_from_this()](error_code ec, size_t) {
                        self->writing_ = false;
                        self->in_flight_ = {};
                        self->last_write_ = self->lane_.now();
                        if (ec) return self->close();
                        self->write();
                      });
  }

  void close() {
    dead_ = true;
    queue_ = {};
    if (!stream_ || !stream_->lowest_layer().is_open()) return;
    error_code ignored;
    auto& socket = stream_->lowest_layer();
    socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    socket.close(ignored);
  }

  // The client is too slow: what is on its way is given up.
  void drop() {
    if (stream_) reset(stream_->lowest_layer());
    close();
  }

  Lane& lane_;
  std::shared_ptr<const Identity> identity_;
  std::vector<std::string> topics_;
  std::optional<Slot> slot_;
  std::uint64_t seen_ = 0;  // the last event of the replay
  Frames queue_;
  Frames in_flight_;
  Steady::time_point write_deadline_;
  Steady::time_point last_write_ = lane_.now();
  std::array<char, 16> probe_;
  bool writing_ = false;
  bool dead_ = false;
  std::optional<Stream> stream_;
};

}  // namespace stagecoach::http
