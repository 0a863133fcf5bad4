// Searches for the bottleneck that run in the background, each for as long as somebody waits for it
// and then kept for a while: a search over 100,000 deals takes seconds, and several people look at
// the same page.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "cycle/bottleneck/bottleneck.h"
#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "platform/base/money.h"
#include "platform/base/result.h"

namespace stagecoach::cycle {

// What is searched.
struct Searched {
  StayLedger ledger;
  Flow flow;
  std::size_t deals = 0;
  std::optional<Money> value;  // of a won deal, on average
};

struct SearchState {
  int done = 0, of = 0;  // draws
  Instant begun;         // as of when the deals were read
  std::size_t deals = 0;
  std::optional<Money> value;
  std::shared_ptr<const Bottleneck> found;  // null while the search goes on
};

// Thread-safe. One search runs at a time; the others wait for it.
class BottleneckSearches {
 public:
  explicit BottleneckSearches(const Clock& clock) : clock_(clock) {}
  ~BottleneckSearches();

  // The search under this name: the running one, one that ended less than kServes ago, or a new one
  // of what `read` gives. A running one that nobody asks for within kPatience is given up; one of
  // few stays is quickly made, so it serves only until something has happened since `seq`.
  Result<SearchState> ask(const std::string& name, std::int64_t seq,
                          const std::function<Result<Searched>()>& read);

  static constexpr Millis kServes = std::chrono::minutes(15);
  static constexpr Millis kPatience = std::chrono::seconds(30);
  static constexpr std::size_t kKept = 16;
  static constexpr std::size_t kFew = 20'000;

 private:
  struct Search;

  std::shared_ptr<Search> known(const std::string& name, std::int64_t seq);
  void make_room();
  void run(Search& search);

  const Clock& clock_;
  std::mutex turn_;  // held by the search that runs
  std::atomic<bool> closing_ = false;
  Guarded<std::map<std::string, std::shared_ptr<Search>>> searches_;
};

}  // namespace stagecoach::cycle
