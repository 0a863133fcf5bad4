// Numbers as people write them, and the sentences that the text and the HTML report share.
// Pure functions, safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cycle/analysis.h"

namespace stagecoach::cycle {

inline constexpr std::string_view kDash = "–";  // stands for a number that is not known

std::string count_text(std::int64_t count);                    // "8,800"
std::string percent_text(double share);                        // "63.2%"
std::string percent_text(const std::optional<double>& share);  // the dash where unknown

// The unit that suits the length: "69 d", "7.5 d", "5.2 h", "12 min"; in Chinese 天, 小时, 分钟.
std::string short_days(double days, Lang lang);
std::string short_days(const std::optional<double>& days, Lang lang);
// For sentences: "69 days", "1 day", "5.2 hours".
std::string long_days(double days, Lang lang);

// "67–70 d", "67 d – not yet known"; the dash where both ends are unknown.
std::string interval_days(const Interval& interval, Lang lang);
std::string interval_percent(const Interval& interval);  // "20.9–22.8%"; dash where unknown

// Columns a terminal needs for the text: 2 for wide characters, 0 for combining ones.
int display_width(std::string_view text);

std::string as_of_text(
    const Analysis& analysis);  // "2017-12-31", with the time if the clock has one

// What a chart or figure says, in words; whole sentences even where the data say little.
std::string cycle_sentence(const Analysis& analysis, Lang lang);
std::string longest_sentence(const Analysis& analysis, Lang lang);
std::string leakiest_sentence(const Analysis& analysis, Lang lang);
std::string still_open_sentence(const Analysis& analysis, Lang lang);
std::string outcome_sentence(const Analysis& analysis, Lang lang);

}  // namespace stagecoach::cycle
