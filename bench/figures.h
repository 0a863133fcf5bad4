// The table that script/bench prints: a figure, what it should be, and the bare program beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stagecoach::bench {

enum class Better { lower, higher };

struct Figure {
  std::string_view name;
  std::string_view unit;
  double measured = 0;
  double goal = 0;  // of `measured`, or of the ratio where there is a bare side; 0 = none
  double bare = 0;  // 0 = nothing to compare with
  Better better = Better::lower;
};

// Prints one line at once. The ratio is measured / bare; the verdict "ok" or "missed" compares the
// ratio where there is a bare side, else the figure itself, with the goal.
void print(const Figure& figure);

double median(std::vector<double> values);
double least(const std::vector<double>& values);

// Ends the program with a sentence on standard error.
[[noreturn]] void fail(const std::string& why);

}  // namespace stagecoach::bench
