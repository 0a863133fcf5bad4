// One client connection: reads requests, has them answered in order, writes the replies of a
// pipelined batch at once.
//
// A coroutine on the lane's thread. Every wait for the client has a deadline, which the lane's tick
// enforces by cancelling the wait; `expired_` then says why it ended.
//
// Each co_await stands in a statement of its own: g++ 12 miscompiles it inside `a && !co_await b`.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <charconv>
#include <cstring>
#include <optional>
#include <vector>

#include "platform/base/log.h"
#include "platform/http/wire/lane.h"
#include "platform/http/wire/listener.h"

namespace stagecoach::http {

using SecureStream = asio::ssl::stream<Socket>;

inline constexpr Phrase kTooSlow{"http.too_slow", "The request took too long to arrive.",
                                 "请求发送超时。"};
inline constexpr Phrase kBusy{"http.busy", "The server is busy; please try again shortly.",
                              "服务器繁忙，请稍后再试。"};

template <class Stream>
class Connection final : public Peer {
 public:
  Connection(Lane& lane, Stream stream, Slot slot, std::string peer)
      : lane_(lane),
        config_(lane.shared().config),
        service_(lane.shared().service),
        stream_(std::move(stream)),
        slot_(std::move(slot)),
        reader_(config_.header_bytes_max, lane.shared().budget) {
    reader_.set_peer(std::move(peer), kSecure);
    reader_.restart(lane_.shared().clock.now());
    lane_.add(*this);
  }

  // The caller keeps the connection alive until this ends.
  Awaitable<void> run() {
    header_deadline_ = lane_.now() + config_.header_time_max;
    const bool greeted = co_await shake_hands();
    if (!greeted) co_return;
    const bool is_ours = co_await serve();
    if (is_ours) co_await say_goodbye();
  }

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
  static constexpr bool kSecure = std::is_same_v<Stream, SecureStream>;
  static constexpr size_t kFirstBufferBytes = 4 * 1024;
  static constexpr size_t kFlushBytes = 64 * 1024;
  static constexpr size_t kCopyBytesMax =
      16 * 1024;  // larger bodies are written from where they are
  static constexpr size_t kUselessBodyMax = 64 * 1024;  // of a request that is refused anyway
  static constexpr size_t kLingerBytesMax = 8 * 1024 * 1024;
  static constexpr std::chrono::seconds kLinger{2};
  static constexpr Steady::time_point kNever = Steady::time_point::max();
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

  Awaitable<bool> shake_hands() {
    if constexpr (kSecure) {
      deadline_ = header_deadline_;
      const auto [ec] = co_await stream_.async_handshake(Stream::server, kAwait);
      deadline_ = kNever;
      co_return !ec;
    }
    co_return true;
  }

  // False: the stream was handed over, or broke.
  Awaitable<bool> serve() {
    while (true) {
      size_t used = 0;
      const std::string_view input(in_.data() + in_from_, in_to_ - in_from_);
      const auto step = reader_.feed(input, used);
      in_from_ += used;
      if (step == RequestReader::Step::more) {
        const bool written = co_await flush();
        if (!written) co_return false;
        const bool filled = co_await fill();
        if (filled) continue;
        co_return true;
      }
      if (step == RequestReader::Step::broken) {
        append_refusal(reader_.failure().status, *reader_.failure().phrase);
        co_return true;
      }
      if (step == RequestReader::Step::head) {
        const bool accepted = co_await accept_head();
        if (!accepted) co_return true;
        continue;
      }
      const Next next = co_await answer();
      if (next == Next::lost) co_return false;
      if (next == Next::close) co_return true;
      reader_.restart(lane_.shared().clock.now());
      early_.reset();
      body_started_.reset();
      header_deadline_ = kNever;
      if (out_.size() >= kFlushBytes) {
        const bool written = co_await flush();
        if (!written) co_return false;
      }
    }
  }

  // Decides with the head alone how much body to read. False: answered, and the connection ends.
  Awaitable<bool> accept_head() {
    Request& request = reader_.request();
    early_ = service_.route(request);
    const Route* route = request.route();
    if (!early_ && route->spools_body && reader_.has_body()) {
      // Nobody fills the disk before we know that he may.
      const bool ran = co_await work([&] { early_ = service_.refusal(request); });
      if (!ran) early_ = service_.refuse(request, 503, kBusy);
    }
    size_t bytes_max = config_.body_bytes_max;
    if (!early_ && route->body_bytes_max > 0) bytes_max = route->body_bytes_max;
    if (early_) bytes_max = kUselessBodyMax;
    const bool spools = !early_ && route->spools_body;
    if (!reader_.accept_body(bytes_max, spools, config_.spool_folder)) {
      append_refusal(reader_.failure().status, *reader_.failure().phrase);
      co_return false;
    }
    if (early_ && reader_.expects_continue()) {  // it waits for our word before it sends
      append_reply(*early_, false);
      co_return false;
    }
    if (reader_.expects_continue()) out_ += "HTTP/1.1 100 Continue\r\n\r\n";
    body_started_ = lane_.now();
    co_return true;
  }

