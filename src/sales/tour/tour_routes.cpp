#include "sales/tour/tour_routes.h"

#include <boost/describe/class.hpp>

#include "sales/team/rules.h"
#include "sales/tour/tour_store.h"

namespace stagecoach::sales {

// What only the page knows: that something was looked at.
enum class LookedAt { open_deal, read_cycle };
BOOST_DESCRIBE_ENUM(LookedAt, open_deal, read_cycle)

struct LookedAtStep {
  LookedAt step = LookedAt::open_deal;
};
BOOST_DESCRIBE_STRUCT(LookedAtStep, (), (step))

struct DismissTour {
  bool dismissed = true;  // false: it begins anew
};
BOOST_DESCRIBE_STRUCT(DismissTour, (), (dismissed))

namespace {

using http::Request;

template <class F>
Result<Tour> change(journal::CommandRunner& commands, const Request& request, F&& f) {
  const Viewer& viewer = viewer_of(*request.identity());
  return commands.run(viewer, [&](journal::Work& work) -> Result<Tour> {
    f(work);
    return read_tour(work.tx, viewer);
  });
}

}  // namespace

// Done twice each of these is the same, so no key is kept.
void add_tour_routes(http::Router& router, journal::CommandRunner& commands) {
  router.get("/api/tour", rules::in_person, {"How far I am in my first hour", {"tour"}},
             [&commands](const Request& request) -> Result<Tour> {
               return commands.database().read([&](db::Connection& connection) {
                 return read_tour(connection, viewer_of(*request.identity()));
               });
             });
  router
      .put("/api/tour", rules::in_person, {"Put the first hour away, or begin it anew", {"tour"}},
           [&commands](const Request& request, const DismissTour& wish) -> Result<Tour> {
             return change(commands, request, [&](journal::Work& work) {
               dismiss_tour(work.tx, work.actor.user, wish.dismissed, work.now);
             });
           })
      .without_key();
  router
      .post("/api/tour/steps", rules::in_person,
            {.summary = "I have looked at this", .tags = {"tour"}, .success = 200},
            [&commands](const Request& request, const LookedAtStep& seen) -> Result<Tour> {
              const TourStep step =
                  seen.step == LookedAt::open_deal ? TourStep::open_deal : TourStep::read_cycle;
              return change(commands, request, [&](journal::Work& work) {
                add_steps(work.tx, {{work.actor.user, step}}, work.now);
              });
            })
      .without_key();
}

}  // namespace stagecoach::sales
