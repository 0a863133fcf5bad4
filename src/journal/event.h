// What happened: the row of the journal.
//
// The journal is the audit log, the timeline, the live feed and the source of every cycle figure.
// Events are only ever added. Each carries the hash of the one before, so that a changed or missing
// row is found (see verify.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "platform/base/id.h"
#include "platform/base/time.h"
#include "platform/json/json.h"

namespace stagecoach {

using UserId = Id<struct UserTag>;

}  // namespace stagecoach

namespace stagecoach::journal {

using Seq = std::int64_t;  // 1, 2, 3 … without gaps; sequence order is commit order

// What an event is about: ("deal", 42).
struct Subject {
  std::string_view kind;  // a constant with static storage
  std::int64_t id = 0;
};

// An event about to be recorded. `data` is a JSON object.
struct Draft {
  std::string_view kind;  // "deal.moved", a constant with static storage
  Subject subject;
  std::string data = "{}";
  std::optional<Instant> effective_at;         // when it happened, if that is not now
  std::optional<Seq> cause;                    // the event that led to this one
  std::optional<std::size_t> cause_here = {};  // or its place among those of the same command

  Draft about(Subject whom) && {
    subject = whom;
    return std::move(*this);
  }
  Draft at(std::optional<Instant> when) && {
    effective_at = when;
    return std::move(*this);
  }
  Draft caused_by(Seq seq) && {
    cause = seq;
    return std::move(*this);
  }
  // By an event of the same command, which has no number yet: its place, as Work::append told it.
  Draft led_to_by(std::size_t place) && {
    cause_here = place;
    return std::move(*this);
  }
};

// The draft of a described event struct, which names its kind as `kKind`:
// `save_deal(work, before, after, because(DealMoved{...}).at(when))`.
template <class E>
Draft because(const E& event) {
  Draft draft;
  draft.kind = E::kKind;
  draft.data = json::write(event);
  return draft;
}

// An event as recorded.
struct Event {
  Seq seq = 0;
  Instant recorded_at;
  Instant effective_at;
  UserId actor;  // none = the system itself
  std::optional<Seq> cause;
  std::string kind;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::string data;
};

}  // namespace stagecoach::journal
