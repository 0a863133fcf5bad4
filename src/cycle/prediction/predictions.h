// The model of each pipeline, made when it is asked for and made anew when deals have moved.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "cycle/prediction/pipeline_model.h"
#include "platform/base/guarded.h"

namespace stagecoach::cycle {

// Thread-safe.
class Predictions {
 public:
  // As of `now`, in seconds. A model serves for kServes while deals move on, and for kKept where
  // none does; who asks meanwhile is not kept waiting while it is made anew.
  std::shared_ptr<const PipelineModel> model_of(
      const std::shared_ptr<const PipelineColumns>& columns, std::int64_t now);

  static constexpr std::int64_t kServes = 60, kKept = 3'600;  // seconds

 private:
  struct Made {
    std::shared_ptr<const PipelineColumns> columns;
    std::int64_t at = 0;
    std::shared_ptr<const PipelineModel> model;

    bool serves(const PipelineColumns* asked, std::int64_t now) const {
      return model && now - at < (columns.get() == asked ? kKept : kServes);
    }
  };

  std::mutex making_;
  Guarded<std::map<std::int64_t, Made>> made_;  // by pipeline id
};

}  // namespace stagecoach::cycle
