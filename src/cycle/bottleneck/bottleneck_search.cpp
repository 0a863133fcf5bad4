#include "cycle/bottleneck/bottleneck_search.h"

#include <algorithm>

namespace stagecoach::cycle {

struct BottleneckSearches::Search {
  Instant begun;
  std::int64_t seq = 0;
  Searched what;
  std::size_t deals = 0, stays = 0;
  Bootstrap bootstrap;
  std::atomic<int> done = 0;
  std::atomic<Instant> asked;
  std::atomic<bool> given_up = false;
  Guarded<std::shared_ptr<const Bottleneck>> found;
  std::thread thread;

  explicit Search(Searched searched)
      : what(std::move(searched)), deals(what.deals), stays(what.ledger.size()) {}
};

BottleneckSearches::~BottleneckSearches() {
  closing_ = true;
  for (const auto& [name, search] : *searches_.read())
    if (search->thread.joinable()) search->thread.join();
}

Result<SearchState> BottleneckSearches::ask(const std::string& name, std::int64_t seq,
                                            const std::function<Result<Searched>()>& read) {
  std::shared_ptr<Search> search = known(name, seq);
  if (!search) {
    auto fresh = std::make_shared<Search>(TRY(read()));
    fresh->begun = clock_.now();
    fresh->seq = seq;
    fresh->asked = fresh->begun;
    make_room();
    auto searches = searches_.lock();
    std::shared_ptr<Search>& place = (*searches)[name];
    if (!place) {  // else somebody else was faster
      place = std::move(fresh);
      place->thread = std::thread([this, of = place.get()] { run(*of); });
    }
    search = place;
  }
  search->asked = clock_.now();
  return SearchState{search->done.load(), search->bootstrap.replicates, search->begun,
                     search->deals,       search->what.value,           *search->found.read()};
}

std::shared_ptr<BottleneckSearches::Search> BottleneckSearches::known(const std::string& name,
                                                                      std::int64_t seq) {
  std::shared_ptr<Search> old;
  {
    auto searches = searches_.lock();
    const auto at = searches->find(name);
    if (at == searches->end()) return nullptr;
    const bool ended = *at->second->found.read() != nullptr;
    const bool is_now = at->second->seq == seq || at->second->stays > kFew;
    const bool serves = !ended || (is_now && clock_.now() - at->second->begun < kServes);
    if (serves && !at->second->given_up) return at->second;
    old = std::move(at->second);
    searches->erase(at);
  }
  old->thread.join();
  return nullptr;
}

// The one that was asked for longest ago goes.
void BottleneckSearches::make_room() {
  std::shared_ptr<Search> old;
  {
    auto searches = searches_.lock();
    if (searches->size() < kKept) return;
    const auto least =
        std::min_element(searches->begin(), searches->end(), [](const auto& a, const auto& b) {
          return a.second->asked.load() < b.second->asked.load();
        });
    old = std::move(least->second);
    searches->erase(least);
  }
  old->given_up = true;
  old->thread.join();
}

void BottleneckSearches::run(Search& search) {
  search.bootstrap.threads =
      static_cast<int>(std::max(1u, std::thread::hardware_concurrency() / 2));
  search.bootstrap.done = &search.done;
  search.bootstrap.is_stopped = [&] {
    return closing_ || search.given_up || clock_.now() - search.asked.load() > kPatience;
  };
  const std::lock_guard turn(turn_);
  auto found = find_bottleneck(search.what.ledger, search.what.flow, search.bootstrap);
  search.what.ledger = StayLedger(0);  // megabytes that nobody needs any more
  if (found)
    *search.found.lock() = std::make_shared<const Bottleneck>(*std::move(found));
  else
    search.given_up = true;
}

}  // namespace stagecoach::cycle
