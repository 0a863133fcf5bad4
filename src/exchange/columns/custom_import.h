// The organisation's own fields, as an import may fill them. A value; shared, never changed.
#pragma once

#include <map>
#include <string>

#include "sales/fields/custom_field.h"

namespace stagecoach::exchange {

struct CustomImport {
  std::vector<sales::CustomField> fields;  // in use, and the importer's to change in any pipeline
  std::map<std::string, UserId> users;     // by folded name

  // nullptr: there is none.
  const sales::CustomField* by_key(std::string_view key) const;
  // By its key or what it is called in either language, folded.
  const sales::CustomField* by_name(std::string_view column) const;
};

}  // namespace stagecoach::exchange
