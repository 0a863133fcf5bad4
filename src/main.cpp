// The one program. What it does is said by its commands (cli.h); how they are wired, by app.
#include "cli.h"

int main(int argc, char** argv) {
  return stagecoach::cli::run(argc, argv);
}