  enum class Next { request, close, lost };

  Awaitable<Next> answer() {
    Request& request = reader_.request();
    const bool keep = reader_.keep_alive() && !lane_.shared().draining.load();
    Reply reply;
    if (early_) {
      reply = std::move(*early_);
    } else if (service_.runs(request) == Runs::inline_on_io) {
      reply = service_.answer(request);
    } else {
      // The replies before it need not wait for it.
      const bool written = co_await flush();
      if (!written) co_return Next::lost;
      const bool ran = co_await work([&] { reply = service_.answer(request); });
      if (!ran) reply = service_.refuse(request, 503, kBusy).header("Retry-After", "1");
    }
    const bool only_head = request.method() == Method::head;
    if (reply.events() && !only_head) co_return co_await hand_over(reply);
    if (reply.source() && !only_head) co_return co_await send_stream(reply, keep);
    append_reply(reply, keep);
    if (tail_) {
      const bool written = co_await flush();
      if (!written) co_return Next::lost;
    }
    co_return keep ? Next::request : Next::close;
  }

  HeadFacts facts(bool keep) {
    HeadFacts facts;
    facts.date = lane_.date();
    facts.request_id = reader_.request().id();
    facts.http_1_1 = reader_.is_http_1_1();
    facts.keep_alive = keep;
    return facts;
  }

  void append_reply(Reply& reply, bool keep) {
    HeadFacts head = facts(keep);
    const bool has_body = reply.status() != 204 && reply.status() != 304;
    if (has_body && !reply.source() && !reply.events()) head.length = reply.bytes().size();
    append_head(out_, reply, head);
    if (!has_body || reader_.request().method() == Method::head) return;
    if (reply.bytes().size() <= kCopyBytesMax) {
      out_ += reply.bytes();
    } else {
      tail_ = reply.shared_bytes();
      if (!tail_) tail_ = std::make_shared<const std::string>(std::move(reply).take_body());
    }
  }

  // For a request that was never answered; the connection ends after it.
  void append_refusal(int status, const Phrase& phrase) {
    Reply reply = early_ ? std::move(*early_) : service_.refuse(reader_.request(), status, phrase);
    append_reply(reply, false);
    lingers_ = true;
  }

  // Runs the job on a worker while this thread goes on with others. False: too many wait already.
  template <class Job>
  Awaitable<bool> work(Job job) {
    auto& jobs = lane_.shared().figures->worker_jobs;
    if (jobs.fetch_add(1) >= config_.workers_queue_max) {
      jobs.fetch_sub(1);
      co_return false;
    }
    co_await asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(
        [this, &job, &jobs](auto handler) {
          asio::post(*lane_.shared().workers,
                     [this, &job, &jobs, handler = std::move(handler)]() mutable {
                       job();
                       jobs.fetch_sub(1);
                       asio::post(lane_.context(), std::move(handler));
                     });
        },
        asio::use_awaitable_t<Executor>());
    co_return true;
  }

  Awaitable<Next> send_stream(Reply& reply, bool keep) {
    HeadFacts head = facts(keep && reader_.is_http_1_1());
    head.chunked = reader_.is_http_1_1();
    append_head(out_, reply, head);
    std::string piece;
    Result<bool> more = true;
    while (more && *more) {
      piece.clear();
      const bool ran = co_await work([&] { more = pull(reply.source(), piece); });
      if (!ran || !more) co_return Next::lost;
      if (!piece.empty() && head.chunked) append_chunk(out_, piece);
      if (!head.chunked) out_ += piece;
      const bool written = co_await flush();
      if (!written) co_return Next::lost;
    }
    if (head.chunked) out_ += "0\r\n\r\n";
    co_return head.keep_alive ? Next::request : Next::close;
  }

  Result<bool> pull(Reply::Source& source, std::string& piece) {
    const std::string_view id = reader_.request().id();
    try {
      auto more = source(piece);
      if (!more)
        log::error("http.stream_broke",
                   {{"request", id}, {"what", more.error().message.text(Lang::en)}});
      return more;
    } catch (const std::exception& failure) {
      log::error("http.stream_broke", {{"request", id}, {"what", failure.what()}});
      return Error(Error::Code::unavailable, kBusy);
    }
  }

