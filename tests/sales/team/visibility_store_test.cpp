// The condition in SQL and the test on loaded values give the same answer, for every kind of viewer
// over random trees and records.
#include <gtest/gtest.h>

#include <random>

#include "sales/team/absence/absence_commands.h"
#include "sales/team/team_test.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

class VisibilityStoreTest : public testing::TeamTest {
 protected:
  struct Record {
    std::int64_t id;
    UserId owner;
    TeamId team;
  };

  std::vector<std::int64_t> seen_in_sql(const Viewer& viewer) {
    const SeenBy seen = seen_by(viewer, "r", 2);
    const std::string sql =
        "SELECT r.id FROM owned r WHERE r.id > $1 AND " + seen.condition + " ORDER BY r.id";
    std::vector<db::Param> params{db::Param(0)};
    seen.bind_to(params);
    std::vector<std::int64_t> ids;
    database().read([&](db::Connection& connection) {
      connection.each_of(sql, params, [&](const db::Row& row) { ids.push_back(row.integer(0)); });
    });
    return ids;
  }
};
EACH_ENGINE(VisibilityStoreTest);

TEST_P(VisibilityStoreTest, AgreesWithTheTestOnLoadedValues) {
  script("CREATE TABLE owned (id BIGINT NOT NULL, owner_id BIGINT NOT NULL, team_id BIGINT)");
  set_up_owner();
  std::mt19937 random(7);
  const auto below = [&](size_t n) { return random() % n; };
  std::vector<TeamId> teams;
  for (int i = 0; i < 8; ++i)
    teams.push_back(add_team(
        "T" + std::to_string(i),
        teams.empty() || below(4) == 0 ? std::nullopt : std::optional(teams[below(teams.size())])));
  std::vector<User> people;
  for (int i = 0; i < 12; ++i)
    people.push_back(add_user("p" + std::to_string(i), i % 2 ? Role::manager : Role::rep,
                              static_cast<Visibility>(i % 3),
                              i % 4 == 0 ? std::nullopt : std::optional(teams[below(8)])));
  std::vector<Record> records;
  run([&](journal::Work& work) -> Result<void> {
    for (int i = 1; i <= 200; ++i) {
      records.push_back({i, people[below(12)].id, below(5) == 0 ? TeamId() : teams[below(8)]});
      const Record& record = records.back();
      work.tx.execute("INSERT INTO owned (id, owner_id, team_id) VALUES ($1, $2, $3)", record.id,
                      record.owner,
                      record.team ? std::optional(record.team) : std::optional<TeamId>());
    }
    return {};
  }).value();
  const auto check_all = [&] {
    size_t seen_in_all = 0;
    for (const User& person : people) {
      const Viewer viewer = viewer_for(person.id);
      std::vector<std::int64_t> expected;
      for (const Record& record : records)
        if (may_see(viewer, record.owner, record.team)) expected.push_back(record.id);
      EXPECT_EQ(seen_in_sql(viewer), expected) << person.name;
      seen_in_all += expected.size();
    }
    return seen_in_all;
  };
  const size_t seen = check_all();
  EXPECT_GT(seen, 800u) << "four of them see all 200";
  EXPECT_LT(seen, 2000u);
  // Half of them are away, and somebody stands in for each.
  run([&](journal::Work& work) -> Result<void> {
    for (size_t i = 0; i < people.size(); i += 2)
      TRY(set_absence(work, {people[i].id, people[i + 1].id, *date_from_iso("2026-03-01"),
                             *date_from_iso("2026-03-05")}));
    return {};
  }).value();
  EXPECT_GT(check_all(), seen) << "deputies see more than before";
}

TEST_P(VisibilityStoreTest, AViewersReachFollowsTheTreeAtOnce) {
  set_up_owner();
  const TeamId north = add_team("North");
  const TeamId south = add_team("South");
  const User mia = add_user("mia", Role::manager, Visibility::team, north);
  EXPECT_FALSE(may_see(viewer_for(mia.id), UserId(99), south));
  run([&](journal::Work& work) {
    return change_team(work, south, 1, {{}, json::Patch<TeamId>(north)});
  }).value();
  EXPECT_TRUE(may_see(viewer_for(mia.id), UserId(99), south));
}

}  // namespace
}  // namespace stagecoach::sales
