// The side doors: lists, filters, totals, search, files, live events and figures show what the
// record itself would show, no more.
#include <gmock/gmock.h>

#include "app/matrix_test.h"
#include "sales/deals/live_owner.h"

namespace stagecoach::testing {
namespace {

using ::testing::HasSubstr;

class SideDoorsTest : public MatrixTest {
 protected:
  // Calls f(caller, name, sees) for each caller and a new record of his own, his team, another.
  template <class F>
  void for_each_case(About about, F f) {
    for (const CallerKind& caller : kCallers) {
      for (const Whose whose : {Whose::own, Whose::team, Whose::other}) {
        const Made made = make(about, owner_of(caller, whose));
        f(caller, made, last_name(), caller.with(whose) != Sees::nothing);
      }
    }
  }
  static bool contains(const std::string& text, const std::string& name) {
    return text.find("\"" + name + "\"") != text.npos;
  }
};
EACH_ENGINE(SideDoorsTest);

TEST_P(SideDoorsTest, ListsAndSearchHoldExactlyWhatTheCallerSees) {
  struct List {
    std::string_view target;
    About about;
  };
  constexpr std::array kLists{
      List{"/api/deals?limit=50&q=", About::deal},
      List{"/api/deals?limit=50&sort=-created&q=", About::deal},
      List{"/api/board?q=", About::deal},
      List{"/api/accounts?limit=50&q=", About::account},
      List{"/api/contacts?limit=50&q=", About::contact},
      List{"/api/search?q=", About::deal},
      List{"/api/search?q=", About::account},
      List{"/api/search?q=", About::contact},
  };
  for (const List& list : kLists)
    for_each_case(
        list.about, [&](const CallerKind& caller, const Made&, const std::string& name, bool sees) {
          const std::string text = read(std::string(list.target) + name, caller.name);
          EXPECT_EQ(contains(text, name), sees) << list.target << name << " as " << caller.name;
        });
}

TEST_P(SideDoorsTest, FiltersByOwnerFindNothingMore) {
  for_each_case(About::deal, [&](const CallerKind& caller, const Made& made,
                                 const std::string& name, bool sees) {
    const auto owner = database().read([&](db::Connection& connection) {
      return sales::owner_of_deal(connection, sales::DealId(made.id))->user.value;
    });
    for (const std::string list : {"/api/deals", "/api/today"}) {
      const std::string text =
          read(list + "?limit=200&owner_id=" + std::to_string(owner), caller.name);
      EXPECT_EQ(contains(text, name), sees) << list << " as " << caller.name;
    }
  });
}

TEST_P(SideDoorsTest, ActivitiesAreSeenWithTheirDeal) {
  for_each_case(About::activity, [&](const CallerKind& caller, const Made&, const std::string& name,
                                     bool sees) {
    EXPECT_EQ(contains(read("/api/activities?limit=200", caller.name), name), sees) << caller.name;
  });
}

TEST_P(SideDoorsTest, FilesHoldWhatTheListHolds) {
  const std::pair<std::string_view, About> kFiles[] = {{"/api/deals.csv", About::deal},
                                                       {"/api/accounts.csv", About::account},
                                                       {"/api/contacts.csv", About::contact},
                                                       {"/api/activities.csv", About::activity}};
  for (const auto& [target, about] : kFiles)
    for_each_case(about, [&, target = target](const CallerKind& caller, const Made&,
                                              const std::string& name, bool sees) {
      if (!caller.passes("may_export")) return;
      const bool listed =
          read(std::string(target), caller.name).find(name + ",") != std::string::npos;
      EXPECT_EQ(listed, sees) << target << " as " << caller.name;
    });
}

// The board's totals and the figures of the cycle count as many deals as the caller sees.
TEST_P(SideDoorsTest, TotalsAndFiguresCountWhatTheCallerSees) {
  for (const CallerKind& caller : kCallers)
    for (const Whose whose : {Whose::own, Whose::team, Whose::other})
      make(About::deal, owner_of(caller, whose));
  ASSERT_TRUE(projection_->wait_for(head(), Millis(20'000)));
  for (const CallerKind& caller : kCallers) {
    const std::string list = read("/api/deals?limit=200", caller.name);
    std::size_t visible = 0;
    for (std::size_t at = list.find("\"stage_id\""); at != list.npos;
         at = list.find("\"stage_id\"", at + 1))
      ++visible;
    ASSERT_GT(visible, 0u);
    const std::string number = std::to_string(visible);
    EXPECT_THAT(read("/api/cycle", caller.name), HasSubstr("\"deals\":{\"total\":" + number + ","))
        << caller.name;
    EXPECT_THAT(read("/api/cycle/bottleneck", caller.name), HasSubstr("\"deals\":" + number + ","))
        << caller.name;
    EXPECT_THAT(read("/api/board", caller.name), HasSubstr("\"count\":" + number + ","))
        << caller.name;
  }
}

// What is sent again to a client that was away, by the same rule as what is sent at once.
TEST_P(SideDoorsTest, ResumedLiveEventsTellOfWhatTheCallerSees) {
  for (const About about : {About::deal, About::account, About::contact, About::activity})
    for_each_case(about,
                  [&](const CallerKind& caller, const Made& made, const std::string&, bool sees) {
                    http::RequestParts parts;
                    parts.target = "/api/live";
                    parts.headers = proof_of(caller.name);
                    const http::Reply reply = service_->handle(parts);
                    ASSERT_NE(reply.events(), nullptr);
                    const auto after = static_cast<std::uint64_t>(made.seq - 1);
                    const auto replay = reply.events()->replay(after).value();
                    bool told = false;
                    for (const http::Event& event : replay.events)
                      told = told || event.id == static_cast<std::uint64_t>(made.seq);
                    EXPECT_EQ(told, sees) << caller.name;
                  });
}

}  // namespace
}  // namespace stagecoach::testing
