// What a list leaves over, as conditions in groups: all of these, or any of those.
//
//   {"all": [{"field": "owner_id", "is": "any_of", "values": ["me"]},
//            {"any": [{"field": "amount", "is": "at_least", "values": [5000000]},
//                     {"field": "source", "is": "empty"}]}]}
//
// A list names the fields that may be asked for in one table (FilterField); nothing else of a
// filter's text reaches SQL but as a bound value. Every condition is true or false of every record:
// "none_of" is true of a record without a value, and a comparison is false of it. Who sees what is
// not the filter's affair: the list joins it with its own conditions by AND.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/sql_text.h"
#include "platform/json/json.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

inline constexpr int kFilterDepthMax = 3;        // groups within each other
inline constexpr int kFilterConditionsMax = 30;  // in all of a filter
inline constexpr int kFilterValuesMax = 50;      // of one condition
inline constexpr std::size_t kFilterLengthMax = 4000;

enum class FilterTest {
  any_of,
  none_of,
  at_least,
  at_most,
  contains,
  empty,
  not_empty,
  in_last_days,  // from n days ago until now
  in_next_days,  // from now until in n days
};
BOOST_DESCRIBE_ENUM(FilterTest, any_of, none_of, at_least, at_most, contains, empty, not_empty,
                    in_last_days, in_next_days)

// A number is read as the text it was written as.
struct FilterValue {
  std::string text;
};

// A group, where `all` or `any` has parts; else a condition.
struct FilterPart {
  std::vector<FilterPart> all, any;
  std::optional<std::string> field;
  std::optional<FilterTest> is;
  std::vector<FilterValue> values;
};

enum class FilterKind {
  id,
  user,     // an id, or "me"
  choice,   // one of `choices`, stored by its number
  word,     // a text that is compared as it is; where there are `choices`, the name of one
  number,   // a whole number, of money its minor units
  date,     // days since 1970-01-01, asked for as 2026-03-31
  instant,  // milliseconds, asked for by the day in UTC
  search,   // folded text with a search index
};

// One field that a list may be asked for.
struct FilterField {
  std::string name;  // as the API and the URL call it
  FilterKind kind = FilterKind::word;
  std::string column;  // its SQL; for `search`, "table.column"
  // What is stored where there is no value; absent where that is NULL or, of a word, ''.
  std::optional<std::int64_t> nothing = std::nullopt;
  std::span<const EnumName> choices = {};
  // Around a condition on `column` that holds of rows of another table.
  std::string before = {}, after = {};
  // For a choice that no column holds: adds the condition of one.
  std::function<void(db::SqlText&, std::int64_t)> add_choice = {};
};
using FilterFields = std::vector<FilterField>;

// Who asks, and when.
struct FilterReading {
  db::Engine engine = db::Engine::sqlite;
  const Viewer& viewer;
  Instant now;
  Date today = date_of(now);
};

// `invalid`, with the place in the text, where it is no filter.
Result<FilterPart> read_filter(std::string_view text);

// Adds the filter in parentheses. `invalid`, with the place, what may stand there: an unknown
// field, a test that the field does not know, a value it does not have, too many or too deep.
Result<void> add_filter(db::SqlText& to, const FilterPart& filter, const FilterFields& fields,
                        const FilterReading& reading);

// The number that `field`, an id, must have for the filter to hold, where it says so in its
// outermost group; for an index to be used.
std::optional<std::int64_t> required_id(const FilterPart& filter, std::string_view field,
                                        const Viewer& viewer);

}  // namespace stagecoach::sales

namespace stagecoach::json {

template <>
struct Codec<sales::FilterValue> {
  static void read(Reader& reader, const Node& node, sales::FilterValue& out);
};

}  // namespace stagecoach::json

namespace stagecoach::sales {

BOOST_DESCRIBE_STRUCT(FilterPart, (), (all, any, field, is, values))
constexpr auto json_rules(const FilterPart*) {
  using json::Rule;
  return std::array{Rule("all").items(0, kFilterConditionsMax).defaulted(),
                    Rule("any").items(0, kFilterConditionsMax).defaulted(),
                    Rule("values").items(0, kFilterValuesMax).defaulted()};
}

}  // namespace stagecoach::sales
