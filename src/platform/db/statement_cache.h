// Prepared statements by their text, the least recently used forgotten first.
#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace stagecoach::db {

// Not thread-safe: lives in one connection. Statement is movable and releases itself when
// destroyed.
template <class Statement>
class StatementCache {
 public:
  struct Entry {
    std::string text;
    Statement statement;
    bool in_use = false;
  };

  explicit StatementCache(size_t capacity) : capacity_(capacity) {}

  // Null when the text is not cached. The entry stays valid until it is forgotten, which an entry
  // in use never is.
  Entry* find(std::string_view text) {
    const auto found = by_text_.find(text);
    if (found == by_text_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &*found->second;
  }

  // REQUIRES: the text is not cached.
  Entry& add(std::string_view text, Statement statement) {
    entries_.push_front(Entry{std::string(text), std::move(statement)});
    by_text_.emplace(entries_.front().text, entries_.begin());
    for (auto oldest = std::prev(entries_.end());
         entries_.size() > capacity_ && oldest != entries_.begin();) {
      const auto candidate = oldest--;
      if (candidate->in_use) continue;
      by_text_.erase(candidate->text);
      entries_.erase(candidate);
    }
    return entries_.front();
  }

  void forget(std::string_view text) {
    const auto found = by_text_.find(text);
    if (found == by_text_.end()) return;
    const auto entry = found->second;
    by_text_.erase(found);
    entries_.erase(entry);
  }

  void clear() {
    by_text_.clear();
    entries_.clear();
  }
  size_t size() const { return entries_.size(); }

 private:
  size_t capacity_;
  std::list<Entry> entries_;  // most recently used first; nodes never move, so views of text hold
  std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_text_;
};

}  // namespace stagecoach::db
