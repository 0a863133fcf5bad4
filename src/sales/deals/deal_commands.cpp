#include "sales/deals/deal_commands.h"

#include <algorithm>

#include "sales/accounts/directory.h"
#include "sales/deals/committee.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/fields/deal_values.h"
#include "sales/deals/plausible_time.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kDeleted{"deal.deleted", "This deal was deleted. Restore it first.",
                          "该商机已删除，请先恢复。"};
constexpr Phrase kNotDeleted{"deal.not_deleted", "This deal is not deleted.", "该商机未被删除。"};
constexpr Phrase kNoPipeline{"deal.no_pipeline", "There is no such pipeline.", "没有该销售流程。"};
constexpr Phrase kArchived{"deal.pipeline_archived",
                           "This pipeline is archived and takes no new deals.",
                           "该销售流程已归档，不再接收新商机。"};
constexpr Phrase kNoStage{"deal.no_open_stage",
                          "A new deal starts in an open stage of its pipeline.",
                          "新商机须从销售流程的进行中阶段开始。"};
constexpr Phrase kNoUser{"deal.no_owner", "There is no such active user.", "没有该在职用户。"};
constexpr Phrase kFieldFixed{"deal.field_fixed", "Your role does not let you change this field.",
                             "您的角色无权修改此字段。"};
constexpr Phrase kMayNotAssign{"deal.may_not_assign", "You may not give deals to this person.",
                               "您无权将商机分配给此人。"};
constexpr Phrase kNoAccount{"deal.no_account", "There is no such account.", "没有该客户。"};
constexpr Phrase kNoProduct{"deal.no_product", "There is no such product.", "没有该产品。"};
constexpr Phrase kProductTwice{"deal.product_twice", "This product is listed twice.",
                               "该产品重复。"};
constexpr Phrase kCurrencyMissing{"deal.currency_missing", "Say which currency the amount is in.",
                                  "请注明金额的币种。"};
constexpr Phrase kOtherCurrency{"deal.other_currency",
                                "This price is not in {currency}, the currency of the deal.",
                                "该价格的币种不是商机的币种 {currency}。"};
constexpr Phrase kNotOnCommittee{"deal.not_on_committee",
                                 "This contact is not on the deal's buying committee.",
                                 "该联系人不在此商机的决策链中。"};
constexpr Phrase kNoCriterion{"deal.no_checklist_item",
                              "The standard of this pipeline has no checklist item “{item}”.",
                              "该销售流程的标准中没有检查项“{item}”。"};

// Gives the deal to `owner`, checked against what the actor may do.
Result<void> assign(journal::Work& work, Deal& deal, UserId owner) {
  const std::optional<User> person = find_user(work.tx, owner);
  if (!person || !person->active) return field_error("owner_id", kNoUser);
  const TeamId team = person->team_id.value_or(TeamId());
  const Viewer& viewer = viewer_of(work.actor);
  const bool gives = !deal.owner_id || may_give_away(viewer, deal.owner_id, deal.team_id);
  if (!gives || !may_assign_to(viewer, owner, team))
    return Error(Error::Code::forbidden, kMayNotAssign, {{"owner_id", kMayNotAssign}});
  deal.owner_id = owner;
  deal.team_id = team;
  return {};
}

Result<void> link_account(journal::Work& work, Deal& deal, std::optional<AccountId> account) {
  if (account) {
    const std::optional<AccountRef> found = find_account_ref(work.tx, *account);
    if (!found || !may_see(viewer_of(work.actor), found->owner_id, found->team_id))
      return field_error("account_id", kNoAccount);
  }
  deal.account_id = account.value_or(AccountId());
  return {};
}

Result<std::vector<ProductLine>> product_lines(journal::Work& work,
                                               const std::vector<ProductLineInput>& inputs) {
  std::vector<ProductLine> lines;
  for (size_t i = 0; i < inputs.size(); ++i) {
    const std::string path = "product_lines[" + std::to_string(i) + "].product_id";
    const std::optional<ProductRef> product = find_product_ref(work.tx, inputs[i].product_id);
    if (!product) return field_error(path, kNoProduct);
    if (std::any_of(lines.begin(), lines.end(),
                    [&](const ProductLine& l) { return l.product_id == product->id; }))
      return field_error(path, kProductTwice);
    lines.push_back({product->id, product->name, inputs[i].quantity,
                     inputs[i].price ? inputs[i].price : product->price, inputs[i].discount_bps});
  }
  return lines;
}

