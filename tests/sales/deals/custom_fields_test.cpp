// The organisation's own fields on deals: state, event, index, rules and undo, on both engines.
#include <gmock/gmock.h>

#include "sales/deals/deal_audit.h"
#include "sales/deals/deal_test.h"
#include "sales/deals/fields/deal_values.h"
#include "sales/deals/views/deal_list.h"
#include "sales/deals/views/timeline_text.h"
#include "sales/fields/field_commands.h"
#include "sales/fields/field_events.h"

namespace stagecoach::sales {
namespace {

using ::testing::ElementsAre;

FieldValue text(std::string said) {
  return {std::move(said)};
}
FieldValue number(std::int64_t whole) {
  return {Decimal{whole * Decimal::kScale}};
}

class CustomFieldsTest : public DealTest {
 protected:
  CustomFieldsTest() { reload(); }

  CustomField define(const std::string& key, FieldKind kind, std::vector<FieldRule> rules = {},
                     const std::string& formula = "") {
    NewCustomField wish;
    wish.key = key;
    wish.kind = kind;
    wish.label = {"The " + key, "该" + key};
    if (kind == FieldKind::choice || kind == FieldKind::choices)
      wish.choices = {{"a", {"A", "甲"}}, {"b", {"B", "乙"}}};
    wish.rules = std::move(rules);
    wish.formula = formula;
    const CustomField field =
        as(owner, [&](journal::Work& work) { return define_field(work, wish); }).value();
    reload();
    return field;
  }
  CustomField alter(const CustomField& field, const CustomFieldChange& change) {
    const CustomField altered = as(owner, [&](journal::Work& work) {
                                  return change_field(work, field.id, field.version, change);
                                }).value();
    reload();
    return altered;
  }
  void reload() {
    database().read([&](db::Connection& connection) { catalog.reload(connection); });
    all_ = catalog.current();
  }
  const CustomFields& fields() const { return all_->fields(); }
  const Pipelines& pipelines_now() const { return *all_; }

  Result<Deal> put(const Deal& deal, const FieldPatch& values, UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      PatchDeal wish;
      wish.fields = values;
      return patch_deal(work, *all_, deal.id, deal.version, wish);
    });
  }
  Result<Deal> make(const FieldValues& values, UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      CreateDeal wish;
      wish.name = "Acme";
      wish.fields = values;
      return create_deal(work, *all_, wish);
    });
  }
  // The undo a person asks for, with the fields as they are now.
  Result<Deal> take_back(journal::Seq seq, UserId by = {}) {
    return as(by ? by : rep, [&](journal::Work& work) {
      return undo_change(work, *all_, journal::find(work.tx, seq).value());
    });
  }
  // The index of a field: "number/text" of each row, in order.
  std::vector<std::string> index_of(const std::string& key) {
    std::vector<std::string> rows;
    database().read([&](db::Connection& connection) {
      connection.each(
          "SELECT v.number, v.text FROM custom_values v JOIN custom_fields f ON f.id = v.field_id "
          "WHERE f.key = $1 ORDER BY v.record_id, v.place",
          [&](const db::Row& row) {
            const auto is = row.optional_integer(0);
            rows.push_back((is ? std::to_string(*is) : "") + "/" +
                           row.optional_text(1).value_or(""));
          },
          key);
    });
    return rows;
  }
  // What deals hold in `seats` in the order of the list, read two at a time; 0 where nothing.
  std::vector<std::int64_t> seats_by(const std::string& sort, std::optional<StageId> stage = {}) {
    std::vector<std::int64_t> seats;
    const Viewer& reader = viewer(rep);
    const StageClock at(std::make_shared<const BusinessCalendar>(), clock.now());
    DealQuery query;
    query.sort = sort;
    query.stage_id = stage;
    query.limit = 2;
    do {
      const DealPage page = database().read([&](db::Connection& connection) {
        return list_deals(connection, {reader, *all_, at}, query).value();
      });
      EXPECT_TRUE(page.items.size() == 2 || !page.next_cursor);
      for (const DealCard& card : page.items) {
        const auto held = card.fields.find("seats");
        seats.push_back(held == card.fields.end() ? 0 : std::get<Decimal>(held->second.is).whole());
      }
      query.cursor = page.next_cursor;
    } while (query.cursor);
    return seats;
  }
  std::int64_t wrong() {
    journal::Audit audit;
    database().read([&](db::Connection& c) { audit_deals(c, *all_, audit); });
    return audit.wrong;
  }

 private:
  std::shared_ptr<const Pipelines> all_;
};
EACH_ENGINE(CustomFieldsTest);

