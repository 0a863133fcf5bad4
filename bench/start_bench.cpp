// How long until the program serves, from its start on a workspace whose files the kernel has
// cached; and how much script the first page needs.
#include <algorithm>
#include <vector>

#include "figures.h"
#include "running_server.h"

namespace {

using namespace stagecoach::bench;
constexpr int kRounds = 3;
constexpr double kStartSecondsMax = 1, kScriptKbMax = 200;

// The scripts that index.html names, compressed as the server sends them to a browser.
double first_page_script_kb(int port) {
  Client client(port, {});
  const std::string page = client.get("/").body;
  std::size_t bytes = 0;
  for (std::size_t at = page.find("/assets/"); at != page.npos;
       at = page.find("/assets/", at + 1)) {
    const std::string target = page.substr(at, page.find('"', at) - at);
    if (target.ends_with(".js")) bytes += client.get(target, "br").body.size();
  }
  if (bytes == 0) fail("the pages are not built");
  return static_cast<double>(bytes) / 1e3;
}

}  // namespace

int main() {
  std::vector<double> page, cycle, resident;
  std::string cookie;
  double script_kb = 0;
  for (int round = 0; round <= kRounds; ++round) {
    const RunningServer server;
    const double page_seconds = server.seconds_until_ok("/", {});
    if (cookie.empty()) cookie = sign_in(server.port());
    const double cycle_seconds = server.seconds_until_ok("/api/cycle", cookie);
    server.wait_until_idle();
    if (round == 0) {  // which only warmed the cache
      script_kb = first_page_script_kb(server.port());
      continue;
    }
    page.push_back(page_seconds);
    cycle.push_back(cycle_seconds);
    resident.push_back(server.usage().resident_mb);
  }
  print({"start to the first page", "s", median(page), kStartSecondsMax});
  print({"start to the first figures of the cycle", "s", median(cycle)});
  print({"memory after the start", "MB", median(resident), 400});
  print({"script that the page names, brotli", "KB", script_kb, kScriptKbMax});
  return 0;
}
