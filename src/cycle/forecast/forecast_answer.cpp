#include "cycle/forecast/forecast_answer.h"

#include <algorithm>
#include <cmath>

#include "cycle/forecast/worth_ahead.h"

namespace stagecoach::cycle {
namespace {

using sales::ForecastCategory;
using sales::ForecastDeal;
using sales::StageKind;

constexpr Phrase kOver{"forecast.over", "This period is over: what was closed in it stays.",
                       "该周期已结束，仅显示已成交金额。"};
constexpr Phrase kTooLittle{
    "forecast.too_little",
    "Too few deals have been won or lost to predict. {count} of a pipeline are needed; until then "
    "the probabilities of the stages are all there is.",
    "已赢单或输单的商机太少，尚无法预测；每条销售流程至少需要 {count} "
    "个，此前只能参考阶段赢率。"};
constexpr Phrase kNoSignal{
    "forecast.no_signal",
    "The stages tell little of who is won in the end: about {rate}% are, whichever stage they are "
    "in. The range rests on that base rate and on how long deals take.",
    "各阶段几乎不能区分最终能否赢单：无论处于哪个阶段，约 {rate}% "
    "会赢单。此区间依据该基准赢率及成交所需时间得出。"};
constexpr Phrase kUntold{
    "forecast.untold",
    "{count} open deals are older than any precedent or of a pipeline with too little history; "
    "they are not in the range.",
    "有 {count} 个进行中的商机已无先例可循，或所属流程历史数据过少，未计入区间。"};

constexpr Phrase kReached{"forecast.reached",
                          "The target is reached: nothing is missing for open deals to cover.",
                          "目标已达成，无需再由进行中的商机补足。"};

std::int64_t rounded(double minor) {
  return static_cast<std::int64_t>(std::llround(minor));
}

struct Pipeline {
  std::shared_ptr<const PipelineColumns> columns;
  std::shared_ptr<const PipelineModel> model;
  PeriodChances chances;

  bool predicts() const { return model->decided() >= kPredictsFrom; }
};

class Gathering {
 public:
  Gathering(const ForecastInput& input, Predictions& predictions) : input_(input) {
    now_ = std::chrono::floor<std::chrono::seconds>(input.now).time_since_epoch().count();
    for (const auto& columns : input.columns) {
      const auto model = predictions.model_of(columns, now_);
      pipelines_.emplace(columns->pipeline->id.value,
                         Pipeline{columns, model, PeriodChances(*model, input.days)});
    }
  }

  ForecastAnswer answer() {
    answer_.period = input_.period.key;
    answer_.first = input_.period.first;
    answer_.last = input_.period.last;
    answer_.as_of = input_.now;
    answer_.currency = input_.currency.code();
    for (const ForecastDeal& deal : input_.deals) add(deal);
    for (const sales::ForecastTarget& target : input_.targets) aim(target);
    for (const auto& [currency, deals] : others_)
      answer_.other_currencies.push_back({currency, deals});
    finish(answer_.total, total_);
    finish_rows();
    look_ahead();
    return std::move(answer_);
  }

 private:
  struct Sums {
    ForecastFigures figures;
    double by_probability = 0, weighted = 0;
    bool is_weighted = false;
    std::optional<std::int64_t> target;
  };

  bool is_due(const ForecastDeal& deal) const {
    return deal.status == StageKind::won ||
           (deal.expected_close && input_.period.holds(*deal.expected_close));
  }

  void add(const ForecastDeal& deal) {
    if (deal.amount && deal.amount->currency != input_.currency) {
      if (is_due(deal)) ++others_[std::string(deal.amount->currency.code())];
      return;
    }
    const std::int64_t minor = deal.amount ? deal.amount->minor : 0;
    Sums& owner = owners_[deal.owner.value];
    Sums& team = teams_[deal.team.value];
    const auto each = [&](auto&& f) {
      f(total_);
      f(owner);
      f(team);
    };
    if (is_due(deal)) each([&](Sums& sums) { add_due(sums, deal, minor); });
    if (deal.status == StageKind::won) return;
    if (!deal.expected_close) {
      ++answer_.undated;
    } else if (*deal.expected_close < input_.period.first) {
      ++answer_.overdue.deals;
      answer_.overdue.minor += minor;
    }
    if (input_.days.to_end <= 0) return;
    const std::optional<double> chance = chance_of(deal);
    if (!chance) {
      ++answer_.outlook.untold.deals;
      answer_.outlook.untold.minor += minor;
      return;
    }
    ++answer_.outlook.told;
    each([&](Sums& sums) {
      sums.is_weighted = true;
      sums.weighted += static_cast<double>(minor) * *chance;
    });
    if (minor > 0 && *chance > 0) open_.push_back({static_cast<double>(minor), *chance});
  }

