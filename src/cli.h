// The command line: `stagecoach COMMAND …`.
//
// Exit codes: 0 done (warnings included), 2 the command line or a file cannot be used, said in one
// sentence on standard error in the caller's language (--lang, else LC_ALL, LC_MESSAGES, LANG);
// 1 the machinery failed (disk, database).
#pragma once

namespace stagecoach::cli {

inline constexpr int kDone = 0, kBroken = 1, kRefused = 2;

int run(int argc, char** argv);

}  // namespace stagecoach::cli
