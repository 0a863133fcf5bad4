// What somebody said would land in a period, of his own deals or of a team. Never changed: who
// thinks otherwise later says so anew.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "platform/base/money.h"
#include "platform/json/json.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

using SubmissionId = Id<struct SubmissionTag>;
inline constexpr std::string_view kSubmissionSubject = "forecast_submission";
inline constexpr int kSubmissionsShown = 200;

struct ForecastSubmission {
  SubmissionId id;
  std::string period;
  UserId author_id;
  std::string author_name;
  std::optional<TeamId> for_team_id;  // absent: of his own deals
  Money amount;
  std::string note;
  Instant at;
};
BOOST_DESCRIBE_STRUCT(ForecastSubmission, (),
                      (id, period, author_id, author_name, for_team_id, amount, note, at))

// The note stays out: people's words can be erased, the journal cannot.
struct SubmissionMade {
  static constexpr std::string_view kKind = "forecast.submitted";
  std::string period;
  std::optional<TeamId> for_team_id;
  Money amount;
};
BOOST_DESCRIBE_STRUCT(SubmissionMade, (), (period, for_team_id, amount))

struct NewSubmission {
  std::string period;
  std::optional<TeamId> for_team_id;
  Money amount;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(NewSubmission, (), (period, for_team_id, amount, note))
constexpr auto json_rules(const NewSubmission*) {
  using json::Rule;
  return std::array{Rule("period").length(7, 7), Rule("amount").between(0, 9'000'000'000'000'000),
                    Rule("note").length(0, 2'000).defaulted()};
}

// invalid: no such period, no currency. not_found: no such team. forbidden: a team he does not
// lead.
Result<ForecastSubmission> submit_forecast(journal::Work& work, const NewSubmission& wish);

// Of those whose deals the viewer sees, the newest first, kSubmissionsShown at most.
std::vector<ForecastSubmission> list_submissions(db::Connection& connection, const Viewer& viewer,
                                                 const std::string& period);

// Stores it with its event; gives it its id.
void insert_submission(journal::Work& work, ForecastSubmission& submission, TeamId authors_team);

}  // namespace stagecoach::sales
