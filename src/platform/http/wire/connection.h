// One client connection as a conversation: reads requests, has them answered in order, writes the
// replies of a pipelined batch at once. A coroutine on the lane's thread.
#pragma once

#include <charconv>
#include <optional>

#include "platform/base/log.h"
#include "platform/http/wire/listener.h"
#include "platform/http/wire/wire.h"

namespace stagecoach::http {

inline constexpr Phrase kTooSlow{"http.too_slow", "The request took too long to arrive.",
                                 "请求发送超时。"};
inline constexpr Phrase kBusy{"http.busy", "The server is busy; please try again shortly.",
                              "服务器繁忙，请稍后再试。"};

template <class Stream>
class Connection {
 public:
  Connection(Lane& lane, Stream stream, Slot slot, std::string peer)
      : lane_(lane),
        config_(lane.shared().config),
        service_(lane.shared().service),
        wire_(lane, std::move(stream), std::move(slot)),
        reader_(config_.header_bytes_max, lane.shared().budget) {
    reader_.set_peer(std::move(peer), Wire<Stream>::kSecure);
    reader_.restart(lane_.shared().clock.now());
  }

  // The caller keeps the connection alive until this ends.
  Awaitable<void> run() {
    header_deadline_ = lane_.now() + config_.header_time_max;
    const bool greeted = co_await wire_.shake_hands(header_deadline_);
    if (!greeted) co_return;
    const bool is_ours = co_await serve();
    if (is_ours) co_await wire_.say_goodbye(lingers_);
  }

 private:
  static constexpr Steady::time_point kNever = Wire<Stream>::kNever;
  // Larger bodies are written from where they are.
  static constexpr size_t kCopyBytesMax = 16 * 1024;
  // Of a request that is refused anyway.
  static constexpr size_t kUselessBodyMax = 64 * 1024;

  // False: the stream was handed over, or broke.
  Awaitable<bool> serve() {
    while (true) {
      size_t used = 0;
      const auto step = reader_.feed(wire_.input(), used);
      wire_.consume(used);
      if (step == RequestReader::Step::more) {
        const bool written = co_await wire_.flush();
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
      if (wire_.is_full()) {
        const bool written = co_await wire_.flush();
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
    if (reader_.expects_continue()) wire_.out() += "HTTP/1.1 100 Continue\r\n\r\n";
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
      const bool written = co_await wire_.flush();
      if (!written) co_return Next::lost;
      const bool ran = co_await work([&] { reply = service_.answer(request); });
      if (!ran) reply = service_.refuse(request, 503, kBusy).header("Retry-After", "1");
    }
    const bool only_head = request.method() == Method::head;
    if (reply.events() && !only_head) co_return co_await hand_over(reply);
    if (reply.source() && !only_head) co_return co_await send_stream(reply, keep);
    append_reply(reply, keep);
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
    append_head(wire_.out(), reply, head);
    if (!has_body || reader_.request().method() == Method::head) return;
    if (reply.bytes().size() <= kCopyBytesMax) {
      wire_.out() += reply.bytes();
    } else {
      auto tail = reply.shared_bytes();
      if (!tail) tail = std::make_shared<const std::string>(std::move(reply).take_body());
      wire_.set_tail(std::move(tail));
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
    append_head(wire_.out(), reply, head);
    std::string piece;
    Result<bool> more = true;
    while (more && *more) {
      piece.clear();
      const bool ran = co_await work([&] { more = pull(reply.source(), piece); });
      if (!ran || !more) co_return Next::lost;
      if (!piece.empty() && head.chunked) append_chunk(wire_.out(), piece);
      if (!head.chunked) wire_.out() += piece;
      const bool written = co_await wire_.flush();
      if (!written) co_return Next::lost;
    }
    if (head.chunked) wire_.out() += "0\r\n\r\n";
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
    append_head(wire_.out(), reply, facts(false));
    wire_.out() += "retry: 2000\n\n";
    if (!replay.complete) wire_.out() += "event: reset\ndata: {}\n\n";
    std::uint64_t seen = wish.after;
    for (const Event& event : replay.events) {
      wire_.out() += frame_of(event);
      seen = std::max(seen, event.id);
    }
    if (!wish.replay) seen = 0;
    if (lane_.shared().draining.load()) co_return Next::close;
    listener->begin(wire_.take_stream(), wire_.take_slot(), std::move(wire_.out()), seen);
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

  // Reads what the client sends next. False: it went away, or was too slow (which is then said).
  Awaitable<bool> fill() {
    const bool idle = !reader_.has_begun() && wire_.input().empty();
    if (idle && lane_.shared().draining.load()) co_return false;
    const auto got = co_await wire_.read(reading_deadline(idle), idle);
    if (got == Wire<Stream>::Read::late) append_refusal(408, kTooSlow);
    co_return got == Wire<Stream>::Read::some;
  }

  Steady::time_point reading_deadline(bool idle) {
    const auto now = lane_.now();
    if (body_started_) {
      const auto earned =
          std::chrono::seconds(reader_.body_bytes_read() / config_.bytes_per_second_min);
      return std::min(now, *body_started_ + earned) + config_.stall_time_max;
    }
    if (idle && header_deadline_ == kNever) return now + config_.idle_time_max;
    // From the first byte of the head; sending a little now and then does not help.
    if (header_deadline_ == kNever) header_deadline_ = now + config_.header_time_max;
    return header_deadline_;
  }

  Lane& lane_;
  const ServerConfig& config_;
  Service& service_;
  Wire<Stream> wire_;
  RequestReader reader_;
  std::optional<Reply> early_;  // the answer, known before the body is read
  Steady::time_point header_deadline_ = kNever;
  std::optional<Steady::time_point> body_started_;
  bool lingers_ = false;
};

}  // namespace stagecoach::http
