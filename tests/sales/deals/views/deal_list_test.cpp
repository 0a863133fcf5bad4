// Lists: every row once and in order, only what one may see, and what a filter says.
#include "sales/deals/views/deal_list.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class DealListTest : public DealTest {
 protected:
  Result<DealPage> page(const DealQuery& query, UserId who = {}) {
    const StageClock stage_clock(std::make_shared<const BusinessCalendar>(), clock.now());
    const DealReading reading{viewer(who ? who : owner), pipelines(), stage_clock};
    return database().read([&](db::Connection& c) { return list_deals(c, reading, query); });
  }
  std::vector<std::string> names(const DealQuery& query, UserId who = {}) {
    std::vector<std::string> list;
    const DealPage got = page(query, who).value();
    for (const DealCard& card : got.items) list.push_back(card.name);
    return list;
  }
  std::vector<std::string> found(const std::string& q, UserId who = {}) {
    DealQuery query;
    query.q = q;
    return names(query, who);
  }
  Deal named(const std::string& name, UserId by = {}) {
    CreateDeal wish;
    wish.name = name;
    return create(wish, by);
  }
};
EACH_ENGINE(DealListTest);

// Forty deals with many ties, unknown amounts and unknown dates, read in pages of seven while the
// reference order is made from the whole.
TEST_P(DealListTest, PagingGivesEveryRowOnceInTheOrderOfEverySort) {
  std::mt19937 random(3);
  const auto below = [&](unsigned n) { return random() % n; };
  std::vector<DealId> ids;
  for (int i = 0; i < 40; ++i) {
    CreateDeal wish;
    wish.name = std::array{"Alpha", "beta", "Émile", "张三"}[below(4)];
    if (below(3) > 0) wish.amount = cny(100 * (1 + below(4)));
    if (below(3) > 0) wish.expected_close = Date(std::chrono::days(20'600 + below(3)));
    ids.push_back(create(wish, owner).id);
    if (below(2) == 0) clock.advance(Millis(5));
  }
  for (int i = 0; i < 15; ++i) {  // so that updated and stage_entered differ from created
    const Deal deal = stored(ids[below(40)]);
    if (deal.status == StageKind::open) move(deal, "on_hold", because_of("so"), owner).value();
    clock.advance(Millis(below(2)));
  }
  const auto key = [](const std::string& sort, const Deal& deal) -> std::int64_t {
    if (sort == "amount") return deal.amount ? deal.amount->minor : kNoAmount;
    if (sort == "expected_close")
      return deal.expected_close ? to_days(*deal.expected_close) : kNoDate;
    if (sort == "stage_entered") return to_millis(deal.stage_entered_at);
    if (sort == "updated") return to_millis(deal.updated_at);
    return 0;  // created: the ids alone. name: see below
  };
  for (const std::string sort :
       {"amount", "name", "expected_close", "created", "stage_entered", "updated"})
    for (const bool descending : {false, true}) {
      SCOPED_TRACE(sort + (descending ? " descending" : ""));
      DealQuery query;
      query.sort = (descending ? "-" : "") + sort;
      query.limit = 200;
      std::vector<std::int64_t> whole;
      const DealPage everything = page(query).value();
      for (const DealCard& card : everything.items) whole.push_back(card.id.value);
      ASSERT_EQ(whole.size(), ids.size());
      if (sort != "name") {
        std::vector<std::pair<std::int64_t, std::int64_t>> expected;
        for (const DealId id : ids) expected.emplace_back(key(sort, stored(id)), id.value);
        std::sort(expected.begin(), expected.end());
        if (descending) std::reverse(expected.begin(), expected.end());
        for (size_t i = 0; i < whole.size(); ++i) ASSERT_EQ(whole[i], expected[i].second) << i;
      }
      std::vector<std::int64_t> paged;
      query.limit = 7;
      for (int pages = 0; pages < 7; ++pages) {
        const DealPage got = page(query).value();
        for (const DealCard& card : got.items) paged.push_back(card.id.value);
        query.cursor = got.next_cursor;
        if (!query.cursor) break;
      }
      EXPECT_EQ(paged, whole);
      EXPECT_FALSE(query.cursor) << "the last page promises another";
    }
}

TEST_P(DealListTest, ACursorBelongsToItsListAndAnUnknownSortIsRefused) {
  for (int i = 0; i < 3; ++i) create("Acme");
  DealQuery query;
  query.limit = 1;
  query.cursor = page(query).value().next_cursor;
  ASSERT_TRUE(query.cursor);
  query.sort = "amount";
  EXPECT_EQ(page(query).error().code, Error::Code::invalid);
  query = {};
  query.sort = "owner";
  EXPECT_EQ(testing::code_of(page(query)), "deal.no_such_sort");
  query.sort = "amount";
  query.cursor = "not a cursor";
  EXPECT_EQ(page(query).error().code, Error::Code::invalid);
}

TEST_P(DealListTest, EveryFilterKeepsWhatItSays) {
  const AccountId acme = add_account("Acme");
  const ProductId wheel = add_product("Wheel");
  CreateDeal wish;
  wish.name = "rich";
  wish.amount = cny(5000);
  wish.expected_close = *date_from_iso("2026-05-10");
  wish.account_id = acme;
  wish.source = "fair";
  wish.product_lines = {{wheel, 1, {}}};
  const Deal rich = create(wish);
  clock.advance(std::chrono::hours(24 * 40));
  const Deal poor = named("poor");
  add_activity(poor.id, ActivityKind::call, clock.now());
  const Deal held = move(named("held"), "on_hold", because_of("so")).value();
  const Deal others = named("others", other_rep);
  wish = {};
  wish.name = "consumer";
  wish.pipeline_id = b2c().id;
  create(wish);
  remove(named("gone"));

  const auto with = [&](auto set) {
    DealQuery query;
    set(query);
    return names(query);
  };
  using Q = DealQuery&;
  EXPECT_THAT(with([](Q) {}), ElementsAre("consumer", "others", "held", "poor", "rich"));
  EXPECT_THAT(with([&](Q q) { q.pipeline_id = b2c().id; }), ElementsAre("consumer"));
  EXPECT_THAT(with([&](Q q) { q.stage_id = held.stage_id; }), ElementsAre("held"));
  EXPECT_THAT(with([](Q q) {
                q.status = {StageKind::on_hold, StageKind::won};
              }),
              ElementsAre("held"));
  EXPECT_THAT(with([&](Q q) { q.owner_id = other_rep; }), ElementsAre("others"));
  EXPECT_THAT(with([&](Q q) { q.account_id = acme; }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.source = "fair"; }), ElementsAre("rich"));
  EXPECT_THAT(with([&](Q q) { q.product_id = wheel; }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.amount_min = 5000; }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.amount_min = 5001; }), IsEmpty());
  EXPECT_THAT(with([](Q q) { q.amount_min = -5; }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.amount_max = 5000; }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.amount_max = 4999; }), IsEmpty());
  EXPECT_THAT(with([](Q q) { q.close_from = *date_from_iso("2026-05-10"); }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.close_to = *date_from_iso("2026-05-10"); }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) { q.close_to = *date_from_iso("2026-05-09"); }), IsEmpty());
  EXPECT_THAT(with([](Q q) { q.created_to = *date_from_iso("2026-03-02"); }), ElementsAre("rich"));
  EXPECT_THAT(with([](Q q) {
                q.created_from = *date_from_iso("2026-03-03");
                q.pipeline_id = PipelineId(1);
              }),
              ElementsAre("others", "held", "poor"));
  EXPECT_THAT(with([](Q q) { q.concern = ConcernKind::no_next_step; }),
              ElementsAre("consumer", "others", "rich"));
  EXPECT_THAT(with([](Q q) { q.concern = ConcernKind::over_standard; }), ElementsAre("rich"));
  EXPECT_TRUE(page({}).value().items.back().age.over);
}

