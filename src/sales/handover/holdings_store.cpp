#include "sales/handover/holdings_store.h"

namespace stagecoach::sales {

Holdings holdings_of(db::Connection& connection, UserId user) {
  constexpr std::string_view kCount =
      "SELECT "
      "(SELECT count(*) FROM deals WHERE owner_id = $1 AND deleted_at IS NULL "
      "AND status < 2), "
      "(SELECT count(*) FROM deals WHERE owner_id = $1 AND deleted_at IS NULL "
      "AND status >= 2), "
      "(SELECT count(*) FROM accounts WHERE owner_id = $1 AND deleted_at IS NULL), "
      "(SELECT count(*) FROM contacts WHERE owner_id = $1 AND deleted_at IS NULL), "
      "(SELECT count(*) FROM activities WHERE owner_id = $1 AND deleted_at IS NULL "
      "AND done_at IS NULL)";
  return *connection.first(
      kCount,
      [](const db::Row& row) {
        return Holdings{row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                        row.integer(4)};
      },
      user);
}

}  // namespace stagecoach::sales
