#include <initializer_list>
#include <utility>
#include <vector>

#include "cycle/report/charts.h"
#include "cycle/report/page_style.h"
#include "cycle/report/render.h"
#include "cycle/report/svg.h"
#include "cycle/report/words.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kTitle{"report.html_title", "Sales cycle", "销售周期"};
constexpr Phrase kAsOf{"report.html_as_of", "As of {date}", "截至 {date}"};
constexpr Phrase kDeals{"report.html_deals", "Deals", "商机"};
constexpr Phrase kDealsDetail{"report.html_deals_detail", "{won} won · {lost} lost · {open} open",
                              "赢单 {won} · 输单 {lost} · 未结束 {open}"};
constexpr Phrase kWinRate{"report.html_win_rate", "Win rate", "赢率"};
constexpr Phrase kWinRateDetail{"report.html_win_rate_detail", "of the {closed} closed deals",
                                "在 {closed} 个已结束商机中"};
constexpr Phrase kMedian{"report.html_median", "Half closed after", "一半结束于"};
constexpr Phrase kMedianDetail{"report.html_median_detail", "95% interval {interval}",
                               "95% 区间 {interval}"};
constexpr Phrase kP80{"report.html_p80", "80% closed after", "80% 结束于"};
constexpr Phrase kP80Detail{"report.html_p80_detail", "won deals alone: median {won}",
                            "仅看赢单：中位数 {won}"};
constexpr Phrase kWaitTitle{"report.html_wait", "Where deals wait", "商机在哪里等待"};
constexpr Phrase kFateTitle{"report.html_fate", "Where deals fall out", "商机在哪里流失"};
constexpr Phrase kOpenTitle{"report.html_still_open", "How long deals stay open",
                            "商机多久仍未结束"};
constexpr Phrase kOutcomeTitle{"report.html_outcome", "What becomes of them", "最终结果如何"};
constexpr Phrase kStageTitle{"report.html_stages", "Stage by stage", "各阶段明细"};
constexpr Phrase kAgeTitle{"report.html_ages", "Won and lost by age", "按时长看赢单与输单"};
constexpr Phrase kAgeSay{"report.html_ages_say",
                         "Of all deals, the open ones included: the share won and lost by each "
                         "age, with its 95% interval.",
                         "全部商机（含未结束）：到各时长为止的赢单与输单比例及其 95% 区间。"};
constexpr Phrase kNotes{"report.html_notes", "Before you rely on this", "使用前请注意"};
constexpr Phrase kSomeDrawn{"report.html_some_drawn",
                            "Drawn: the {drawn} stages with the most waiting, of {all}.",
                            "图中为等待最多的 {drawn} 个阶段（共 {all} 个）。"};
constexpr Phrase kMethodTitle{"report.html_method", "How to read this", "如何阅读"};
constexpr Phrase kMethodOpen{
    "report.html_method_open",
    "Open deals count: each has lasted at least until the date of this report (Kaplan-Meier). "
    "Averaging only the closed ones would make every cycle look shorter than it is.",
    "未结束的商机也计算在内：每个商机至少已持续到报告日期（Kaplan-Meier "
    "方法）。只对已结束的商机取平均会使周期显得比实际更短。"};
constexpr Phrase kMethodCompeting{
    "report.html_method_competing",
    "Winning and losing compete: what was lost can no longer be won, so the shares by age add up "
    "to "
    "100% (Aalen-Johansen).",
    "赢单与输单相互竞争：已输单的商机不会再赢单，因此各时长的比例相加为 "
    "100%（Aalen-Johansen 方法）。"};
constexpr Phrase kMethodInterval{
    "report.html_method_interval",
    "A 95% interval says how far chance alone could move a figure. A dash means the data cannot "
    "tell; figures in grey rest on fewer than {fair} observations, and below {least} none is "
    "given.",
    "95% 区间表示仅由偶然性可能造成的波动。短横线表示数据无法说明；灰色数字依据少于 {fair} "
    "个观测，少于 {least} 个时不给出数字。"};
constexpr Phrase kFooter{"report.html_footer", "Made by Stagecoach.", "由驿程（Stagecoach）生成。"};

