// What merging accounts and merging contacts share.
#pragma once

#include <optional>

#include "sales/merge/merge_commands.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

inline constexpr Phrase kSameRecord{"merge.same", "A record cannot be merged with itself.",
                                    "不能与自身合并。"};
inline constexpr Phrase kTooMany{"merge.too_many", "More than {count} records would move at once.",
                                 "一次移动的记录超过 {count} 条。"};
inline constexpr Phrase kMayNotGive{"merge.may_not_give",
                                    "You may not give the record to this owner.",
                                    "您无权将记录分配给该负责人。"};
inline constexpr std::size_t kMovedMax = 20'000;

// Loaded, seen and writable, at the version the client saw.
template <class T>
Result<T> to_merge(const journal::Work& work, std::optional<T> found, std::int64_t version) {
  if (!found) return no_such_record();
  TRY(authorize_write(viewer_of(work.actor), found->owner_id, found->team_id.value_or(TeamId()),
                      Permission::accounts_write));
  if (found->version != version) return stale_record();
  return *std::move(found);
}

template <class T>
Result<void> may_take_owner(const journal::Work& work, const T& before, const T& merged) {
  if (before.owner_id == merged.owner_id) return {};
  if (may_assign_to(viewer_of(work.actor), merged.owner_id, merged.team_id.value_or(TeamId())))
    return {};
  return Error(Error::Code::forbidden, kMayNotGive, {{"take", kMayNotGive}});
}

inline Result<void> check_size(std::size_t moved) {
  if (moved <= kMovedMax) return {};
  return Error(Error::Code::refused, {kTooMany, {{"count", std::to_string(kMovedMax)}}});
}

}  // namespace stagecoach::sales
