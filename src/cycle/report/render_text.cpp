#include <algorithm>
#include <vector>

#include "cycle/report/render.h"
#include "cycle/report/text_table.h"
#include "cycle/report/words.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kTitle{"report.title", "Sales cycle as of {date}", "销售周期，截至 {date}"};
constexpr Phrase kDeals{"report.deals", "Deals", "商机"};
constexpr Phrase kDealsLine{"report.deals_line",
                            "{total}: {won} won, {lost} lost, {open} still open",
                            "{total}：赢单 {won}，输单 {lost}，未结束 {open}"};
constexpr Phrase kLeftLine{"report.left_line", "; {left} merged, deleted or moved elsewhere",
                           "；{left} 个已合并、删除或移走"};
constexpr Phrase kWinRate{"report.win_rate", "Win rate", "赢率"};
constexpr Phrase kWinRateLine{"report.win_rate_line", "{rate} of the closed deals",
                              "已结束商机的 {rate}"};
constexpr Phrase kCycle{"report.cycle", "Cycle", "周期"};
constexpr Phrase kLongest{"report.longest_label", "Longest", "最久"};
constexpr Phrase kLeakiest{"report.leakiest_label", "Leakiest", "流失最多"};
constexpr Phrase kAge{"report.age", "After", "开始后"};
constexpr Phrase kAgeDays{"report.age_days", "{day} days", "{day} 天"};
constexpr Phrase kWon{"report.won", "Won", "赢单"};
constexpr Phrase kLost{"report.lost", "Lost", "输单"};
constexpr Phrase kOpen{"report.open", "Open", "未结束"};
constexpr Phrase kInterval{"report.interval", "95% interval", "95% 区间"};
constexpr Phrase kStage{"report.stage", "Stage", "阶段"};
constexpr Phrase kVisits{"report.visits", "Visits", "停留次数"};
constexpr Phrase kHere{"report.here", "Now here", "现有"};
constexpr Phrase kMedian{"report.median", "Median", "中位数"};
constexpr Phrase kEightyPercent{"report.p80", "80%", "80%"};
constexpr Phrase kWentOn{"report.went_on", "Went on", "进入后续"};
constexpr Phrase kLostHere{"report.lost_here", "Lost here", "在此输单"};
constexpr Phrase kWentBack{"report.went_back", "Went back", "退回"};
constexpr Phrase kShare{"report.share", "Of all waiting", "占等待时间"};
constexpr Phrase kNotes{"report.notes", "Notes", "注意"};
constexpr Phrase kLowMark{"report.low_mark", "~ rests on fewer than {least} visits.",
                          "~ 依据少于 {least} 次停留。"};

std::string text_of(const Phrase& phrase, Lang lang,
                    std::vector<std::pair<std::string, std::string>> args = {}) {
  return Message(phrase, std::move(args)).text(lang);
}

// Wraps at blanks (English) or anywhere (Chinese) so that the lines under a label stay under it.
std::string wrapped(const std::string& text, int indent) {
  constexpr int kColumnsMax = 96;
  std::string out, line, word;
  const auto flush_word = [&] {
    if (!line.empty() && display_width(line) + display_width(word) > kColumnsMax - indent) {
      while (line.ends_with(' ')) line.pop_back();
      out += line + '\n' + padding(indent);
      line.clear();
    }
    line += word;
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    const std::string_view character(text.data() + at, next - at);
    if (display_width(character) == 2 && !word.empty()) flush_word();
    word += character;
    if (character == " " || display_width(character) == 2) flush_word();
    at = next;
  }
  flush_word();
  return out + line + '\n';
}

std::string summary(const Analysis& analysis, Lang lang) {
  std::string deals = text_of(kDealsLine, lang,
                              {{"total", count_text(analysis.deals.total)},
                               {"won", count_text(analysis.deals.won)},
                               {"lost", count_text(analysis.deals.lost)},
                               {"open", count_text(analysis.deals.open)}});
  if (analysis.deals.left > 0)
    deals += text_of(kLeftLine, lang, {{"left", count_text(analysis.deals.left)}});
  const std::string rate =
      analysis.win_rate ? text_of(kWinRateLine, lang, {{"rate", percent_text(analysis.win_rate)}})
                        : std::string(kDash);
  const std::vector<std::pair<const Phrase*, std::string>> lines{
      {&kDeals, deals},
      {&kWinRate, rate},
      {&kCycle, cycle_sentence(analysis, lang)},
      {&kLongest, longest_sentence(analysis, lang)},
      {&kLeakiest, leakiest_sentence(analysis, lang)}};
  int width = 0;
  for (const auto& [label, text] : lines) width = std::max(width, display_width(label->in(lang)));
  std::string out;
  for (const auto& [label, text] : lines) {
    const std::string name(label->in(lang));
    out += name + padding(width - display_width(name) + 2) + wrapped(text, width + 2);
  }
  return out;
}

std::string outcome_table(const Analysis& analysis, Lang lang) {
  std::vector<std::vector<std::string>> rows;
  rows.push_back({text_of(kAge, lang), text_of(kWon, lang), text_of(kInterval, lang),
                  text_of(kLost, lang), text_of(kInterval, lang), text_of(kOpen, lang)});
  for (const OutcomeByDay& outcome : analysis.outcome_by_day)
    rows.push_back({text_of(kAgeDays, lang, {{"day", std::to_string(outcome.day)}}),
                    percent_text(outcome.won.value), interval_percent(outcome.won.ci95),
                    percent_text(outcome.lost.value), interval_percent(outcome.lost.ci95),
                    percent_text(outcome.open)});
  return aligned(rows, "");
}

std::string stage_table(const Analysis& analysis, Lang lang) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string>& head = rows.emplace_back();
  for (const Phrase* phrase : {&kStage, &kVisits, &kHere, &kMedian, &kInterval, &kEightyPercent,
                               &kWentOn, &kLostHere, &kWentBack, &kShare})
    head.push_back(text_of(*phrase, lang));
  bool any_low = false;
  for (const StageAnalysis& stage : analysis.stages) {
    const bool low = stage.dwell.confidence == Confidence::low;
    any_low = any_low || low;
    rows.push_back({stage.name, count_text(stage.visits), count_text(stage.open),
                    (low ? "~" : "") + short_days(stage.dwell.median_days, lang),
                    interval_days(stage.dwell.median_ci95, lang),
                    short_days(stage.dwell.p80_days, lang), percent_text(stage.went_on()),
                    count_text(stage.lost_here), count_text(stage.went_back),
                    percent_text(stage.dwell_share)});
  }
  std::string out = aligned(rows, "");
  if (any_low) out += text_of(kLowMark, lang, {{"least", std::to_string(kFairFrom)}}) + '\n';
  return out;
}

}  // namespace

std::string render_text(const Analysis& analysis, Lang lang) {
  std::string out = text_of(kTitle, lang, {{"date", as_of_text(analysis)}}) + "\n\n";
  out += summary(analysis, lang);
  if (!analysis.curve.empty()) out += '\n' + outcome_table(analysis, lang);
  if (!analysis.stages.empty()) out += '\n' + stage_table(analysis, lang);
  if (!analysis.warnings.empty()) {
    out += '\n' + text_of(kNotes, lang) + '\n';
    for (const Warning& warning : analysis.warnings)
      out += "  - " + wrapped(warning.message.text(lang), 4);
  }
  return out;
}

}  // namespace stagecoach::cycle
