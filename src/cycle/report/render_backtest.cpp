#include "cycle/report/render_backtest.h"

#include <fmt/format.h>

#include "cycle/report/text_table.h"
#include "platform/json/json.h"

namespace stagecoach::cycle {

BOOST_DESCRIBE_ENUM(Verdict, too_little, no_signal, signal)

struct BinReport {
  double predicted = 0, happened = 0;
  std::int64_t cases = 0;
};
BOOST_DESCRIBE_STRUCT(BinReport, (), (predicted, happened, cases))

struct HorizonReport {
  int days = 0;
  std::int64_t cases = 0, deals = 0;
  std::optional<double> happened, brier, brier_of_stage_rate, brier_of_base_rate, better, z,
      calibration_error, area_under_curve, brier_of_close;
  Verdict verdict = Verdict::too_little;
  std::vector<BinReport> reliability;
};
BOOST_DESCRIBE_STRUCT(HorizonReport, (),
                      (days, cases, deals, happened, brier, brier_of_stage_rate, brier_of_base_rate,
                       better, z, calibration_error, area_under_curve, brier_of_close, verdict,
                       reliability))

struct CloseReport {
  std::int64_t cases = 0;
  std::optional<double> mean_miss_days, within80;
};
BOOST_DESCRIBE_STRUCT(CloseReport, (), (cases, mean_miss_days, within80))

struct BacktestReport {
  std::int64_t months = 0, silent = 0;
  std::vector<HorizonReport> horizons;
  CloseReport close;
};
BOOST_DESCRIBE_STRUCT(BacktestReport, (), (months, silent, horizons, close))

namespace {

constexpr Phrase kTitle{"backtest.title",
                        "Predictions made at the first of {months} months, and what became of them",
                        "在 {months} 个月的月初作出预测，并与实际结果对照"};
constexpr Phrase kWithin{"backtest.within", "Won within", "多久内赢单"};
constexpr Phrase kDays{"backtest.days", "{days} days", "{days} 天"};
constexpr Phrase kCases{"backtest.cases", "Predictions", "预测数"};
constexpr Phrase kHappened{"backtest.happened", "Came true", "实际发生"};
constexpr Phrase kBrier{"backtest.brier", "Brier", "Brier 分数"};
constexpr Phrase kStageRate{"backtest.stage_rate", "of stage rate", "阶段赢率的"};
constexpr Phrase kBaseRate{"backtest.base_rate", "of base rate", "总体赢率的"};
constexpr Phrase kOff{"backtest.off", "Off by", "校准误差"};
constexpr Phrase kAuc{"backtest.auc", "AUC", "AUC"};
constexpr Phrase kOfClose{"backtest.of_close", "Brier of closing", "结束的 Brier"};
constexpr Phrase kSignal{"backtest.signal", "{days} days: {better}% better than the rates alone.",
                         "{days} 天：比只看赢率好 {better}%。"};
constexpr Phrase kNoSignal{
    "backtest.no_signal",
    "{days} days: no signal. These data do not tell more than the rates do; trust those.",
    "{days} 天：没有信号。这些数据不比赢率说明更多，请以赢率为准。"};
constexpr Phrase kTooLittle{
    "backtest.too_little",
    "{days} days: cannot tell yet. {cases} predictions could be scored, {least} are needed.",
    "{days} 天：尚无法判断。可评分的预测有 {cases} 个，至少需要 {least} 个。"};
constexpr Phrase kClose{
    "backtest.close",
    "Of {cases} predictions for deals that were won, the likely day missed by {miss} days on "
    "average, and {within}% closed within the range that should hold 80%.",
    "在 {cases} 个最终赢单的预测中，最可能日期平均相差 {miss} 天，{within}% "
    "落在应覆盖 80% 的区间内。"};
constexpr Phrase kSilent{"backtest.silent",
                         "{count} predictions were not made: too little known, or no precedent.",
                         "有 {count} 次未作预测：信息太少或没有先例。"};

std::string figure(const std::optional<double>& value, int digits) {
  return value ? fmt::format("{:.{}f}", *value, digits) : "–";
}

std::string percent(const std::optional<double>& share) {
  return share ? fmt::format("{:.0f}%", 100 * *share) : "–";
}

HorizonReport report_of(const HorizonScore& score) {
  HorizonReport report{score.days,
                       score.cases,
                       score.deals,
                       score.happened,
                       score.brier,
                       score.brier_of_stage_rate,
                       score.brier_of_base_rate,
                       score.better,
                       score.z,
                       score.calibration_error,
                       score.area_under_curve,
                       score.brier_of_close,
                       score.verdict,
                       {}};
  for (const CalibrationBin& bin : score.bins)
    report.reliability.push_back({bin.predicted, bin.happened, bin.cases});
  return report;
}

}  // namespace

std::string backtest_json(const Backtest& result) {
  BacktestReport report{result.months,
                        result.silent,
                        {},
                        {result.close.cases, result.close.mean_miss_days, result.close.within80}};
  for (const HorizonScore& score : result.horizons) report.horizons.push_back(report_of(score));
  return json::write(report) + "\n";
}

Message verdict_sentence(const HorizonScore& score) {
  const std::string days = std::to_string(score.days);
  switch (score.verdict) {
    case Verdict::signal:
      return {kSignal, {{"days", days}, {"better", figure(100 * score.better.value_or(0), 0)}}};
    case Verdict::no_signal:
      return {kNoSignal, {{"days", days}}};
    case Verdict::too_little:
      break;
  }
  return {kTooLittle,
          {{"days", days},
           {"cases", std::to_string(score.cases)},
           {"least", std::to_string(kScoredFrom)}}};
}

std::string backtest_text(const Backtest& result, Lang lang) {
  const auto say = [lang](const Message& message) { return message.text(lang); };
  std::vector<std::vector<std::string>> rows{{say(kWithin), say(kCases), say(kHappened),
                                              say(kBrier), say(kStageRate), say(kBaseRate),
                                              say(kOff), say(kAuc), say(kOfClose)}};
  for (const HorizonScore& score : result.horizons)
    rows.push_back({say({kDays, {{"days", std::to_string(score.days)}}}),
                    std::to_string(score.cases), percent(score.happened), figure(score.brier, 4),
                    figure(score.brier_of_stage_rate, 4), figure(score.brier_of_base_rate, 4),
                    figure(score.calibration_error, 3), figure(score.area_under_curve, 3),
                    figure(score.brier_of_close, 3)});
  std::string out = say({kTitle, {{"months", std::to_string(result.months)}}}) + "\n\n";
  out += aligned(rows, "") + "\n";
  for (const HorizonScore& score : result.horizons) out += say(verdict_sentence(score)) + "\n";
  if (result.close.cases > 0)
    out += say({kClose,
                {{"cases", std::to_string(result.close.cases)},
                 {"miss", figure(result.close.mean_miss_days, 1)},
                 {"within", figure(100 * result.close.within80.value_or(0), 0)}}}) +
           "\n";
  if (result.silent > 0) out += say({kSilent, {{"count", std::to_string(result.silent)}}}) + "\n";
  return out;
}

}  // namespace stagecoach::cycle
