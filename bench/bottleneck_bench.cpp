// What the search for the bottleneck costs, and how often it is right: of a hundred simulated
// organisations in which one stage leaks or is slow, how many have it named first; of a hundred in
// which all are alike, how many raise an alarm.
#include <time.h>

#include "cycle/bottleneck/bottleneck.h"
#include "cycle/bottleneck/organisation.h"
#include "figures.h"

namespace {

using namespace stagecoach::bench;
using namespace stagecoach::cycle;

constexpr int kOrganisations = 100;

double seconds() {
  timespec t{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

Bottleneck find(const StayLedger& ledger, int replicates) {
  Bootstrap bootstrap;
  bootstrap.replicates = replicates;
  auto found = find_bottleneck(ledger, kOrganisationFlow, bootstrap);
  if (!found) fail("the search ended early");
  return *std::move(found);
}

// How many organisations have `stage` named first (-1: have any named).
int named(const Organisation& organisation, int stage) {
  int count = 0;
  for (unsigned seed = 1; seed <= kOrganisations; ++seed) {
    const Bottleneck found = find(ledger_of(organisation, seed), 200);
    const StageFinding* worst = found.worst();
    if (worst && (stage < 0 || worst->stage == stage)) ++count;
  }
  return count;
}

}  // namespace

int main() {
  const StayLedger large = ledger_of({100'000, 50, 1, 2, .1}, 1);
  const double before = seconds();
  find(large, 500);
  print({"bottleneck, 100,000 deals, 500 draws, one thread", "s", seconds() - before, 10});
  print({"  of 100 organisations that leak: named first", "",
         1.0 * named({2'000, 10, -1, 2, .1}, 2), 90, 0, Better::higher});
  print({"  of 100 that are slow: named first", "", 1.0 * named({2'000, 10, 1, -1, .1}, 1), 90, 0,
         Better::higher});
  print({"  of 100 in which all are alike: alarms", "", 1.0 * named({2'000, 10, -1, -1, .1}, -1),
         10});
  return 0;
}
