#include "sales/team/links/link_store.h"

#include "platform/base/enum_names.h"

namespace stagecoach::sales {
namespace {

#define LINK_COLUMNS                                                                  \
  "l.user_id, l.purpose, l.made_by, l.created_at, l.expires_at, l.newcomer, u.name, " \
  "u.email, u.role, u.visibility, u.team_id, u.lang, u.active, u.version, "           \
  "u.role_key"

template <class E>
E enum_at(const db::Row& row, int column) {
  const std::optional<E> value = from_name<E>(row.text(column));
  if (!value) throw db::Failure(db::Failure::Kind::corrupt, "sign_in_links: unknown word");
  return *value;
}

LinkHolder holder_from(const db::Row& row) {
  LinkHolder holder;
  holder.link = {row.id<UserId>(0), enum_at<LinkPurpose>(row, 1), row.optional_id<UserId>(2),
                 row.instant(3), row.instant(4)};
  holder.newcomer = row.boolean(5);
  holder.user.id = holder.link.user_id;
  holder.user.name = row.string(6);
  holder.user.email = row.optional_text(7);
  holder.user.role = enum_at<Role>(row, 8);
  holder.user.visibility = enum_at<Visibility>(row, 9);
  holder.user.team_id = row.optional_id<TeamId>(10);
  holder.user.lang = enum_at<Lang>(row, 11);
  holder.user.active = row.boolean(12);
  holder.user.version = row.integer(13);
  holder.user.role_key = row.string(14);
  return holder;
}

std::optional<LinkPurpose> delete_link(journal::Work& work, UserId user) {
  constexpr std::string_view kDelete =
      "DELETE FROM sign_in_links WHERE user_id = $1 RETURNING purpose";
  return work.tx.first(
      kDelete, [](const db::Row& row) { return enum_at<LinkPurpose>(row, 0); }, user);
}

}  // namespace

std::optional<LinkHolder> find_open_link(db::Connection& connection, std::string_view hash,
                                         Instant now) {
  constexpr std::string_view kFind =
      "SELECT " LINK_COLUMNS
      " FROM sign_in_links l JOIN users u ON u.id = l.user_id "
      "WHERE l.token_hash = $1 AND l.expires_at > $2 AND u.active = TRUE";
  return connection.first(kFind, holder_from, db::Blob{hash}, now);
}

std::optional<LinkHolder> find_link_of(db::Connection& connection, UserId user) {
  constexpr std::string_view kFind =
      "SELECT " LINK_COLUMNS
      " FROM sign_in_links l JOIN users u ON u.id = l.user_id WHERE l.user_id = $1";
  return connection.first(kFind, holder_from, user);
}

std::vector<LinkHolder> list_links(db::Connection& connection) {
  constexpr std::string_view kList = "SELECT " LINK_COLUMNS
                                     " FROM sign_in_links l JOIN users u ON u.id = l.user_id "
                                     "ORDER BY l.created_at DESC, l.user_id DESC";
  std::vector<LinkHolder> links;
  connection.each(kList, [&](const db::Row& row) { links.push_back(holder_from(row)); });
  return links;
}

void save_link(journal::Work& work, const SignInLink& link, std::string_view hash, bool newcomer) {
  constexpr std::string_view kSave =
      "INSERT INTO sign_in_links "
      "(user_id, token_hash, purpose, newcomer, made_by, created_at, expires_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (user_id) DO UPDATE SET "
      "token_hash = excluded.token_hash, purpose = excluded.purpose, "
      "newcomer = excluded.newcomer, made_by = excluded.made_by, "
      "created_at = excluded.created_at, expires_at = excluded.expires_at";
  work.tx.execute(kSave, link.user_id, db::Blob{hash}, name_of(link.purpose), newcomer,
                  link.made_by, link.created_at, link.expires_at);
  work.append(about_user(link.user_id, LinkMade{link.purpose, link.expires_at}));
}

void remove_link(journal::Work& work, UserId user, const LinkUsed& why) {
  if (delete_link(work, user)) work.append(about_user(user, why));
}

void withdraw_link_of(journal::Work& work, UserId user) {
  if (const auto purpose = delete_link(work, user))
    work.append(about_user(user, LinkWithdrawn{*purpose}));
}

}  // namespace stagecoach::sales
