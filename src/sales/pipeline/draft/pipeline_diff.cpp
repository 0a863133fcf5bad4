#include "sales/pipeline/draft/pipeline_diff.h"

#include <algorithm>

#include "sales/pipeline/draft/pipeline_words.h"

namespace stagecoach::sales {
namespace {

using Kind = PipelineChangeKind;

constexpr Phrase kName{"change.name", "Name: “{before}” → “{after}”",
                       "名称：“{before}” → “{after}”"};
constexpr Phrase kSkip{"change.allow_skip", "Stages may be skipped: {before} → {after}",
                       "允许跳过阶段：{before} → {after}"};
constexpr Phrase kBack{"change.allow_back", "Deals may go back: {before} → {after}",
                       "允许退回：{before} → {after}"};
constexpr Phrase kIdle{"change.idle_after", "Idle after: {before} → {after}",
                       "无动态判定：{before} → {after}"};
constexpr Phrase kAdded{"change.stage_added", "Stage “{stage}” added", "新增阶段“{stage}”"};
constexpr Phrase kRemoved{"change.stage_removed", "Stage “{stage}” removed", "删除阶段“{stage}”"};
constexpr Phrase kMoved{"change.stage_moved", "Stage “{stage}”: place {before} → {after}",
                        "阶段“{stage}”：次序 {before} → {after}"};
constexpr Phrase kRenamed{"change.stage_name", "Stage “{before}” renamed to “{after}”",
                          "阶段“{before}”改名为“{after}”"};
constexpr Phrase kKindOf{"change.stage_kind", "“{stage}”: kind {before} → {after}",
                         "“{stage}”：类型 {before} → {after}"};
constexpr Phrase kProbability{"change.probability", "“{stage}”: probability {before} → {after}",
                              "“{stage}”：赢率 {before} → {after}"};
constexpr Phrase kStandard{"change.standard", "“{stage}”: standard time {before} → {after}",
                           "“{stage}”：标准时长 {before} → {after}"};
constexpr Phrase kGoal{"change.goal", "“{stage}”: goal changed", "“{stage}”：修改目标"};
constexpr Phrase kActivities{"change.key_activities", "“{stage}”: key activities changed",
                             "“{stage}”：修改关键活动"};
constexpr Phrase kGuidance{"change.guidance", "“{stage}”: guidance changed",
                           "“{stage}”：修改指导说明"};
constexpr Phrase kCriterionAdded{"change.criterion_added",
                                 "“{stage}”: exit criterion “{item}” added",
                                 "“{stage}”：新增推进标准“{item}”"};
constexpr Phrase kCriterionRemoved{"change.criterion_removed",
                                   "“{stage}”: exit criterion “{item}” removed",
                                   "“{stage}”：删除推进标准“{item}”"};
constexpr Phrase kCriterionChanged{"change.criterion_changed",
                                   "“{stage}”: exit criterion “{item}”: {before} → {after}",
                                   "“{stage}”：推进标准“{item}”：{before} → {after}"};
constexpr Phrase kCriterionMoved{"change.criterion_moved",
                                 "“{stage}”: exit criterion “{item}”: place {before} → {after}",
                                 "“{stage}”：推进标准“{item}”：次序 {before} → {after}"};
constexpr Phrase kLossReasons{"change.loss_reasons", "Loss reasons: {before} → {after}",
                              "输单原因：{before} → {after}"};
constexpr Phrase kSources{"change.sources", "Sources: {before} → {after}",
                          "来源：{before} → {after}"};

template <class T>
const T* with_key(const std::vector<T>& all, const std::string& key) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const T& t) { return t.key == key; });
  return at == all.end() ? nullptr : &*at;
}

template <class T>
Localized place_of(const std::vector<T>& all, const T& which) {
  const std::string place = std::to_string(&which - all.data() + 1);
  return {place, place};
}

// Those of `after` that are in `before` too but no longer in the same order as the others: all but
// a longest run of them that still stands in its old order.
template <class T>
std::vector<const T*> out_of_order(const std::vector<T>& before, const std::vector<T>& after) {
  std::vector<const T*> common;
  std::vector<std::size_t> old_place;
  for (const T& each : after)
    if (const T* was = with_key(before, each.key)) {
      common.push_back(&each);
      old_place.push_back(static_cast<std::size_t>(was - before.data()));
    }
  std::vector<std::size_t> run(common.size(), 1), previous(common.size(), common.size());
  std::size_t end = common.size();
  for (std::size_t i = 0; i < common.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (old_place[j] < old_place[i] && run[j] + 1 > run[i]) {
        run[i] = run[j] + 1;
        previous[i] = j;
      }
    if (end == common.size() || run[i] > run[end]) end = i;
  }
  std::vector<bool> stays(common.size(), false);
  for (std::size_t at = end; at < common.size(); at = previous[at]) stays[at] = true;
  std::vector<const T*> moved;
  for (std::size_t i = 0; i < common.size(); ++i)
    if (!stays[i]) moved.push_back(common[i]);
  return moved;
}

const Localized& name_of(const Criterion& criterion, Localized& kept) {
  kept = {criterion.key, criterion.key};
  return criterion.label.in(Lang::en).empty() ? kept : criterion.label;
}

class Comparison {
 public:
  Comparison(const Pipeline& before, const Pipeline& after, Currency currency)
      : before_(before), after_(after), currency_(currency) {}

