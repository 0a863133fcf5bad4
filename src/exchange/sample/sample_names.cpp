#include "exchange/sample/sample_names.h"

#include <array>

namespace stagecoach::exchange {
namespace {

using Words = std::array<std::string_view, 24>;

constexpr Words kCompanyEn = {"Northwind",  "Bluelake",   "Harrow",      "Castlegate",  "Meridian",
                              "Oakfield",   "Silverpine", "Kestrel",     "Brightwater", "Longmere",
                              "Fairhaven",  "Redstone",   "Ashdown",     "Wexford",     "Tidewell",
                              "Copperhill", "Larkspur",   "Stonebridge", "Eastvale",    "Hollowell",
                              "Marlowe",    "Quayside",   "Ferncliff",   "Summerton"};
constexpr Words kCompanyZh = {"智行", "蓝湖", "云帆", "恒信", "华晟", "博远", "鼎新", "瑞丰",
                              "中联", "天启", "启航", "万象", "宏图", "金石", "海川", "星辰",
                              "东方", "盛世", "绿源", "锦程", "安达", "凯旋", "龙腾", "众合"};
constexpr std::array<std::string_view, 8> kTradeEn = {
    "Logistics", "Foods", "Robotics", "Medical", "Textiles", "Energy", "Instruments", "Retail"};
constexpr std::array<std::string_view, 8> kTradeZh = {"物流", "食品", "机器人", "医疗",
                                                      "纺织", "能源", "仪器",   "零售"};
constexpr std::array<std::string_view, 4> kFormEn = {"Ltd", "Inc", "Group", "Partners"};
constexpr std::array<std::string_view, 4> kFormZh = {"科技有限公司", "股份有限公司", "集团",
                                                     "有限公司"};
constexpr std::array<std::string_view, 12> kCityZh = {
    "北京", "上海", "深圳", "杭州", "成都", "武汉", "南京", "苏州", "西安", "青岛", "广州", "宁波"};

constexpr std::array<std::string_view, 20> kGivenEn = {
    "Alice", "Ben",  "Clara", "Daniel", "Emma",   "Felix", "Grace", "Henry", "Isla", "Jack",
    "Karen", "Liam", "Mia",   "Noah",   "Olivia", "Peter", "Quinn", "Rosa",  "Sam",  "Tessa"};
constexpr std::array<std::string_view, 20> kFamilyEn = {
    "Adams", "Baker", "Carter", "Dixon",  "Evans", "Foster", "Graham", "Hughes", "Irving", "Jones",
    "Kelly", "Lewis", "Mason",  "Norris", "Owens", "Price",  "Reed",   "Shaw",   "Turner", "Walsh"};
constexpr std::array<std::string_view, 20> kFamilyZh = {"王", "李", "张", "刘", "陈", "杨", "黄",
                                                        "赵", "周", "吴", "徐", "孙", "马", "朱",
                                                        "胡", "郭", "何", "林", "高", "罗"};
constexpr std::array<std::string_view, 20> kGivenZh = {
    "伟", "芳", "娜", "敏",   "静",   "磊",   "洋",   "艳",   "勇",   "军",
    "杰", "涛", "明", "晓燕", "志强", "丽华", "建国", "雨晴", "子轩", "思远"};

template <class List>
std::string word(SampleRandom& random, const List& list) {
  return std::string(random.pick(list));
}

}  // namespace

std::string company_name(SampleRandom& random, Lang lang) {
  if (lang == Lang::zh)
    return word(random, kCityZh) + word(random, kCompanyZh) + word(random, kTradeZh) +
           word(random, kFormZh);
  return word(random, kCompanyEn) + " " + word(random, kTradeEn) + " " + word(random, kFormEn);
}

std::string person_name(SampleRandom& random, Lang lang) {
  if (lang == Lang::zh) return word(random, kFamilyZh) + word(random, kGivenZh);
  return word(random, kGivenEn) + " " + word(random, kFamilyEn);
}

std::string job_title(SampleRandom& random, Lang lang, bool decides) {
  constexpr std::array<std::string_view, 4> decidesEn = {"Managing Director", "CFO", "COO",
                                                         "Head of Operations"};
  constexpr std::array<std::string_view, 4> decidesZh = {"总经理", "财务总监", "运营总监",
                                                         "采购总监"};
  constexpr std::array<std::string_view, 4> worksEn = {"Project Manager", "IT Manager", "Buyer",
                                                       "Plant Engineer"};
  constexpr std::array<std::string_view, 4> worksZh = {"项目经理", "信息部经理", "采购专员",
                                                       "工程师"};
  if (lang == Lang::zh) return decides ? word(random, decidesZh) : word(random, worksZh);
  return decides ? word(random, decidesEn) : word(random, worksEn);
}

std::string phone_number(SampleRandom& random, Lang lang) {
  // Numbers that nobody has: 0100–0199 after 555, and a mobile prefix that is not given out.
  if (lang == Lang::zh) {
    std::string number = "100";
    for (int i = 0; i < 8; ++i) number += static_cast<char>('0' + random.below(10));
    return number;
  }
  std::string number = "+1 202-555-01";
  for (int i = 0; i < 2; ++i) number += static_cast<char>('0' + random.below(10));
  return number;
}

std::vector<SampleProduct> sample_products(Lang lang) {
  if (lang == Lang::zh)
    return {{"产线控制平台", "LC-100", 260'000}, {"仓储管理系统", "WM-200", 180'000},
            {"设备预测维护", "PM-300", 150'000}, {"质量追溯套件", "QT-400", 90'000},
            {"能耗分析", "EA-500", 60'000},      {"实施服务包", "SV-600", 40'000}};
  return {{"Line Control", "LC-100", 260'000},           {"Warehouse Suite", "WM-200", 180'000},
          {"Predictive Maintenance", "PM-300", 150'000}, {"Quality Trace", "QT-400", 90'000},
          {"Energy Insight", "EA-500", 60'000},          {"Onboarding Package", "SV-600", 40'000}};
}

std::vector<std::string> team_names(Lang lang) {
  if (lang == Lang::zh) return {"华北团队", "华东团队", "华南团队"};
  return {"North", "East", "South"};
}

std::string deal_name(SampleRandom& random, Lang lang, const std::string& company,
                      const std::string& product) {
  constexpr std::array<std::string_view, 4> whatEn = {"pilot", "rollout", "renewal", "expansion"};
  constexpr std::array<std::string_view, 4> whatZh = {"试点", "推广项目", "续约", "扩容"};
  if (lang == Lang::zh) return company + " " + product + word(random, whatZh);
  return company + " – " + product + " " + word(random, whatEn);
}

std::string next_step_subject(SampleRandom& random, Lang lang, int position) {
  constexpr std::array<std::string_view, 6> en = {"Find the right contact",
                                                  "Call with a reason that is about them",
                                                  "Needs interview",
                                                  "Demo of their three pains",
                                                  "Answer the open objection with a reference",
                                                  "Agree the closing plan"};
  constexpr std::array<std::string_view, 6> zh = {"找到合适的联系人", "以客户关心的理由致电",
                                                  "进行需求访谈",     "针对三个痛点做演示",
                                                  "用案例回应异议",   "商定成交计划"};
  const auto at = static_cast<std::size_t>(position) % en.size();
  (void)random;
  return std::string(lang == Lang::zh ? zh[at] : en[at]);
}

}  // namespace stagecoach::exchange
