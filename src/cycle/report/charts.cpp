#include "cycle/report/charts.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "cycle/report/svg.h"
#include "cycle/report/words.h"

namespace stagecoach::cycle {
namespace {

constexpr double kWidth = 520.0;
constexpr double kRow = 46.0;  // a stage: its name above its bar
constexpr double kBar = 14.0;
constexpr int kNameColumnsMax = 34;

constexpr Phrase kNotYetKnown{"report.chart_not_yet_known", "not yet known", "尚不可知"};
constexpr Phrase kTooFew{"report.chart_too_few", "too few visits", "停留次数太少"};
constexpr Phrase kLostShare{"report.chart_lost", "{share} lost", "输单 {share}"};
constexpr Phrase kAfterStart{"report.chart_after_start", "{unit} after the start",
                             "开始后（{unit}）"};
constexpr Phrase kInStage{"report.chart_in_stage", "{unit} in the stage", "停留（{unit}）"};
constexpr Phrase kWatched{"report.chart_watched", "still watched", "仍在观察"};
constexpr Phrase kWon{"report.chart_won", "Won {share}", "赢单 {share}"};
constexpr Phrase kOpen{"report.chart_open", "Open {share}", "未结束 {share}"};
constexpr Phrase kLost{"report.chart_lost_area", "Lost {share}", "输单 {share}"};
constexpr Phrase kHalf{"report.chart_half", "half closed after {days}", "{days}后一半已结束"};

// Names are data of any length; what does not fit is cut, the table below has it whole.
std::string fitted(const std::string& name) {
  if (display_width(name) <= kNameColumnsMax) return name;
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t next = at + 1;
    while (next < name.size() && (static_cast<unsigned char>(name[next]) & 0xC0) == 0x80) ++next;
    const std::string longer = out + name.substr(at, next - at);
    if (display_width(longer) > kNameColumnsMax - 1) break;
    out = longer;
    at = next;
  }
  return out + "…";
}

// The stages to draw, in pipeline order.
std::vector<const StageAnalysis*> drawn(const Analysis& analysis) {
  std::vector<std::size_t> order(analysis.stages.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return analysis.stages[a].dwell_days > analysis.stages[b].dwell_days;
  });
  order.resize(std::min(order.size(), kStagesDrawnMax));
  std::sort(order.begin(), order.end());
  std::vector<const StageAnalysis*> stages;
  for (const std::size_t s : order) stages.push_back(&analysis.stages[s]);
  return stages;
}

// The furthest that anything of the stage's box reaches, in days.
double reach(const Duration& dwell) {
  double days = 0.0;
  for (const std::optional<double>& value :
       {dwell.median_days, dwell.p75_days, dwell.p80_days, dwell.median_ci95.high})
    if (value) days = std::max(days, *value);
  return days;
}

struct Frame {
  double left, right, top, bottom;
  double days_max;

  double x(double days) const { return left + (right - left) * days / days_max; }
  double y(double share) const { return bottom - (bottom - top) * share; }
};

void draw_time_axis(Svg& svg, const Frame& frame, const TimeAxis& axis, const Phrase& title) {
  for (const double tick : axis.ticks) {
    svg.line({frame.x(tick), frame.top}, {frame.x(tick), frame.bottom}, "grid");
    svg.text({frame.x(tick), frame.bottom + 16}, Anchor::middle, "tick", axis.label(tick));
  }
  svg.text({frame.right, frame.bottom + 34}, Anchor::end, "tick",
           {Message(title, {{"unit", axis.unit.en}}).text(Lang::en),
            Message(title, {{"unit", axis.unit.zh}}).text(Lang::zh)});
}

void draw_share_axis(Svg& svg, const Frame& frame) {
  for (const int percent : {0, 25, 50, 75, 100}) {
    const double y = frame.y(percent / 100.0);
    svg.line({frame.left, y}, {frame.right, y}, "grid");
    svg.text({frame.left - 6, y + 4}, Anchor::end, "tick", std::to_string(percent) + "%");
  }
}

