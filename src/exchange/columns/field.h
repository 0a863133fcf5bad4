// What a column of an export can mean, and the names under which exports carry it.
//
// Names are compared folded (values/words.h), so case, blanks, punctuation and width do not matter.
// The catalogue covers Salesforce, HubSpot, Pipedrive, Chinese systems in the manner of 纷享销客,
// event logs and plain names. Pure and safe from any thread.
#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace stagecoach::exchange {

// The names are those of a mapping file (docs/import-mapping.md).
BOOST_DEFINE_ENUM_CLASS(Field, ignored, deal_id, deal_name, account_id, account_name, contact_id,
                        contact_name, owner, team, manager, product, stage, from_stage, pipeline,
                        status, is_closed, is_won, amount, currency,
                        created_at,        // the record came to be
                        started_at,        // the first contact, the start of the work
                        happened_at,       // when an event of a history happened
                        stage_entered_at,  // the current stage was entered
                        stage_days,        // days in the current stage so far
                        entered_stage,  // the stage named by the column was entered (wide history)
                        left_stage,     // … was left
                        expected_close, closed_at,
                        close_date,  // expected while the deal is open, actual once it is closed
                        won_at, lost_at, lost_reason, competitor, source, probability, next_step,
                        description, last_activity_at, event_id, email, phone, website,
                        category,  // industry of an account, family of a product
                        country, city, employees, annual_revenue, parent_account, first_name,
                        last_name, job_title, product_code)

BOOST_DEFINE_ENUM_CLASS(FileKind, unknown,
                        deals,      // one row per deal, perhaps with dates per stage (wide history)
                        history,    // one row per change of a deal's stage
                        event_log,  // one row per activity of a case; read like a history
                        accounts, contacts, products, users)

inline bool is_history(FileKind kind) {
  return kind == FileKind::history || kind == FileKind::event_log;
}

// The field that a column of this name has in a file of this kind. `rank`: smaller is the more
// telling name; where two columns claim one field, the smaller rank wins.
struct FieldMatch {
  Field field = Field::ignored;
  int rank = 0;
};
std::optional<FieldMatch> match_field(std::string_view column, FileKind kind);

// Whether any kind of file has a column of this name: how a header line is told from a title.
bool is_known_column(std::string_view column);

// A date column that names a stage: "Date entered Proposal", "hs_v2_date_exited_123",
// "进入谈判时间".
struct StageColumn {
  std::string stage;
  bool entered = true;
};
std::optional<StageColumn> match_stage_column(std::string_view column);

// What is left of a date column's name without its date words: "engage_date" -> "engage", "" where
// the name is not one of a date.
std::string date_column_stem(std::string_view column);

bool holds_date(Field field);

}  // namespace stagecoach::exchange
