#include "sales/deals/views/deal_order.h"

#include <algorithm>
#include <array>

#include "sales/deals/deal_fields.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoSuchSort{
    "deal.no_such_sort",
    "Deals can be sorted by amount, name, expected_close, created, stage_entered, updated, or the "
    "numbers, amounts and days in fields.KEY, with “-” before it for descending.",
    "商机可按 amount、name、expected_close、created、stage_entered、updated，或 fields.键"
    "（数字、金额、日期）排序，前加“-”为降序。"};

// `place`: of the column among those that a list selects.
struct SortColumn {
  std::string_view name;
  std::string_view column;
  int place;
};
constexpr std::array kSorts{
    SortColumn{"amount", "deals.amount_minor", 10},
    SortColumn{"name", "deals.search_text", 19},
    SortColumn{"expected_close", "deals.expected_close", 12},
    SortColumn{"created", "deals.id", 0},
    SortColumn{"stage_entered", "deals.stage_entered_at", 15},
    SortColumn{"updated", "deals.updated_at", 18},
};
constexpr int kValuePlace = 22;

// In a cursor: the deals that hold a value are behind it.
constexpr std::string_view kAmongEmpty = "-";

Error no_such_sort() {
  return {Error::Code::invalid, kNoSuchSort, {{"sort", kNoSuchSort}}};
}

// The field of the organisation's own that is called so, where it has an order. One that is hidden
// from the reader in any pipeline has none for him: the order would tell of it.
const CustomField* sortable(const DealReading& reading, std::string_view name) {
  const auto key = custom_key(name);
  const CustomField* field =
      key ? reading.pipelines.fields().find(FieldRecord::deal, *key) : nullptr;
  if (!field || is_hidden_somewhere(*field, reading.viewer)) return nullptr;
  const bool has_order = field->kind == FieldKind::number || field->kind == FieldKind::money ||
                         field->kind == FieldKind::date;
  return has_order ? field : nullptr;
}

std::vector<Order> by_field(const CustomField& field, bool descending,
                            std::optional<http::ListCursor> cursor) {
  Order filled{OrderPart::filled, "", "v.number", descending, field.id, cursor};
  Order empty{OrderPart::empty, "created", "deals.id", true, field.id, std::nullopt};
  if (!cursor || cursor->text != kAmongEmpty) return {std::move(filled), std::move(empty)};
  empty.cursor = std::move(cursor);
  return {std::move(empty)};
}

}  // namespace

Result<std::vector<Order>> order_of(const DealReading& reading, const DealQuery& query) {
  std::optional<http::ListCursor> cursor;
  if (query.cursor) cursor = TRY(http::read_cursor(*query.cursor, query.sort.value_or("")));
  std::string_view name = query.sort ? std::string_view(*query.sort) : "-created";
  const bool descending = name.starts_with('-');
  if (descending) name.remove_prefix(1);
  if (const CustomField* field = sortable(reading, name))
    return by_field(*field, descending, std::move(cursor));
  const auto* const sort = std::find_if(kSorts.begin(), kSorts.end(),
                                        [&](const SortColumn& each) { return each.name == name; });
  if (sort == kSorts.end()) return no_such_sort();
  return std::vector<Order>{
      {OrderPart::whole, sort->name, sort->column, descending, CustomFieldId(), std::move(cursor)}};
}

std::string_view from_of(const Order& order, bool walking) {
  if (order.part != OrderPart::filled) return " FROM deals";
  // SQLite begins a CROSS JOIN where it is written.
  return walking ? " FROM custom_values v CROSS JOIN deals"
                 : " FROM deals JOIN custom_values v ON v.record_id = deals.id";
}

void add_order(db::SqlText& to, const Order& order, bool walking, int limit) {
  const std::string_view compare = order.descending ? " < " : " > ";
  const std::string_view direction = order.descending ? " DESC" : "";
  const bool by_id = order.by == "created";
  const bool along_values = order.part == OrderPart::filled && walking;
  const std::string_view id = along_values ? "v.record_id" : "deals.id";
  if (order.part == OrderPart::filled)
    to.add("v.record_id = deals.id AND v.place = 0 AND v.number IS NOT NULL AND v.field_id = ")
        .bind(order.field);
  else if (order.part == OrderPart::empty)
    to.add("NOT EXISTS (SELECT 1 FROM custom_values v WHERE v.record_id = deals.id AND ")
        .add("v.field_id = ")
        .bind(order.field)
        .add(")");
  else
    to.add("TRUE");
  if (order.cursor && by_id) {
    to.add(" AND deals.id").add(compare).bind(order.cursor->id);
  } else if (order.cursor) {
    to.add(" AND (").add(order.column).add(", ").add(id).add(")").add(compare).add("(");
    order.by == "name" ? to.bind_text(order.cursor->text) : to.bind(order.cursor->number);
    to.add(", ").bind(order.cursor->id).add(")");
  }
  to.add(" ORDER BY ");
  // What is computed has no index: the few deals that the filters leave are sorted.
  if (order.part == OrderPart::filled && !walking)
    to.add("v.number + 0").add(direction).add(", ");
  else if (!by_id)
    to.add(order.column).add(direction).add(", ");
  to.add(id).add(direction).add(" LIMIT ").add(std::to_string(limit));
}

http::ListCursor cursor_at(const Order& order, const db::Row& row) {
  http::ListCursor cursor;
  cursor.id = row.integer(0);
  if (order.part == OrderPart::empty) {
    cursor.text = kAmongEmpty;
  } else if (order.part == OrderPart::filled) {
    cursor.number = row.integer(kValuePlace);
  } else if (order.by == "name") {
    cursor.text = row.string(19);
  } else {
    const auto* const sort =
        std::find_if(kSorts.begin(), kSorts.end(),
                     [&](const SortColumn& each) { return each.name == order.by; });
    cursor.number = row.integer(sort->place);
  }
  return cursor;
}

}  // namespace stagecoach::sales
