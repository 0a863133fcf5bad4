// Which words of an export mean that a deal was won, was lost, or is no longer watched.
//
// By kind, never by one literal: "Won", "Closed Won", "赢单", "Cancelled". Pure.
#pragma once

#include <boost/describe/enum.hpp>
#include <string_view>

namespace stagecoach::exchange {

BOOST_DEFINE_ENUM_CLASS(StageKind, open, won, lost, censored)

// Of a stage or status name; open where the word says nothing about an ending.
StageKind stage_kind_of(std::string_view name);

// Where a stage of this name usually stands, 0 (first contact) to 100 (closing); 50 if unknown.
// Only breaks ties: the data decide the order where they can.
int usual_position(std::string_view stage);

// "Open", "In progress", "进行中": a status word without further meaning.
bool is_plain_open(std::string_view status);

}  // namespace stagecoach::exchange