TEST_P(CustomFieldsTest, AListComesInTheOrderOfAField) {
  define("seats", FieldKind::number);
  define("notes", FieldKind::text);
  define("secret", FieldKind::number, {{{}, Role::rep, FieldAccess::hidden}});
  const StageId first = make({{"seats", number(3)}}).value().stage_id;
  for (const int held : {0, 7, 3, 0, 5})
    make(held ? FieldValues{{"seats", number(held)}} : FieldValues()).value();
  EXPECT_THAT(seats_by("-fields.seats"), ElementsAre(7, 5, 3, 3, 0, 0));
  EXPECT_THAT(seats_by("fields.seats"), ElementsAre(3, 3, 5, 7, 0, 0));
  EXPECT_THAT(seats_by("fields.seats", first), ElementsAre(3, 3, 5, 7, 0, 0));
  make({{"seats", number(9)}}).value();
  EXPECT_THAT(seats_by("-fields.seats"), ElementsAre(9, 7, 5, 3, 3, 0, 0));
  const StageClock at(std::make_shared<const BusinessCalendar>(), clock.now());
  for (const char* none : {"fields.notes", "fields.secret", "fields.colour", "fields."}) {
    DealQuery query;
    query.sort = none;
    EXPECT_EQ(check_deal_query({viewer(rep), pipelines_now(), at}, query).error().code,
              Error::Code::invalid)
        << none;
  }
}

TEST_P(CustomFieldsTest, StateEventAndIndexMoveTogether) {
  define("region", FieldKind::text);
  define("seats", FieldKind::number);
  define("needs", FieldKind::choices);
  EXPECT_EQ(last_event().kind, CustomFieldCreated::kKind);
  Deal deal = make({{"region", text(" North ")}, {"seats", number(3)}}).value();
  EXPECT_EQ(stored(deal.id).facts.fields,
            (FieldValues{{"region", text("North")}, {"seats", number(3)}}));
  EXPECT_THAT(index_of("region"), ElementsAre("/North"));
  EXPECT_THAT(index_of("seats"), ElementsAre("3000000/"));

  deal = put(deal, {{"region", std::nullopt},
                    {"seats", number(5)},
                    {"needs", FieldValue{std::vector<std::string>{"b", "a", "b"}}}})
             .value();
  const DealChanged changed = last<DealChanged>();
  ASSERT_EQ(changed.changes.size(), 3u);
  EXPECT_EQ(changed.changes[0].field, "fields.needs");
  EXPECT_EQ(changed.changes[0].after.text, R"(["a","b"])");
  EXPECT_EQ(changed.changes[1].before.text, R"("North")");
  EXPECT_EQ(changed.changes[1].after.text, "null");
  EXPECT_EQ(summarize(last_event(), *catalog.current(), Lang::en),
            "Changed: The needs, The region, The seats");
  EXPECT_THAT(index_of("region"), ElementsAre());
  EXPECT_THAT(index_of("seats"), ElementsAre("5000000/"));
  EXPECT_THAT(index_of("needs"), ElementsAre("/a", "/b"));
  EXPECT_EQ(wrong(), 0);

  take_back(head()).value();
  EXPECT_EQ(stored(deal.id).facts.fields,
            (FieldValues{{"region", text("North")}, {"seats", number(3)}}));
  EXPECT_THAT(index_of("needs"), ElementsAre());
  EXPECT_EQ(wrong(), 0);

  run([](journal::Work& work) -> Result<void> {
    work.tx.execute("UPDATE custom_values SET number = 4 WHERE number IS NOT NULL");
    return {};
  }).value();
  EXPECT_EQ(wrong(), 1);
}

TEST_P(CustomFieldsTest, AKindHoldsItsOwnValuesOnly) {
  const std::map<FieldKind, FieldValue> good{
      {FieldKind::text, text("x")},
      {FieldKind::number, number(1)},
      {FieldKind::money, {cny(500)}},
      {FieldKind::date, text("2026-02-28")},
      {FieldKind::choice, text("a")},
      {FieldKind::choices, {std::vector<std::string>{"a"}}},
      {FieldKind::user, {Decimal{rep.value * Decimal::kScale}}},
      {FieldKind::link, text("https://example.com/x?y=1")},
      {FieldKind::yes_no, {false}}};
  int at = 0;
  for (const auto& [kind, value] : good) define("f" + std::to_string(at++), kind);
  const Deal deal = make({}).value();
  at = 0;
  for (const auto& [kind, value] : good) {
    const std::string key = "f" + std::to_string(at++);
    EXPECT_TRUE(put(stored(deal.id), {{key, value}})) << key;
    for (const auto& [other, wrong_value] : good) {
      const CustomField& field = *fields().find(FieldRecord::deal, key);
      const bool fits = fit_value(field, wrong_value, "x").operator bool();
      const bool shared = kind == other || kind == FieldKind::text
                              ? std::holds_alternative<std::string>(wrong_value.is) || kind == other
                              : (kind == FieldKind::number && other == FieldKind::user) ||
                                    (kind == FieldKind::user && other == FieldKind::number);
      EXPECT_EQ(fits, shared) << key;
    }
  }
  for (const FieldPatch& bad :
       {FieldPatch{{"f3", text("2026-02-30")}}, FieldPatch{{"f4", text("c")}},
        FieldPatch{{"f6", number(999)}}, FieldPatch{{"f7", text("javascript:alert(1)")}},
        FieldPatch{{"f7", text("https://a b")}}, FieldPatch{{"f0", text("  ")}},
        FieldPatch{{"f0", text(std::string(4001, 'x'))}}, FieldPatch{{"nobody", text("x")}}}) {
    const auto refused = put(stored(deal.id), bad);
    ASSERT_FALSE(refused) << bad.begin()->first;
    EXPECT_EQ(refused.error().fields.front().field, "fields." + bad.begin()->first);
  }
}

