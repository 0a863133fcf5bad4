// Every deal's way through its pipeline, as the journal tells it: the memory behind the cycle page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "journal/event.h"
#include "sales/deals/deal.h"
#include "sales/deals/deal_events.h"

namespace stagecoach::cycle {

// An entry into a stage; won, lost and on hold are stages too.
struct LoggedEntry {
  Instant at;
  std::int32_t stage = 0;  // the stage's id
};

struct LoggedDeal {
  sales::DealId id;
  std::int32_t pipeline = 0;
  std::int32_t source = 0;  // DealLog::source_name
  UserId owner;
  sales::TeamId team;
  std::vector<LoggedEntry> entries;  // in the order they were recorded
  std::vector<std::int32_t> products;
  bool entry_known = true;         // false: since when it is in its first stage is unknown
  std::optional<Instant> started;  // when it began, where that is known nevertheless
  bool deleted = false;
};

// Applies events in sequence order. Not synchronised: one reader owns it.
class DealLog {
 public:
  // The place of the deal that changed in deals(); nullopt where the event changes nothing here.
  // Events that cannot be read (another release wrote them) are skipped and counted.
  std::optional<std::uint32_t> apply(const journal::Event& event);

  const std::vector<LoggedDeal>& deals() const { return deals_; }
  // The number of a source's key; -1: no deal has it. 0 is the unknown source ("").
  int source_number(const std::string& key) const;
  std::int64_t unreadable() const { return unreadable_; }

 private:
  void create(const journal::Event& event, const sales::DealCreated& created);
  void change(LoggedDeal& deal, const sales::DealChanged& changed);
  LoggedDeal* find(std::int64_t deal_id);
  std::int32_t number_of_source(const std::string& key);

  std::vector<LoggedDeal> deals_;
  std::unordered_map<std::int64_t, std::uint32_t> places_;  // deal id -> place
  std::unordered_map<std::string, std::int32_t> sources_{{"", 0}};
  std::int64_t unreadable_ = 0;
};

}  // namespace stagecoach::cycle
