// The API as an OpenAPI 3.1 document, derived from the route table and the described types.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "platform/http/router.h"

namespace stagecoach::http {

struct ApiInfo {
  std::string_view title = "Stagecoach";
  std::string_view version = {};
  std::string_view description = {};
  std::string_view session_cookie = "stagecoach";
  std::map<std::string_view, std::string_view> tags = {};  // a tag of the routes -> what it holds
};

// The document, indented, ending with a line feed; the same table always gives the same text (paths
// in alphabetical order, methods in the order get, put, post, patch, delete), so that it can be
// checked in and compared.
//
// Bodies, queries and answers come from the routes' shapes: a query's members become parameters,
// and a type that requests and responses share is named <Type>Input in requests, where it may leave
// out and may not add fields. Writes take Idempotency-Key, and If-Match where the path names a
// record. Every refusal is a Problem. `x-rule` names the route's rule.
std::string openapi_document(const Router& router, const ApiInfo& info);

}  // namespace stagecoach::http
