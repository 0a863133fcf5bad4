// How long until the program serves, from its start on a workspace whose files the kernel has
// cached; and how much script the first page needs.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "figures.h"
#include "running_server.h"

namespace {

using namespace stagecoach::bench;
constexpr int kRounds = 3;
constexpr double kStartSecondsMax = 1, kScriptKbMax = 200;

// The script that the board needs before it can be used, as the build's own tool counts it.
double first_page_script_kb() {
  FILE* pipe = ::popen("node web/tools/first-route-size.mjs", "r");
  std::array<char, 256> line;
  double bytes = 0;  // the sum stands last
  while (pipe && std::fgets(line.data(), line.size(), pipe)) bytes = std::atof(line.data());
  if (pipe) ::pclose(pipe);
  if (bytes == 0) fail("the pages are not built");
  return bytes / 1e3;
}

}  // namespace

int main() {
  std::vector<double> page, cycle, resident;
  std::string cookie;
  for (int round = 0; round <= kRounds; ++round) {
    const RunningServer server;
    const double page_seconds = server.seconds_until_ok("/", {});
    if (cookie.empty()) cookie = sign_in(server.port());
    const double cycle_seconds = server.seconds_until_ok("/api/cycle", cookie);
    server.wait_until_idle();
    if (round == 0) continue;  // which only warmed the cache
    page.push_back(page_seconds);
    cycle.push_back(cycle_seconds);
    resident.push_back(server.usage().resident_mb);
  }
  print({"start to the first page", "s", median(page), kStartSecondsMax});
  print({"start to the first figures of the cycle", "s", median(cycle)});
  print({"memory after the start", "MB", median(resident), 400});
  print({"script of the first page, brotli", "KB", first_page_script_kb(), kScriptKbMax});
  return 0;
}
