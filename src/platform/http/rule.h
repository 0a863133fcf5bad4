// Who calls, and who may call what.
//
// Every route carries a Rule; the router refuses one without. A rule decides from the identity
// alone (role, scope); whether this record may be touched is decided by the command that has loaded
// it.
#pragma once

#include <optional>
#include <string_view>

#include "platform/base/phrase.h"

namespace stagecoach::http {

// The caller, once authenticated. The team room derives its viewer from it. Immutable and shared
// between threads after construction.
class Identity {
 public:
  virtual ~Identity() = default;
  // The language this person chose; empty leaves the choice to Accept-Language.
  virtual std::optional<Lang> lang() const { return {}; }
};

// A named condition on the caller. Names are stable: the authorisation matrix, the API document and
// the tests list them.
struct Rule {
  std::string_view name;
  bool (*allows)(const Identity&) = nullptr;  // null only where no sign-in is needed
  bool needs_sign_in = true;

  // Open to all, signed in or not (sign-in itself, health, the first-run question).
  static constexpr Rule anyone() { return {"anyone", nullptr, false}; }
  // Anybody who is signed in.
  static constexpr Rule signed_in() {
    return {"signed_in", [](const Identity&) { return true; }, true};
  }
};

}  // namespace stagecoach::http
