// Groups of conditions on deals: a list gives exactly the deals of which the same conditions are
// true in memory, whatever they are.
#include "sales/deals/views/deal_filter.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "platform/base/enum_names.h"
#include "platform/base/text_fold.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DealFilterTest : public DealTest {
 protected:
  std::set<std::string> listed(const std::string& where, UserId who = {}) {
    DealQuery query;
    query.where = where;
    query.limit = 200;
    const DealPage page = list(query, who ? who : owner).value();
    std::set<std::string> names;
    for (const DealCard& card : page.items) names.insert(card.name);
    return names;
  }
  Result<DealPage> list(const DealQuery& query, UserId who) {
    const Viewer& by = viewer(who);
    const StageClock now(std::make_shared<const BusinessCalendar>(), clock.now());
    return database().read([&](db::Connection& c) {
      return list_deals(c, {by, pipelines(), now}, query);
    });
  }
  // Where a refused filter is wrong, and what it says.
  std::pair<std::string, std::string> refusal(const std::string& where) {
    DealQuery query;
    query.where = where;
    const auto page = list(query, owner);
    EXPECT_FALSE(page) << where;
    if (page) return {};
    EXPECT_EQ(page.error().code, Error::Code::invalid);
    EXPECT_FALSE(page.error().fields.empty());
    return {page.error().fields.front().field, page.error().fields.front().message.text(Lang::en)};
  }

  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool chance(int percent) { return below(100) < percent; }

  void create_some(int count) {
    const std::array sources{"referral", "website", "event"};
    const std::array accounts{add_account("云帆科技", owner), add_account("Blue Lake", owner)};
    const std::array names{"Pilot", "年度框架", "100%_sure"};
    for (int i = 0; i < count; ++i) {
      CreateDeal wish;
      wish.name = std::string(names[size_t(below(3))]) + " " + std::to_string(i);
      wish.stage_id = b2b().open_stage_at(below(2))->id;
      wish.owner_id = std::array{owner, rep, manager}[size_t(below(3))];
      if (chance(60)) wish.account_id = accounts[size_t(below(2))];
      if (chance(70)) wish.amount = cny(below(5) * 1000);
      if (chance(70)) wish.expected_close = StartDay() + std::chrono::days(below(9) - 4);
      if (chance(70)) wish.source = std::string(sources[size_t(below(3))]);
      Deal deal = create(wish, owner);
      PatchDeal more;
      if (chance(30)) more.probability = below(3) * 50;
      if (chance(30)) deal = patch(deal, more, owner).value();
      deals_.push_back(deal);
      clock.advance(std::chrono::hours(below(30)));
    }
  }
  static Date StartDay() { return *date_from_iso("2026-03-03"); }

  FilterPart some_part(int depth) {
    FilterPart part;
    if (depth > 0 && chance(55)) {
      std::vector<FilterPart>& parts = chance(50) ? part.all : part.any;
      const int count = 1 + below(3);
      for (int i = 0; i < count; ++i) parts.push_back(some_part(depth - 1));
      return part;
    }
    return some_condition();
  }

  FilterPart some_condition() {
    using enum FilterTest;
    static const std::vector<std::pair<std::string, std::vector<std::string>>> kFields{
        {"owner_id", {}},
        {"account_id", {}},
        {"stage_id", {}},
        {"source", {"referral", "website", "nowhere"}},
        {"amount", {"0", "1000", "3000"}},
        {"own_probability", {"0", "50", "99"}},
        {"expected_close", {"2026-03-01", "2026-03-03", "2026-03-05"}},
        {"created", {"2026-03-02", "2026-03-04", "2026-03-08"}},
        {"text", {"pilot", "框架", "%_s"}},
        {"status", {"open", "won", "lost"}}};
    const auto& [field, values] = kFields[size_t(below(int(kFields.size())))];
    FilterPart part;
    part.field = field;
    const bool of_time = field == "expected_close" || field == "created";
    const bool of_number = field == "amount" || field == "own_probability";
    std::vector<FilterTest> tests{any_of, none_of, empty, not_empty};
    if (of_number) tests.insert(tests.end(), {at_least, at_most});
    if (of_time) tests = {at_least, at_most, in_last_days, in_next_days, empty, not_empty};
    if (field == "text") tests = {contains};
    part.is = tests[size_t(below(int(tests.size())))];
    if (part.is == empty || part.is == not_empty) return part;
    if (part.is == in_last_days || part.is == in_next_days) {
      part.values = {{std::to_string(below(5))}};
      return part;
    }
    const int count = part.is == any_of || part.is == none_of ? 1 + below(3) : 1;
    for (int i = 0; i < count; ++i) {
      const Deal& like = deals_[size_t(below(int(deals_.size())))];
      std::string value;
      if (field == "owner_id")
        value = chance(30) ? "me" : std::to_string(like.owner_id.value);
      else if (field == "account_id")
        value = std::to_string(like.account_id.value);
      else if (field == "stage_id")
        value = std::to_string(like.stage_id.value);
      else
        value = values[size_t(below(int(values.size())))];
      part.values.push_back({value});
    }
    return part;
  }

  // ---- the same in memory ----

  bool holds(const FilterPart& part, const Deal& deal) {
    if (!part.all.empty())
      return std::all_of(part.all.begin(), part.all.end(),
                         [&](const FilterPart& inner) { return holds(inner, deal); });
    if (!part.any.empty())
      return std::any_of(part.any.begin(), part.any.end(),
                         [&](const FilterPart& inner) { return holds(inner, deal); });
    if (*part.field == "text")
      return fold(deal.name).find(fold(part.values[0].text)) != std::string::npos;
    const std::optional<std::string> value = text_of(deal, *part.field);
    switch (*part.is) {
      case FilterTest::empty:
        return !value;
      case FilterTest::not_empty:
        return value.has_value();
      case FilterTest::any_of:
        return value && is_among(*value, part);
      case FilterTest::none_of:
        return !value || !is_among(*value, part);
      default:
        return value && is_within(deal, part, *value);
    }
  }
  std::optional<std::string> text_of(const Deal& deal, const std::string& field) {
    const auto number = [](std::int64_t n) { return std::to_string(n); };
    if (field == "owner_id") return number(deal.owner_id.value);
    if (field == "stage_id") return number(deal.stage_id.value);
    if (field == "status") return std::string(name_of(deal.status));
    if (field == "created") return to_iso(date_of(deal.created_at));
    if (field == "account_id" && deal.account_id) return number(deal.account_id.value);
    if (field == "source" && !deal.source.empty()) return deal.source;
    if (field == "amount" && deal.amount) return number(deal.amount->minor);
    if (field == "own_probability" && deal.probability) return number(*deal.probability);
    if (field == "expected_close" && deal.expected_close) return to_iso(*deal.expected_close);
    return std::nullopt;
  }
  bool is_among(const std::string& value, const FilterPart& part) {
    for (const FilterValue& one : part.values)
      if (one.text == value || (one.text == "me" && value == std::to_string(owner.value)))
        return true;
    return false;
  }
  bool is_within(const Deal& deal, const FilterPart& part, const std::string& value) {
    const std::string& wanted = part.values[0].text;
    const bool of_number = *part.field == "amount" || *part.field == "own_probability";
    if (*part.is == FilterTest::at_least)
      return of_number ? std::stoll(value) >= std::stoll(wanted) : value >= wanted;
    if (*part.is == FilterTest::at_most)
      return of_number ? std::stoll(value) <= std::stoll(wanted) : value <= wanted;
    const auto days = std::chrono::days(std::stoi(wanted));
    const bool last = *part.is == FilterTest::in_last_days;
    if (*part.field == "expected_close") {
      const Date today = date_of(clock.now());
      return last ? *deal.expected_close >= today - days && *deal.expected_close <= today
                  : *deal.expected_close >= today && *deal.expected_close <= today + days;
    }
    return last ? deal.created_at >= clock.now() - days && deal.created_at <= clock.now()
                : deal.created_at >= clock.now() && deal.created_at <= clock.now() + days;
  }

  static std::string written(const FilterPart& part) {
    if (!part.all.empty() || !part.any.empty()) {
      std::string text = part.all.empty() ? R"({"any":[)" : R"({"all":[)";
      for (const FilterPart& inner : part.all.empty() ? part.any : part.all)
        text += written(inner) + ",";
      text.back() = ']';
      return text + "}";
    }
    std::string text = R"({"field":")" + *part.field + R"(","is":")" +
                       std::string(name_of(*part.is)) + R"(","values":[)";
    for (const FilterValue& value : part.values) text += json::write(value.text) + ",";
    if (text.back() == ',') text.pop_back();
    return text + "]}";
  }

  std::vector<Deal> deals_;

 private:
  std::mt19937 random_{11};
};
EACH_ENGINE(DealFilterTest);

