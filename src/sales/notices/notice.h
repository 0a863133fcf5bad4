// What a person is told of: that somebody named him, waits for his approval or has answered, gave
// him a deal or a colleague's records, and that a step of his has fallen due. Never of what he did
// himself.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "journal/event.h"
#include "sales/deals/views/deal_list.h"

namespace stagecoach::sales {

using NoticeId = Id<struct NoticeTag>;

enum class NoticeKind {
  mention,
  approval_asked,     // for him to answer
  approval_answered,  // what he asked for
  assigned,           // a deal became his
  handed_over,        // a colleague's records became his
  overdue,            // a step of his
};
BOOST_DESCRIBE_ENUM(NoticeKind, mention, approval_asked, approval_answered, assigned, handed_over,
                    overdue)

enum class NoticeOutcome { approved, refused };
BOOST_DESCRIBE_ENUM(NoticeOutcome, approved, refused)

// About to be filed. It holds no text: what it shows is read when it is shown.
struct NewNotice {
  UserId user;
  NoticeKind kind = NoticeKind::mention;
  Instant at;
  std::optional<journal::Seq> event = {};  // absent: a step fell due
  std::optional<UserId> actor = {};        // absent: the system
  std::optional<DealId> deal = {};
  std::optional<ActivityId> activity = {};
  std::optional<UserId> person = {};  // whose records were handed over
  std::optional<NoticeOutcome> outcome = {};
};

struct NamedDeal {
  DealId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedDeal, (), (id, name))

// As its reader sees it. `hidden`: it is about a record that he may not see any more or that is
// gone, and nothing of it is told.
struct Notice {
  NoticeId id;
  NoticeKind kind = NoticeKind::mention;
  Instant at;
  bool read = false;
  bool hidden = false;
  std::optional<NamedUser> actor;
  std::optional<NamedDeal> deal;
  std::optional<NamedAccount> account;  // of a step that belongs to no deal
  std::optional<std::string> step;      // what was to be done
  std::optional<NamedUser> person;
  std::optional<NoticeOutcome> outcome;
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (id, kind, at, read, hidden, actor, deal, account, step, person, outcome))

// Of which kinds a person is told; all, unless he says otherwise.
struct NoticeSettings {
  bool mention = true;
  bool approval_asked = true;
  bool approval_answered = true;
  bool assigned = true;
  bool handed_over = true;
  bool overdue = true;
};
BOOST_DESCRIBE_STRUCT(NoticeSettings, (),
                      (mention, approval_asked, approval_answered, assigned, handed_over, overdue))

}  // namespace stagecoach::sales
