#include "tidy.h"

namespace stagecoach::tidy {

Findings check_all(const SourceFile& file) {
  Findings all;
  for (const auto rule : {check_arrows, check_pragma_once, check_heavy_headers, check_file_length,
                          check_function_length, check_columns, check_tabs, check_unfinished,
                          check_foreign_places, check_sql_place, check_phrases})
    for (Finding& finding : rule(file)) all.push_back(std::move(finding));
  return all;
}

}  // namespace stagecoach::tidy
