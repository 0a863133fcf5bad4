// Views: kept, found by whom they are shared with, changed by who may.
#include <gmock/gmock.h>

#include "sales/deals/deal_test.h"
#include "sales/views/view_commands.h"
#include "sales/views/view_store.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ViewsTest : public DealTest {
 protected:
  Result<ListView> keep(UserId who, const NewView& wish) {
    return as(who, [&](journal::Work& work) {
      const StageClock now(std::make_shared<const BusinessCalendar>(), work.now);
      return create_view(work, {viewer_of(work.actor), pipelines(), now}, wish);
    });
  }
  Result<ListView> change(UserId who, const ListView& view, const ViewChange& change) {
    return as(who, [&](journal::Work& work) {
      const StageClock now(std::make_shared<const BusinessCalendar>(), work.now);
      return change_view(work, {viewer_of(work.actor), pipelines(), now}, view.id, view.version,
                         change);
    });
  }
  Result<void> remove(UserId who, const ListView& view) {
    return as(who, [&](journal::Work& work) { return remove_view(work, view.id, view.version); });
  }
  std::vector<std::string> found(UserId who, ListKind list = ListKind::deals) {
    const Viewer& by = viewer(who);
    std::vector<std::string> names;
    for (const ListView& view :
         database().read([&](db::Connection& c) { return list_views(c, by, list); }))
      names.push_back(view.name);
    return names;
  }
  ViewNoted noted(std::string_view kind) {
    const journal::Event event = last_event();
    EXPECT_EQ(event.kind, kind);
    EXPECT_EQ(event.subject_kind, kViewSubject);
    return json::read<ViewNoted>(event.data).value();
  }
  static NewView wish(const std::string& name, Sharing sharing = Sharing::private_) {
    NewView wish;
    wish.name = name;
    wish.sharing = sharing;
    wish.parameters = {{"sort", "-amount"}, {"status", "open"}};
    wish.columns = {"name", "amount"};
    return wish;
  }
  static std::string field_of(const Result<ListView>& refused) {
    EXPECT_FALSE(refused);
    if (refused || refused.error().fields.empty()) return {};
    return refused.error().fields.front().field;
  }
};
EACH_ENGINE(ViewsTest);

TEST_P(ViewsTest, AViewIsKeptWithWhatItShows) {
  const ListView made = keep(rep, wish("Mine")).value();
  const ViewNoted saved = noted(kViewSaved);
  EXPECT_EQ(saved.name, "Mine");
  EXPECT_EQ(saved.parameters.at("sort"), "-amount");
  const auto stored =
      database().read([&](db::Connection& c) { return find_view(c, viewer(rep), made.id); });
  ASSERT_TRUE(stored);
  EXPECT_THAT(stored->columns, ElementsAre("name", "amount"));
  EXPECT_EQ(stored->parameters, made.parameters);
  EXPECT_THAT(found(rep), ElementsAre("Mine"));
  EXPECT_THAT(found(rep, ListKind::accounts), IsEmpty());
  EXPECT_THAT(found(owner), IsEmpty()) << "a private view is its maker's alone";
}

TEST_P(ViewsTest, OnlyWhoLeadsShares) {
  EXPECT_EQ(keep(rep, wish("All", Sharing::everyone)).error().code, Error::Code::forbidden);
  const ListView all = keep(manager, wish("All", Sharing::everyone)).value();
  EXPECT_THAT(found(rep), ElementsAre("All"));
  ViewChange renamed;
  renamed.name = std::string("Renamed");
  EXPECT_EQ(change(rep, all, renamed).error().code, Error::Code::forbidden);
  EXPECT_EQ(remove(rep, all).error().code, Error::Code::forbidden);
  EXPECT_EQ(change(owner, all, renamed).value().version, 2);
  EXPECT_EQ(change(owner, all, renamed).error().code, Error::Code::stale);
  ViewChange taken;
  taken.sharing = Sharing::private_;
  ListView now = all;
  now.version = 2;
  EXPECT_EQ(change(owner, now, taken).error().code, Error::Code::forbidden)
      << "it would be nobody's";
  EXPECT_EQ(change(manager, now, taken).value().sharing, Sharing::private_);
  EXPECT_THAT(found(rep), IsEmpty());
}

TEST_P(ViewsTest, ATeamsViewIsForThoseInItAndAboveIt) {
  const TeamId north = add_team("North");
  const TeamId south = add_team("South");
  const UserId lead = add_user("lea", Role::manager, Visibility::team, north).id;
  const UserId inside = add_user("ina", Role::rep, Visibility::own, north).id;
  const UserId outside = add_user("otto", Role::rep, Visibility::own, south).id;
  const ListView view = keep(lead, wish("North", Sharing::team)).value();
  EXPECT_EQ(view.team_id, north);
  EXPECT_THAT(found(inside), ElementsAre("North"));
  EXPECT_THAT(found(outside), IsEmpty());
  EXPECT_EQ(remove(outside, view).error().code, Error::Code::not_found);
  EXPECT_EQ(field_of(keep(manager, wish("No team", Sharing::team))), "sharing");
  remove(lead, view).value();
  EXPECT_EQ(noted(kViewDeleted).name, "North");
  EXPECT_THAT(found(inside), IsEmpty());
}

TEST_P(ViewsTest, WhatTheListWouldRefuseIsNotKept) {
  NewView view = wish("Wrong");
  view.columns = {"name", "colour"};
  EXPECT_EQ(field_of(keep(rep, view)), "columns[1]");
  view.columns = {"name", "name"};
  EXPECT_EQ(field_of(keep(rep, view)), "columns[1]");
  view = wish("Wrong");
  view.parameters["cursor"] = "x";
  EXPECT_EQ(field_of(keep(rep, view)), "parameters.cursor");
  view = wish("Wrong");
  view.parameters["where"] = R"({"field":"colour","is":"empty"})";
  EXPECT_EQ(field_of(keep(rep, view)), "where.field");
  view = wish("Wrong");
  view.parameters["sort"] = "colour";
  EXPECT_EQ(field_of(keep(rep, view)), "sort");
  view = wish("Wrong");
  view.list = ListKind::contacts;
  view.columns = {};
  EXPECT_EQ(field_of(keep(rep, view)), "status") << "contacts have none";
  EXPECT_THAT(found(rep), IsEmpty());
}

}  // namespace
}  // namespace stagecoach::sales
