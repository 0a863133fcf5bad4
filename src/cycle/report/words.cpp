#include "cycle/report/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "cycle/report/analysis_report.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kCycleKnown{"report.cycle_known",
                             "Half of all deals are closed, won or lost, {median} after they start "
                             "(95% interval {interval}); "
                             "the open ones are counted for as long as they have lasted.",
                             "全部商机中有一半在开始后 {median}内结束（赢单或输单，95% 区间 "
                             "{interval}）；未结束的商机按其已持续的时间计入。"};
constexpr Phrase kCycleNotReached{
    "report.cycle_not_reached",
    "Fewer than half of the deals are closed so far, so the median time to close is not yet known.",
    "目前结束的商机不到一半，因此结束所需时间的中位数尚不可知。"};
constexpr Phrase kCycleTooFew{"report.cycle_too_few",
                              "There are too few timed deals to say how long the cycle takes.",
                              "可计时的商机太少，无法说明销售周期有多长。"};
constexpr Phrase kWonAlone{"report.won_alone", " The won deals alone took {won} at the median.",
                           "仅看赢单，中位数为 {won}。"};
constexpr Phrase kLongest{
    "report.longest",
    "Deals spend most of their time in {stage}: {share} of all waiting. A visit there lasts "
    "{median} "
    "at the median.",
    "商机在“{stage}”停留最久：占全部等待时间的 {share}。每次停留的中位数为 {median}。"};
constexpr Phrase kLongestNoMedian{
    "report.longest_no_median",
    "Deals spend most of their time in {stage}: {share} of all waiting. How long a visit lasts "
    "there "
    "is not yet known.",
    "商机在“{stage}”停留最久：占全部等待时间的 {share}。每次停留多久尚不可知。"};
constexpr Phrase kNoLongest{"report.no_longest", "No time in any stage is known.",
                            "没有任何阶段的停留时间可知。"};
constexpr Phrase kLeakiest{"report.leakiest", "Most deals are lost from {stage}: {lost} of {all}.",
                           "“{stage}”输单最多：全部 {all} 次输单中有 {lost} 次发生在该阶段。"};
constexpr Phrase kAllLostHere{"report.all_lost_here",
                              "Every lost deal, {all} of them, was lost from {stage}.",
                              "全部 {all} 次输单都发生在“{stage}”。"};
constexpr Phrase kNoLeakiest{"report.no_leakiest", "No deal was lost from any stage.",
                             "没有任何阶段发生输单。"};
constexpr Phrase kStillOpen{
    "report.still_open",
    "{share} of the deals are still open {age} after they start; the shaded band is the 95% "
    "interval.",
    "开始 {age}后仍有 {share} 的商机未结束；阴影为 95% 区间。"};
constexpr Phrase kOutcome{
    "report.outcome",
    "{day} days after they start, {won} of the deals are won, {lost} are lost and {open} are still "
    "open.",
    "开始 {day} 天后，{won} 的商机已赢单，{lost} 已输单，{open} 仍未结束。"};
constexpr Phrase kNoCurve{"report.no_curve", "There are too few timed deals to draw this.",
                          "可计时的商机太少，无法绘制此图。"};
constexpr Phrase kNotYetKnown{"report.not_yet_known", "not yet known", "尚不可知"};

std::string decimal(double value, int digits) {
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%.*f", digits, value);
  return out.data();
}

// At most one decimal, and none where it would be a zero or false precision.
std::string compact(double value) {
  if (std::abs(value) >= 100.0) return count_text(std::llround(value));
  const std::string text = decimal(value, 1);
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

enum class Unit { days, hours, minutes };

struct Scaled {
  std::string number;
  Unit unit;
};

Scaled scaled(double days) {
  if (days >= 1.0 || days <= 0.0) return {compact(days), Unit::days};
  if (days * 24.0 >= 1.0) return {compact(days * 24.0), Unit::hours};
  return {compact(days * 24.0 * 60.0), Unit::minutes};
}

std::string_view short_unit(Unit unit, Lang lang) {
  constexpr std::array<std::string_view, 3> kEn{"d", "h", "min"}, kZh{"天", "小时", "分钟"};
  return (lang == Lang::zh ? kZh : kEn)[static_cast<std::size_t>(unit)];
}

std::string text_of(const Phrase& phrase, Lang lang,
                    std::vector<std::pair<std::string, std::string>> args = {}) {
  return Message(phrase, std::move(args)).text(lang);
}

}  // namespace

