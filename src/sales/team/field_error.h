// A value that cannot be saved, named by its field.
#pragma once

#include <string>

#include "platform/base/result.h"

namespace stagecoach::sales {

inline Error field_error(std::string field, Message why) {
  static constexpr Phrase kFieldsWrong{
      "record.fields_wrong", "Some fields cannot be saved as they are.", "部分字段无法保存。"};
  return Error(Error::Code::invalid, kFieldsWrong, {{std::move(field), std::move(why)}});
}

}  // namespace stagecoach::sales
