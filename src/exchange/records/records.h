// The records that export files hold, typed and located, before anybody decides what to do with
// them: the analysis turns them into histories, the importer into commands.
//
// Text borrows from the Dataset that owns the records (dataset.h). Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/columns/field.h"
#include "platform/base/money.h"
#include "platform/base/phrase.h"
#include "platform/base/time.h"
#include "sales/fields/field_value.h"

namespace stagecoach::exchange {

// Where a record stands: the file's number in the order given, and its physical line.
struct Origin {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
};

// An instant with the local day it falls on in the mapping's time zone.
struct Moment {
  Instant at;
  Date day;

  bool operator==(const Moment&) const = default;
};

// One cell that could not be used, for the table of rejected rows.
struct RowIssue {
  Origin origin;
  std::string column;  // the header's name; empty where the whole row is meant
  std::string value;
  Message reason;
  bool rejected = true;  // false: the row was used with this cell left empty
};

// A deal entered (or left) a stage.
struct StageEvent {
  std::string_view deal;
  std::string_view stage;
  std::string_view from;  // the stage before, where the file says so
  std::string_view owner, account, product, source, pipeline;
  std::optional<Money> amount;
  Moment at;
  bool entered = true;
  Origin origin;
};

struct DealRecord {
  std::string_view key;  // deal id, else name, else its place in the file
  bool has_id = false;
  std::string_view name, account_id, account, contact_id, contact, owner, team, product, stage,
      pipeline, status, lost_reason, competitor, source, next_step, description;
  std::optional<Money> amount;
  std::optional<double> probability;  // 0..1
  std::optional<bool> is_closed, is_won;
  std::optional<double> stage_days;
  std::optional<Moment> created, started, stage_entered, expected_close, closed, close_date, won,
      lost, last_activity;
  sales::FieldValues custom;  // the organisation's own fields
  Origin origin;
};

struct AccountRecord {
  std::string_view id, name, category, website, phone, country, city, parent, owner, source,
      description;
  std::optional<std::int64_t> employees;
  std::optional<Money> annual_revenue;
  Origin origin;
};

struct ContactRecord {
  std::string_view id, name, account_id, account, email, phone, job_title, owner, source,
      description;
  Origin origin;
};

struct ProductRecord {
  std::string_view code, name, category, description;
  std::optional<Money> price;
  Origin origin;
};

struct UserRecord {
  std::string_view name, email, team, manager, job_title;
  Origin origin;
};

// What became of a file's rows: rows = used + rejected + duplicates + totals, always.
struct FileTally {
  std::string file;
  FileKind kind = FileKind::unknown;
  size_t rows = 0;
  size_t used = 0;
  size_t rejected = 0;
  size_t duplicates = 0;        // exact copies of an earlier row
  size_t totals = 0;            // footers: totals, copyright lines
  size_t blank_lines = 0;       // not among the rows
  size_t repeated_headers = 0;  // not among the rows
  size_t unwrapped = 0;         // of the used: rows quoted whole
  size_t short_rows = 0;        // of the used: fewer cells than the header
  size_t stray_quotes = 0;      // quotes never closed, or text after a closing one
};

}  // namespace stagecoach::exchange
