// Bytes to a Request, as far as HTTP/1.1 itself goes: framing, limits, what smuggling would need.
// Knows no socket, so the fuzzer and the tests feed it directly. Used by one thread at a time.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/request.h"

namespace stagecoach::http {

// The bytes of all bodies that are held in memory at once. Thread-safe.
class BodyBudget {
 public:
  explicit BodyBudget(std::size_t bytes_max) : bytes_max_(bytes_max) {}
  bool take(std::size_t bytes) {
    if (used_.fetch_add(bytes) + bytes <= bytes_max_) return true;
    used_.fetch_sub(bytes);
    return false;
  }
  void give_back(std::size_t bytes) { used_.fetch_sub(bytes); }

 private:
  const std::size_t bytes_max_;
  std::atomic<std::size_t> used_{0};
};

class RequestReader {
 public:
  enum class Step {
    more,    // give it more bytes, after those it has not consumed
    head,    // the head is complete: say accept_body() and go on feeding
    done,    // the request is complete
    broken,  // see failure(); the connection cannot be used any further
  };
  struct Failure {
    int status = 400;
    const Phrase* phrase = nullptr;
  };

  RequestReader(std::size_t header_bytes_max, BodyBudget& budget);
  ~RequestReader();

  // Who sends, for Request::remote_address and is_secure. Stays for all requests.
  void set_peer(std::string address, bool secure);

  // Reads on in `bytes`, which begins with what the last call left; `consumed` is how much of it is
  // not needed again.
  Step feed(std::string_view bytes, std::size_t& consumed);

  // Where the body goes and how large it may be. False: see failure() (413, or 503 when all bodies
  // together are too many). REQUIRES: the last step was `head`.
  bool accept_body(std::size_t bytes_max, bool spool, const std::string& spool_folder);

  bool has_body() const;
  bool expects_continue() const;
  // Some bytes of this request have been seen.
  bool has_begun() const;
  bool keep_alive() const;
  bool is_http_1_1() const;
  std::uint64_t body_bytes_read() const { return body_bytes_; }
  const Failure& failure() const { return failure_; }
  Request& request() { return request_; }
  // The request was answered; the next one begins.
  void restart(Instant now);

 private:
  class Parser;

  bool fail(int status, const Phrase& phrase);
  bool on_body(std::string_view bytes);
  bool check_head();
  void release_body();

  const std::size_t header_bytes_max_;
  BodyBudget& budget_;
  Request request_;
  std::string peer_;
  bool secure_ = false;
  bool http_1_1_ = true;
  Failure failure_;
  std::size_t body_bytes_max_ = 0;
  std::uint64_t body_bytes_ = 0;
  std::size_t head_bytes_ = 0;
  std::size_t budget_taken_ = 0;
  int spool_file_ = -1;
  bool head_given_ = false;
  bool continue_expected_ = false;
  std::unique_ptr<Parser> parser_;
};

}  // namespace stagecoach::http
