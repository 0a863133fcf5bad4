// What accounts and contacts are found by.
#pragma once

#include <string>

#include "platform/base/text_fold.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

inline std::string account_search(const Account& a) {
  return fold(a.name + " " + a.domain);
}
inline std::string contact_search(const Contact& c) {
  return fold(c.name + " " + c.email + " " + c.phone);
}

}  // namespace stagecoach::sales
