#include "cycle/bottleneck/search_name.h"

#include "sales/team/visibility.h"

namespace stagecoach::cycle {
namespace {

template <class T>
std::string text_of(const std::optional<T>& value) {
  if constexpr (std::is_same_v<T, std::string>)
    return value ? *value : std::string("-");
  else if constexpr (std::is_same_v<T, Date>)
    return value ? std::to_string(to_days(*value)) : std::string("-");
  else
    return value ? std::to_string(value->value) : std::string("-");
}

void add(std::string& name, const std::string& part) {
  name.append("|").append(part);
}

void add_sight(std::string& name, const sales::Viewer& viewer) {
  add(name, std::to_string(viewer.user.value));
  add(name, std::to_string(viewer.team.value));
  add(name, std::to_string(static_cast<int>(viewer.visibility)));
  if (viewer.reach)
    for (const sales::TeamId team : *viewer.reach) add(name, std::to_string(team.value));
}

}  // namespace

std::string name_of_search(const sales::Viewer& viewer, const CycleQuery& query,
                           sales::PipelineId pipeline) {
  std::string name = std::to_string(pipeline.value);
  if (!sales::sees_everything(viewer)) {
    add_sight(name, viewer);
    if (viewer.stands_in_for)
      for (const sales::StandIn& each : *viewer.stands_in_for) {
        add(name, each.leads ? "leads for" : "for");
        add_sight(name, *each.absent);
      }
  }
  add(name, text_of(query.owner_id));
  add(name, text_of(query.team_id));
  add(name, text_of(query.product_id));
  add(name, text_of(query.from));
  add(name, text_of(query.to));
  add(name, text_of(query.as_of));
  add(name, text_of(query.source));
  return name;
}

}  // namespace stagecoach::cycle
