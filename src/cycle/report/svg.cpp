#include "cycle/report/svg.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "cycle/report/words.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kDays{"report.axis_days", "days", "天"};
constexpr Phrase kHours{"report.axis_hours", "hours", "小时"};
constexpr Phrase kMinutes{"report.axis_minutes", "minutes", "分钟"};

std::string_view name_of(Anchor anchor) {
  switch (anchor) {
    case Anchor::start:
      return "start";
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      break;
  }
  return "end";
}

// The smallest step that needs at most six ticks: weeks, months and years for days, round numbers
// for the rest.
double round_step(double length, bool days) {
  constexpr std::array<double, 13> kDaySteps{1, 2, 5, 7, 10, 14, 30, 60, 90, 120, 180, 365, 730};
  const double least = length / 6.0;
  if (days)
    for (const double step : kDaySteps)
      if (step >= least) return step;
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * power >= least) return step * power;
  return 10.0 * power;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        // Control characters may not stand in a page at all.
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

Bilingual both(const Phrase& phrase, std::vector<std::pair<std::string, std::string>> args) {
  const Message message(phrase, std::move(args));
  return {message.text(Lang::en), message.text(Lang::zh)};
}

std::string html(const Bilingual& text) {
  if (text.en == text.zh) return escaped(text.en);
  return "<span class=\"en\" lang=\"en\">" + escaped(text.en) +
         "</span><span class=\"zh\" lang=\"zh-CN\">" + escaped(text.zh) + "</span>";
}

Svg::Svg(double width, double height, std::string_view label_id) {
  out_ = "<svg role=\"img\" aria-labelledby=\"";
  out_ += label_id;
  out_ += "\" viewBox=\"0 0 ";
  number(width);
  out_ += ' ';
  number(height);
  out_ += "\">";
}

void Svg::number(double value) {
  std::array<char, 32> text{};
  const double tenth = std::round(value * 10.0) / 10.0;
  std::snprintf(text.data(), text.size(), "%.10g", tenth == 0.0 ? 0.0 : tenth);
  out_ += text.data();
}

void Svg::attribute(std::string_view name, double value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  number(value);
  out_ += '"';
}

void Svg::line(Point from, Point to, std::string_view css_class) {
  out_ += "<line class=\"" + std::string(css_class) + "\"";
  attribute("x1", from.x);
  attribute("y1", from.y);
  attribute("x2", to.x);
  attribute("y2", to.y);
  out_ += "/>";
}

void Svg::rect(Point corner, double width, double height, std::string_view css_class) {
  out_ += "<rect class=\"" + std::string(css_class) + "\"";
  attribute("x", corner.x);
  attribute("y", corner.y);
  attribute("width", std::max(0.0, width));
  attribute("height", std::max(0.0, height));
  out_ += "/>";
}

void Svg::points(std::span<const Point> points) {
  out_ += " points=\"";
  for (const Point& point : points) {
    number(point.x);
    out_ += ',';
    number(point.y);
    out_ += ' ';
  }
  out_ += "\"/>";
}

void Svg::area(std::span<const Point> outline, std::string_view css_class) {
  out_ += "<polygon class=\"" + std::string(css_class) + "\"";
  points(outline);
}

void Svg::path(std::span<const Point> line_points, std::string_view css_class) {
  out_ += "<polyline fill=\"none\" class=\"" + std::string(css_class) + "\"";
  points(line_points);
}

void Svg::open_text(Point at, Anchor anchor, std::string_view css_class) {
  out_ += "<text class=\"" + std::string(css_class) + "\" text-anchor=\"" +
          std::string(name_of(anchor)) + "\"";
  attribute("x", at.x);
  attribute("y", at.y);
  out_ += '>';
}

void Svg::text(Point at, Anchor anchor, std::string_view css_class, const Bilingual& words) {
  if (words.en == words.zh) return text(at, anchor, css_class, words.en);
  open_text(at, anchor, css_class);
  out_ += "<tspan class=\"en\" lang=\"en\">" + escaped(words.en) +
          "</tspan><tspan class=\"zh\" lang=\"zh-CN\">" + escaped(words.zh) + "</tspan></text>";
}

void Svg::text(Point at, Anchor anchor, std::string_view css_class, std::string_view words) {
  open_text(at, anchor, css_class);
  out_ += escaped(words) + "</text>";
}

TimeAxis time_axis(double days_max) {
  TimeAxis axis;
  const bool days = !(days_max < 2.0);
  const bool hours = !days && days_max * 24.0 >= 2.0;
  axis.unit = both(days ? kDays : hours ? kHours : kMinutes);
  axis.unit_days = days ? 1.0 : hours ? 1.0 / 24.0 : 1.0 / 1440.0;
  const double length = std::max(days_max / axis.unit_days, 1e-3);
  const double step = round_step(length, days);
  for (int i = 0; step * i <= length * 1.0001; ++i) axis.ticks.push_back(step * i * axis.unit_days);
  axis.days_max = length * axis.unit_days;
  return axis;
}

std::string TimeAxis::label(double days) const {
  const double value = days / unit_days;
  if (value >= 1000.0) return count_text(std::llround(value));
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4g", value);
  return text.data();
}

}  // namespace stagecoach::cycle