  // What people are to win adds up; a team's target is its own.
  void aim(const sales::ForecastTarget& target) {
    if (!target.amount || target.amount->currency != input_.currency) return;
    const std::int64_t minor = target.amount->minor;
    if (target.team_id) {
      teams_[target.team_id->value].target = minor;
      if (input_.team == target.team_id) total_.target = minor;
      return;
    }
    owners_[target.owner_id->value].target = minor;
    if (!input_.team) total_.target = total_.target.value_or(0) + minor;
  }

  void add_due(Sums& sums, const ForecastDeal& deal, std::int64_t minor) const {
    const auto count = [&](ForecastSum& sum) {
      ++sum.deals;
      sum.minor += minor;
    };
    ForecastFigures& figures = sums.figures;
    if (deal.status == StageKind::won) return count(figures.closed);
    const int probability = probability_of(deal);
    sums.by_probability += static_cast<double>(minor) * probability / 100;
    switch (deal.category.value_or(sales::category_by(deal.status, probability))) {
      case ForecastCategory::omitted:
        return count(figures.omitted);
      case ForecastCategory::pipeline:
        return count(figures.pipeline);
      case ForecastCategory::best_case:
        return count(figures.best_case);
      case ForecastCategory::commit:
        return count(figures.commit);
    }
  }

  int probability_of(const ForecastDeal& deal) const {
    if (deal.probability) return *deal.probability;
    const sales::Pipeline* pipeline = input_.pipelines.find(deal.pipeline);
    const sales::Stage* stage = pipeline ? pipeline->find(deal.stage) : nullptr;
    return stage ? stage->probability : 0;
  }

  std::optional<double> chance_of(const ForecastDeal& deal) {
    const auto at = pipelines_.find(deal.pipeline.value);
    if (at == pipelines_.end()) return std::nullopt;
    const auto& numbers = at->second.columns->number_of;
    const auto number = numbers.find(static_cast<std::int32_t>(deal.stage.value));
    if (number == numbers.end() || number->second < 0) return std::nullopt;
    const std::int64_t entered =
        std::chrono::floor<std::chrono::seconds>(deal.stage_entered_at).time_since_epoch().count();
    return at->second.chances.of(
        {number->second, deal.again, std::max<std::int64_t>(0, now_ - entered) / kSecondsPerDay});
  }

  static void finish(ForecastFigures& into, const Sums& sums) {
    into = sums.figures;
    into.commit_and_better = into.closed.minor + into.commit.minor;
    into.best_case_and_better = into.commit_and_better + into.best_case.minor;
    into.pipeline_and_better = into.best_case_and_better + into.pipeline.minor;
    into.by_probability = rounded(sums.by_probability);
    if (sums.is_weighted) into.weighted = rounded(sums.weighted);
    into.target = sums.target;
    if (!sums.target) return;
    into.coverage = sales::coverage(into.pipeline_and_better - into.closed.minor, *sums.target,
                                    into.closed.minor);
    into.target_reached = *sums.target <= into.closed.minor;
  }

  static bool has_anything(const ForecastFigures& figures) {
    return figures.omitted.deals + figures.pipeline.deals + figures.best_case.deals +
                   figures.commit.deals + figures.closed.deals >
               0 ||
           figures.weighted.value_or(0) > 0 || figures.target;
  }

  template <class Row>
  static void sort_rows(std::vector<Row>& rows) {
    const auto worth = [](const Row& row) { return row.closed.minor + row.weighted.value_or(0); };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
      if (worth(a) != worth(b)) return worth(a) > worth(b);
      return a.pipeline_and_better > b.pipeline_and_better;
    });
  }

