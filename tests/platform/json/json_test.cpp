#include "platform/json/json.h"

#include <gtest/gtest.h>

using namespace stagecoach;

namespace {
struct DealTag;
using DealId = Id<DealTag>;
BOOST_DEFINE_ENUM_CLASS(Stance, for_, against, neutral)
struct Line {
  std::string name;
  double price = 0;
  int n = 0;
  bool operator==(const Line&) const = default;
};
BOOST_DESCRIBE_STRUCT(Line, (), (name, price, n))
struct Deal {
  DealId id;
  std::string name;
  std::optional<Money> amount;
  std::vector<Line> lines;
  Instant at;
  std::optional<Date> close;
  Stance stance = Stance::neutral;
  std::map<std::string, std::string> attrs;
  Localized label;
  json::Raw extra;
  json::Patch<std::string> note;
  json::Maybe<int> p;
  std::vector<Deal> children;
};
BOOST_DESCRIBE_STRUCT(Deal, (),
                      (id, name, amount, lines, at, close, stance, attrs, label, extra, note, p,
                       children))
constexpr auto json_rules(const Deal*) {
  return std::array{json::Rule("name").length(1, 20), json::Rule("children").defaulted()};
}
}  // namespace
TEST(Json, reads_and_writes_a_described_struct) {
  const auto deal = json::read<Deal>(
      R"({"id":7,"name":"你","lines":[{"name":"a","price":1.5,"n":2}],)"
      R"("at":"2026-02-13T17:30:00+08:00","stance":"for","attrs":{},"label":{"zh":"好"},)"
      R"("extra":{"a": [1, 2.50]},"note":null})");
  ASSERT_TRUE(deal);
  EXPECT_TRUE(deal->note.is_null());
  EXPECT_EQ(json::write(*deal),
            R"({"id":7,"name":"你","amount":null,"lines":[{"name":"a","price":1.5,"n":2}],)"
            R"("at":"2026-02-13T09:30:00Z","close":null,"stance":"for","attrs":{},)"
            R"("label":{"en":"","zh":"好"},"extra":{"a":[1,2.50]},"note":null,"children":[]})");
}
