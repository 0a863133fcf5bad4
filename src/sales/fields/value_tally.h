// Whether what lists find records by is what the records hold; for the check of the whole state.
#pragma once

#include <cstdint>

#include "platform/db/connection.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

// Adds up what every record holds, in any order, to be compared with what was kept beside them.
class ValueTally {
 public:
  void add(std::int64_t record_id, const FieldValues& values);
  // False where a row is missing, wrong, or nobody's.
  bool is_kept(db::Connection& connection, FieldRecord record) const;

 private:
  std::uint64_t sum_ = 0;
  std::int64_t rows_ = 0;
};

}  // namespace stagecoach::sales
