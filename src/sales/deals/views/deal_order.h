// In which order a list of deals comes, and where a page of it ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"
#include "platform/http/list_cursor.h"
#include "sales/deals/views/deal_list.h"

namespace stagecoach::sales {

// By one of the organisation's own fields come the deals that hold a value in it, by the value,
// then the others, by their age: two queries, for each has an index.
enum class OrderPart { whole, filled, empty };

struct Order {
  OrderPart part = OrderPart::whole;
  std::string_view by = "created";  // a name of kSorts; of `whole` alone
  std::string_view column = "deals.id";
  bool descending = true;
  CustomFieldId field;                     // of the other two
  std::optional<http::ListCursor> cursor;  // the last row of the page before, where that is here
};

// What such a part is read from. `walking`: along the index of the order rather than sorting what
// the filters leave.
std::string_view from_of(const Order& order, bool walking);

// The parts that are still to be read, in their order. `invalid`: an unknown sort, or a cursor of
// another list.
Result<std::vector<Order>> order_of(const DealReading& reading, const DealQuery& query);

// Adds a condition, what of the part is behind its cursor, and the order of `limit` rows.
void add_order(db::SqlText& to, const Order& order, bool walking, int limit);

// Where a page ends that ends with this row of the list.
http::ListCursor cursor_at(const Order& order, const db::Row& row);

}  // namespace stagecoach::sales
