// Words in cells that are not data: the many ways of writing "nothing", "yes" and "no", and the
// folding under which names are compared. Pure and safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stagecoach::exchange {

// Lower case, width and compatibility forms unified (NFKC case folding), only letters and digits
// kept: "Deal - Title" and "ｄｅａｌ_title" become "dealtitle".
std::string fold_name(std::string_view text);

// "", "-", "N/A", "null", "--None--", "Select", "无", … : the export's way of saying nothing.
bool is_empty_word(std::string_view trimmed);

// true/false, yes/no, y/n, t/f, 1/0, 是/否, … ; nullopt for anything else.
std::optional<bool> read_bool(std::string_view trimmed);

}  // namespace stagecoach::exchange
