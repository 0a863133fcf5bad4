// Companies, the people in them, and what is sold to them.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/event.h"
#include "platform/base/id.h"
#include "platform/base/money.h"
#include "platform/json/json.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

using AccountId = Id<struct AccountTag>;
using ContactId = Id<struct ContactTag>;
using ProductId = Id<struct ProductTag>;

inline constexpr std::string_view kAccountSubject = "account";
inline constexpr std::string_view kContactSubject = "contact";
inline constexpr std::string_view kProductSubject = "product";

// A company (or, in B2C, the household that buys).
struct Account {
  AccountId id;
  std::int64_t version = 1;
  std::string name;
  std::string domain, phone, region, industry, size;  // empty = unknown
  std::optional<AccountId> parent_id;
  UserId owner_id;
  std::optional<TeamId> team_id;
  std::optional<std::string> external_key;
  Instant created_at;
  Instant updated_at;
  bool operator==(const Account&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (id, version, name, domain, phone, region, industry, size, parent_id,
                       owner_id, team_id, external_key, created_at, updated_at))

// Whether a person agreed to be contacted.
enum class Consent { unknown, given, withdrawn };
BOOST_DESCRIBE_ENUM(Consent, unknown, given, withdrawn)

struct Contact {
  ContactId id;
  std::int64_t version = 1;
  std::optional<AccountId> account_id;
  std::string name;
  std::string title, email, phone;  // empty = unknown
  UserId owner_id;
  std::optional<TeamId> team_id;
  std::optional<std::string> external_key;
  Instant created_at;
  Instant updated_at;
  Consent consent = Consent::unknown;
  std::optional<Instant> consent_at;  // when that was last said
  std::optional<Instant> erased_at;   // when everything personal was taken out

  bool is_reachable() const { return !email.empty() || !phone.empty(); }
  bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (id, version, account_id, name, title, email, phone, owner_id, team_id,
                       external_key, created_at, updated_at, consent, consent_at, erased_at))
// Events of earlier releases do not tell of consent.
constexpr auto json_rules(const Contact*) {
  return std::array{json::Rule("consent").defaulted()};
}

// Common property: everybody sees the price list.
struct Product {
  ProductId id;
  std::int64_t version = 1;
  std::string name;
  std::string code;  // empty = none
  std::optional<Money> price;
  bool active = true;
  std::optional<std::string> external_key;
  bool operator==(const Product&) const = default;
};
BOOST_DESCRIBE_STRUCT(Product, (), (id, version, name, code, price, active, external_key))

}  // namespace stagecoach::sales
