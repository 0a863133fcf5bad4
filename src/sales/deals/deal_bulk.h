// Storing many deals at once: new ones, for imports and sample data, and edited fields.
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

// Somebody who is to own deals.
struct NewOwner {
  UserId id;
  TeamId team;
  bool active = false;
};
std::vector<NewOwner> find_new_owners(db::Connection& connection, const std::vector<UserId>& ids);

// A deal whose owner, team, expected close, source, probability or facts were edited, and nothing
// else.
struct SavedFields {
  Deal before, after;
  journal::Draft why;
};
// Saves them, several to a statement, each with its event; the versions are raised. Stale, and
// nothing is saved, where somebody saved one of them first.
Result<void> save_fields(journal::Work& work, std::vector<SavedFields>& saves);

}  // namespace stagecoach::sales
