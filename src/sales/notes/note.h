// What people write about a deal: Markdown, kept as it was typed. The reader's page renders it and
// lets nothing active through.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sales/deals/deal.h"
#include "sales/deals/filed_events.h"

namespace stagecoach::sales {

struct Note {
  NoteId id;
  std::int64_t version = 1;
  DealId deal_id;
  UserId author_id;
  std::string author_name;
  std::string body;
  std::vector<UserId> mentions;  // by id, each once
  Instant created_at;
  std::optional<Instant> edited_at;
  bool operator==(const Note&) const = default;
};
BOOST_DESCRIBE_STRUCT(Note, (),
                      (id, version, deal_id, author_id, author_name, body, mentions, created_at,
                       edited_at))

// Whom a text names: "@[Grace Li](user:12)" names the user 12. By id, each once.
std::vector<UserId> mentioned_in(std::string_view body);

}  // namespace stagecoach::sales
