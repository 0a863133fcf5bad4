#include "figures.h"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <cstdlib>

namespace stagecoach::bench {
namespace {

// Three significant figures, and whole numbers from a hundred on.
std::string text_of(double value) {
  char text[32];
  const int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

}  // namespace

void print(const Figure& figure) {
  const double ratio = figure.bare > 0 ? figure.measured / figure.bare : 0;
  const double judged = figure.bare > 0 ? ratio : figure.measured;
  const bool lower = figure.better == Better::lower;
  const bool reached = lower ? judged <= figure.goal : judged >= figure.goal;
  const std::string goal = figure.goal == 0 ? ""
                                            : (lower ? "<= " : ">= ") + text_of(figure.goal) +
                                                  (figure.bare > 0 ? " x" : "");
  std::printf("%-48.*s %10s %-6.*s %10s %8s %10s  %s\n", static_cast<int>(figure.name.size()),
              figure.name.data(), text_of(figure.measured).c_str(),
              static_cast<int>(figure.unit.size()), figure.unit.data(),
              figure.bare > 0 ? text_of(figure.bare).c_str() : "",
              figure.bare > 0 ? text_of(ratio).c_str() : "", goal.c_str(),
              figure.goal == 0 ? ""
              : reached        ? "ok"
                               : "missed");
  std::fflush(stdout);
}

double median(std::vector<double> values) {
  assert(!values.empty());
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double least(const std::vector<double>& values) {
  assert(!values.empty());
  return *std::min_element(values.begin(), values.end());
}

void fail(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(1);
}

}  // namespace stagecoach::bench