void draw_dwell(Svg& svg, const Frame& frame, double top, const Duration& dwell) {
  const double middle = top + kBar / 2;
  if (!dwell.median_days) return;
  const double right = dwell.p75_days ? frame.x(*dwell.p75_days) : frame.right;
  const double left = frame.x(dwell.p25_days.value_or(0.0));
  svg.rect({left, top}, std::max(1.0, right - left), kBar, "box");
  if (dwell.p80_days) {
    svg.line({right, middle}, {frame.x(*dwell.p80_days), middle}, "whisker");
    svg.line({frame.x(*dwell.p80_days), top + 2}, {frame.x(*dwell.p80_days), top + kBar - 2},
             "whisker");
  }
  const Interval& ci95 = dwell.median_ci95;
  const double low = frame.x(ci95.low.value_or(0.0));
  const double high = ci95.high ? frame.x(*ci95.high) : frame.right;
  svg.rect({low, top + kBar / 2 - 2}, high - low, 4, "interval");
  svg.line({frame.x(*dwell.median_days), top - 3}, {frame.x(*dwell.median_days), top + kBar + 3},
           "median");
}

struct Part {
  std::int64_t count;
  std::string_view css_class;
};

void draw_fate(Svg& svg, double left, double right, double top, const StageAnalysis& stage) {
  const std::int64_t on =
      stage.visits - stage.open - stage.lost_here - stage.went_back - stage.left_here;
  double x = left;
  for (const Part& part : {Part{on, "on"}, Part{stage.open, "open"}, Part{stage.left_here, "left"},
                           Part{stage.went_back, "back"}, Part{stage.lost_here, "lost"}}) {
    if (part.count <= 0) continue;
    const double width =
        (right - left) * static_cast<double>(part.count) / static_cast<double>(stage.visits);
    svg.rect({x, top}, width, kBar, part.css_class);
    x += width;
  }
}

// The estimates hold their value until the next event: a step, not a slope.
void add_step(std::vector<Point>& points, Point next) {
  if (!points.empty()) points.push_back({next.x, points.back().y});
  points.push_back(next);
}

void draw_watched(Svg& svg, const Frame& frame, const Analysis& analysis, const TimeAxis& axis) {
  const double y = frame.bottom + 54;
  svg.text({frame.left, y - 2}, Anchor::start, "tick strong", both(kWatched));
  for (const double tick : axis.ticks) {
    const auto point =
        std::lower_bound(analysis.curve.begin(), analysis.curve.end(), tick - 1e-9,
                         [](const CurvePoint& p, double day) { return p.day < day; });
    if (point == analysis.curve.end()) continue;
    svg.text({frame.x(tick), y + 14}, tick == 0.0 ? Anchor::start : Anchor::middle, "tick",
             count_text(point->at_risk));
  }
}

}  // namespace

std::string dwell_chart(const Analysis& analysis, std::string_view label_id) {
  const std::vector<const StageAnalysis*> stages = drawn(analysis);
  double days_max = 0.0;
  for (const StageAnalysis* stage : stages) days_max = std::max(days_max, reach(stage->dwell));
  const TimeAxis axis = time_axis(days_max > 0.0 ? days_max * 1.04 : 1.0);
  const double height = kRow * static_cast<double>(stages.size());
  const Frame frame{8, kWidth - 16, 4, height + 4, axis.days_max};
  Svg svg(kWidth, height + 46, label_id);
  draw_time_axis(svg, frame, axis, kInStage);
  double top = frame.top;
  for (const StageAnalysis* stage : stages) {
    const Duration& dwell = stage->dwell;
    svg.text({frame.left, top + 14}, Anchor::start, "name", fitted(stage->name));
    Bilingual median = both(dwell.n > 0 && dwell.n < kGivenFrom ? kTooFew : kNotYetKnown);
    if (dwell.median_days)
      median = both([&](Lang lang) { return short_days(dwell.median_days, lang); });
    svg.text({frame.right, top + 14}, Anchor::end, dwell.median_days ? "value" : "tick", median);
    draw_dwell(svg, frame, top + 22, dwell);
    top += kRow;
  }
  return svg.str();
}

std::string fate_chart(const Analysis& analysis, std::string_view label_id) {
  const std::vector<const StageAnalysis*> stages = drawn(analysis);
  Svg svg(kWidth, kRow * static_cast<double>(stages.size()) + 6, label_id);
  const double left = 8, right = kWidth - 16;
  double top = 4;
  for (const StageAnalysis* stage : stages) {
    svg.text({left, top + 14}, Anchor::start, "name", fitted(stage->name));
    if (stage->visits > 0) {
      const double lost =
          static_cast<double>(stage->lost_here) / static_cast<double>(stage->visits);
      svg.text({right, top + 14}, Anchor::end, "value",
               both(kLostShare, {{"share", percent_text(lost)}}));
    }
    svg.rect({left, top + 22}, right - left, kBar, "track");
    if (stage->visits > 0) draw_fate(svg, left, right, top + 22, *stage);
    top += kRow;
  }
  return svg.str();
}