  // From here on the connection belongs to a Listener.
  Awaitable<Next> hand_over(Reply& reply) {
    Request& request = reader_.request();
    EventStream& wish = *reply.events();
    if (wish.after == 0) wish.after = last_event_id(request);
    auto listener =
        std::make_shared<Listener<Stream>>(lane_, request.shared_identity(), wish.topics);
    std::optional<Reply> refusal;
    EventStream::Replay replay;
    const bool ran = co_await work([&] {
      refusal = service_.refusal(request);
      if (!refusal && wish.replay && wish.after > 0) replay = replayed(wish, request);
    });
    if (!ran) refusal = service_.refuse(request, 503, kBusy);
    if (refusal) {
      append_reply(*refusal, false);
      co_return Next::close;
    }
    append_head(out_, reply, facts(false));
    out_ += "retry: 2000\n\n";
    if (!replay.complete) out_ += "event: reset\ndata: {}\n\n";
    std::uint64_t seen = wish.after;
    for (const Event& event : replay.events) {
      out_ += frame_of(event);
      seen = std::max(seen, event.id);
    }
    if (!wish.replay) seen = 0;
    if (lane_.shared().draining.load()) co_return Next::close;
    listener->begin(std::move(stream_), std::move(slot_), std::move(out_), seen);
    co_return Next::lost;
  }

  static std::uint64_t last_event_id(const Request& request) {
    const std::string_view text = request.header("Last-Event-ID").value_or("");
    std::uint64_t id = 0;
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
  }

  static EventStream::Replay replayed(const EventStream& wish, const Request& request) {
    try {
      auto replay = wish.replay(wish.after);
      if (replay) return *std::move(replay);
      log::warning("http.replay",
                   {{"request", request.id()}, {"what", replay.error().message.text(Lang::en)}});
    } catch (const std::exception& failure) {
      log::error("http.replay", {{"request", request.id()}, {"what", failure.what()}});
    }
    return {{}, false};  // the client loads everything anew
  }

  // Reads what the client sends next. False: it went away, or was too slow (408 is in out_).
  Awaitable<bool> fill() {
    make_room();
    expired_ = false;
    idle_ = !reader_.has_begun() && in_from_ == in_to_;
    if (idle_) {
      if (lane_.shared().draining.load()) co_return false;
      idle_since_ = lane_.now();
    }
    deadline_ = reading_deadline();
    const auto [ec, size] = co_await stream_.async_read_some(
        asio::buffer(in_.data() + in_to_, in_.size() - in_to_), kAwait);
    deadline_ = kNever;
    const bool was_idle = std::exchange(idle_, false);
    if (!ec) {
      in_to_ += size;
      co_return true;
    }
    if (expired_ && !was_idle) append_refusal(408, kTooSlow);
    co_return false;
  }

  Steady::time_point reading_deadline() {
    const auto now = lane_.now();
    if (reader_.has_begun() && body_started_) {
      const auto earned =
          std::chrono::seconds(reader_.body_bytes_read() / config_.bytes_per_second_min);
      return std::min(now + config_.stall_time_max,
                      *body_started_ + config_.stall_time_max + earned);
    }
    if (idle_ && header_deadline_ == kNever) return now + config_.idle_time_max;
    // From the first byte of the head; sending a little now and then does not help.
    if (header_deadline_ == kNever) header_deadline_ = now + config_.header_time_max;
    return header_deadline_;
  }

  void make_room() {
    if (in_from_ > 0) {
      std::memmove(in_.data(), in_.data() + in_from_, in_to_ - in_from_);
      in_to_ -= in_from_;
      in_from_ = 0;
    }
    if (in_.empty()) in_.resize(kFirstBufferBytes);
    if (in_to_ < in_.size()) return;
    in_.resize(std::min(in_.size() * 2, config_.header_bytes_max));
  }

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

  // Ends the connection so that the client can still read the last reply: closing with unread bytes
  // would reset it.
  Awaitable<void> say_goodbye() {
    const bool written = co_await flush();
    if (!written) co_return;
    deadline_ = lane_.now() + kLinger;
    if constexpr (kSecure) {
      if (!lingers_) co_await stream_.async_shutdown(kAwait);
    }
    error_code ignored;
    socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    size_t discarded = 0;
    while (lingers_ && discarded < kLingerBytesMax) {
      const auto [ec, size] = co_await raw().async_read_some(asio::buffer(in_), kAwait);
      if (ec) break;
      discarded += size;
    }
    deadline_ = kNever;
  }

  Lane& lane_;
  const ServerConfig& config_;
  Service& service_;
  Stream stream_;
  Slot slot_;
  RequestReader reader_;
  std::optional<Reply> early_;  // the answer, known before the body is read
  std::vector<char> in_;
  size_t in_from_ = 0;
  size_t in_to_ = 0;
  std::string out_;
  std::shared_ptr<const std::string> tail_;  // written after out_
  Steady::time_point deadline_ = kNever;
  Steady::time_point header_deadline_ = kNever;
  Steady::time_point idle_since_;
  std::optional<Steady::time_point> body_started_;
  bool idle_ = false;
  bool expired_ = false;
  bool lingers_ = false;
};

}  // namespace stagecoach::http
