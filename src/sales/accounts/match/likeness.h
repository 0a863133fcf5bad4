// How alike two records are, and why. Pure.
#pragma once

#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

#include "platform/base/phrase.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

enum class AlikeBy {
  name,            // of a company, apart from its legal form
  name_elsewhere,  // and apart from the place in it
  domain,          // the same web site
  phone,
  email,
  name_and_account,  // of a person at one company
  name_and_domain    // whose addresses are of one company
};
BOOST_DESCRIBE_ENUM(AlikeBy, name, name_elsewhere, domain, phone, email, name_and_account,
                    name_and_domain)

struct Likeness {
  int score = 0;  // percent; each further reason adds what of the doubt it takes away
  std::vector<AlikeBy> by;

  bool is_suspicious() const { return score >= 50; }
  // "Same web site; same phone number", in words.
  std::string text(Lang lang) const;
};

Likeness likeness(const Account& a, const Account& b);
Likeness likeness(const Contact& a, const Contact& b);

}  // namespace stagecoach::sales