TEST_P(CustomFieldsTest, TheStrictestRuleCountsAndOwnersSeeAll) {
  const PipelineId here = b2b().id, there = b2c().id;
  CustomField field;
  field.rules = {{std::nullopt, std::nullopt, FieldAccess::required},
                 {here, Role::rep, FieldAccess::readonly},
                 {there, Role::rep, FieldAccess::hidden}};
  EXPECT_EQ(access_of(field, viewer(rep), here), FieldAccess::readonly);
  EXPECT_EQ(access_of(field, viewer(rep), there), FieldAccess::hidden);
  EXPECT_EQ(access_of(field, viewer(manager), there), FieldAccess::required);
  EXPECT_EQ(access_of(field, viewer(owner), there), FieldAccess::required);
  EXPECT_FALSE(is_hidden_everywhere(field, viewer(rep)));
  EXPECT_TRUE(is_hidden_somewhere(field, viewer(rep)));
  EXPECT_FALSE(is_hidden_somewhere(field, viewer(owner)));
}

TEST_P(CustomFieldsTest, AFormulaTellsNobodyWhatIsHiddenFromHim) {
  const CustomField cost = define("cost", FieldKind::number);
  define("double_cost", FieldKind::formula, {}, "cost * 2");
  const Deal deal = make({{"cost", number(4)}}).value();
  EXPECT_EQ(seen_values(fields(), viewer(rep), deal).at("double_cost"), number(8));
  CustomFieldChange hide;
  hide.rules = std::vector<FieldRule>{{std::nullopt, Role::rep, FieldAccess::hidden}};
  alter(cost, hide);
  EXPECT_TRUE(seen_values(fields(), viewer(rep), deal).empty());
  EXPECT_EQ(seen_values(fields(), viewer(owner), deal).at("double_cost"), number(8));
  EXPECT_FALSE(put(deal, {{"cost", number(5)}}));
  EXPECT_TRUE(put(deal, {{"cost", number(5)}}, owner));
  const journal::Seq change = head();
  EXPECT_FALSE(take_back(change));
  journal::Event event = last_event();
  EXPECT_FALSE(redact(event, fields(), viewer(rep), deal.pipeline_id));
  event = last_event();
  EXPECT_TRUE(redact(event, fields(), viewer(owner), deal.pipeline_id));
}

TEST_P(CustomFieldsTest, ACriterionAsksForAField) {
  const Deal deal = make({}).value();
  Deal filled = deal;
  filled.facts.fields = {{"seats", number(5)},
                         {"plan", text("a")},
                         {"needs", {std::vector<std::string>{"a", "b"}}},
                         {"budget", {cny(500)}}};
  const Stage& stage = *b2b().find(deal.stage_id);
  const auto met = [&](CriterionKind kind, const std::string& key, std::optional<FieldValue> value,
                       const Deal& of) {
    Criterion criterion;
    criterion.kind = kind;
    criterion.custom_field = key;
    criterion.value = std::move(value);
    return is_met(criterion, stage, of);
  };
  using enum CriterionKind;
  EXPECT_FALSE(met(custom_known, "seats", {}, deal));
  EXPECT_TRUE(met(custom_known, "seats", {}, filled));
  EXPECT_TRUE(met(custom_equals, "plan", text("a"), filled));
  EXPECT_FALSE(met(custom_equals, "plan", text("b"), filled));
  EXPECT_TRUE(met(custom_equals, "needs", text("b"), filled));
  EXPECT_TRUE(met(custom_at_least, "seats", number(5), filled));
  EXPECT_FALSE(met(custom_at_least, "seats", number(6), filled));
  EXPECT_TRUE(met(custom_at_least, "budget", FieldValue{cny(500)}, filled));
  EXPECT_FALSE(
      met(custom_at_least, "budget", FieldValue{Money{1, *Currency::parse("EUR")}}, filled));
  EXPECT_FALSE(met(custom_at_least, "budget", number(1), filled));
}

}  // namespace
}  // namespace stagecoach::sales
