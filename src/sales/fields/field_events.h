// What the journal records about the definitions of custom fields.
#pragma once

#include <boost/describe/class.hpp>
#include <string_view>
#include <vector>

#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

struct CustomFieldCreated {
  static constexpr std::string_view kKind = "custom_field.created";
  CustomField field;
};
BOOST_DESCRIBE_STRUCT(CustomFieldCreated, (), (field))

struct CustomFieldChanged {
  static constexpr std::string_view kKind = "custom_field.changed";
  CustomField before;
  CustomField after;
};
BOOST_DESCRIBE_STRUCT(CustomFieldChanged, (), (before, after))

// The fields of one kind of record in their new order.
struct CustomFieldsReordered {
  static constexpr std::string_view kKind = "custom_field.reordered";
  FieldRecord record = FieldRecord::deal;
  std::vector<CustomFieldId> order;
};
BOOST_DESCRIBE_STRUCT(CustomFieldsReordered, (), (record, order))

}  // namespace stagecoach::sales
