#include "sales/notes/note_store.h"

#include <limits>
#include <map>

#include "platform/db/sql_text.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

#define NOTE_SELECT                                                                            \
  "SELECT n.id, n.version, n.deal_id, n.author_id, u.name, n.body, n.created_at, n.edited_at " \
  "FROM notes n JOIN users u ON u.id = n.author_id "

Note note_from(const db::Row& row) {
  Note note;
  note.id = row.id<NoteId>(0);
  note.version = row.integer(1);
  note.deal_id = row.id<DealId>(2);
  note.author_id = row.id<UserId>(3);
  note.author_name = row.string(4);
  note.body = row.string(5);
  note.created_at = row.instant(6);
  note.edited_at = row.optional_instant(7);
  return note;
}

// Adds whom they mention, in one query.
void add_mentions(db::Connection& connection, std::vector<Note>& notes) {
  if (notes.empty()) return;
  std::map<NoteId, Note*> by_id;
  std::vector<NoteId> ids;
  for (Note& note : notes) {
    by_id[note.id] = &note;
    ids.push_back(note.id);
  }
  db::SqlText sql("SELECT note_id, user_id FROM note_mentions WHERE note_id IN ");
  sql.bind_list(ids).add(" ORDER BY note_id, user_id");
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    by_id.at(row.id<NoteId>(0))->mentions.push_back(row.id<UserId>(1));
  });
}

std::optional<Note> find(db::Connection& connection, std::string_view sql, NoteId id) {
  std::vector<Note> found;
  connection.each(
      sql, [&](const db::Row& row) { found.push_back(note_from(row)); }, id);
  add_mentions(connection, found);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void put_mentions(journal::Work& work, const Note& note) {
  work.tx.execute("DELETE FROM note_mentions WHERE note_id = $1", note.id);
  for (const UserId user : note.mentions)
    work.tx.queue("INSERT INTO note_mentions (note_id, user_id) VALUES ($1, $2)", note.id, user);
}

}  // namespace

std::optional<Note> find_note(db::Connection& connection, NoteId id) {
  return find(connection, NOTE_SELECT "WHERE n.id = $1 AND n.deleted_at IS NULL", id);
}

std::optional<Note> find_deleted_note(db::Connection& connection, NoteId id) {
  return find(connection, NOTE_SELECT "WHERE n.id = $1 AND n.deleted_at IS NOT NULL", id);
}

std::vector<Note> list_notes(db::Connection& connection, DealId deal, std::int64_t before,
                             int limit) {
  std::vector<Note> notes;
  connection.each(
      NOTE_SELECT
      "WHERE n.deal_id = $1 AND n.id < $2 AND n.deleted_at IS NULL ORDER BY n.id DESC LIMIT $3",
      [&](const db::Row& row) { notes.push_back(note_from(row)); }, deal,
      before == 0 ? std::numeric_limits<std::int64_t>::max() : before, limit);
  add_mentions(connection, notes);
  return notes;
}

void insert_note(journal::Work& work, Note& note) {
  note.version = 1;
  note.created_at = work.now;
  work.tx.each(
      "INSERT INTO notes (version, deal_id, author_id, body, created_at) VALUES (1, $1, $2, $3, "
      "$4) RETURNING id",
      [&](const db::Row& row) { note.id = row.id<NoteId>(0); }, note.deal_id, note.author_id,
      note.body, work.now);
  put_mentions(work, note);
}

Result<void> save_note(journal::Work& work, Note& note) {
  if (work.tx.execute("UPDATE notes SET version = version + 1, body = $3, edited_at = $4, "
                      "deleted_at = NULL WHERE id = $1 AND version = $2",
                      note.id, note.version, note.body, note.edited_at) == 0)
    return stale_record();
  ++note.version;
  put_mentions(work, note);
  return {};
}

Result<void> remove_note(journal::Work& work, const Note& note) {
  if (work.tx.execute("UPDATE notes SET version = version + 1, deleted_at = $3 WHERE id = $1 AND "
                      "version = $2 AND deleted_at IS NULL",
                      note.id, note.version, work.now) == 0)
    return stale_record();
  return {};
}

}  // namespace stagecoach::sales
