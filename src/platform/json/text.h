// JSON put together as text, for documents whose shape is no C++ type.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "platform/json/writer.h"

namespace stagecoach::json {

// `{"a":1}`, member by member. The caller keeps the keys apart.
class ObjectText {
 public:
  // `json` is one JSON value.
  ObjectText& add(std::string_view key, std::string_view json) {
    if (text_.size() > 1) text_.push_back(',');
    append_string(text_, key);
    text_.push_back(':');
    text_.append(json);
    return *this;
  }
  ObjectText& add_text(std::string_view key, std::string_view value) {
    std::string quoted;
    append_string(quoted, value);
    return add(key, quoted);
  }
  ObjectText& add_number(std::string_view key, std::int64_t value) {
    return add(key, std::to_string(value));
  }
  bool empty() const { return text_.size() == 1; }
  std::string text() const { return text_ + '}'; }

 private:
  std::string text_ = "{";
};

// `[1,2]`, value by value.
class ArrayText {
 public:
  ArrayText& add(std::string_view json) {
    if (text_.size() > 1) text_.push_back(',');
    text_.append(json);
    return *this;
  }
  ArrayText& add_text(std::string_view value) {
    std::string quoted;
    append_string(quoted, value);
    return add(quoted);
  }
  bool empty() const { return text_.size() == 1; }
  std::string text() const { return text_ + ']'; }

 private:
  std::string text_ = "[";
};

// The same value over several lines, two blanks a level, for files that people compare; short lists
// of scalars stay on one line. Ends with a line feed. Refuses what Document::parse refuses, but for
// the size.
Result<std::string> pretty(std::string_view json);

}  // namespace stagecoach::json