  void finish_rows() {
    for (const auto& [id, sums] : owners_) {
      OwnerForecast row;
      finish(row, sums);
      row.owner_id = UserId(id);
      if (has_anything(row)) answer_.owners.push_back(std::move(row));
    }
    for (const auto& [id, sums] : teams_) {
      TeamForecast row;
      finish(row, sums);
      if (id != 0) row.team_id = sales::TeamId(id);
      if (has_anything(row)) answer_.teams.push_back(std::move(row));
    }
    sort_rows(answer_.owners);
    sort_rows(answer_.teams);
    if (answer_.owners.size() > kForecastRows) {
      answer_.owners_left_out = static_cast<std::int64_t>(answer_.owners.size() - kForecastRows);
      answer_.owners.resize(kForecastRows);
    }
  }

  std::optional<double> base_rate() const {
    sales::PastResult all;
    for (const auto& [pipeline, result] : input_.past) {
      all.won += result.won;
      all.lost += result.lost;
    }
    return all.won_share();
  }

  // Of the pipelines whose model predicts; the deals to come are added to `coming`.
  std::optional<NotYetCreated> not_yet_created(std::vector<ToCome>& coming) const {
    DealSelection selection;
    selection.viewer = &input_.viewer;
    selection.owner = input_.owner;
    selection.team = input_.team;
    std::optional<NotYetCreated> found;
    for (const auto& [id, pipeline] : pipelines_) {
      const double per_day = begun_per_day(*pipeline.columns, selection, now_);
      const std::optional<double> won = pipeline.chances.not_created(per_day);
      if (!won) continue;
      if (!found) found.emplace();
      found->begun_per_30_days += 30 * per_day;
      found->won += *won;
      const auto past = input_.past.find(id);
      const std::optional<double> mean =
          past == input_.past.end() ? std::nullopt : past->second.mean_minor();
      if (!mean) continue;
      coming.push_back({*won, *mean});
      found->minor = found->minor.value_or(0) + rounded(*won * *mean);
    }
    return found;
  }

  void look_ahead() {
    ForecastOutlook& outlook = answer_.outlook;
    outlook.base_rate = base_rate();
    if (answer_.total.target_reached) outlook.notes.push_back(Message(kReached).text(input_.lang));
    const auto note = [&](const Message& message) {
      outlook.notes.push_back(message.text(input_.lang));
    };
    if (input_.days.to_end <= 0) {
      outlook.silence = ForecastSilence::over;
      return note(kOver);
    }
    const bool predicts = std::any_of(pipelines_.begin(), pipelines_.end(),
                                      [](const auto& each) { return each.second.predicts(); });
    if (!predicts) {
      outlook.silence = ForecastSilence::too_little;
      return note({kTooLittle, {{"count", std::to_string(kPredictsFrom)}}});
    }
    std::vector<ToCome> coming;
    outlook.not_yet_created = not_yet_created(coming);
    const Spread spread = spread_of(std::move(open_), coming);
    const auto with_closed = [&](double minor) {
      return answer_.total.closed.minor + rounded(minor);
    };
    outlook.range = ForecastRange{with_closed(spread.low80), with_closed(spread.low50),
                                  with_closed(spread.middle), with_closed(spread.high50),
                                  with_closed(spread.high80)};
    outlook.no_signal = std::none_of(pipelines_.begin(), pipelines_.end(), [](const auto& each) {
      const Pipeline& pipeline = each.second;
      return pipeline.predicts() &&
             pipeline.chances.stages_tell(pipeline.columns->pipeline->open_stages());
    });
    if (outlook.no_signal && outlook.base_rate)
      note({kNoSignal, {{"rate", std::to_string(std::lround(100 * *outlook.base_rate))}}});
    if (outlook.untold.deals > 0)
      note({kUntold, {{"count", std::to_string(outlook.untold.deals)}}});
  }

  const ForecastInput& input_;
  std::int64_t now_ = 0;
  std::map<std::int64_t, Pipeline> pipelines_;
  Sums total_;
  std::map<std::int64_t, Sums> owners_, teams_;  // by id
  std::map<std::string, std::int64_t> others_;
  std::vector<Chance> open_;
  ForecastAnswer answer_;
};

}  // namespace

ForecastAnswer forecast_of(const ForecastInput& input, Predictions& predictions) {
  return Gathering(input, predictions).answer();
}

}  // namespace stagecoach::cycle
