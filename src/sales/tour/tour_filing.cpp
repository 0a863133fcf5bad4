#include "sales/tour/tour_filing.h"

#include "sales/deals/deal_events.h"
#include "sales/tour/tour_store.h"

namespace stagecoach::sales {
namespace {

// The steps of a deal that is made with them come right behind it, in the same write.
std::set<DoneStep> done_by(const std::vector<journal::Event>& events) {
  std::set<DoneStep> done;
  const journal::Event* made = nullptr;
  for (const journal::Event& event : events) {
    if (event.kind == DealCreated::kKind) {
      made = &event;
      continue;
    }
    const bool came_with_it = made && made->subject_id == event.subject_id &&
                              made->subject_kind == event.subject_kind &&
                              made->recorded_at == event.recorded_at;
    const auto step = tour_step_of(event);
    if (step && !came_with_it) done.emplace(event.actor, *step);
  }
  return done;
}

}  // namespace

bool file_tour_steps(journal::Filing& filing, Instant now) {
  return filing.file(
      [](const journal::Event& event) {
        return event.kind == DealCreated::kKind || tour_step_of(event).has_value();
      },
      [now](db::Connection& connection,
            const std::vector<journal::Event>& events) -> journal::Filing::Store {
        std::set<DoneStep> done = unknown_steps(connection, done_by(events));
        if (done.empty()) return {};
        return [done = std::move(done), now](db::Connection& tx) { add_steps(tx, done, now); };
      });
}

}  // namespace stagecoach::sales