  std::vector<PipelineChange> run() {
    compare_pipeline();
    for (const Stage& stage : before_.stages)
      if (!with_key(after_.stages, stage.key)) about(stage).add(Kind::stage_removed, kRemoved);
    const auto moved = out_of_order(before_.stages, after_.stages);
    for (const Stage& stage : after_.stages) {
      const Stage* was = with_key(before_.stages, stage.key);
      about(stage);
      if (!was) {
        add(Kind::stage_added, kAdded);
        continue;
      }
      if (std::find(moved.begin(), moved.end(), &stage) != moved.end())
        add(Kind::stage_moved, kMoved, place_of(before_.stages, *was),
            place_of(after_.stages, stage));
      compare_stage(*was, stage);
      compare_criteria(was->exit_criteria, stage.exit_criteria);
    }
    return std::move(changes_);
  }

 private:
  Comparison& about(const Stage& stage) {
    stage_key_ = stage.key;
    stage_name_ = stage.name.in(Lang::en).empty() ? Localized{stage.key, stage.key} : stage.name;
    return *this;
  }

  void add(Kind kind, const Phrase& phrase, const Localized& was = {}, const Localized& is = {},
           const Criterion* criterion = nullptr) {
    Localized kept;
    const Localized item = criterion ? name_of(*criterion, kept) : Localized();
    const auto text = [&](Lang lang) {
      return Message(phrase, {{"stage", stage_name_.in(lang)},
                              {"item", item.in(lang)},
                              {"before", was.in(lang)},
                              {"after", is.in(lang)}})
          .text(lang);
    };
    changes_.push_back({kind,
                        stage_key_,
                        criterion ? criterion->key : "",
                        {text(Lang::en), text(Lang::zh)},
                        was,
                        is});
  }

  void compare_pipeline() {
    const Pipeline &a = before_, &b = after_;
    if (a.name != b.name) add(Kind::name, kName, a.name, b.name);
    if (a.allow_skip != b.allow_skip)
      add(Kind::allow_skip, kSkip, words_of(a.allow_skip), words_of(b.allow_skip));
    if (a.allow_back != b.allow_back)
      add(Kind::allow_back, kBack, words_of(a.allow_back), words_of(b.allow_back));
    if (a.idle_after != b.idle_after)
      add(Kind::idle_after, kIdle, words_of(a.idle_after), words_of(b.idle_after));
    if (a.loss_reasons != b.loss_reasons)
      add(Kind::loss_reasons, kLossReasons, words_of(a.loss_reasons), words_of(b.loss_reasons));
    if (a.sources != b.sources)
      add(Kind::sources, kSources, words_of(a.sources), words_of(b.sources));
  }

  void compare_stage(const Stage& a, const Stage& b) {
    if (a.name != b.name) add(Kind::stage_name, kRenamed, a.name, b.name);
    if (a.kind != b.kind) add(Kind::stage_kind, kKindOf, words_of(a.kind), words_of(b.kind));
    if (a.probability != b.probability)
      add(Kind::probability, kProbability, words_of_percent(a.probability),
          words_of_percent(b.probability));
    if (a.standard != b.standard)
      add(Kind::standard, kStandard, words_of(a.standard), words_of(b.standard));
    if (a.goal != b.goal) add(Kind::goal, kGoal, a.goal, b.goal);
    if (a.key_activities != b.key_activities)
      add(Kind::key_activities, kActivities, words_of(a.key_activities),
          words_of(b.key_activities));
    if (a.guidance != b.guidance) add(Kind::guidance, kGuidance, a.guidance, b.guidance);
  }

  void compare_criteria(const std::vector<Criterion>& a, const std::vector<Criterion>& b) {
    for (const Criterion& was : a)
      if (!with_key(b, was.key))
        add(Kind::criterion_removed, kCriterionRemoved, words_of(was, currency_), {}, &was);
    const auto moved = out_of_order(a, b);
    for (const Criterion& is : b) {
      const Criterion* was = with_key(a, is.key);
      if (!was) {
        add(Kind::criterion_added, kCriterionAdded, {}, words_of(is, currency_), &is);
        continue;
      }
      if (std::find(moved.begin(), moved.end(), &is) != moved.end())
        add(Kind::criterion_moved, kCriterionMoved, place_of(a, *was), place_of(b, is), &is);
      if (*was != is)
        add(Kind::criterion_changed, kCriterionChanged, full_words(*was), full_words(is), &is);
    }
  }

  // With the label, which may be all that changed.
  Localized full_words(const Criterion& criterion) const {
    const Localized rule = words_of(criterion, currency_);
    const auto text = [&](Lang lang) {
      return criterion.label.in(lang) + (lang == Lang::zh ? "（" : " (") + rule.in(lang) +
             (lang == Lang::zh ? "）" : ")");
    };
    return {text(Lang::en), text(Lang::zh)};
  }

  const Pipeline& before_;
  const Pipeline& after_;
  Currency currency_;
  std::vector<PipelineChange> changes_;
  std::string stage_key_;
  Localized stage_name_;
};

}  // namespace

std::vector<PipelineChange> changes_between(const Pipeline& before, const Pipeline& after,
                                            Currency currency) {
  return Comparison(before, after, currency).run();
}

}  // namespace stagecoach::sales