TEST_P(DealFilterTest, AListIsWhatTheSameConditionsLeaveInMemory) {
  create_some(30);
  int found = 0;
  for (int i = 0; i < 300; ++i) {
    const FilterPart part = some_part(kFilterDepthMax);
    std::set<std::string> expected;
    for (const Deal& deal : deals_)
      if (holds(part, deal)) expected.insert(deal.name);
    found += !expected.empty() && expected.size() < deals_.size();
    ASSERT_EQ(listed(written(part)), expected) << written(part);
  }
  EXPECT_GT(found, 100) << "most of these filters should divide the deals";
}

TEST_P(DealFilterTest, NoGroupShowsWhatIsNotSeen) {
  create("Mine");
  CreateDeal wish;
  wish.name = "Theirs";
  create(wish, other_rep);
  const std::string either = R"({"any":[{"field":"status","is":"any_of","values":["open"]},
                                        {"field":"status","is":"none_of","values":["open"]}]})";
  EXPECT_EQ(listed(either, rep), std::set<std::string>{"Mine"});
  EXPECT_EQ(listed(either, owner).size(), 2u);
  EXPECT_EQ(listed(R"({"field":"owner_id","is":"any_of","values":["me"]})", rep),
            std::set<std::string>{"Mine"});
  EXPECT_THAT(listed(R"({"field":"owner_id","is":"any_of","values":["me"]})", owner), IsEmpty());
}

