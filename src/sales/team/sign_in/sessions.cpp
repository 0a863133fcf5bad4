#include "sales/team/sign_in/sessions.h"

#include <algorithm>
#include <condition_variable>
#include <vector>

#include "platform/base/log.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/roles/role_store.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/team_store.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kUnknown{"session.over", "Your sign-in is over. Sign in again.",
                          "登录已失效，请重新登录。"};
constexpr Phrase kBadToken{"token.unknown", "This API token is unknown, revoked or expired.",
                           "该 API 令牌无效、已吊销或已过期。"};
constexpr Phrase kMustEnrol{"session.second_factor_needed",
                            "Your role needs a second factor at sign-in. Set one up first.",
                            "您的角色必须启用两步验证，请先完成设置。"};
constexpr std::string_view kPlainCookie = "stagecoach";
constexpr std::string_view kHostCookie = "__Host-stagecoach";
constexpr Millis kSeenPrecision = std::chrono::minutes(1);

// "Bearer <token>", the scheme in any case (RFC 9110).
std::optional<std::string_view> bearer_of(const http::Request& request) {
  const auto header = request.header("Authorization");
  constexpr std::string_view kScheme = "bearer ";
  if (!header || header->size() <= kScheme.size()) return std::nullopt;
  for (size_t i = 0; i < kScheme.size(); ++i)
    if (((*header)[i] | 0x20) != kScheme[i]) return std::nullopt;
  return header->substr(kScheme.size());
}

bool same_people(const StandIns& a, const StandIns& b) {
  if (!a || !b) return a == b;
  return std::equal(
      a->begin(), a->end(), b->begin(), b->end(), [](const StandIn& one, const StandIn& other) {
        return one.absent->user == other.absent->user && one.absent->role == other.absent->role &&
               one.absent->visibility == other.absent->visibility &&
               one.absent->team == other.absent->team && one.leads == other.leads;
      });
}

// What somebody needs to get the second factor that he must have, and to leave.
bool serves_enrolment(std::string_view path) {
  return path == "/api/me" || path.starts_with("/api/me/second-factor") || path == "/api/session";
}

}  // namespace

// Copies of the tree of teams, the roles and who stands in for whom, of one version and one day.
struct Sessions::Known {
  std::int64_t version = -1;
  Instant from, until;  // the day
  std::map<TeamId, Reach> below;
  Roles roles;
  StandInsByDeputy stand_ins;

  Reach reach_of(const User& user) const {
    const auto found = user.team_id ? below.find(*user.team_id) : below.end();
    return found == below.end() ? nullptr : found->second;
  }
  StandIns behind(UserId user) const {
    const auto found = stand_ins.find(user);
    return found == stand_ins.end() ? nullptr : found->second;
  }
};

// Sessions whose "last seen" is on its way to the database.
struct Sessions::Touches {
  std::mutex mutex;
  std::condition_variable none_left;
  std::set<std::string> under_way;
};

Sessions::Sessions(db::Database& database, const Clock& clock, SessionSettings settings)
    : database_(database),
      clock_(clock),
      settings_(settings),
      known_(std::make_shared<const Known>()),
      touches_(std::make_shared<Touches>()) {}

Sessions::~Sessions() = default;  // what is under way holds its own share of touches_

Result<std::shared_ptr<const http::Identity>> Sessions::authenticate(const http::Request& request) {
  if (const auto token = bearer_of(request)) {
    auto viewer = token_viewer(*token);
    if (!viewer) return Error(Error::Code::unauthenticated, kBadToken);
    return std::shared_ptr<const http::Identity>(std::move(viewer));
  }
  // Behind https only the cookie that nobody else can have set counts.
  const bool https = request.is_secure() || settings_.public_https;
  const auto secret = request.cookie(https ? kHostCookie : kPlainCookie);
  if (!secret) return std::shared_ptr<const http::Identity>();
  SeenSession seen = look_up(*secret);
  if (!seen.viewer) return Error(Error::Code::unauthenticated, kUnknown);
  if (seen.must_enrol && !serves_enrolment(request.path()))
    return Error(Error::Code::forbidden, kMustEnrol);
  return std::shared_ptr<const http::Identity>(std::move(seen.viewer));
}

std::shared_ptr<const Viewer> Sessions::session_viewer(std::string_view secret) {
  return look_up(secret).viewer;
}

Sessions::SeenSession Sessions::look_up(std::string_view secret) {
  std::string hash = secret_hash(secret);
  const Instant now = clock_.now();
  return database_.read([&](db::Connection& connection) -> SeenSession {
    const auto holder = find_session(connection, hash, now, now - settings_.idle);
    if (!holder) return {};
    if (now - holder->seen_at >= kSeenPrecision) note_seen(hash, now);
    return {viewer_from(connection, *holder, Viewer::By::session, std::move(hash)),
            holder->must_enrol};
  });
}

