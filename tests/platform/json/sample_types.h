// Structs with every kind of member, for the tests of this folder.
#pragma once

#include "platform/json/json.h"

namespace stagecoach::json_tests {

struct DealTag;
using DealId = Id<DealTag>;

BOOST_DEFINE_ENUM_CLASS(Stance, for_, against, neutral)

struct Line {
  std::string name;
  double price = 0;
  int quantity = 0;
  bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (name, price, quantity))

struct Deal {
  DealId id;
  std::string name;
  std::optional<Money> amount;
  std::vector<Line> lines;
  Instant at;
  std::optional<Date> close;
  Stance stance = Stance::neutral;
  std::map<std::string, std::int64_t> counts;
  Localized label;
  bool hot = false;
  json::Raw extra;
  json::Patch<std::string> note;
  json::Maybe<int> probability;
  std::vector<Deal> children;
  bool operator==(const Deal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Deal, (),
                      (id, name, amount, lines, at, close, stance, counts, label, hot, extra, note,
                       probability, children))
constexpr auto json_rules(const Deal*) {
  return std::array{json::Rule("name").length(1, 20),          json::Rule("lines").items(0, 3),
                    json::Rule("probability").between(0, 100), json::Rule("children").defaulted(),
                    json::Rule("extra").defaulted(),           json::Rule("hot").defaulted(),
                    json::Rule("counts").defaulted()};
}

}  // namespace stagecoach::json_tests
