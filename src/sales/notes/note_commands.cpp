#include "sales/notes/note_commands.h"

#include <algorithm>
#include <iterator>

#include "sales/deals/deal_commands.h"
#include "sales/notes/note_store.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"
#include "sales/team/who_sees.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kBlank{"note.blank", "A note says something.", "备注内容不能为空。"};
constexpr Phrase kMentionsMax{"note.mentions_max", "A note mentions at most {max} people.",
                              "一条备注最多提及 {max} 人。"};
constexpr Phrase kDoesNotSee{"note.does_not_see",
                             "{name} does not see this deal and would not learn of the note.",
                             "{name}无权查看此商机，不会收到该备注。"};
constexpr Phrase kNobody{"note.nobody", "Somebody is mentioned who is not there.",
                         "提及的用户不存在。"};
constexpr Phrase kNotDeleted{"note.not_deleted", "This note is not deleted.", "该备注未被删除。"};
constexpr std::size_t kMentionedMax = 20;

Result<void> take_text(journal::Work& work, const Deal& deal, Note& note, const NoteText& text) {
  if (text.body.find_first_not_of(" \t\r\n") == text.body.npos) return field_error("body", kBlank);
  const std::vector<UserId> mentions = mentioned_in(text.body);
  if (mentions.size() > kMentionedMax)
    return field_error("body", {kMentionsMax, {{"max", std::to_string(kMentionedMax)}}});
  const std::set<UserId> told(note.mentions.begin(), note.mentions.end());
  const std::set<UserId> seeing =
      who_sees(work.tx, mentions, deal.owner_id, deal.team_id, work.now);
  for (const UserId user : mentions) {
    if (told.contains(user) || seeing.contains(user)) continue;
    const auto known = find_user(work.tx, user);
    if (!known) return field_error("body", kNobody);
    return field_error("body", {kDoesNotSee, {{"name", known->name}}});
  }
  note.body = text.body;
  note.mentions = mentions;
  return {};
}

void file(journal::Work& work, std::string_view kind, const Note& note, std::vector<UserId> named) {
  journal::Draft draft;
  draft.kind = kind;
  draft.data = json::write(NoteNoted{note.id, std::move(named)});
  work.append(std::move(draft).about({kDealSubject, note.deal_id.value}));
}

}  // namespace

Result<Note> write_note(journal::Work& work, DealId deal_id, const NoteText& text) {
  const Deal deal = TRY(load_deal_to_write(work, deal_id));
  Note note;
  note.deal_id = deal_id;
  note.author_id = work.actor.user ? work.actor.user : deal.owner_id;
  TRY(take_text(work, deal, note, text));
  insert_note(work, note);
  if (const auto author = find_user(work.tx, note.author_id)) note.author_name = author->name;
  file(work, kNoteWritten, note, note.mentions);
  return note;
}

Result<Note> change_note(journal::Work& work, NoteId id, std::int64_t version,
                         const NoteText& text) {
  const auto before = find_note(work.tx, id);
  if (!before) return no_such_record();
  const Deal deal = TRY(load_deal_to_write(work, before->deal_id));
  if (before->version != version) return stale_record();
  if (before->body == text.body) return *before;
  Note after = *before;
  TRY(take_text(work, deal, after, text));
  after.edited_at = work.now;
  TRY(save_note(work, after));
  std::vector<UserId> named;
  std::set_difference(after.mentions.begin(), after.mentions.end(), before->mentions.begin(),
                      before->mentions.end(), std::back_inserter(named));
  file(work, kNoteChanged, after, std::move(named));
  return after;
}

Result<void> delete_note(journal::Work& work, NoteId id, std::int64_t version) {
  const auto note = find_note(work.tx, id);
  if (!note) return no_such_record();
  TRY(load_deal_to_write(work, note->deal_id));
  if (note->version != version) return stale_record();
  TRY(remove_note(work, *note));
  file(work, kNoteDeleted, *note, {});
  return {};
}

Result<Note> restore_note(journal::Work& work, NoteId id, std::int64_t version) {
  const auto there = find_note(work.tx, id);
  const auto note = there ? there : find_deleted_note(work.tx, id);
  if (!note) return no_such_record();
  TRY(load_deal_to_write(work, note->deal_id));
  if (note->version != version) return stale_record();
  if (there) return Error(Error::Code::conflict, kNotDeleted);
  Note restored = *note;
  TRY(save_note(work, restored));
  file(work, kNoteRestored, restored, {});
  return restored;
}

}  // namespace stagecoach::sales
