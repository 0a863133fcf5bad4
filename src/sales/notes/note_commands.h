// Notes: written, changed, removed, restored. Whoever may change the deal may change its notes.
//
// Refusals: not_found and forbidden by the visibility of the deal; stale where `version` is not the
// stored one; invalid where somebody is mentioned who does not see the deal: he would never learn
// of it.
#pragma once

#include "journal/commands.h"
#include "sales/notes/note.h"

namespace stagecoach::sales {

struct NoteText {
  std::string body;
};
BOOST_DESCRIBE_STRUCT(NoteText, (), (body))
constexpr auto json_rules(const NoteText*) {
  return std::array{json::Rule("body").length(1, 20'000)};
}

Result<Note> write_note(journal::Work& work, DealId deal, const NoteText& text);
Result<Note> change_note(journal::Work& work, NoteId id, std::int64_t version,
                         const NoteText& text);
Result<void> delete_note(journal::Work& work, NoteId id, std::int64_t version);
// Conflict: it is not deleted.
Result<Note> restore_note(journal::Work& work, NoteId id, std::int64_t version);

}  // namespace stagecoach::sales