std::string count_text(std::int64_t count) {
  std::string digits = std::to_string(count);
  const std::ptrdiff_t first = count < 0 ? 1 : 0;
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > first; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string percent_text(double share) {
  return decimal(share * 100.0, 1) + "%";
}

std::string percent_text(const std::optional<double>& share) {
  return share ? percent_text(*share) : std::string(kDash);
}

std::string short_days(double days, Lang lang) {
  const Scaled value = scaled(days);
  return value.number + " " + std::string(short_unit(value.unit, lang));
}

std::string short_days(const std::optional<double>& days, Lang lang) {
  return days ? short_days(*days, lang) : std::string(kDash);
}

std::string long_days(double days, Lang lang) {
  if (lang == Lang::zh) return short_days(days, lang);
  constexpr std::array<std::string_view, 3> kOne{"day", "hour", "minute"};
  const Scaled value = scaled(days);
  const std::string name(kOne[static_cast<std::size_t>(value.unit)]);
  return value.number + " " + name + (value.number == "1" ? "" : "s");
}

std::string interval_days(const Interval& interval, Lang lang) {
  if (!interval.low && !interval.high) return std::string(kDash);
  if (!interval.high)
    return short_days(*interval.low, lang) + " – " + std::string(kNotYetKnown.in(lang));
  if (!interval.low)
    return std::string(kNotYetKnown.in(lang)) + " – " + short_days(*interval.high, lang);
  const Scaled low = scaled(*interval.low), high = scaled(*interval.high);
  if (low.unit == high.unit)
    return low.number + "–" + high.number + " " + std::string(short_unit(high.unit, lang));
  return short_days(*interval.low, lang) + " – " + short_days(*interval.high, lang);
}

std::string interval_percent(const Interval& interval) {
  if (!interval.low || !interval.high) return std::string(kDash);
  return decimal(*interval.low * 100.0, 1) + "–" + decimal(*interval.high * 100.0, 1) + "%";
}

int display_width(std::string_view text) {
  int width = 0;
  const auto length = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, length, c);
    if (c < 0) {
      ++width;  // a broken byte is printed as one replacement character
      continue;
    }
    const int8_t type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const auto east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::string as_of_text(const Analysis& analysis) {
  const Instant as_of = instant_of(analysis.as_of, analysis.unit);
  if (analysis.unit == ClockUnit::days) return to_iso(date_of(as_of));
  std::string text = to_iso(as_of);
  text[text.find('T')] = ' ';
  return text.substr(0, text.size() - 1) + " UTC";
}

std::string cycle_sentence(const Analysis& analysis, Lang lang) {
  const Duration& to_close = analysis.to_close;
  if (to_close.confidence == Confidence::none) return text_of(kCycleTooFew, lang);
  std::string text = to_close.median_days
                         ? text_of(kCycleKnown, lang,
                                   {{"median", long_days(*to_close.median_days, lang)},
                                    {"interval", interval_days(to_close.median_ci95, lang)}})
                         : text_of(kCycleNotReached, lang);
  if (analysis.won_days.median)
    text += text_of(kWonAlone, lang, {{"won", long_days(*analysis.won_days.median, lang)}});
  return text;
}

std::string longest_sentence(const Analysis& analysis, Lang lang) {
  if (!analysis.longest) return text_of(kNoLongest, lang);
  const StageAnalysis& stage = analysis.stages[*analysis.longest];
  const std::string share = percent_text(stage.dwell_share);
  if (!stage.dwell.median_days)
    return text_of(kLongestNoMedian, lang, {{"stage", stage.name}, {"share", share}});
  return text_of(kLongest, lang,
                 {{"stage", stage.name},
                  {"share", share},
                  {"median", long_days(*stage.dwell.median_days, lang)}});
}

std::string leakiest_sentence(const Analysis& analysis, Lang lang) {
  if (!analysis.leakiest) return text_of(kNoLeakiest, lang);
  const StageAnalysis& stage = analysis.stages[*analysis.leakiest];
  std::int64_t all = 0;
  for (const StageAnalysis& other : analysis.stages) all += other.lost_here;
  return text_of(
      stage.lost_here == all ? kAllLostHere : kLeakiest, lang,
      {{"stage", stage.name}, {"lost", count_text(stage.lost_here)}, {"all", count_text(all)}});
}

std::string still_open_sentence(const Analysis& analysis, Lang lang) {
  if (analysis.curve.size() < 2) return text_of(kNoCurve, lang);
  // The point nearest to the middle of what is drawn says most.
  const CurvePoint& point = analysis.curve[analysis.curve.size() / 2];
  return text_of(kStillOpen, lang,
                 {{"share", percent_text(point.open)}, {"age", long_days(point.day, lang)}});
}

std::string outcome_sentence(const Analysis& analysis, Lang lang) {
  const OutcomeByDay* last = nullptr;
  for (const OutcomeByDay& outcome : analysis.outcome_by_day)
    if (outcome.open) last = &outcome;
  if (!last) return text_of(kNoCurve, lang);
  return text_of(kOutcome, lang,
                 {{"day", std::to_string(last->day)},
                  {"won", percent_text(last->won.value)},
                  {"lost", percent_text(last->lost.value)},
                  {"open", percent_text(last->open)}});
}

}  // namespace stagecoach::cycle