constexpr Phrase kStage{"report.html_stage", "Stage", "阶段"};
constexpr Phrase kVisits{"report.html_visits", "Visits", "停留次数"};
constexpr Phrase kHere{"report.html_here", "Now here", "现有"};
constexpr Phrase kMedianHead{"report.html_median_head", "Median", "中位数"};
constexpr Phrase kIntervalHead{"report.html_interval_head", "95% interval", "95% 区间"};
constexpr Phrase kP80Head{"report.html_p80_head", "80% left after", "80% 离开于"};
constexpr Phrase kEntered{"report.html_entered", "Entered", "进入商机"};
constexpr Phrase kWentOn{"report.html_went_on", "Went on", "进入后续"};
constexpr Phrase kLostHere{"report.html_lost_here", "Lost here", "在此输单"};
constexpr Phrase kWentBack{"report.html_went_back", "Went back", "退回"};
constexpr Phrase kShare{"report.html_share", "Of all waiting", "占等待时间"};
constexpr Phrase kAge{"report.html_age", "After", "开始后"};
constexpr Phrase kAgeDays{"report.html_age_days", "{day} days", "{day} 天"};
constexpr Phrase kWon{"report.html_won", "Won", "赢单"};
constexpr Phrase kLost{"report.html_lost", "Lost", "输单"};
constexpr Phrase kStillOpen{"report.html_open", "Still open", "未结束"};
constexpr Phrase kLegendOn{"report.legend_on", "went on or won", "进入后续或赢单"};
constexpr Phrase kLegendOpen{"report.legend_open", "still there", "仍在此阶段"};
constexpr Phrase kLegendBack{"report.legend_back", "went back", "退回"};
constexpr Phrase kLegendLost{"report.legend_lost", "lost", "输单"};
constexpr Phrase kLegendLeft{"report.legend_left", "merged or moved away", "合并或移走"};
constexpr Phrase kLegendBox{"report.legend_box", "middle half of the visits, line to 80%",
                            "中间一半的停留，线至 80%"};
constexpr Phrase kLegendMedian{"report.legend_median", "median and its 95% interval",
                               "中位数及其 95% 区间"};

struct Swatch {
  std::string_view css_class;
  const Phrase* phrase;
};

std::string legend(const std::vector<Swatch>& swatches) {
  std::string out = "<ul class=\"legend\">";
  for (const Swatch& swatch : swatches)
    out += "<li><i class=\"" + std::string(swatch.css_class) + "\"></i>" +
           html(both(*swatch.phrase)) + "</li>";
  return out + "</ul>";
}

std::string tile(const Phrase& label, const Bilingual& figure, const Bilingual& detail) {
  return "<div class=\"tile\"><div class=\"label\">" + html(both(label)) +
         "</div><div class=\"figure\">" + html(figure) + "</div><div class=\"detail\">" +
         html(detail) + "</div></div>\n";
}

std::string tiles(const Analysis& analysis) {
  const Analysis::Deals& deals = analysis.deals;
  const Duration& to_close = analysis.to_close;
  const auto days = [](const std::optional<double>& value) {
    return both([&](Lang lang) { return short_days(value, lang); });
  };
  std::string out = "<section class=\"tiles\">\n";
  out += tile(kDeals, {count_text(deals.total), count_text(deals.total)},
              both(kDealsDetail, {{"won", count_text(deals.won)},
                                  {"lost", count_text(deals.lost)},
                                  {"open", count_text(deals.open)}}));
  const std::string rate = percent_text(analysis.win_rate);
  out += tile(kWinRate, {rate, rate},
              both(kWinRateDetail, {{"closed", count_text(deals.won + deals.lost)}}));
  out += tile(kMedian, days(to_close.median_days), both([&](Lang lang) {
                return Message(kMedianDetail,
                               {{"interval", interval_days(to_close.median_ci95, lang)}})
                    .text(lang);
              }));
  out += tile(kP80, days(to_close.p80_days), both([&](Lang lang) {
                return Message(kP80Detail, {{"won", short_days(analysis.won_days.median, lang)}})
                    .text(lang);
              }));
  return out + "</section>\n";
}