std::string still_open_chart(const Analysis& analysis, std::string_view label_id) {
  const std::vector<CurvePoint>& curve = analysis.curve;
  const TimeAxis axis = time_axis(curve.back().day);
  const Frame frame{46, kWidth - 16, 10, 250, axis.days_max};
  Svg svg(kWidth, 326, label_id);
  draw_share_axis(svg, frame);
  draw_time_axis(svg, frame, axis, kAfterStart);
  std::vector<Point> line, band, lower;
  for (const CurvePoint& point : curve) {
    const double x = frame.x(point.day);
    add_step(line, {x, frame.y(point.open)});
    add_step(band, {x, frame.y(point.open_ci95.high.value_or(point.open))});
    add_step(lower, {x, frame.y(point.open_ci95.low.value_or(point.open))});
  }
  band.insert(band.end(), lower.rbegin(), lower.rend());
  svg.area(band, "band");
  svg.path(line, "curve");
  const std::optional<double>& median = analysis.to_close.median_days;
  if (median && *median <= axis.days_max) {
    const double x = frame.x(*median), y = frame.y(.5);
    svg.line({frame.left, y}, {x, y}, "mark");
    svg.line({x, y}, {x, frame.bottom}, "mark");
    // Left of the median the curve is above the half, right of it below: there is room.
    const bool left = x > frame.left + 180;
    svg.text(left ? Point{x - 8, frame.bottom - 10} : Point{x + 8, y - 8},
             left ? Anchor::end : Anchor::start, "value", both([&](Lang lang) {
               return Message(kHalf, {{"days", long_days(*median, lang)}}).text(lang);
             }));
  }
  draw_watched(svg, frame, analysis, axis);
  return svg.str();
}

std::string outcome_chart(const Analysis& analysis, std::string_view label_id) {
  const std::vector<CurvePoint>& curve = analysis.curve;
  const TimeAxis axis = time_axis(curve.back().day);
  const Frame frame{46, kWidth - 118, 10, 286, axis.days_max};
  Svg svg(kWidth, 326, label_id);
  std::vector<Point> won{{frame.x(0), frame.y(0)}}, open, open_top, lost{{frame.x(0), frame.y(1)}};
  for (const CurvePoint& point : curve) {
    const double x = frame.x(point.day);
    add_step(won, {x, frame.y(point.won)});
    add_step(open, {x, frame.y(point.won)});
    add_step(open_top, {x, frame.y(1.0 - point.lost)});
    add_step(lost, {x, frame.y(1.0 - point.lost)});
  }
  const CurvePoint& last = curve.back();
  won.push_back({frame.x(last.day), frame.y(0)});
  lost.push_back({frame.x(last.day), frame.y(1)});
  open.insert(open.end(), open_top.rbegin(), open_top.rend());
  svg.area(open, "open-area");
  svg.area(won, "won-area");
  svg.area(lost, "lost-area");
  draw_share_axis(svg, frame);
  draw_time_axis(svg, frame, axis, kAfterStart);

  // Directly at the end of each area, pushed apart where an area is too thin for its words.
  const double x = frame.right + 8;
  double won_y = frame.y(last.won / 2), open_y = frame.y((1.0 + last.won - last.lost) / 2);
  double lost_y = frame.y(1.0 - last.lost / 2);
  lost_y = std::clamp(lost_y, frame.top + 6, frame.bottom - 38);
  open_y = std::clamp(open_y, lost_y + 18, frame.bottom - 20);
  won_y = std::clamp(won_y, open_y + 18, frame.bottom);
  svg.text({x, lost_y + 4}, Anchor::start, "lost-words",
           both(kLost, {{"share", percent_text(last.lost)}}));
  svg.text({x, open_y + 4}, Anchor::start, "open-words",
           both(kOpen, {{"share", percent_text(last.open)}}));
  svg.text({x, won_y + 4}, Anchor::start, "won-words",
           both(kWon, {{"share", percent_text(last.won)}}));
  return svg.str();
}

}  // namespace stagecoach::cycle
