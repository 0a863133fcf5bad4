// All SQL of objections.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "sales/objections/objection.h"

namespace stagecoach::sales {

enum class Deleted { left_out, included };

// nullopt: no such objection, or a deleted one that is left out.
std::optional<Objection> find_objection(db::Connection& connection, ObjectionId id,
                                        Deleted deleted = Deleted::left_out);
// The open and blocking ones first, then the newest.
std::vector<Objection> list_objections(db::Connection& connection, DealId deal);

// Gives the id; version 1.
void insert_objection(journal::Work& work, Objection& objection);
// Raises the version; a deleted one is there again. Stale: someone saved first.
Result<void> save_objection(journal::Work& work, Objection& objection);
Result<void> remove_objection(journal::Work& work, const Objection& objection);

// How many of the deal's objections are open, and how many of these are blocking.
ObjectionTally tally_objections(db::Connection& connection, DealId deal);

}  // namespace stagecoach::sales