std::string notes(const Analysis& analysis) {
  if (analysis.warnings.empty()) return {};
  std::string out = "<section class=\"notes\"><h2>" + html(both(kNotes)) + "</h2><ul>\n";
  for (const Warning& warning : analysis.warnings)
    out += "<li>" + html(both([&](Lang lang) { return warning.message.text(lang); })) + "</li>\n";
  return out + "</ul></section>\n";
}

// A chart with its title and the sentence that says it in words.
std::string card(std::string_view id, const Phrase& title, const Bilingual& say,
                 const std::string& chart) {
  const std::string name(id);
  return "<figure class=\"card\"><h2>" + html(both(title)) + "</h2><p class=\"say\" id=\"" + name +
         "\">" + html(say) + "</p>\n" + chart + "</figure>\n";
}

std::string stage_charts(const Analysis& analysis) {
  if (analysis.stages.empty()) return {};
  std::string drawn;
  if (analysis.stages.size() > kStagesDrawnMax)
    drawn = "<p class=\"say\">" +
            html(both(kSomeDrawn,
                      {{"drawn", std::to_string(kStagesDrawnMax)},
                       {"all", count_text(static_cast<std::int64_t>(analysis.stages.size()))}})) +
            "</p>";
  std::vector<Swatch> fates{{"sw-on", &kLegendOn}, {"sw-open", &kLegendOpen}};
  std::int64_t left = 0, back = 0;
  for (const StageAnalysis& stage : analysis.stages) {
    left += stage.left_here;
    back += stage.went_back;
  }
  if (left > 0) fates.push_back({"sw-left", &kLegendLeft});
  if (back > 0) fates.push_back({"sw-back", &kLegendBack});
  fates.push_back({"sw-lost", &kLegendLost});
  return "<section class=\"cards\">\n" +
         card("say-wait", kWaitTitle,
              both([&](Lang lang) { return longest_sentence(analysis, lang); }),
              drawn + dwell_chart(analysis, "say-wait") +
                  legend({{"sw-box", &kLegendBox}, {"sw-median", &kLegendMedian}})) +
         card("say-fate", kFateTitle,
              both([&](Lang lang) { return leakiest_sentence(analysis, lang); }),
              drawn + fate_chart(analysis, "say-fate") + legend(fates)) +
         "</section>\n";
}

std::string time_charts(const Analysis& analysis) {
  if (analysis.curve.size() < 2) return {};
  return "<section class=\"cards\">\n" +
         card("say-open", kOpenTitle,
              both([&](Lang lang) { return still_open_sentence(analysis, lang); }),
              still_open_chart(analysis, "say-open")) +
         card("say-outcome", kOutcomeTitle,
              both([&](Lang lang) { return outcome_sentence(analysis, lang); }),
              outcome_chart(analysis, "say-outcome")) +
         "</section>\n";
}

std::string head_row(std::initializer_list<const Phrase*> heads) {
  std::string out = "<thead><tr>";
  for (const Phrase* head : heads) out += "<th scope=\"col\">" + html(both(*head)) + "</th>";
  return out + "</tr></thead>\n<tbody>\n";
}

std::string cell(const std::string& inner, bool low = false) {
  return (low ? "<td class=\"low\">" : "<td>") + inner + "</td>";
}

std::string days_cell(const std::optional<double>& days, bool low) {
  return cell(html(both([&](Lang lang) { return short_days(days, lang); })), low);
}

std::string stage_row(const StageAnalysis& stage) {
  const bool low = stage.dwell.confidence != Confidence::fair;
  const int bar = static_cast<int>(stage.dwell_share * 48.0 + .5);
  return "<tr>" + cell(escaped(stage.name)) + cell(count_text(stage.visits)) +
         cell(count_text(stage.open)) + days_cell(stage.dwell.median_days, low) +
         cell(html(both([&](Lang lang) { return interval_days(stage.dwell.median_ci95, lang); })),
              low) +
         days_cell(stage.dwell.p80_days, low) + cell(count_text(stage.entered_deals)) +
         cell(percent_text(stage.went_on())) + cell(count_text(stage.lost_here)) +
         cell(count_text(stage.went_back)) +
         cell("<i class=\"share\" style=\"width:" + std::to_string(bar) + "px\"></i>" +
              percent_text(stage.dwell_share)) +
         "</tr>\n";
}