// A deal and the prices of its lines are in one currency: that of its amount, else of the first
// price.
Result<void> check_currencies(const Deal& deal, const std::vector<ProductLine>& lines) {
  std::optional<Currency> currency;
  if (deal.amount) currency = deal.amount->currency;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].price) continue;
    const std::string path = "product_lines[" + std::to_string(i) + "].price";
    if (lines[i].price->currency.code().empty())
      return field_error(path + ".currency", kCurrencyMissing);
    if (!currency) currency = lines[i].price->currency;
    if (lines[i].price->currency == *currency) continue;
    return field_error(path, {kOtherCurrency, {{"currency", std::string(currency->code())}}});
  }
  return {};
}

// Saves `after` with a DealChanged that tells what differs; without a difference nothing is
// written.
Result<Deal> save_changes(journal::Work& work, const Deal& before, Deal after) {
  std::vector<Change> changes = changes_between(before, after);
  if (changes.empty() && before == after) return before;
  TRY(may_change_fields(viewer_of(work.actor), changes));
  TRY(save_deal(work, before, after, journal::because(DealChanged{std::move(changes), {}})));
  return after;
}

bool has_checklist_item(const std::vector<Criterion>& criteria, const std::string& item) {
  return std::any_of(criteria.begin(), criteria.end(), [&](const Criterion& criterion) {
    return (criterion.kind == CriterionKind::checklist && criterion.key == item) ||
           has_checklist_item(criterion.items, item);
  });
}

Result<void> require_version(const Deal& deal, std::int64_t version) {
  if (deal.version != version) return stale_record();
  return {};
}

}  // namespace

Result<Deal> load_deal_to_write(journal::Work& work, DealId id, Permission verb) {
  std::optional<Deal> deal = find_deal(work.tx, id);
  if (!deal) return no_such_record();
  TRY(authorize_write(viewer_of(work.actor), deal->owner_id, deal->team_id, verb));
  if (deal->deleted_at) return Error(Error::Code::conflict, kDeleted);
  return *std::move(deal);
}

Result<Deal> load_deal_to_write(journal::Work& work, DealId id, std::int64_t version) {
  Deal deal = TRY(load_deal_to_write(work, id));
  TRY(require_version(deal, version));
  return deal;
}

Result<Deal> load_deal_to_read(db::Connection& connection, const Viewer& viewer, DealId id) {
  std::optional<Deal> deal = find_deal(connection, id);
  if (!deal || deal->deleted_at) return no_such_record();
  TRY(authorize_read(viewer, deal->owner_id, deal->team_id));
  return *std::move(deal);
}

Result<void> may_change_fields(const Viewer& viewer, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    const bool is_amount = change.field == "amount" || change.field == "product_lines";
    const bool is_close = change.field == "expected_close";
    if ((is_amount && !viewer.has(Permission::deals_amount)) ||
        (is_close && !viewer.has(Permission::deals_close_date)))
      return Error(Error::Code::forbidden, kFieldFixed, {{change.field, kFieldFixed}});
  }
  return {};
}

DealSnapshot snapshot_of(const Deal& deal, const Pipelines& pipelines) {
  const Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  const Stage* stage = pipeline ? pipeline->find(deal.stage_id) : nullptr;
  return {deal.amount, deal.expected_close,
          deal.probability.value_or(stage ? stage->probability : 0), deal.owner_id,
          deal.team_id ? std::optional(deal.team_id) : std::nullopt};
}

void tell_of_origin(DealCreated& created, const Deal& deal) {
  if (deal.account_id) created.account_id = deal.account_id;
  created.own_probability = deal.probability;
  if (deal.facts != DealFacts()) created.facts = deal.facts;
}

