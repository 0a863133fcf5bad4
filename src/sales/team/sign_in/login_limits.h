// How often somebody may try to sign in: a growing delay per account and per address.
//
// In memory: a restart forgets, and every node counts for itself. What is kept is bounded, whatever
// an attacker sends. Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "platform/base/result.h"

namespace stagecoach::sales {

// After `free` failures in a row each further one doubles the delay, from a second up to
// `delay_max`. What failed longer ago than `memory` is forgotten.
struct Limit {
  int free = 5;
  std::chrono::seconds delay_max{60};
  std::chrono::minutes memory{60};
};

struct LoginLimitSettings {
  // A short delay: a stranger who knows an address must not be able to lock its owner out.
  Limit account{5, std::chrono::seconds(60), std::chrono::minutes(60)};
  // Longer: only who has the password comes so far, and six digits want to be guessed slowly.
  Limit code{5, std::chrono::seconds(900), std::chrono::hours(12)};
  // Many people may sit behind one address.
  Limit address{30, std::chrono::seconds(900), std::chrono::minutes(60)};
  std::size_t entries_max = 10'000;  // of each kind; the oldest go first
};

// What is tried: each is counted apart, so that a right password forgives no wrong code.
enum class Attempt { password, code };

class LoginLimits {
 public:
  LoginLimits(const Clock& clock, LoginLimitSettings settings = {});

  // Counts an attempt before it is made, as a failure, so that a hundred at once are not one.
  // rate_limited with retry_after where the account or the address has to wait.
  Result<void> begin(std::string_view address, std::string_view account,
                     Attempt what = Attempt::password);
  // The attempt that was begun was a good one: the account starts anew, the address gets it back.
  void succeeded(std::string_view address, std::string_view account,
                 Attempt what = Attempt::password);

 private:
  struct Entry {
    int failures = 0;
    Instant last;
    Instant free_at;
  };
  using Entries = std::unordered_map<std::string, Entry>;
  struct Book {
    Entries accounts;
    Entries codes;
    Entries addresses;
  };

  Entries& entries_of(Book& book, Attempt what) const {
    return what == Attempt::code ? book.codes : book.accounts;
  }
  const Limit& limit_of(Attempt what) const {
    return what == Attempt::code ? settings_.code : settings_.account;
  }
  static Instant free_at(const Entries& entries, const std::string& key, const Limit& limit,
                         Instant now);
  void count(Entries& entries, const std::string& key, const Limit& limit, Instant now) const;
  void make_room(Entries& entries, const Limit& limit, Instant now) const;

  const Clock& clock_;
  const LoginLimitSettings settings_;
  Guarded<Book> book_;
};

// What is counted for an address: IPv6 by its /64, which one customer holds whole.
std::string counted_address(std::string_view address);

}  // namespace stagecoach::sales
