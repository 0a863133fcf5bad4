#include "sales/accounts/match/likeness.h"

#include <array>

#include "sales/accounts/match/match_keys.h"

namespace stagecoach::sales {
namespace {

struct Weight {
  AlikeBy by;
  int percent;  // how often this alone means that they are one
  Phrase phrase;
};
constexpr std::array kWeights{
    Weight{AlikeBy::name, 85, {"alike.name", "same name", "名称相同"}},
    Weight{AlikeBy::name_elsewhere,
           60,
           {"alike.name_elsewhere", "same name but for the place", "除地名外名称相同"}},
    Weight{AlikeBy::domain, 80, {"alike.domain", "same web site", "网站相同"}},
    Weight{AlikeBy::phone, 70, {"alike.phone", "same phone number", "电话相同"}},
    Weight{AlikeBy::email, 95, {"alike.email", "same e-mail address", "邮箱相同"}},
    Weight{AlikeBy::name_and_account,
           85,
           {"alike.name_and_account", "same name at the same account", "同一客户下姓名相同"}},
    Weight{AlikeBy::name_and_domain,
           75,
           {"alike.name_and_domain", "same name and e-mail domain", "姓名与邮箱域名相同"}},
};

const Weight& weight_of(AlikeBy by) {
  for (const Weight& weight : kWeights)
    if (weight.by == by) return weight;
  return kWeights[0];
}

class Evidence {
 public:
  void add_if(bool holds, AlikeBy by) {
    if (!holds) return;
    found_.by.push_back(by);
    doubt_ = doubt_ * (100 - weight_of(by).percent) / 100;
  }
  Likeness result() && {
    found_.score = found_.by.empty() ? 0 : static_cast<int>(100 - doubt_);
    return std::move(found_);
  }

 private:
  Likeness found_;
  double doubt_ = 100;
};

bool is_same(const std::string& a, const std::string& b) {
  return !a.empty() && a == b;
}

}  // namespace

std::string Likeness::text(Lang lang) const {
  std::string words;
  for (const AlikeBy reason : by) {
    if (!words.empty()) words += lang == Lang::zh ? "；" : "; ";
    words += weight_of(reason).phrase.in(lang);
  }
  return words;
}

Likeness likeness(const Account& a, const Account& b) {
  const AccountKeys first(a), second(b);
  const bool same_name = company_key(a.name) == company_key(b.name);
  Evidence evidence;
  evidence.add_if(same_name, AlikeBy::name);
  evidence.add_if(!same_name && first.name == second.name, AlikeBy::name_elsewhere);
  evidence.add_if(is_same(first.domain, second.domain), AlikeBy::domain);
  evidence.add_if(is_same_phone(a.phone, b.phone), AlikeBy::phone);
  return std::move(evidence).result();
}

Likeness likeness(const Contact& a, const Contact& b) {
  const ContactKeys first(a), second(b);
  const bool same_name = is_same(first.name, second.name);
  const bool same_account = a.account_id && a.account_id == b.account_id;
  Evidence evidence;
  evidence.add_if(is_same(first.email, second.email), AlikeBy::email);
  // Colleagues share the number of their company.
  evidence.add_if(is_same_phone(a.phone, b.phone) && (same_name || is_personal_phone(a.phone)),
                  AlikeBy::phone);
  evidence.add_if(same_name && same_account, AlikeBy::name_and_account);
  evidence.add_if(
      same_name && first.email != second.email && is_same(domain_key(a.email), domain_key(b.email)),
      AlikeBy::name_and_domain);
  return std::move(evidence).result();
}

}  // namespace stagecoach::sales