Result<Deal> create_deal(journal::Work& work, const Pipelines& pipelines, const CreateDeal& wish) {
  const Pipeline* pipeline =
      wish.pipeline_id ? pipelines.find(*wish.pipeline_id) : pipelines.first();
  if (!pipeline) return field_error("pipeline_id", kNoPipeline);
  if (pipeline->archived) return field_error("pipeline_id", kArchived);
  const Stage* stage =
      wish.stage_id ? pipeline->find(*wish.stage_id) : pipeline->first_of(StageKind::open);
  if (!stage || stage->kind != StageKind::open) return field_error("stage_id", kNoStage);

  Deal deal;
  deal.pipeline_id = pipeline->id;
  deal.stage_id = stage->id;
  deal.created_at = deal.stage_entered_at = work.now;
  deal.path = {{stage->id, work.now}};
  TRY(assign(work, deal, wish.owner_id.value_or(work.actor.user)));
  PatchDeal rest;
  rest.name = wish.name;
  if (wish.account_id) rest.account_id = *wish.account_id;
  if (wish.amount) rest.amount = *wish.amount;
  if (wish.expected_close) rest.expected_close = *wish.expected_close;
  if (wish.source) rest.source = *wish.source;
  if (wish.pains) rest.pains = *wish.pains;
  if (!wish.fields.empty()) rest.fields = FieldPatch(wish.fields.begin(), wish.fields.end());
  TRY(apply_patch(work, pipelines, deal, rest));
  TRY(require_values(pipelines.fields(), viewer_of(work.actor), deal));
  const std::vector<ProductLine> lines = TRY(product_lines(work, wish.product_lines));
  TRY(check_currencies(deal, lines));
  deal.facts.has_products = !lines.empty();

  DealCreated created{deal.name,
                      deal.pipeline_id,
                      deal.stage_id,
                      deal.status,
                      deal.source,
                      {},
                      snapshot_of(deal, pipelines),
                      {},
                      true,
                      {}};
  tell_of_origin(created, deal);
  for (const ProductLine& line : lines) created.products.push_back(line.product_id);
  TRY(insert_deal(work, deal, journal::because(created)));
  if (!lines.empty()) replace_product_lines(work, deal.id, lines);
  return deal;
}

Result<void> apply_patch(journal::Work& work, const Pipelines& pipelines, Deal& deal,
                         const PatchDeal& patch) {
  Deal next = deal;
  patch.name.apply_to(next.name);
  if (!patch.account_id.is_absent())
    TRY(link_account(
        work, next,
        patch.account_id.has_value() ? std::optional(patch.account_id.value()) : std::nullopt));
  if (patch.owner_id && *patch.owner_id != next.owner_id) TRY(assign(work, next, *patch.owner_id));
  patch.amount.apply_to(next.amount);
  if (next.amount && next.amount->currency.code().empty())
    return field_error("amount.currency", kCurrencyMissing);
  if (patch.expected_close.apply_to(next.expected_close))
    TRY(check_plausible("expected_close", next.expected_close));
  patch.source.apply_to(next.source);
  patch.probability.apply_to(next.probability);
  patch.forecast_category.apply_to(next.forecast_category);
  patch.pains.apply_to(next.facts.pains);
  patch.competitor.apply_to(next.facts.competitor);
  if (patch.fields) TRY(put_values(work, pipelines.fields(), next, *patch.fields));
  count_close_change(next, deal.expected_close);
  if (!patch.product_lines && next.amount != deal.amount)
    TRY(check_currencies(next, load_product_lines(work.tx, next.id)));
  if (patch.product_lines) {
    const std::vector<ProductLine> lines = TRY(product_lines(work, *patch.product_lines));
    TRY(check_currencies(next, lines));
    next.facts.has_products = !lines.empty();
    replace_product_lines(work, next.id, lines);
  }
  deal = std::move(next);
  return {};
}

std::optional<Change> product_lines_change(journal::Work& work, DealId id,
                                           const std::vector<ProductLine>& before) {
  const std::vector<ProductLine> lines = load_product_lines(work.tx, id);
  if (lines == before) return std::nullopt;
  return Change{"product_lines", {json::write(before)}, {json::write(lines)}};
}

