// Storing many new deals at once, for imports and sample data.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sales/deals/deal_store.h"

namespace stagecoach::sales {

// A deal that is not stored yet, with all that is stored with it.
struct NewDeal {
  Deal deal;
  std::vector<ProductId> products;
  std::vector<CommitteeMember> committee;
  std::vector<journal::Draft> why;  // how it came to stand as it does, its creation first
};

// Stores the deals with the events that explain them; gives each its id and version 1. A
// ConstraintViolation where an external key is taken: look with find_known_deals before.
void insert_deals(journal::Work& work, std::span<NewDeal> deals);

// What tells whether a deal that is here already is still as its source says.
struct KnownDeal {
  std::string name;
  StageId stage_id;
  std::optional<Money> amount;
};
// Those of the keys that deals have, deleted ones among them.
std::unordered_map<std::string, KnownDeal> find_known_deals(
    db::Connection& connection, std::span<const std::string_view> external_keys);

}  // namespace stagecoach::sales
