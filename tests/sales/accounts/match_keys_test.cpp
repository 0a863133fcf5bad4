// What two records of one company, or of one person, have in common: by real pairs.
#include <gmock/gmock.h>

#include "sales/accounts/match/likeness.h"
#include "sales/accounts/match/match_keys.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CompanyKey, IsTheNameWithoutItsLegalForm) {
  EXPECT_EQ(company_key("Acme, Inc."), "acme");
  EXPECT_EQ(company_key("ACME  Incorporated"), "acme");
  EXPECT_EQ(company_key("The Acme Company Ltd"), "acme");
  EXPECT_EQ(company_key("Größe & Söhne GmbH & Co. KG"), "grossesohne");
  EXPECT_EQ(company_key("Telefónica, S.A."), "telefonica");
  EXPECT_EQ(company_key("McDonald's"), "mcdonalds");
  EXPECT_EQ(company_key("GTX Pro"), company_key("ＧＴＸＰｒｏ"));
  EXPECT_EQ(company_key("华为技术有限公司"), "华为技术");
  EXPECT_EQ(company_key("蓝湖科技（中国）股份有限公司"), "蓝湖科技");
  EXPECT_EQ(company_key("海尔集团公司"), "海尔");
  EXPECT_EQ(company_key("腾讯控股有限公司"), "腾讯");
  EXPECT_EQ(company_key("小米集团"), "小米");
}

TEST(CompanyKey, LeavesSomethingOfEveryName) {
  EXPECT_EQ(company_key("集团"), "集团");
  EXPECT_EQ(company_key("Limited"), "limited");
  EXPECT_EQ(company_key("（中国）"), "中国");
  EXPECT_EQ(company_key("★"), "★");
  EXPECT_EQ(placeless_company_key("北京银行"), "北京银行");
  EXPECT_EQ(placeless_company_key("中国移动"), "中国移动");
  EXPECT_EQ(placeless_company_key("China"), "china");
}

TEST(CompanyKey, SetsThePlaceAsideWhereEnoughIsLeft) {
  EXPECT_EQ(placeless_company_key("北京蓝湖科技有限公司"), "蓝湖科技");
  EXPECT_EQ(placeless_company_key("深圳市大疆创新科技有限公司"), "大疆创新科技");
  EXPECT_EQ(placeless_company_key("西门子能源中国"), "西门子能源");
  EXPECT_EQ(placeless_company_key("Acme Germany GmbH"), "acme");
}

TEST(DomainKey, IsTheDomainOfTheCompany) {
  EXPECT_EQ(domain_key("https://www.shop.acme.co.uk/x?y"), "acme.co.uk");
  EXPECT_EQ(domain_key("li@mail.acme.cn"), "acme.cn");
  EXPECT_EQ(domain_key("WWW.Acme.com:8080"), "acme.com");
  EXPECT_EQ(domain_key("acme.com.cn"), "acme.com.cn");
  EXPECT_EQ(domain_key("li@qq.com"), "");
  EXPECT_EQ(domain_key("li@gmail.com"), "");
  EXPECT_EQ(domain_key("localhost"), "");
  EXPECT_EQ(domain_key(".com"), "");
  EXPECT_EQ(domain_key(""), "");
}

TEST(PhoneKey, IsTheSameHoweverMuchOfTheNumberWasTyped) {
  EXPECT_EQ(phone_key("+86 138 0013 8000"), phone_key("13800138000"));
  EXPECT_EQ(phone_key("+49 (30) 555-0100 ext. 12"), phone_key("030 5550100"));
  EXPECT_EQ(phone_key("021-6888 1234 转 801"), phone_key("+862168881234"));
  EXPECT_EQ(phone_key("110"), "");
  EXPECT_TRUE(is_same_phone("+86 138 0013 8000", "13800138000"));
  EXPECT_TRUE(is_same_phone("0049 30 5550100", "030 5550100"));
  EXPECT_FALSE(is_same_phone("13800138000", "13900138000"));
  EXPECT_FALSE(is_same_phone("", ""));
  EXPECT_TRUE(is_personal_phone("+8613800138000"));
  EXPECT_FALSE(is_personal_phone("021-68881234"));
}

Account account(std::string name, std::string domain = {}, std::string phone = {}) {
  Account made;
  made.name = std::move(name);
  made.domain = std::move(domain);
  made.phone = std::move(phone);
  return made;
}

Contact contact(std::string name, std::string email, std::string phone,
                std::optional<AccountId> at = {}) {
  Contact made;
  made.name = std::move(name);
  made.email = std::move(email);
  made.phone = std::move(phone);
  made.account_id = at;
  return made;
}

TEST(LikenessOfAccounts, GrowsWithEachReason) {
  const Likeness name = likeness(account("Acme Inc"), account("acme"));
  EXPECT_THAT(name.by, ElementsAre(AlikeBy::name));
  EXPECT_TRUE(name.is_suspicious());
  const Likeness both =
      likeness(account("Acme Inc", "acme.com"), account("acme", "https://acme.com"));
  EXPECT_GT(both.score, name.score);
  EXPECT_LE(both.score, 100);
  EXPECT_EQ(both.text(Lang::en), "same name; same web site");
  EXPECT_EQ(both.text(Lang::zh), "名称相同；网站相同");
  const Likeness elsewhere =
      likeness(account("上海蓝湖科技有限公司"), account("蓝湖科技（北京）有限公司"));
  EXPECT_THAT(elsewhere.by, ElementsAre(AlikeBy::name_elsewhere));
  EXPECT_LT(elsewhere.score, name.score);
  EXPECT_THAT(likeness(account("Acme"), account("Globex")).by, IsEmpty());
  EXPECT_EQ(likeness(account("Acme"), account("Globex")).score, 0);
}

TEST(LikenessOfContacts, ANameAloneSaysNothing) {
  const AccountId acme(1), globex(2);
  EXPECT_FALSE(
      likeness(contact("张伟", "", "", acme), contact("张伟", "", "", globex)).is_suspicious());
  EXPECT_THAT(likeness(contact("张 伟", "", "", acme), contact("张伟", "", "", acme)).by,
              ElementsAre(AlikeBy::name_and_account));
  EXPECT_THAT(likeness(contact("Zhang Wei", "wei@acme.cn", ""),
                       contact("zhang wei", "zhang.wei@mail.acme.cn", ""))
                  .by,
              ElementsAre(AlikeBy::name_and_domain));
  EXPECT_FALSE(
      likeness(contact("Wei", "a@qq.com", ""), contact("Wei", "b@qq.com", "")).is_suspicious());
  EXPECT_THAT(likeness(contact("Wei", "A@acme.cn", ""), contact("Zhang Wei", "a@acme.cn", "")).by,
              ElementsAre(AlikeBy::email));
}

TEST(LikenessOfContacts, ColleaguesShareTheNumberOfTheirCompany) {
  EXPECT_FALSE(likeness(contact("Li", "", "021-68881234"), contact("Wei", "", "021-68881234"))
                   .is_suspicious());
  EXPECT_THAT(likeness(contact("Li", "", "13800138000"), contact("L. Li", "", "13800138000")).by,
              ElementsAre(AlikeBy::phone));
}

}  // namespace
}  // namespace stagecoach::sales
