#include "exchange/columns/stage_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

template <size_t N>
bool is_one_of(const std::string& folded, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

constexpr std::array<std::string_view, 37> kWon = {"won",
                                                   "win",
                                                   "wins",
                                                   "closedwon",
                                                   "closewon",
                                                   "closedwin",
                                                   "wonclosed",
                                                   "dealwon",
                                                   "wondeal",
                                                   "opportunitywon",
                                                   "successful",
                                                   "success",
                                                   "converted",
                                                   "closedsuccessful",
                                                   "closedsuccessfully",
                                                   "orderwon",
                                                   "signedwon",
                                                   "赢单",
                                                   "已赢单",
                                                   "赢",
                                                   "成交",
                                                   "已成交",
                                                   "成单",
                                                   "已成单",
                                                   "成功",
                                                   "赢单关闭",
                                                   "关闭赢单",
                                                   "结单赢单",
                                                   "赢单结束",
                                                   "签约成功",
                                                   "成交客户",
                                                   "胜单",
                                                   "赢得",
                                                   "已赢",
                                                   "closedwon100",
                                                   "gewonnen",
                                                   "gagné"};

constexpr std::array<std::string_view, 54> kLost = {"lost",
                                                    "loss",
                                                    "closedlost",
                                                    "closelost",
                                                    "lostclosed",
                                                    "deallost",
                                                    "opportunitylost",
                                                    "dead",
                                                    "dropped",
                                                    "cancelled",
                                                    "canceled",
                                                    "closedcancelled",
                                                    "closedcanceled",
                                                    "cancel",
                                                    "abandoned",
                                                    "disqualified",
                                                    "closeddisqualified",
                                                    "unqualified",
                                                    "rejected",
                                                    "declined",
                                                    "failed",
                                                    "failure",
                                                    "unsuccessful",
                                                    "closedunsuccessful",
                                                    "closednotwon",
                                                    "notwon",
                                                    "churned",
                                                    "nodecision",
                                                    "closednodecision",
                                                    "withdrawn",
                                                    "输单",
                                                    "已输单",
                                                    "输",
                                                    "丢单",
                                                    "已丢单",
                                                    "失败",
                                                    "已失败",
                                                    "流失",
                                                    "已流失",
                                                    "无效",
                                                    "已无效",
                                                    "取消",
                                                    "已取消",
                                                    "放弃",
                                                    "已放弃",
                                                    "战败",
                                                    "输单关闭",
                                                    "关闭输单",
                                                    "结单输单",
                                                    "终止",
                                                    "已终止",
                                                    "无效关闭",
                                                    "verloren",
                                                    "perdu"};

constexpr std::array<std::string_view, 10> kCensored = {
    "deleted", "merged", "duplicate", "archived", "已删除",
    "删除",    "已合并", "合并",      "作废",     "已作废"};

constexpr std::array<std::string_view, 19> kPlainOpen = {
    "open",    "opened",  "inprogress", "ongoing", "active", "new",  "pending",
    "working", "current", "alive",      "进行中",  "跟进中", "打开", "未关闭",
    "开放",    "正常",    "活跃",       "未成交",  "未结单"};

struct Position {
  std::string_view part;  // of the folded name
  int position;
};

// The first part found decides, so the more telling parts stand first.
constexpr std::array<Position, 62> kPositions = {{
    {"negotiat", 80},    {"谈判", 80},         {"商务", 80},      {"议价", 80},
    {"contract", 86},    {"合同", 86},         {"verbal", 88},    {"commit", 88},
    {"closing", 90},     {"成交", 90},         {"签约", 90},      {"签单", 90},
    {"signature", 90},   {"signed", 92},       {"order", 92},     {"下单", 92},
    {"payment", 95},     {"付款", 95},         {"回款", 95},      {"legal", 84},
    {"procurement", 84}, {"approval", 82},     {"审批", 82},      {"decisionmaker", 60},
    {"decision", 78},    {"决策", 78},         {"objection", 75}, {"异议", 75},
    {"perception", 62},  {"quote", 70},        {"quotation", 70}, {"pricing", 70},
    {"报价", 70},        {"投标", 70},         {"proposal", 65},  {"proposed", 65},
    {"方案", 62},        {"presentation", 58}, {"poc", 60},       {"试用", 60},
    {"trial", 60},       {"evaluation", 58},   {"demo", 55},      {"演示", 55},
    {"value", 52},       {"solution", 54},     {"analysis", 48},  {"需求", 40},
    {"needs", 40},       {"discovery", 38},    {"scheduled", 34}, {"qualif", 30},
    {"资格", 30},        {"验证", 30},         {"engag", 25},     {"contact", 20},
    {"接触", 20},        {"联系", 20},         {"prospect", 10},  {"lead", 5},
    {"线索", 5},         {"new", 6},
}};

}  // namespace

StageKind stage_kind_of(std::string_view name) {
  const std::string folded = fold_name(name);
  if (folded.empty()) return StageKind::open;
  if (is_one_of(folded, kWon)) return StageKind::won;
  if (is_one_of(folded, kLost)) return StageKind::lost;
  if (is_one_of(folded, kCensored)) return StageKind::censored;
  // "Closed Won - Renewal", "06 Closed Lost", "结束-赢单": both words, whatever surrounds them.
  const auto has = [&folded](std::string_view part) { return folded.find(part) != folded.npos; };
  if (has("closedwon") || has("赢单")) return StageKind::won;
  if (has("closedlost") || has("输单") || has("丢单")) return StageKind::lost;
  // Leading numbers order the stages in many systems: "7. Won", "7-Lost".
  const size_t first = folded.find_first_not_of("0123456789");
  if (first != 0 && first != folded.npos) return stage_kind_of(folded.substr(first));
  return StageKind::open;
}

int usual_position(std::string_view stage) {
  const std::string folded = fold_name(stage);
  for (const Position& known : kPositions)
    if (folded.find(known.part) != folded.npos) return known.position;
  return 50;
}

bool is_plain_open(std::string_view status) {
  return is_one_of(fold_name(status), kPlainOpen);
}

}  // namespace stagecoach::exchange
