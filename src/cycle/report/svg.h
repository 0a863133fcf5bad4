// Just enough SVG for the charts of the HTML report: shapes styled by CSS classes, text in both
// languages, scales with round ticks. Values; not synchronised.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/phrase.h"

namespace stagecoach::cycle {

// & < > " ' escaped, for text and attribute values alike.
std::string escaped(std::string_view text);

// The same words in both languages. The page's style sheet shows one of them.
struct Bilingual {
  std::string en;
  std::string zh;
};
Bilingual both(const Phrase& phrase, std::vector<std::pair<std::string, std::string>> args = {});
// `write` is called with each language and gives its text.
template <class Write>
Bilingual both(Write write) {
  return {write(Lang::en), write(Lang::zh)};
}
// <span>s for HTML. Equal texts are written once.
std::string html(const Bilingual& text);

enum class Anchor { start, middle, end };

struct Point {
  double x, y;
};

class Svg {
 public:
  // `label_id` is the id of the element that says in words what the picture shows.
  Svg(double width, double height, std::string_view label_id);

  void line(Point from, Point to, std::string_view css_class);
  void rect(Point corner, double width, double height, std::string_view css_class);
  void area(std::span<const Point> outline, std::string_view css_class);
  void path(std::span<const Point> points, std::string_view css_class);
  void text(Point at, Anchor anchor, std::string_view css_class, const Bilingual& words);
  void text(Point at, Anchor anchor, std::string_view css_class, std::string_view words);

  std::string str() const { return out_ + "</svg>"; }

 private:
  void number(double value);
  void attribute(std::string_view name, double value);
  void points(std::span<const Point> points);
  void open_text(Point at, Anchor anchor, std::string_view css_class);

  std::string out_;
};

// Days of an axis, drawn in the unit that suits its length.
struct TimeAxis {
  double days_max = 1.0;      // a little more than what is drawn
  std::vector<double> ticks;  // in days, from 0
  Bilingual unit;             // "days", "hours", "minutes"
  double unit_days = 1.0;     // days in one unit

  std::string label(double days) const;
};
TimeAxis time_axis(double days_max);

}  // namespace stagecoach::cycle
