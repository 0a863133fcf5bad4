#include "sales/team/sign_in/session_store.h"

#include <cassert>

#include "platform/base/enum_names.h"
#include "sales/team/devices/device_events.h"

namespace stagecoach::sales {
namespace {

#define HOLDER_COLUMNS                                                                    \
  "u.id, u.name, u.email, u.role, u.visibility, u.team_id, u.lang, u.active, u.version, " \
  "o.teams_version, u.role_key"

template <class E>
E enum_at(const db::Row& row, int column) {
  const std::optional<E> value = from_name<E>(row.text(column));
  if (!value) throw db::Failure(db::Failure::Kind::corrupt, "users: unknown word");
  return *value;
}

Holder holder_from(const db::Row& row) {
  Holder holder;
  holder.user.id = row.id<UserId>(0);
  holder.user.name = row.string(1);
  holder.user.email = row.optional_text(2);
  holder.user.role = enum_at<Role>(row, 3);
  holder.user.visibility = enum_at<Visibility>(row, 4);
  holder.user.team_id = row.optional_id<TeamId>(5);
  holder.user.lang = enum_at<Lang>(row, 6);
  holder.user.active = row.boolean(7);
  holder.user.version = row.integer(8);
  holder.teams_version = row.integer(9);
  holder.user.role_key = row.string(10);
  holder.expires_at = row.instant(11);
  return holder;
}

#define DEVICE_COLUMNS "id, user_id, token_hash, agent, address, created_at, seen_at, expires_at"

Device device_from(const db::Row& row) {
  return {row.id<SessionId>(0), row.id<UserId>(1), std::string(row.blob(2)), row.string(3),
          row.string(4),        row.instant(5),    row.instant(6),           row.instant(7)};
}

std::string scopes_text(const std::vector<std::string>& scopes) {
  std::string text;
  for (const std::string& scope : scopes) text += (text.empty() ? "" : " ") + scope;
  return text;
}

}  // namespace

std::optional<Holder> find_session(db::Connection& connection, std::string_view hash, Instant now,
                                   Instant idle_since) {
  constexpr std::string_view kFind =
      "SELECT " HOLDER_COLUMNS
      ", s.expires_at, s.seen_at, "
      "EXISTS (SELECT 1 FROM second_factor_roles n WHERE n.role = u.role) AND NOT EXISTS "
      "(SELECT 1 FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) "
      "FROM sessions s "
      "JOIN users u ON u.id = s.user_id JOIN organization o ON o.id = 1 "
      "WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.seen_at > $3 AND u.active = TRUE";
  return connection.first(
      kFind,
      [](const db::Row& row) {
        Holder holder = holder_from(row);
        holder.seen_at = row.instant(12);
        holder.may_write = true;
        holder.must_enrol = row.boolean(13);
        return holder;
      },
      db::Blob{hash}, now, idle_since);
}

std::optional<Holder> find_token(db::Connection& connection, std::string_view hash, Instant now) {
  constexpr std::string_view kFind =
      "SELECT " HOLDER_COLUMNS
      ", t.expires_at, t.scopes FROM api_tokens t "
      "JOIN users u ON u.id = t.user_id JOIN organization o ON o.id = 1 "
      "WHERE t.token_hash = $1 AND t.expires_at > $2 AND t.revoked_at IS NULL "
      "AND u.active = TRUE";
  return connection.first(
      kFind,
      [](const db::Row& row) {
        Holder holder = holder_from(row);
        holder.may_write = row.text(12) == "read write";
        return holder;
      },
      db::Blob{hash}, now);
}

void insert_session(journal::Work& work, const NewSession& session, const SignedIn& why) {
  constexpr std::string_view kInsert =
      "INSERT INTO sessions (token_hash, user_id, created_at, seen_at, expires_at, agent, address) "
      "VALUES ($1, $2, $3, $3, $4, $5, $6)";
  work.tx.execute(kInsert, db::Blob{session.hash}, session.user, work.now, session.expires_at,
                  why.agent, why.address);
  work.append(about_user(session.user, why));
}

void end_session(journal::Work& work, UserId user, std::string_view hash, const SignedOut& why) {
  constexpr std::string_view kDelete = "DELETE FROM sessions WHERE token_hash = $1";
  if (work.tx.execute(kDelete, db::Blob{hash}) > 0) work.append(about_user(user, why));
}

void end_sessions_of(journal::Work& work, UserId user, std::string_view except_hash) {
  constexpr std::string_view kDelete =
      "DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2";
  work.tx.execute(kDelete, user, db::Blob{except_hash});
}

void end_all_sessions(db::Connection& tx) {
  constexpr std::int64_t kLinksSince = 17;  // the schema of an older backup has none
  constexpr std::string_view kVersion = "SELECT MAX(version) FROM schema_migrations";
  tx.execute("DELETE FROM sessions");
  if (tx.first(kVersion, [](const db::Row& row) { return row.integer(0); }) >= kLinksSince)
    tx.execute("DELETE FROM sign_in_links");
}

std::vector<Device> list_devices(db::Connection& connection, UserId user, Instant now,
                                 Instant idle_since) {
  constexpr std::string_view kList =
      "SELECT " DEVICE_COLUMNS
      " FROM sessions WHERE user_id = $1 AND expires_at > $2 AND seen_at > $3 "
      "ORDER BY seen_at DESC, id DESC";
  std::vector<Device> devices;
  connection.each(
      kList, [&](const db::Row& row) { devices.push_back(device_from(row)); }, user, now,
      idle_since);
  return devices;
}

std::optional<Device> find_device(db::Connection& connection, SessionId id) {
  constexpr std::string_view kFind = "SELECT " DEVICE_COLUMNS " FROM sessions WHERE id = $1";
  return connection.first(kFind, device_from, id);
}

void end_devices(journal::Work& work, const std::vector<Device>& devices) {
  constexpr std::string_view kDelete = "DELETE FROM sessions WHERE id = $1";
  // As many as one person has browsers.
  for (const Device& device : devices)
    if (work.tx.execute(kDelete, device.id) > 0)
      work.append(about_user(device.user, SessionEnded{device.agent, device.address}));
}

void touch_session(db::Connection& tx, std::string_view hash, Instant seen_at) {
  constexpr std::string_view kTouch =
      "UPDATE sessions SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2";
  tx.execute(kTouch, db::Blob{hash}, seen_at);
}

std::vector<std::string> remove_dead_sessions(db::Connection& tx, Instant now, Instant idle_since) {
  constexpr std::string_view kRemove =
      "DELETE FROM sessions WHERE expires_at <= $1 OR seen_at <= $2 RETURNING token_hash";
  std::vector<std::string> hashes;
  tx.each(
      kRemove, [&](const db::Row& row) { hashes.emplace_back(row.blob(0)); }, now, idle_since);
  return hashes;
}

std::vector<Token> list_tokens(db::Connection& connection, UserId user, Instant now) {
  constexpr std::string_view kList =
      "SELECT id, name, scopes, created_at, expires_at FROM api_tokens "
      "WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY id";
  std::vector<Token> tokens;
  connection.each(
      kList,
      [&](const db::Row& row) {
        Token token{row.id<TokenId>(0), row.string(1), {"read"}, row.instant(3), row.instant(4)};
        if (row.text(2) == "read write") token.scopes.emplace_back("write");
        tokens.push_back(std::move(token));
      },
      user, now);
  return tokens;
}

TokenId insert_token(journal::Work& work, UserId user, const Token& token, std::string_view hash) {
  constexpr std::string_view kInsert =
      "INSERT INTO api_tokens (user_id, name, token_hash, scopes, created_at, expires_at) "
      "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
  const std::string scopes = scopes_text(token.scopes);
  const auto id = work.tx.first(
      kInsert, [](const db::Row& row) { return row.id<TokenId>(0); }, user, token.name,
      db::Blob{hash}, scopes, work.now, token.expires_at);
  assert(id.has_value());
  work.append(about_user(user, TokenCreated{*id, token.name, scopes, token.expires_at}));
  return *id;
}

bool revoke_token(journal::Work& work, UserId user, TokenId id, const TokenRevoked& why) {
  constexpr std::string_view kRevoke =
      "UPDATE api_tokens SET revoked_at = $3 "
      "WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL";
  if (work.tx.execute(kRevoke, id, user, work.now) == 0) return false;
  work.append(about_user(user, why));
  return true;
}

void revoke_tokens_of(journal::Work& work, UserId user) {
  constexpr std::string_view kRevoke =
      "UPDATE api_tokens SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL";
  work.tx.execute(kRevoke, user, work.now);
}

}  // namespace stagecoach::sales
