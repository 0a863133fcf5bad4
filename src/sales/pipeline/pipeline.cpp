#include "sales/pipeline/pipeline.h"

#include <algorithm>

namespace stagecoach::sales {

const Stage* Pipeline::find(StageId stage) const {
  const auto at = std::find_if(stages.begin(), stages.end(),
                               [&](const Stage& candidate) { return candidate.id == stage; });
  return at == stages.end() ? nullptr : &*at;
}

const Stage* Pipeline::find(std::string_view stage_key) const {
  const auto at = std::find_if(stages.begin(), stages.end(),
                               [&](const Stage& candidate) { return candidate.key == stage_key; });
  return at == stages.end() ? nullptr : &*at;
}

const Stage* Pipeline::find_ever(StageId stage) const {
  if (const Stage* present = find(stage)) return present;
  const auto at = std::find_if(retired_stages.begin(), retired_stages.end(),
                               [&](const Stage& candidate) { return candidate.id == stage; });
  return at == retired_stages.end() ? nullptr : &*at;
}

const Stage* Pipeline::first_of(StageKind kind) const {
  const auto at = std::find_if(stages.begin(), stages.end(),
                               [&](const Stage& candidate) { return candidate.kind == kind; });
  return at == stages.end() ? nullptr : &*at;
}

int Pipeline::position_of(StageId stage) const {
  int position = 0;
  for (const Stage& candidate : stages) {
    if (candidate.id == stage) return candidate.kind == StageKind::open ? position : -1;
    if (candidate.kind == StageKind::open) ++position;
  }
  return -1;
}

const Stage* Pipeline::open_stage_at(int position) const {
  for (const Stage& candidate : stages)
    if (candidate.kind == StageKind::open && position-- == 0) return &candidate;
  return nullptr;
}

int Pipeline::open_stages() const {
  return static_cast<int>(std::count_if(stages.begin(), stages.end(),
                                        [](const Stage& s) { return s.kind == StageKind::open; }));
}

}  // namespace stagecoach::sales
