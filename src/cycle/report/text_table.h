// Columns for a terminal with a fixed-width font, Chinese characters counting as two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stagecoach::cycle {

// As many blanks; none where that is negative.
std::string padding(int columns);

// One line a row behind `indent`: the first column reads from the left, numbers line up on the
// right.
std::string aligned(const std::vector<std::vector<std::string>>& rows, std::string_view indent);

}  // namespace stagecoach::cycle
