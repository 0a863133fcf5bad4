// Who is behind a request: turns a cookie or a bearer token into a Viewer, and says when that ends.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "journal/commands.h"
#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "platform/db/database.h"
#include "platform/http/service.h"
#include "sales/team/sign_in/session_store.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

struct SessionSettings {
  std::chrono::seconds idle = std::chrono::hours(24 * 3);       // over a weekend, not a holiday
  std::chrono::seconds absolute = std::chrono::hours(24 * 30);  // then the password again
  bool public_https = false;  // the public URL is https although we are spoken to in plain http
};

// Thread-safe; outlives the server.
class Sessions {
 public:
  Sessions(db::Database& database, const Clock& clock, SessionSettings settings = {});
  ~Sessions();

  // For http::Service::authenticate_with. A bearer token goes before a cookie; unauthenticated
  // where the one given is unknown or over, null where none is given; forbidden where the person
  // has yet to get the second factor that his role needs, but for the way to get one. One look-up,
  // nothing is written: when a session was last seen is noted later, by another thread, to the
  // minute.
  Result<std::shared_ptr<const http::Identity>> authenticate(const http::Request& request);

  // The two halves of it. Null: unknown, over, or its person deactivated.
  std::shared_ptr<const Viewer> session_viewer(std::string_view secret);
  std::shared_ptr<const Viewer> token_viewer(std::string_view secret);

  // The value of Set-Cookie: `__Host-` and Secure over https. An empty secret clears the cookie.
  std::string cookie(const http::Request& request, std::string_view secret) const;

  // Called after a commit that ended sign-ins or changed what they allow, with the test that tells
  // which: whoever holds a Viewer for longer than a request (event streams) must let those go, and
  // ask again. Set once, before the server starts.
  using IsOver = std::function<bool(const http::Identity&)>;
  void on_over(std::function<void(IsOver)> listener) { listener_ = std::move(listener); }
  void tell_over(const std::function<bool(const Viewer&)>& is_over) const;

  // Tells those whose absent people are others than before: somebody left, or is back.
  void tell_changed_deputies();

  // Removes what is over and tells so; once a minute is right.
  void sweep();

  Instant expiry_from(Instant now) const { return now + settings_.absolute; }
  // A session last seen then or before is over.
  Instant idle_since(Instant now) const { return now - settings_.idle; }
  // Waits until what was seen is noted; for tests and shutdown.
  void settle();

 private:
  struct Touches;

  struct SeenSession {
    std::shared_ptr<const Viewer> viewer;  // null: unknown, over, or its person deactivated
    bool must_enrol = false;
  };
  SeenSession look_up(std::string_view secret);
  std::shared_ptr<const Viewer> viewer_from(db::Connection& connection, const Holder& holder,
                                            Viewer::By by, std::string hash);
  void note_seen(const std::string& hash, Instant now);

  struct Known;  // what somebody sees beyond his own records depends on it
  std::shared_ptr<const Known> known_at(db::Connection& connection, std::int64_t version,
                                        Instant now);

  db::Database& database_;
  const Clock& clock_;
  const SessionSettings settings_;
  std::function<void(IsOver)> listener_;
  Guarded<std::shared_ptr<const Known>> known_;
  std::shared_ptr<Touches> touches_;
};

}  // namespace stagecoach::sales
