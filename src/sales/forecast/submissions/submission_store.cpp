#include "platform/db/sql_text.h"
#include "sales/forecast/submissions/submission.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

std::vector<ForecastSubmission> list_submissions(db::Connection& connection, const Viewer& viewer,
                                                 const std::string& period) {
  db::SqlText sql(
      "SELECT s.id, s.period, s.owner_id, u.name, s.for_team_id, s.amount_minor, s.currency, "
      "s.note, s.created_at FROM forecast_submissions s JOIN users u ON u.id = s.owner_id "
      "WHERE s.period = ");
  add_seen(sql.bind_text(period).add(" AND "), viewer, "s");
  sql.add(" ORDER BY s.id DESC LIMIT ").add(std::to_string(kSubmissionsShown));
  std::vector<ForecastSubmission> found;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    found.push_back({row.id<SubmissionId>(0), row.string(1), row.id<UserId>(2), row.string(3),
                     row.optional_id<TeamId>(4),
                     Money{row.integer(5), Currency::parse(row.text(6)).value_or(Currency())},
                     row.string(7), row.instant(8)});
  });
  return found;
}

void insert_submission(journal::Work& work, ForecastSubmission& submission, TeamId authors_team) {
  work.tx.each(
      "INSERT INTO forecast_submissions (period, owner_id, team_id, for_team_id, amount_minor, "
      "currency, note, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      [&](const db::Row& row) { submission.id = row.id<SubmissionId>(0); }, submission.period,
      submission.author_id, authors_team ? std::optional(authors_team.value) : std::nullopt,
      submission.for_team_id, submission.amount.minor, submission.amount.currency.code(),
      submission.note, submission.at);
  work.append(
      journal::because(SubmissionMade{submission.period, submission.for_team_id, submission.amount})
          .about({kSubmissionSubject, submission.id.value}));
}

}  // namespace stagecoach::sales
