// The organisation's own fields as columns of a file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "platform/base/phrase.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::exchange {

// Those that the viewer sees in some pipeline, in their order.
std::vector<sales::CustomField> columns_for(const sales::CustomFields& fields,
                                            const sales::Viewer& viewer);

// Those of `columns` with these keys, in the order of the keys.
std::vector<sales::CustomField> named(const std::vector<sales::CustomField>& columns,
                                      const std::vector<std::string>& keys);

// As people read it: choices and colleagues by name, an amount with its currency; empty where there
// is no value.
std::string cell_of(const sales::CustomField& field, const sales::FieldValues& values,
                    const std::map<UserId, std::string>& users, Lang lang);

}  // namespace stagecoach::exchange