Result<Deal> patch_deal(journal::Work& work, const Pipelines& pipelines, DealId id,
                        std::int64_t version, const PatchDeal& patch) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  const std::vector<ProductLine> lines_before = load_product_lines(work.tx, id);
  Deal after = before;
  TRY(apply_patch(work, pipelines, after, patch));
  std::vector<Change> changes = changes_between(before, after);
  if (auto change = product_lines_change(work, id, lines_before))
    changes.push_back(*std::move(change));
  if (changes.empty()) return before;
  TRY(may_change_fields(viewer_of(work.actor), changes));
  TRY(save_deal(work, before, after, journal::because(DealChanged{std::move(changes), {}})));
  return after;
}

Result<void> check_bant_answer(journal::Work& work, DealId id, const BantAnswer& answer,
                               const std::string& path) {
  TRY(check_plausible(path + "date", answer.date));
  if (!answer.contact_id) return {};
  const std::vector<CommitteeMember> members = load_committee(work.tx, id);
  const bool sits = std::any_of(members.begin(), members.end(), [&](const CommitteeMember& member) {
    return member.contact_id == *answer.contact_id;
  });
  if (!sits) return field_error(path + "contact_id", kNotOnCommittee);
  return {};
}

Result<Deal> set_bant(journal::Work& work, const Pipelines&, DealId id, std::int64_t version,
                      BantElement element, const BantAnswer& answer) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  TRY(check_bant_answer(work, id, answer, ""));
  Deal after = before;
  after.facts.bant.of(element) = answer;
  return save_changes(work, before, std::move(after));
}

Result<void> set_checklist_item(Deal& deal, const Pipelines& pipelines, const std::string& item,
                                bool done, Instant now) {
  const Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  const bool known = pipeline && std::any_of(pipeline->stages.begin(), pipeline->stages.end(),
                                             [&](const Stage& stage) {
                                               return has_checklist_item(stage.exit_criteria, item);
                                             });
  if (!known) {
    return field_error("checklist." + item, {kNoCriterion, {{"item", item}}});
  }
  if (done)
    deal.facts.checklist.try_emplace(item, now);
  else
    deal.facts.checklist.erase(item);
  return {};
}

Result<Deal> tick_checklist(journal::Work& work, const Pipelines& pipelines, DealId id,
                            std::int64_t version, const std::string& item, bool done) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  Deal after = before;
  TRY(set_checklist_item(after, pipelines, item, done, work.now));
  return save_changes(work, before, std::move(after));
}

Result<Deal> delete_deal(journal::Work& work, DealId id, std::int64_t version) {
  const Deal before = TRY(load_deal_to_write(work, id, version));
  Deal after = before;
  after.deleted_at = work.now;
  TRY(save_deal(work, before, after, journal::because(DealDeleted{before.name})));
  return after;
}

Result<Deal> restore_deal(journal::Work& work, DealId id, std::int64_t version) {
  const std::optional<Deal> before = find_deal(work.tx, id);
  if (!before) return no_such_record();
  TRY(authorize_write(viewer_of(work.actor), before->owner_id, before->team_id));
  TRY(require_version(*before, version));
  if (!before->deleted_at) return Error(Error::Code::conflict, kNotDeleted);
  Deal after = *before;
  after.deleted_at.reset();
  recount_committee(work, after);  // its contacts may have changed meanwhile
  TRY(save_deal(work, *before, after, journal::because(DealRestored{before->name})));
  return after;
}

std::int64_t give_deals(journal::Work& work, UserId from, WhichDeals which, const User& to,
                        std::size_t cause, const Handed* only) {
  std::int64_t given = 0;
  for (const TeamId team : teams_of_deals(work.tx, from)) {
    Deal before, after;
    before.owner_id = from;
    before.team_id = team;
    after.owner_id = to.id;
    after.team_id = to.team_id.value_or(TeamId());
    if (before == after) continue;
    const DealChanged changed{changes_between(before, after), {}};
    given += reassign_deals(work, which == WhichDeals::all, before, after,
                            journal::because(changed).led_to_by(cause), only);
  }
  return given;
}

Result<Deal> file_facts(journal::Work& work, DealId id, journal::Draft why,
                        const std::function<void(DealFacts&)>& change, Permission verb) {
  const Deal before = TRY(load_deal_to_write(work, id, verb));
  Deal after = before;
  change(after.facts);
  TRY(save_deal(work, before, after, std::move(why)));
  return after;
}

}  // namespace stagecoach::sales