TEST_P(DealFilterTest, AProductAndAConcernAreAskedForAlike) {
  const ProductId wheel = add_product("Wheel");
  CreateDeal wish;
  wish.name = "With";
  wish.product_lines = std::vector<ProductLineInput>{{wheel, 2, {}}};
  create(wish);
  create("Without");
  const std::string id = std::to_string(wheel.value);
  EXPECT_EQ(listed(R"({"field":"product_id","is":"any_of","values":[)" + id + "]}"),
            std::set<std::string>{"With"});
  EXPECT_EQ(listed(R"({"field":"product_id","is":"empty"})"), std::set<std::string>{"Without"});
  EXPECT_EQ(
      listed(R"({"field":"concern","is":"any_of","values":["no_next_step","overdue"]})").size(),
      2u);
  EXPECT_THAT(listed(R"({"field":"concern","is":"none_of","values":["no_next_step"]})"), IsEmpty());
}

TEST_P(DealFilterTest, ARefusalSaysWhereAndHow) {
  EXPECT_EQ(refusal("{").first, "where");
  EXPECT_EQ(refusal("{}").first, "where");
  auto [at, says] = refusal(R"({"all":[{"field":"colour","is":"empty"}]})");
  EXPECT_EQ(at, "where.all[0].field");
  EXPECT_THAT(says, HasSubstr("expected_close"));
  std::tie(at, says) = refusal(R"({"any":[{"field":"amount","is":"contains","values":["x"]}]})");
  EXPECT_EQ(at, "where.any[0].is");
  EXPECT_THAT(says, HasSubstr("at_least"));
  std::tie(at, says) = refusal(R"({"field":"amount","is":"at_least","values":["many"]})");
  EXPECT_EQ(at, "where.values[0]");
  EXPECT_THAT(says, HasSubstr("many"));
  EXPECT_EQ(refusal(R"({"field":"amount","is":"at_least"})").first, "where.values");
  EXPECT_EQ(refusal(R"({"field":"amount","is":"empty","values":[1]})").first, "where.values");
  EXPECT_EQ(refusal(R"({"field":"status","is":"any_of","values":["sold"]})").first,
            "where.values[0]");
  EXPECT_EQ(refusal(R"({"field":"concern","is":"empty"})").first, "where.is");
  EXPECT_EQ(refusal(R"({"field":"source","is":"any_of","values":[{}]})").first, "where.values[0]");
  EXPECT_EQ(refusal(R"({"all":[{"field":"source","is":"empty"}],"field":"source"})").first,
            "where");
  EXPECT_EQ(
      refusal(R"({"all":[{"all":[{"all":[{"all":[{"field":"source","is":"empty"}]}]}]}]})").first,
      "where.all[0].all[0].all[0]");
}

TEST_P(DealFilterTest, AFilterIsBounded) {
  const std::string one = R"({"field":"source","is":"empty"})";
  std::string group = R"({"any":[)" + one;
  for (int i = 1; i < kFilterConditionsMax / 2; ++i) group += "," + one;
  group += "]}";
  create("One");
  EXPECT_EQ(listed(R"({"all":[)" + group + "," + group + "]}").size(), 1u);
  EXPECT_EQ(refusal(R"({"all":[)" + group + "," + group + "," + one + "]}").first, "where.all[2]");
  EXPECT_EQ(refusal(std::string(kFilterLengthMax + 1, ' ')).first, "where");
}

}  // namespace
}  // namespace stagecoach::sales
