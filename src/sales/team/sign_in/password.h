// Passwords: which are accepted, and the slow hash that is kept of them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/result.h"

namespace stagecoach::sales {

// 8 to 128 characters; none of the commonest ones; not the person's e-mail address or name with
// something around it. The error names `field`.
Result<void> check_password(std::string_view password, std::string_view email,
                            std::string_view name, std::string_view field);

// What one hash costs (Argon2id, one lane), and how much of that is done at a time.
struct PasswordWork {
  unsigned long long passes = 2;
  std::size_t memory_bytes = 19 * 1024 * 1024;
  int at_once = 2;      // hashes computed at the same time
  int waiting_max = 3;  // threads that wait for one; beyond that the caller is asked to come again

  // For tests: the least that the algorithm allows.
  static PasswordWork least() { return {1, 8 * 1024, 8, 64}; }
};

// Thread-safe. At most at_once + waiting_max threads are held up by it, so that a flood of sign-ins
// never takes every worker.
class Passwords {
 public:
  explicit Passwords(PasswordWork work = {});

  // The text to store: algorithm, parameters, salt and hash in one. rate_limited: too many wait.
  Result<std::string> hash(std::string_view password);

  // Whether `password` is the one behind `stored`. Without a stored hash (nobody of that address,
  // or nobody who may sign in) it does the same work and answers false. rate_limited: too many
  // wait.
  Result<bool> verify(const std::optional<std::string>& stored, std::string_view password);

 private:
  class Place;

  const PasswordWork work_;
  std::string decoy_;  // the hash of a password nobody has
  std::mutex mutex_;
  std::condition_variable freed_;
  int working_ = 0;
  int waiting_ = 0;
};

}  // namespace stagecoach::sales
