// The bytes of one connection: buffers, waits with a deadline, the end.
//
// Every wait for the client has a deadline, which the lane's tick enforces by cancelling the wait.
// Each co_await stands in a statement of its own: g++ 12 miscompiles it inside `a && !co_await b`.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "platform/http/wire/lane.h"

namespace stagecoach::http {

using SecureStream = asio::ssl::stream<Socket>;

template <class Stream>
class Wire final : public Peer {
 public:
  static constexpr bool kSecure = std::is_same_v<Stream, SecureStream>;
  static constexpr Steady::time_point kNever = Steady::time_point::max();

  enum class Read {
    some,   // see input()
    ended,  // the client is gone, or was idle and must go
    late,   // the deadline passed
  };

  Wire(Lane& lane, Stream stream, Slot slot)
      : lane_(lane),
        config_(lane.shared().config),
        stream_(std::move(stream)),
        slot_(std::move(slot)) {
    lane_.add(*this);
  }

  // TLS only; a plain stream is ready at once.
  Awaitable<bool> shake_hands(Steady::time_point deadline) {
    if constexpr (kSecure) {
      deadline_ = deadline;
      const auto [ec] = co_await stream_.async_handshake(Stream::server, kAwait);
      deadline_ = kNever;
      co_return !ec;
    }
    co_return true;
  }

  // What has been read and not consumed.
  std::string_view input() const { return {in_.data() + in_from_, in_to_ - in_from_}; }
  void consume(size_t bytes) { in_from_ += bytes; }

  // Waits for more input. `idle`: between two requests, where it may be cut short any time.
  Awaitable<Read> read(Steady::time_point deadline, bool idle) {
    make_room();
    expired_ = false;
    idle_ = idle;
    idle_since_ = lane_.now();
    deadline_ = deadline;
    const auto [ec, size] = co_await stream_.async_read_some(
        asio::buffer(in_.data() + in_to_, in_.size() - in_to_), kAwait);
    deadline_ = kNever;
    idle_ = false;
    if (ec) co_return expired_ && !idle ? Read::late : Read::ended;
    in_to_ += size;
    co_return Read::some;
  }

  // What is to be written; the tail follows it, from where it is.
  std::string& out() { return out_; }
  void set_tail(std::shared_ptr<const std::string> tail) { tail_ = std::move(tail); }
  bool is_full() const { return tail_ || out_.size() >= kFlushBytes; }

  // Writes what is ready. False: the client went away or does not take it.
  Awaitable<bool> flush() {
    if (!out_.empty()) {
      const bool written = co_await write_all(out_);
      if (!written) co_return false;
    }
    out_.clear();
    if (out_.capacity() > 4 * kFlushBytes) out_ = {};
    if (tail_) {
      const bool written = co_await write_all(*tail_);
      if (!written) co_return false;
    }
    tail_.reset();
    co_return true;
  }

  // Ends the connection. `lingers`: the client may still be sending; closing with unread bytes
  // would reset the connection before it has read the last reply.
  Awaitable<void> say_goodbye(bool lingers) {
    const bool written = co_await flush();
    if (!written) co_return;
    deadline_ = lane_.now() + kLinger;
    if constexpr (kSecure) {
      if (!lingers) co_await stream_.async_shutdown(kAwait);
    }
    error_code ignored;
    socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    size_t discarded = 0;
    while (lingers && discarded < kLingerBytesMax) {
      const auto [ec, size] = co_await raw().async_read_some(asio::buffer(in_), kAwait);
      if (ec) break;
      discarded += size;
    }
    deadline_ = kNever;
  }

  // The connection belongs to somebody else from here on.
  Stream take_stream() { return std::move(stream_); }
  Slot take_slot() { return std::move(slot_); }

  void on_tick(Steady::time_point now) override {
    const bool must_make_room =
        idle_ && lane_.is_crowded() && now - idle_since_ > std::chrono::seconds(1);
    if (now > deadline_ || must_make_room) expire();
  }
  void on_drain() override {
    if (idle_) expire();
  }
  void on_cut() override { reset(socket()); }

 private:
  static constexpr size_t kFirstBufferBytes = 4 * 1024;
  static constexpr size_t kFlushBytes = 64 * 1024;
  // A client that writes a large body in one go reads the refusal only when all of it is taken.
  static constexpr size_t kLingerBytesMax = 64 * 1024 * 1024;
  static constexpr std::chrono::seconds kLinger{2};
  static constexpr auto kAwait = asio::as_tuple(asio::use_awaitable_t<Executor>());

  auto& socket() { return stream_.lowest_layer(); }
  // Beneath TLS.
  Socket& raw() {
    if constexpr (kSecure)
      return stream_.next_layer();
    else
      return stream_;
  }

  void expire() {
    expired_ = true;
    deadline_ = kNever;
    error_code ignored;
    socket().cancel(ignored);
  }

  void make_room() {
    if (in_from_ > 0) {
      std::memmove(in_.data(), in_.data() + in_from_, in_to_ - in_from_);
      in_to_ -= in_from_;
      in_from_ = 0;
    }
    if (in_.empty()) in_.resize(kFirstBufferBytes);
    if (in_to_ < in_.size()) return;
    in_.resize(std::min(in_.size() * 2, std::max(kFirstBufferBytes, config_.header_bytes_max)));
  }

  // Each piece must move within the stall time, and all of them at the least rate.
  Awaitable<bool> write_all(std::string_view bytes) {
    const auto started = lane_.now();
    for (size_t sent = 0; sent < bytes.size();) {
      const auto earned = std::chrono::seconds(sent / config_.bytes_per_second_min);
      deadline_ = std::min(lane_.now(), started + earned) + config_.stall_time_max;
      expired_ = false;
      const auto [ec, size] =
          co_await stream_.async_write_some(asio::buffer(bytes.substr(sent)), kAwait);
      deadline_ = kNever;
      if (expired_) reset(socket());
      if (ec) co_return false;
      sent += size;
    }
    co_return true;
  }

  Lane& lane_;
  const ServerConfig& config_;
  Stream stream_;
  Slot slot_;
  std::vector<char> in_;
  size_t in_from_ = 0;
  size_t in_to_ = 0;
  std::string out_;
  std::shared_ptr<const std::string> tail_;
  Steady::time_point deadline_ = kNever;
  Steady::time_point idle_since_;
  bool idle_ = false;
  bool expired_ = false;
};

}  // namespace stagecoach::http
