// An Analysis for its readers: scripts (JSON), the terminal (text), a browser or a printer (HTML).
//
// Pure functions, safe from any thread. All three show the same figures; a number the data cannot
// give is null or a dash, never NaN.
#pragma once

#include <string>

#include "cycle/analysis.h"

namespace stagecoach::cycle {

// One line of JSON ending in a newline, as docs/analysis-json.md documents it. The language is that
// of the warnings' sentences; everything else is the same in every language.
std::string render_json(const Analysis& analysis, Lang lang = Lang::en);

// Aligned for a terminal with a fixed-width font (Chinese characters count as two columns); no
// colour codes. Lines of the stage table are as wide as they need to be.
std::string render_text(const Analysis& analysis, Lang lang);

// One self-contained page: no request leaves it and no script is in it. It holds both languages
// and opens in `lang`; light or dark as the reader's system is; made for printing too.
std::string render_html(const Analysis& analysis, Lang lang);

}  // namespace stagecoach::cycle
