#include "cycle/analysis_warnings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "cycle/report/words.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kNoDeals{"cycle.no_deals",
                          "No deal exists as of this date, so there is nothing to measure.",
                          "截至该日期没有任何商机，因此没有可以衡量的内容。"};
constexpr Phrase kNoDurations{
    "cycle.no_durations",
    "No deal has both a start and a later date, so nothing can be said about time.",
    "没有商机同时具有开始日期和之后的日期，因此无法得出任何关于时间的结论。"};
constexpr Phrase kTooFewDeals{"cycle.too_few_deals",
                              "Deals that can be timed: {count}. Below {least} no median is given.",
                              "可计时的商机：{count} 个。少于 {least} 个时不给出中位数。"};
constexpr Phrase kFewDeals{"cycle.few_deals",
                           "Deals that can be timed: {count}. Take the durations as a rough hint.",
                           "可计时的商机：{count} 个。时长仅供粗略参考。"};
constexpr Phrase kTooFewVisits{
    "cycle.too_few_visits",
    "Stages with fewer than {least} timed visits: {count}. No median is given for them.",
    "可计时停留少于 {least} 次的阶段：{count} 个。不给出它们的中位数。"};
constexpr Phrase kFewVisits{
    "cycle.few_visits",
    "Stages with fewer than {least} timed visits: {count}. Take their medians as a rough hint.",
    "可计时停留少于 {least} 次的阶段：{count} 个。它们的中位数仅供粗略参考。"};
constexpr Phrase kWithoutStart{
    "cycle.without_start",
    "Deals without a start date: {count}. They are counted, but no duration is taken from them.",
    "没有开始日期的商机：{count} 个。它们计入数量，但不参与时长计算。"};
constexpr Phrase kClosedBeforeStart{
    "cycle.closed_before_start",
    "Deals closed before they began: {count}. They count as closed on the day they began; check "
    "their dates.",
    "结束早于开始的商机：{count} 个。按开始当天结束计算；请核对其日期。"};
constexpr Phrase kClosedWithoutDate{
    "cycle.closed_without_date",
    "Deals closed without a date: {count}. They are counted, but no duration is taken from them.",
    "已结束但没有结束日期的商机：{count} 个。它们计入数量，但不参与时长计算。"};
constexpr Phrase kEntryUnknown{
    "cycle.entry_unknown",
    "Visits to a stage without an entry date: {count}. How long they lasted is unknown.",
    "没有进入日期的阶段停留：{count} 次。停留时长未知。"};
constexpr Phrase kOlderThanAnyClose{
    "cycle.older_than_any_close",
    "Open deals older than any deal that was ever closed ({age} days): {count}. They may be "
    "forgotten; close or revive them, because they make every duration look longer.",
    "比任何已结束商机（最长 {age} 天）都更久的未结束商机：{count} 个。它们可能已被遗忘；"
    "请结束或重新激活它们，因为它们会使所有时长显得更长。"};
constexpr Phrase kStageNeverLeft{
    "cycle.stage_never_left",
    "Stages that no deal has ever left: {count}. How long they last is unknown.",
    "从未有商机离开的阶段：{count} 个。其停留时长未知。"};
constexpr Phrase kTooManyStages{
    "cycle.too_many_stages",
    "There are {count} different stages, more than {most}; the figures per stage are left out. Is "
    "the "
    "right column used as the stage?",
    "共有 {count} 个不同的阶段，超过 {most} 个；未给出分阶段数据。作为阶段的列是否选对了？"};

void warn(std::vector<Warning>& warnings, const Phrase& phrase, std::int64_t count,
          std::vector<std::pair<std::string, std::string>> more = {}) {
  if (count <= 0) return;
  more.emplace_back("count", count_text(count));
  warnings.push_back({count, Message(phrase, std::move(more))});
}

void warn_about_deals(std::vector<Warning>& warnings, const Analysis& analysis,
                      const DealTally& deals) {
  const std::int64_t n = analysis.to_close.n;
  if (n == 0)
    warnings.push_back({0, Message(kNoDurations)});
  else if (n < kGivenFrom)
    warn(warnings, kTooFewDeals, n, {{"least", count_text(kGivenFrom)}});
  else if (n < kFairFrom)
    warn(warnings, kFewDeals, n);
  warn(warnings, kWithoutStart, deals.without_start);
  warn(warnings, kClosedBeforeStart, deals.closed_before_start);
  warn(warnings, kClosedWithoutDate, deals.closed_without_date);
}

// Open deals older than the oldest that was ever closed break the assumption that the open ones
// will go the way of the closed.
void warn_about_forgotten(std::vector<Warning>& warnings, ClockUnit unit,
                          const RiskTable& to_close) {
  std::int64_t last_event = -1, older = 0;
  for (const RiskRow& row : to_close.rows) {
    older += row.censored;
    if (row.events() == 0) continue;
    last_event = row.time;
    older = 0;
  }
  if (last_event < 0) return;
  warn(warnings, kOlderThanAnyClose, older,
       {{"age", count_text(last_event / ticks_per_day(unit))}});
}

void warn_about_stages(std::vector<Warning>& warnings, const Analysis& analysis,
                       std::span<const StageTally> stages) {
  std::int64_t too_few = 0, few = 0, never_left = 0, entry_unknown = 0;
  for (const StageAnalysis& stage : analysis.stages) {
    if (stage.dwell.n > 0 && stage.dwell.n < kGivenFrom) ++too_few;
    if (stage.dwell.n >= kGivenFrom && stage.dwell.n < kFairFrom) ++few;
    if (stage.visits > 0 && stage.visits == stage.open) ++never_left;
  }
  for (const StageTally& stage : stages) entry_unknown += stage.entry_unknown;
  warn(warnings, kEntryUnknown, entry_unknown);
  warn(warnings, kStageNeverLeft, never_left);
  warn(warnings, kTooFewVisits, too_few, {{"least", count_text(kGivenFrom)}});
  warn(warnings, kFewVisits, few, {{"least", count_text(kFairFrom)}});
}

}  // namespace

std::vector<Warning> warnings_about(const Analysis& analysis, const DealTally& deals,
                                    std::span<const StageTally> stages, const RiskTable& to_close) {
  std::vector<Warning> warnings;
  if (analysis.deals.total == 0) {
    warnings.push_back({0, Message(kNoDeals)});
    return warnings;
  }
  warn_about_deals(warnings, analysis, deals);
  warn_about_forgotten(warnings, analysis.unit, to_close);
  warn_about_stages(warnings, analysis, stages);
  return warnings;
}

Warning too_many_stages(std::int64_t stages) {
  return {stages, Message(kTooManyStages,
                          {{"count", count_text(stages)}, {"most", count_text(kStagesMax)}})};
}

}  // namespace stagecoach::cycle
