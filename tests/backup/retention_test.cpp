#include "backup/retention.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "backup/backup_name.h"

namespace stagecoach::backup {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

Instant at(std::string_view text) {
  return *instant_from_iso(text);
}

std::set<Instant> kept_of(Instant now, const std::vector<Instant>& times, const TimeZone& zone) {
  std::set<Instant> kept(times.begin(), times.end());
  for (const Instant gone : to_remove(now, times, zone)) EXPECT_EQ(kept.erase(gone), 1u);
  return kept;
}

TEST(RetentionTest, OfAYearOfNightsSevenDaysFourWeeksAndThreeMonthsAreKept) {
  std::vector<Instant> nights;
  for (int day = 0; day < 365; ++day) nights.push_back(at("2026-01-01T03:15:00Z") + days(day));
  const Instant now = nights.back() + minutes(1);  // Thursday, 2026-12-31
  const std::set<Instant> wanted{
      at("2026-12-31T03:15:00Z"), at("2026-12-30T03:15:00Z"), at("2026-12-29T03:15:00Z"),
      at("2026-12-28T03:15:00Z"), at("2026-12-27T03:15:00Z"), at("2026-12-26T03:15:00Z"),
      at("2026-12-25T03:15:00Z"),                              // days
      at("2026-12-20T03:15:00Z"), at("2026-12-13T03:15:00Z"),  // weeks, beside 12-31 and 12-27
      at("2026-11-30T03:15:00Z"), at("2026-10-31T03:15:00Z"),  // months, beside December
  };
  EXPECT_EQ(kept_of(now, nights, TimeZone()), wanted);
}

TEST(RetentionTest, TheDayIsThatOfTheZone) {
  // Both on the first of June in UTC, on two days in Shanghai.
  const std::vector<Instant> times{at("2026-06-01T15:00:00Z"), at("2026-06-01T17:00:00Z")};
  const Instant now = at("2026-06-08T00:00:00Z");
  EXPECT_EQ(kept_of(now, times, TimeZone()).size(), 1u);
  EXPECT_EQ(kept_of(now, times, *TimeZone::find("Asia/Shanghai")).size(), 2u);
}

TEST(RetentionTest, BothBackupsOfTheDayOfAnUpgradeAreKeptForADay) {
  const std::vector<Instant> times{at("2026-06-01T09:00:00Z"), at("2026-06-01T09:30:00Z")};
  EXPECT_EQ(kept_of(at("2026-06-01T10:00:00Z"), times, TimeZone()).size(), 2u);
  EXPECT_EQ(kept_of(at("2026-06-02T10:00:00Z"), times, TimeZone()).size(), 1u);
}

// Whatever the history: what is promised, and nothing else.
class RandomHistory : public ::testing::TestWithParam<unsigned> {
 protected:
  RandomHistory() : random_(GetParam()) {
    now_ = at("2026-03-29T12:00:00Z") + minutes(random_() % 1'000'000);
    const int count = static_cast<int>(random_() % 200);
    const auto reach = minutes(1 + random_() % (60 * 24 * 500));
    std::set<Instant> times;
    for (int i = 0; i < count; ++i)
      times.insert(now_ + minutes(60 * 24 * 2) - minutes(random_() % reach.count()));
    times_.assign(times.begin(), times.end());
    std::shuffle(times_.begin(), times_.end(), random_);
    for (const Instant time : times_)
      if (time <= now_) past_.insert(time);
    kept_ = kept_of(now_, times_, zone_);
  }

  // The newest of each period, from the newest period on.
  template <class Period>
  std::vector<Instant> newest_by(Period period_of, std::size_t count) const {
    std::map<decltype(period_of(now_)), Instant, std::greater<>> newest;
    for (const Instant time : past_) {
      Instant& known = newest.try_emplace(period_of(time), time).first->second;
      known = std::max(known, time);
    }
    std::vector<Instant> times;
    for (const auto& [period, time] : newest)
      if (times.size() < count) times.push_back(time);
    return times;
  }
  Date day_of(Instant time) const { return date_of(zone_.to_civil(time)); }

  std::mt19937 random_;
  const TimeZone zone_ = *TimeZone::find("Europe/Berlin");
  Instant now_;
  std::vector<Instant> times_;
  std::set<Instant> past_, kept_;
};
INSTANTIATE_TEST_SUITE_P(Histories, RandomHistory, ::testing::Range(0u, 300u));

TEST_P(RandomHistory, KeepsExactlyWhatIsPromised) {
  std::set<Instant> promised;
  for (const Instant time : times_)
    if (time > now_ - hours(24)) promised.insert(time);  // the last day, and what is yet to come
  const auto add = [&](const std::vector<Instant>& times) {
    promised.insert(times.begin(), times.end());
  };
  add(newest_by([&](Instant time) { return day_of(time); }, 7));
  add(newest_by(
      [&](Instant time) {
        const std::chrono::weekday weekday(day_of(time));
        return day_of(time) - days(weekday.iso_encoding() - 1);  // its Monday
      },
      4));
  add(newest_by(
      [&](Instant time) {
        const std::chrono::year_month_day date(day_of(time));
        return std::pair(static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
      },
      3));
  EXPECT_EQ(kept_, promised);
}

TEST_P(RandomHistory, NeverRemovesTheNewestAndIsDoneAfterOnce) {
  EXPECT_TRUE(past_.empty() || kept_.contains(*past_.rbegin()));
  EXPECT_TRUE(to_remove(now_, {kept_.begin(), kept_.end()}, zone_).empty());
}

TEST_P(RandomHistory, TurnsAreOnceADayOnTheClockOfTheZone) {
  const minutes turn(random_() % (24 * 60));
  const Instant last = last_turn(now_, turn, zone_), next = next_turn(now_, turn, zone_);
  EXPECT_LE(last, now_);
  EXPECT_GT(next, now_);
  EXPECT_EQ(day_of(next) - day_of(last), days(1));
  EXPECT_EQ(last, zone_.to_instant(civil_at(day_of(last), turn)));
  EXPECT_EQ(last_turn(next, turn, zone_), next);
}

TEST_P(RandomHistory, ANameTellsItsMomentAndNothingElseIsAName) {
  const Instant second = std::chrono::floor<std::chrono::seconds>(now_);
  const std::string name = backup_name("stage-coach", second);
  EXPECT_EQ(time_in_name("stage-coach", name), second);
  EXPECT_EQ(time_in_name("stage", name), std::nullopt);
  EXPECT_EQ(time_in_name("stage-coach", name + ".part"), std::nullopt);
  std::string changed = name;
  changed[random_() % changed.size()] = '?';
  EXPECT_EQ(time_in_name("stage-coach", changed), std::nullopt) << changed;
}

TEST(BackupNameTest, IsThatOfTheWorkspace) {
  EXPECT_EQ(backup_name("stagecoach", at("2026-11-27T03:15:00Z")),
            "stagecoach-20261127-031500Z.backup.db");
  EXPECT_EQ((Place{"var/sales.db", {}}).name(), "sales");
  EXPECT_EQ((Place{"sqlite:sales", {}}).name(), "sales");
  EXPECT_EQ((Place{"postgresql://localhost/crm", {}}).name(), "stagecoach");
  for (const char* wrong :
       {"stagecoach-20261327-031500Z.backup.db", "stagecoach-20261127-251500Z.backup.db",
        "stagecoach-20260230-031500Z.backup.db", "stagecoach-20261127-0315 0Z.backup.db"})
    EXPECT_EQ(time_in_name("stagecoach", wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace stagecoach::backup
