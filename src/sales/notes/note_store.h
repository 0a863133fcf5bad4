// All SQL of notes.
#pragma once

#include <optional>
#include <vector>

#include "journal/commands.h"
#include "sales/notes/note.h"

namespace stagecoach::sales {

// nullopt: no such note, or a deleted one.
std::optional<Note> find_note(db::Connection& connection, NoteId id);
std::optional<Note> find_deleted_note(db::Connection& connection, NoteId id);

// The newest first; `before` 0 = from the newest.
std::vector<Note> list_notes(db::Connection& connection, DealId deal, std::int64_t before,
                             int limit);

// Gives the id; version 1.
void insert_note(journal::Work& work, Note& note);
// Raises the version; a deleted one is there again. Stale: someone saved first.
Result<void> save_note(journal::Work& work, Note& note);
Result<void> remove_note(journal::Work& work, const Note& note);

}  // namespace stagecoach::sales
