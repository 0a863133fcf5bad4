// The type of a body, a query or an answer, as the route table remembers it.
#pragma once

#include <typeinfo>

#include "platform/json/json.h"

namespace stagecoach::http {

// Enough of a C++ type to write its JSON schema later. Empty means "none".
struct Shape {
  const std::type_info* type = nullptr;
  json::SchemaFn schema = nullptr;

  explicit operator bool() const { return schema != nullptr; }
};

template <class T>
Shape shape_of() {
  return {&typeid(T), &json::schema_ref<T>};
}

}  // namespace stagecoach::http
