// What the nouns above deals record about a deal: its timeline, below them, puts it into words.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "journal/event.h"

namespace stagecoach::sales {

using ObjectionId = Id<struct ObjectionTag>;

enum class ObjectionKind {
  price,
  feature,
  implementation,
  timing,
  competitor,
  trust,
  need,
  authority,
  other,
};
BOOST_DESCRIBE_ENUM(ObjectionKind, price, feature, implementation, timing, competitor, trust, need,
                    authority, other)

// answered: they have our answer and have not said what they make of it.
enum class ObjectionResult { open, answered, accepted, lost_to_it };
BOOST_DESCRIBE_ENUM(ObjectionResult, open, answered, accepted, lost_to_it)

// An objection as it is after the event. Nothing that the customer said: people's words can be
// erased, the journal cannot.
struct ObjectionNoted {
  ObjectionId objection_id;
  ObjectionKind kind = ObjectionKind::other;
  bool blocking = false;
  ObjectionResult result = ObjectionResult::open;
};
BOOST_DESCRIBE_STRUCT(ObjectionNoted, (), (objection_id, kind, blocking, result))

inline constexpr std::string_view kObjectionRaised = "objection.raised";
inline constexpr std::string_view kObjectionChanged = "objection.changed";
inline constexpr std::string_view kObjectionDeleted = "objection.deleted";
inline constexpr std::string_view kObjectionRestored = "objection.restored";

using NoteId = Id<struct NoteTag>;

// A note was written, changed, removed or restored. Its text stays out, as above.
struct NoteNoted {
  NoteId note_id;
  std::vector<UserId> mentions;  // those whom this event names for the first time
};
BOOST_DESCRIBE_STRUCT(NoteNoted, (), (note_id, mentions))

inline constexpr std::string_view kNoteWritten = "note.written";
inline constexpr std::string_view kNoteChanged = "note.changed";
inline constexpr std::string_view kNoteDeleted = "note.deleted";
inline constexpr std::string_view kNoteRestored = "note.restored";

using AttachmentId = Id<struct AttachmentTag>;

struct AttachmentNoted {
  AttachmentId attachment_id;
  std::string name;
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(AttachmentNoted, (), (attachment_id, name, size))

inline constexpr std::string_view kAttachmentAdded = "attachment.added";
inline constexpr std::string_view kAttachmentDeleted = "attachment.deleted";
inline constexpr std::string_view kAttachmentRestored = "attachment.restored";

}  // namespace stagecoach::sales
