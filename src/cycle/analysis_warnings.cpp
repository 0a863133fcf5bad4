#include "cycle/analysis_warnings.h"

#include <algorithm>
#include <string>
#include <utility>

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
                              "Only {count} deals can be timed; below {least} no median is given.",
                              "只有 {count} 个商机可以计时；少于 {least} 个时不给出中位数。"};
constexpr Phrase kFewDeals{"cycle.few_deals",
                           "Only {count} deals can be timed; take the durations as a rough hint.",
                           "只有 {count} 个商机可以计时；时长仅供粗略参考。"};
constexpr Phrase kTooFewVisits{
    "cycle.too_few_visits",
    "{count} stages have fewer than {least} timed visits; no median is given for them.",
    "{count} 个阶段的可计时停留少于 {least} 次；不给出它们的中位数。"};
constexpr Phrase kFewVisits{
    "cycle.few_visits",
    "{count} stages have fewer than {least} timed visits; their medians are a rough hint.",
    "{count} 个阶段的可计时停留少于 {least} 次；它们的中位数仅供粗略参考。"};
constexpr Phrase kWithoutStart{
    "cycle.without_start",
    "{count} deals have no start date; they are counted, but no duration is taken from them.",
    "{count} 个商机没有开始日期；它们计入数量，但不参与时长计算。"};
constexpr Phrase kClosedBeforeStart{
    "cycle.closed_before_start",
    "{count} deals were closed before they began; they count as closed on the day they began. "
    "Check their dates.",
    "{count} 个商机的结束早于开始；按开始当天结束计算。请核对其日期。"};
constexpr Phrase kClosedWithoutDate{
    "cycle.closed_without_date",
    "{count} deals are closed without a date; they are counted, but no duration is taken from "
    "them.",
    "{count} 个商机已结束但没有日期；它们计入数量，但不参与时长计算。"};
constexpr Phrase kEntryUnknown{
    "cycle.entry_unknown",
    "{count} visits to a stage have no entry date; how long they lasted is unknown.",
    "{count} 次阶段停留没有进入日期；停留时长未知。"};
constexpr Phrase kOlderThanAnyClose{
    "cycle.older_than_any_close",
    "{count} open deals are already older than {days} days, the age at which the last deal was "
    "ever "
    "closed. They may be forgotten; close or revive them, for they make every duration look "
    "longer.",
    "{count} 个未结束的商机已超过 {days} 天，而从未有商机在更大的龄期结束。它们可能已被遗忘；"
    "请结束或重新激活它们，因为它们会使所有时长显得更长。"};
constexpr Phrase kStageNeverLeft{
    "cycle.stage_never_left",
    "No deal has ever left {count} of the stages; how long they last is unknown.",
    "有 {count} 个阶段从未有商机离开；其停留时长未知。"};

constexpr Phrase kTooManyStages{
    "cycle.too_many_stages",
    "There are {count} different stages, more than {most}; the figures per stage are left out. Is "
    "the "
    "right column used as the stage?",
    "共有 {count} 个不同的阶段，超过 {most} 个；未给出分阶段数据。作为阶段的列是否选对了？"};

void warn(std::vector<Warning>& warnings, const Phrase& phrase, std::int64_t count,
          std::vector<std::pair<std::string, std::string>> more = {}) {
  if (count <= 0) return;
  more.emplace_back("count", std::to_string(count));
  warnings.push_back({count, Message(phrase, std::move(more))});
}

std::string number(std::int64_t value) {
  return std::to_string(value);
}

void warn_about_deals(std::vector<Warning>& warnings, const Analysis& analysis,
                      const CycleTally& tally) {
  const std::int64_t n = analysis.to_close.n;
  if (n == 0)
    warnings.push_back({0, Message(kNoDurations)});
  else if (n < kGivenFrom)
    warn(warnings, kTooFewDeals, n, {{"least", number(kGivenFrom)}});
  else if (n < kFairFrom)
    warn(warnings, kFewDeals, n);
  warn(warnings, kWithoutStart, tally.deals().without_start);
  warn(warnings, kClosedBeforeStart, tally.deals().closed_before_start);
  warn(warnings, kClosedWithoutDate, tally.deals().closed_without_date);
}

// Open deals older than the oldest that was ever closed break the assumption that the open ones
// will go the way of the closed.
void warn_about_forgotten(std::vector<Warning>& warnings, const CycleTally& tally,
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
       {{"days", number(last_event / ticks_per_day(tally.unit()))}});
}

void warn_about_stages(std::vector<Warning>& warnings, const Analysis& analysis,
                       const CycleTally& tally) {
  std::int64_t too_few = 0, few = 0, never_left = 0, entry_unknown = 0;
  for (const StageAnalysis& stage : analysis.stages) {
    if (stage.dwell.n > 0 && stage.dwell.n < kGivenFrom) ++too_few;
    if (stage.dwell.n >= kGivenFrom && stage.dwell.n < kFairFrom) ++few;
    if (stage.visits > 0 && stage.visits == stage.open) ++never_left;
  }
  for (const StageTally& stage : tally.stages()) entry_unknown += stage.entry_unknown;
  warn(warnings, kEntryUnknown, entry_unknown);
  warn(warnings, kStageNeverLeft, never_left);
  warn(warnings, kTooFewVisits, too_few, {{"least", number(kGivenFrom)}});
  warn(warnings, kFewVisits, few, {{"least", number(kFairFrom)}});
}

}  // namespace

std::vector<Warning> warnings_about(const Analysis& analysis, const CycleTally& tally,
                                    const RiskTable& to_close) {
  std::vector<Warning> warnings;
  if (analysis.deals.total == 0) {
    warnings.push_back({0, Message(kNoDeals)});
    return warnings;
  }
  warn_about_deals(warnings, analysis, tally);
  warn_about_forgotten(warnings, tally, to_close);
  warn_about_stages(warnings, analysis, tally);
  return warnings;
}

Warning too_many_stages(std::int64_t stages) {
  return {stages,
          Message(kTooManyStages, {{"count", number(stages)}, {"most", number(kStagesMax)}})};
}

}  // namespace stagecoach::cycle