std::string stage_table(const Analysis& analysis) {
  if (analysis.stages.empty()) return {};
  std::string out = "<section class=\"card wide\"><h2>" + html(both(kStageTitle)) +
                    "</h2><div class=\"scroll\" tabindex=\"0\"><table>";
  out += head_row({&kStage, &kVisits, &kHere, &kMedianHead, &kIntervalHead, &kP80Head, &kEntered,
                   &kWentOn, &kLostHere, &kWentBack, &kShare});
  for (const StageAnalysis& stage : analysis.stages) out += stage_row(stage);
  return out + "</tbody></table></div></section>\n";
}

std::string age_table(const Analysis& analysis) {
  if (analysis.curve.empty()) return {};
  std::string out = "<section class=\"card wide\"><h2>" + html(both(kAgeTitle)) +
                    "</h2><p class=\"say\">" + html(both(kAgeSay)) +
                    "</p><div class=\"scroll\" tabindex=\"0\"><table>";
  out += head_row({&kAge, &kWon, &kIntervalHead, &kLost, &kIntervalHead, &kStillOpen});
  for (const OutcomeByDay& outcome : analysis.outcome_by_day)
    out += "<tr>" + cell(html(both(kAgeDays, {{"day", std::to_string(outcome.day)}}))) +
           cell(percent_text(outcome.won.value)) + cell(interval_percent(outcome.won.ci95)) +
           cell(percent_text(outcome.lost.value)) + cell(interval_percent(outcome.lost.ci95)) +
           cell(percent_text(outcome.open)) + "</tr>\n";
  return out + "</tbody></table></div></section>\n";
}

std::string method() {
  std::string out = "<section class=\"card wide method\"><h2>" + html(both(kMethodTitle)) + "</h2>";
  out += "<p>" + html(both(kMethodOpen)) + "</p><p>" + html(both(kMethodCompeting)) + "</p><p>" +
         html(both(kMethodInterval,
                   {{"fair", std::to_string(kFairFrom)}, {"least", std::to_string(kGivenFrom)}})) +
         "</p></section>\n";
  return out;
}

std::string head(const Analysis& analysis, Lang lang) {
  const bool zh = lang == Lang::zh;
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(tag_of(lang)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                    "content=\"width=device-width,initial-scale=1\">\n<title>" +
                    std::string(kTitle.in(lang)) + " · " + escaped(as_of_text(analysis)) +
                    "</title>\n<style>" + std::string(kPageStyle) + "</style>\n</head>\n<body>\n";
  out += std::string(
             "<input class=\"switch\" type=\"radio\" name=\"language\" id=\"to-en\" "
             "aria-label=\"English\"") +
         (zh ? "" : " checked") +
         ">\n<input class=\"switch\" type=\"radio\" name=\"language\" id=\"to-zh\" "
         "aria-label=\"中文\"" +
         (zh ? " checked" : "") + ">\n<main class=\"page\">\n";
  out += "<header><div><h1>" + html(both(kTitle)) + "</h1><p class=\"as-of\">" +
         html(both(kAsOf, {{"date", as_of_text(analysis)}})) +
         "</p></div><div class=\"languages\"><label for=\"to-en\" lang=\"en\">English</label>"
         "<label for=\"to-zh\" lang=\"zh-CN\">中文</label></div></header>\n";
  return out;
}

}  // namespace

std::string render_html(const Analysis& analysis, Lang lang) {
  return head(analysis, lang) + tiles(analysis) + notes(analysis) + stage_charts(analysis) +
         time_charts(analysis) + stage_table(analysis) + age_table(analysis) + method() +
         "<footer>" + html(both(kFooter)) + "</footer>\n</main>\n</body>\n</html>\n";
}

}  // namespace stagecoach::cycle
