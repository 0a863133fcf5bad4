// Use cases of a deal other than moving it: load, decide, save. Moves are in move_commands.h.
//
// All of them refuse with not_found where the actor may not see the deal, forbidden where he may
// not change it, and stale where `version` is not the one stored. The `pipelines` are the published
// ones.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/deals/deal.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_store.h"
#include "sales/fields/field_commands.h"
#include "sales/pipeline/pipeline_catalog.h"
#include "sales/team/handed.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// A deal the actor may change; `verb` is the permission that the change needs.
Result<Deal> load_deal_to_write(journal::Work& work, DealId id,
                                Permission verb = Permission::deals_write);
// The same, at the version the client saw.
Result<Deal> load_deal_to_write(journal::Work& work, DealId id, std::int64_t version);
// A deal the viewer may see; deleted ones count as not found.
Result<Deal> load_deal_to_read(db::Connection& connection, const Viewer& viewer, DealId id);

struct ProductLineInput {
  ProductId product_id;
  std::int64_t quantity = 1;
  std::optional<Money> price;  // absent: the product's own
  int discount_bps = 0;        // taken off the price, in hundredths of a percent
};
BOOST_DESCRIBE_STRUCT(ProductLineInput, (), (product_id, quantity, price, discount_bps))
constexpr auto json_rules(const ProductLineInput*) {
  return std::array{json::Rule("quantity").between(1, 1'000'000).defaulted(),
                    json::Rule("price").between(0, 9'000'000'000'000'000),
                    json::Rule("discount_bps").between(0, 10'000).defaulted()};
}

struct CreateDeal {
  std::string name;
  std::optional<PipelineId> pipeline_id;  // absent: the first pipeline
  std::optional<StageId> stage_id;        // absent: its first stage; any other must be open
  std::optional<AccountId> account_id;
  std::optional<UserId> owner_id;  // absent: the actor
  std::optional<Money> amount;
  std::optional<Date> expected_close;
  std::optional<std::string> source;
  std::optional<std::string> pains;
  std::vector<ProductLineInput> product_lines;
  FieldValues fields;  // of the custom fields, by key
};
BOOST_DESCRIBE_STRUCT(CreateDeal, (),
                      (name, pipeline_id, stage_id, account_id, owner_id, amount, expected_close,
                       source, pains, product_lines, fields))
constexpr auto json_rules(const CreateDeal*) {
  using json::Rule;
  return std::array{Rule("name").length(1, 300),
                    Rule("amount").between(0, 9'000'000'000'000'000),
                    Rule("source").length(0, 100),
                    Rule("pains").length(0, 20'000),
                    Rule("product_lines").items(0, 200).defaulted(),
                    Rule("fields").items(0, kCustomFieldsMax).defaulted()};
}

Result<Deal> create_deal(journal::Work& work, const Pipelines& pipelines, const CreateDeal& wish);

// Absent members stay as they are; null empties.
struct PatchDeal {
  json::Maybe<std::string> name;
  json::Patch<AccountId> account_id;
  json::Maybe<UserId> owner_id;
  json::Patch<Money> amount;
  json::Patch<Date> expected_close;
  json::Maybe<std::string> source;
  json::Patch<int> probability;
  json::Patch<ForecastCategory> forecast_category;
  json::Maybe<std::string> pains;
  json::Maybe<std::string> competitor;
  json::Maybe<std::vector<ProductLineInput>> product_lines;
  json::Maybe<FieldPatch> fields;  // of the custom fields, by key; null empties one
};
BOOST_DESCRIBE_STRUCT(PatchDeal, (),
                      (name, account_id, owner_id, amount, expected_close, source, probability,
                       forecast_category, pains, competitor, product_lines, fields))
constexpr auto json_rules(const PatchDeal*) {
  using json::Rule;
  return std::array{
      Rule("name").length(1, 300),     Rule("amount").between(0, 9'000'000'000'000'000),
      Rule("source").length(0, 100),   Rule("probability").between(0, 100),
      Rule("pains").length(0, 20'000), Rule("competitor").length(0, 300)};
}

Result<Deal> patch_deal(journal::Work& work, const Pipelines& pipelines, DealId id,
                        std::int64_t version, const PatchDeal& patch);

// Applies the members of `patch` to `deal` without saving; part of patch_deal and of a move that
// fills what its gate misses. `deal` stays as it was where something is refused.
Result<void> apply_patch(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                         const PatchDeal& patch);

// What has become of the deal's products since they were `before`; nullopt: nothing.
std::optional<Change> product_lines_change(journal::Work& work, DealId id,
                                           const std::vector<ProductLine>& before);

// `invalid`: an implausible date, or who said so is not on the buying committee. `path` is what the
// names of the fields begin with.
Result<void> check_bant_answer(journal::Work& work, DealId id, const BantAnswer& answer,
                               const std::string& path);
Result<Deal> set_bant(journal::Work& work, const Pipelines& pipelines, DealId id,
                      std::int64_t version, BantElement element, const BantAnswer& answer);
// `done` false takes the tick away. `invalid`: no criterion of the pipeline has this key.
Result<Deal> tick_checklist(journal::Work& work, const Pipelines& pipelines, DealId id,
                            std::int64_t version, const std::string& item, bool done);
// The same on a loaded deal, without saving.
Result<void> set_checklist_item(Deal& deal, const Pipelines& pipelines, const std::string& item,
                                bool done, Instant now);
struct CommitteeSeat {
  CommitteeRole role = CommitteeRole::influencer;
  int influence = 3;
  Stance stance = Stance::unknown;
};
BOOST_DESCRIBE_STRUCT(CommitteeSeat, (), (role, influence, stance))
constexpr auto json_rules(const CommitteeSeat*) {
  return std::array{json::Rule("influence").between(1, 5).defaulted(),
                    json::Rule("stance").defaulted()};
}
Result<Deal> seat_contact(journal::Work& work, const Pipelines& pipelines, DealId id,
                          std::int64_t version, ContactId contact, const CommitteeSeat& seat);
Result<Deal> unseat_contact(journal::Work& work, const Pipelines& pipelines, DealId id,
                            std::int64_t version, ContactId contact);

// Files anew, with every deal on whose buying committee the contact is, which roles are filled and
// whether anybody can be reached; for when he changed or was deleted. Who may is not asked: it
// follows from what was done to the contact.
Result<void> recount_committees(journal::Work& work, ContactId contact);

Result<Deal> delete_deal(journal::Work& work, DealId id, std::int64_t version);
Result<Deal> restore_deal(journal::Work& work, DealId id, std::int64_t version);

enum class WhichDeals { all, not_closed };

// Gives every deal of `from` to `to`, deleted ones included, or where they are the same person
// brings them to the team he is in by now. Each deal gets a DealChanged, led to by the event at
// `cause`; where `only` is given, no others than those. Returns how many were given. Who may is the
// caller's to check.
std::int64_t give_deals(journal::Work& work, UserId from, WhichDeals which, const User& to,
                        std::size_t cause, const Handed* only = nullptr);

// For the nouns above: files what they know among the deal's facts (activities done, the next
// step). `change` edits the facts; the event is `why`, and is noted also where they come out equal.
Result<Deal> file_facts(journal::Work& work, DealId id, journal::Draft why,
                        const std::function<void(DealFacts&)>& change,
                        Permission verb = Permission::deals_write);

// Adds to the event of a new deal what is known of it from the start beside its snapshot, so that
// the deal can be rebuilt from the journal.
void tell_of_origin(DealCreated& created, const Deal& deal);
// The deal at this moment, for the journal.
// Some fields need a permission of their own (forbidden, by the field's name): the amount, with the
// product lines, and the expected close.
Result<void> may_change_fields(const Viewer& viewer, const std::vector<Change>& changes);

DealSnapshot snapshot_of(const Deal& deal, const Pipelines& pipelines);

}  // namespace stagecoach::sales
