// Somebody saved first.
#pragma once

#include "platform/base/result.h"

namespace stagecoach::sales {

inline Error stale_record() {
  static constexpr Phrase kStale{"record.stale",
                                 "Somebody changed this meanwhile. Reload it and decide again.",
                                 "该记录已被他人修改，请刷新后再操作。"};
  return {Error::Code::stale, kStale};
}

}  // namespace stagecoach::sales
