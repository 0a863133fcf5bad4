// Taking personal data out of recorded events without breaking the chain.
//
// The hash of an event covers its data, so an event whose data was replaced no longer matches its
// own hash; all the same the next event is chained to that hash, which stays. The event
// "journal.redacted", itself chained like any other, vouches for each replaced row with the hash
// that the row has now. verify_chain accepts a row that matches either its own hash or the last one
// vouched for: whatever else somebody changes is found as before, and an erasure cannot be hidden.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "journal/commands.h"

namespace stagecoach::journal {

// The data of a recorded event as it shall read from now on.
struct Redaction {
  Seq seq = 0;
  std::string data;  // a JSON object
};

// What vouches for a replaced row: the hash over its columns as they are now.
struct Voucher {
  std::int64_t seq = 0;
  std::string hash;  // hexadecimal
};
BOOST_DESCRIBE_STRUCT(Voucher, (), (seq, hash))

struct JournalRedacted {
  static constexpr std::string_view kKind = "journal.redacted";
  std::vector<Voucher> rows;
};
BOOST_DESCRIBE_STRUCT(JournalRedacted, (), (rows))

std::string hex_of(std::string_view bytes);

// Replaces the data and notes the event that vouches for it, about `subject`. Rows that do not
// exist are left out.
void redact(Work& work, Subject subject, const std::vector<Redaction>& redactions);

}  // namespace stagecoach::journal
