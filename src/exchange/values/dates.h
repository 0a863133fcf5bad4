// Dates and times as people and programs write them, and the order of day and month in a column.
//
// A column, not a cell, decides whether 3/4/2024 is in March or April: DateVotes looks at every
// value first. Pure and safe from any thread.
#pragma once

#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace stagecoach::exchange {

// auto_: not decided yet.
BOOST_DEFINE_ENUM_CLASS(DateOrder, auto_, ymd, mdy, dmy)

// What one value says about the order of day and month.
enum class OrderEvidence { none, either, day_first, month_first };

struct CivilTime {
  Date day;
  std::int64_t ms_of_day = 0;
  bool has_time = false;              // written with a time, even midnight
  std::optional<int> offset_minutes;  // east of UTC; unset: local time of an unnamed zone
  OrderEvidence evidence = OrderEvidence::none;
};

// Reads ISO 8601, slashes, dots and dashes in any order, 2024年3月5日 下午3:05, month names (en,
// de, fr, es, pt), twelve-hour clocks, 20240305, epoch seconds and milliseconds, Excel serial days.
// nullopt: not a date, or not between the years 1900 and 2199. `order` settles 3/4/2024; where the
// value can only be read the other way round, it is, and `evidence` tells.
std::optional<CivilTime> read_date(std::string_view trimmed, DateOrder order);

// Counts over a column.
struct DateVotes {
  size_t read = 0;  // values that are dates under some order
  size_t unreadable = 0;
  size_t day_first = 0;    // can only be day first
  size_t month_first = 0;  // can only be month first
  size_t either = 0;       // both readings are dates
  size_t timed = 0;        // carry a time of day other than midnight
  size_t dotted = 0;       // 5.3.2024: day first by convention
  size_t twelve_hour = 0;  // am/pm: month first by convention

  void add(std::string_view trimmed);
};

enum class OrderCertainty { irrelevant, certain, mixed, guessed };

struct OrderDecision {
  DateOrder order = DateOrder::ymd;
  OrderCertainty certainty = OrderCertainty::irrelevant;
};

// `hint`: what other columns of the file turned out to be; used only where the votes say nothing.
OrderDecision decide_order(const DateVotes& votes, DateOrder hint);

// A time zone by IANA name. Values without an offset are local times of it.
class Zone {
 public:
  // nullptr where the name is unknown; "" and "UTC" are UTC.
  static std::shared_ptr<const Zone> find(std::string_view name);
  ~Zone();

  // The instant, and the local day it falls on. A local time skipped by daylight saving is read
  // with the offset before the gap; one that occurs twice is the first.
  struct Moment {
    Instant at;
    Date local_day;
  };
  Moment resolve(const CivilTime& civil) const;

 private:
  struct Rules;
  explicit Zone(std::unique_ptr<Rules> rules);
  std::unique_ptr<Rules> rules_;  // null: UTC
};

}  // namespace stagecoach::exchange
