// A Backtest for its readers. Pure functions; a number the data cannot give is null or a dash.
#pragma once

#include <string>

#include "cycle/prediction/backtest.h"
#include "platform/base/phrase.h"

namespace stagecoach::cycle {

// One line of JSON ending in a newline, as docs/backtest-json.md documents it.
std::string backtest_json(const Backtest& result);
// A table and a sentence a horizon, aligned for a terminal.
std::string backtest_text(const Backtest& result, Lang lang);

// What a verdict means, in a sentence.
Message verdict_sentence(const HorizonScore& score);

}  // namespace stagecoach::cycle
