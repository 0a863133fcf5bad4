#include "cycle/prediction/predictions.h"

#include "cycle/prediction/horizon.h"

namespace stagecoach::cycle {
std::shared_ptr<const PipelineModel> Predictions::model_of(
    const std::shared_ptr<const PipelineColumns>& columns, std::int64_t now) {
  const std::int64_t pipeline = columns->pipeline->id.value;
  const auto known = [&] {
    const auto made = made_.read();
    const auto at = made->find(pipeline);
    return at == made->end() ? Made{} : at->second;
  };
  Made last = known();
  if (last.serves(columns.get(), now)) return last.model;
  std::unique_lock making(making_, std::defer_lock);
  if (last.model) {
    if (!making.try_lock()) return last.model;
  } else {
    making.lock();
  }
  last = known();
  if (last.serves(columns.get(), now)) return last.model;
  auto model = std::make_shared<const PipelineModel>(
      static_cast<int>(columns->stages.size()),
      [&](const StayVisitor& visit) { each_stay(*columns, now, visit); },
      horizon_days(*columns, now));
  (*made_.lock())[pipeline] = {columns, now, model};
  return model;
}

}  // namespace stagecoach::cycle
