// The charts of the HTML report as SVG. Each shows only figures of the Analysis and is said in
// words by the element whose id it is given. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "cycle/analysis.h"

namespace stagecoach::cycle {

// Charts over stages show this many at most: those that hold the most waiting.
inline constexpr std::size_t kStagesDrawnMax = 20;

// Per stage: the middle half of the visits as a box, the median with its interval, p80.
std::string dwell_chart(const Analysis& analysis, std::string_view label_id);
// Per stage: where its visits led.
std::string fate_chart(const Analysis& analysis, std::string_view label_id);
// The share still open over time with its band. REQUIRES: a curve of at least two points.
std::string still_open_chart(const Analysis& analysis, std::string_view label_id);
// Won, open and lost over time, stacked. REQUIRES: a curve of at least two points.
std::string outcome_chart(const Analysis& analysis, std::string_view label_id);

}  // namespace stagecoach::cycle