std::shared_ptr<const Viewer> Sessions::token_viewer(std::string_view secret) {
  if (!secret.starts_with(kTokenPrefix)) return nullptr;
  std::string hash = secret_hash(secret);
  return database_.read([&](db::Connection& connection) -> std::shared_ptr<const Viewer> {
    const auto holder = find_token(connection, hash, clock_.now());
    if (!holder) return nullptr;
    const auto by = holder->may_write ? Viewer::By::write_token : Viewer::By::read_token;
    return viewer_from(connection, *holder, by, std::move(hash));
  });
}

std::shared_ptr<const Viewer> Sessions::viewer_from(db::Connection& connection,
                                                    const Holder& holder, Viewer::By by,
                                                    std::string hash) {
  const auto known = known_at(connection, holder.teams_version, clock_.now());
  auto viewer = std::make_shared<Viewer>(Viewer::of(
      holder.user, rights_of(known->roles, holder.user), by, known->reach_of(holder.user)));
  viewer->stands_in_for = known->behind(holder.user.id);
  viewer->credential = std::move(hash);
  viewer->expires_at = holder.expires_at;
  return viewer;
}

std::shared_ptr<const Sessions::Known> Sessions::known_at(db::Connection& connection,
                                                          std::int64_t version, Instant now) {
  std::shared_ptr<const Known> known = *known_.read();
  if (known->version == version && known->from <= now && now < known->until) return known;
  // The same read transaction that gave the version gives what belongs to it.
  const TimeZone zone = organization_zone(connection);
  const Date today = date_of(zone.to_civil(now));
  auto fresh = std::make_shared<Known>();
  fresh->version = version;
  fresh->from = zone.to_instant(civil_at(today, Millis(0)));
  fresh->until = zone.to_instant(civil_at(today + std::chrono::days(1), Millis(0)));
  fresh->below = reaches_of_teams(connection);
  fresh->roles = list_roles(connection);
  fresh->stand_ins = stand_ins_on(connection, today, fresh->below, fresh->roles);
  auto held = known_.lock();
  if ((*held)->version <= version) *held = fresh;
  return fresh;
}

void Sessions::note_seen(const std::string& hash, Instant now) {
  constexpr size_t kUnderWayMax = 1000;  // beyond that the next request will do
  {
    const std::lock_guard lock(touches_->mutex);
    if (touches_->under_way.size() >= kUnderWayMax) return;
    if (!touches_->under_way.insert(hash).second) return;
  }
  const auto forget = [touches = touches_, hash] {
    const std::lock_guard lock(touches->mutex);
    touches->under_way.erase(hash);
    touches->none_left.notify_all();
  };
  try {
    database_.submit(
        [hash, now](db::Connection& tx) {
          touch_session(tx, hash, now);
          return db::Keep::yes;
        },
        [forget](const std::exception_ptr&) { forget(); });
  } catch (const db::Failure&) {
    forget();  // too busy to note it: nothing is lost but a minute of idle time
  }
}

void Sessions::settle() {
  std::unique_lock lock(touches_->mutex);
  touches_->none_left.wait(lock, [&] { return touches_->under_way.empty(); });
}

std::string Sessions::cookie(const http::Request& request, std::string_view secret) const {
  const bool https = request.is_secure() || settings_.public_https;
  std::string text(https ? kHostCookie : kPlainCookie);
  text += '=';
  text += secret;
  text += "; Path=/; HttpOnly; SameSite=Lax; Max-Age=";
  text += std::to_string(secret.empty() ? 0 : settings_.absolute.count());
  if (https) text += "; Secure";
  return text;
}

void Sessions::tell_over(const std::function<bool(const Viewer&)>& is_over) const {
  if (!listener_) return;
  listener_([is_over](const http::Identity& identity) {
    const auto* viewer = dynamic_cast<const Viewer*>(&identity);
    return viewer != nullptr && is_over(*viewer);
  });
}

void Sessions::tell_changed_deputies() {
  const auto known = database_.read([&](db::Connection& connection) {
    return known_at(connection, teams_version(connection), clock_.now());
  });
  tell_over([known](const Viewer& viewer) {
    return !same_people(viewer.stands_in_for, known->behind(viewer.user));
  });
}

void Sessions::sweep() {
  tell_changed_deputies();
  const Instant now = clock_.now();
  std::vector<std::string> dead;
  database_.write([&](db::Connection& tx) {
    dead = remove_dead_sessions(tx, now, now - settings_.idle);
    return dead.empty() ? db::Keep::no : db::Keep::yes;
  });
  std::sort(dead.begin(), dead.end());
  tell_over([dead = std::move(dead), now](const Viewer& viewer) {
    return viewer.expires_at <= now ||
           std::binary_search(dead.begin(), dead.end(), viewer.credential);
  });
}

}  // namespace stagecoach::sales
