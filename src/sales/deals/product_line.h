// What a deal is about: a product, how much of it, at which price.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "platform/json/json.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

struct ProductLine {
  ProductId product_id;
  std::string name;
  std::int64_t quantity = 1;
  std::optional<Money> price;
  int discount_bps = 0;  // taken off the price, in hundredths of a percent
  bool operator==(const ProductLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProductLine, (), (product_id, name, quantity, price, discount_bps))
// Lines were journaled before they had a discount.
constexpr auto json_rules(const ProductLine*) {
  return std::array{json::Rule("discount_bps").defaulted()};
}

}  // namespace stagecoach::sales
