// What is wrong with a command line, and the words around its help, in the caller's language: the
// parser itself speaks English only.
#pragma once

#include "platform/base/phrase.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace stagecoach::cli {

Message problem_of(const CLI::ParseError& problem);

// The headings of the help, of `app` and of what it holds by then.
void put_headings(CLI::App& app, Lang lang);

}  // namespace stagecoach::cli
