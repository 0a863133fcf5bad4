// What two records of one company, or of one person, have in common however each was typed. All
// functions are pure; an empty key means that there is nothing to go by.
#pragma once

#include <string>
#include <string_view>

#include "sales/accounts/account.h"

namespace stagecoach::sales {

// A company's name without its legal form, what stands in parentheses, punctuation and blanks.
// "Acme, Inc." -> "acme"; "蓝湖科技（中国）股份有限公司" -> "蓝湖科技". Something always remains.
std::string company_key(std::string_view name);
// That without the place it begins or ends with, where enough of a name is left.
// "北京蓝湖科技有限公司" -> "蓝湖科技"; "Acme Germany GmbH" -> "acme".
std::string placeless_company_key(std::string_view name);

// Folded, without blanks and punctuation: "Zhang  Wei" -> "zhangwei".
std::string person_key(std::string_view name);

// The domain that a web site or an e-mail address belongs to: "https://www.shop.acme.co.uk/x" ->
// "acme.co.uk", "li@mail.acme.cn" -> "acme.cn". Empty for providers where anybody has a mailbox.
std::string domain_key(std::string_view site_or_email);

std::string email_key(std::string_view email);

// The last eight digits, without the extension: what remains the same whether or not the country
// and the trunk zero were typed. Empty below seven digits.
std::string phone_key(std::string_view phone);
// Whether both are the same number: equal, or one with and one without country or trunk zero.
bool is_same_phone(std::string_view a, std::string_view b);

// Whether a number is one person's own and not a company's: a Chinese mobile number.
bool is_personal_phone(std::string_view phone);

// The keys as the store keeps them.
struct AccountKeys {
  explicit AccountKeys(const Account& account)
      : name(placeless_company_key(account.name)),
        domain(domain_key(account.domain)),
        phone(phone_key(account.phone)) {}
  std::string name, domain, phone;
};

struct ContactKeys {
  explicit ContactKeys(const Contact& contact)
      : name(contact.erased_at ? std::string() : person_key(contact.name)),
        email(email_key(contact.email)),
        phone(phone_key(contact.phone)) {}
  std::string name, email, phone;
};

}  // namespace stagecoach::sales
