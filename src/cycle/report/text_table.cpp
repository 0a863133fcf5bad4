#include "cycle/report/text_table.h"

#include <algorithm>

#include "cycle/report/words.h"

namespace stagecoach::cycle {

std::string padding(int columns) {
  return std::string(static_cast<std::size_t>(std::max(0, columns)), ' ');
}

std::string aligned(const std::vector<std::vector<std::string>>& rows, std::string_view indent) {
  std::vector<int> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::string out;
  for (const auto& row : rows) {
    out += indent;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string pad = padding(widths[c] - display_width(row[c]));
      if (c == 0)
        out += row[c] + (row.size() > 1 ? pad : "");
      else
        out += "  " + pad + row[c];
    }
    out += '\n';
  }
  return out;
}

}  // namespace stagecoach::cycle