TEST_P(DealListTest, OwnTeamAndAllAreWhatTheirNamesSay) {
  const TeamId north = add_team("North"), inner = add_team("Inner", north),
               south = add_team("South");
  const UserId lead = add_user("lea", Role::manager, Visibility::team, north).id;
  const UserId inside = add_user("ina", Role::rep, Visibility::own, inner).id;
  const UserId outside = add_user("sue", Role::rep, Visibility::own, south).id;
  named("of the lead", lead);
  named("of the inner team", inside);
  named("of the south", outside);
  EXPECT_THAT(names({}, owner),
              UnorderedElementsAre("of the lead", "of the inner team", "of the south"));
  EXPECT_THAT(names({}, lead), UnorderedElementsAre("of the lead", "of the inner team"));
  EXPECT_THAT(names({}, inside), ElementsAre("of the inner team"));
  EXPECT_THAT(found("south", inside), IsEmpty());
  EXPECT_THAT(names({}, rep), IsEmpty());
  DealQuery of_south;
  of_south.team_id = south;
  EXPECT_THAT(names(of_south, lead), IsEmpty());
  EXPECT_THAT(names(of_south, owner), ElementsAre("of the south"));
}

TEST_P(DealListTest, SearchFindsPiecesInAnyLanguage) {
  CreateDeal wish;
  wish.name = "华东仓储项目";
  wish.account_id = add_account("上海驿程物流");
  create(wish);
  named("Café Zürich");
  named("50%_off");
  named("Straße");
  EXPECT_THAT(found("仓"), ElementsAre("华东仓储项目"));
  EXPECT_THAT(found("仓储"), ElementsAre("华东仓储项目"));
  EXPECT_THAT(found("驿程"), ElementsAre("华东仓储项目"));
  EXPECT_THAT(found("储仓"), IsEmpty());
  EXPECT_THAT(found("cafe"), ElementsAre("Café Zürich"));
  EXPECT_THAT(found("ZÜR"), ElementsAre("Café Zürich"));
  EXPECT_THAT(found("fé"), ElementsAre("Café Zürich"));
  EXPECT_THAT(found("strasse"), ElementsAre("Straße"));
  EXPECT_THAT(found("%"), ElementsAre("50%_off"));
  EXPECT_THAT(found("0%_"), ElementsAre("50%_off"));
  EXPECT_THAT(found("' OR 1=1 --"), IsEmpty());
  // What is renamed is found by its new name only.
  PatchDeal rename;
  rename.name = std::string("Bistro");
  const Deal cafe = stored(page({}).value().items[2].id);
  ASSERT_EQ(cafe.name, "Café Zürich");
  patch(cafe, rename).value();
  EXPECT_THAT(found("cafe"), IsEmpty());
  EXPECT_THAT(found("bis"), ElementsAre("Bistro"));
}

}  // namespace
}  // namespace stagecoach::sales
