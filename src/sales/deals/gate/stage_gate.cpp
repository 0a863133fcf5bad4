#include "sales/deals/gate/stage_gate.h"

#include <algorithm>

namespace stagecoach::sales {
namespace {

bool is_known(DealField field, const Deal& deal) {
  switch (field) {
    case DealField::account:
      return static_cast<bool>(deal.account_id);
    case DealField::contact:
      return deal.facts.contact_reachable;
    case DealField::amount:
      return deal.amount.has_value();
    case DealField::expected_close:
      return deal.expected_close.has_value();
    case DealField::source:
      return !deal.source.empty();
    case DealField::products:
      return deal.facts.has_products;
    case DealField::pains:
      return !deal.facts.pains.empty();
    case DealField::competitor:
      return !deal.facts.competitor.empty();
    case DealField::next_step:
      return deal.facts.next_step.has_value();
  }
  return false;
}

bool was_done(const Criterion& criterion, const DealFacts& facts) {
  return std::any_of(
      facts.activities.begin(), facts.activities.end(), [&](const ActivityTally& tally) {
        return tally.count > 0 &&
               (!criterion.activity_kind || tally.kind == *criterion.activity_kind) &&
               (!criterion.direction || tally.direction == criterion.direction);
      });
}

bool bant_reaches(const Criterion& criterion, const Bant& bant) {
  const BantLevel wanted = criterion.level.value_or(BantLevel::confirmed);
  if (criterion.element) return bant.of(*criterion.element).level >= wanted;
  for (const BantAnswer* answer : {&bant.budget, &bant.authority, &bant.need, &bant.timeline})
    if (answer->level < wanted) return false;
  return true;
}

bool is_value(const FieldValue& value, const FieldValue& wanted) {
  const auto* choices = std::get_if<std::vector<std::string>>(&value.is);
  const auto* choice = std::get_if<std::string>(&wanted.is);
  if (choices && choice)
    return std::find(choices->begin(), choices->end(), *choice) != choices->end();
  return value == wanted;
}

// Days are written so that the later one is the greater text.
bool is_at_least(const FieldValue& value, const FieldValue& wanted) {
  if (value.is.index() != wanted.is.index()) return false;
  if (const auto* number = std::get_if<Decimal>(&value.is))
    return *number >= std::get<Decimal>(wanted.is);
  if (const auto* day = std::get_if<std::string>(&value.is))
    return *day >= std::get<std::string>(wanted.is);
  const auto* money = std::get_if<Money>(&value.is);
  return money && money->currency == std::get<Money>(wanted.is).currency &&
         money->minor >= std::get<Money>(wanted.is).minor;
}

bool custom_reaches(const Criterion& criterion, const FieldValues& fields) {
  const auto at = fields.find(criterion.custom_field.value_or(""));
  if (at == fields.end()) return false;
  if (criterion.kind == CriterionKind::custom_known) return true;
  if (!criterion.value) return false;
  return criterion.kind == CriterionKind::custom_equals ? is_value(at->second, *criterion.value)
                                                        : is_at_least(at->second, *criterion.value);
}

bool was_approved(const Criterion& criterion, const Stage& stage, const Deal& deal) {
  return std::any_of(
      deal.facts.approvals.begin(), deal.facts.approvals.end(), [&](const Approval& approval) {
        return approval.stage_id == stage.id && approval.at >= deal.stage_entered_at &&
               (approval.criterion_key.empty() || approval.criterion_key == criterion.key);
      });
}

}  // namespace

const BantAnswer& Bant::of(BantElement element) const {
  switch (element) {
    case BantElement::budget:
      return budget;
    case BantElement::authority:
      return authority;
    case BantElement::need:
      return need;
    case BantElement::timeline:
      return timeline;
  }
  return budget;
}

BantAnswer& Bant::of(BantElement element) {
  return const_cast<BantAnswer&>(static_cast<const Bant&>(*this).of(element));
}

bool is_met(const Criterion& criterion, const Stage& stage, const Deal& deal) {
  const auto met = [&](const Criterion& item) { return is_met(item, stage, deal); };
  const std::vector<Criterion>& items = criterion.items;
  switch (criterion.kind) {
    case CriterionKind::field_known:
      return criterion.field && is_known(*criterion.field, deal);
    case CriterionKind::amount_at_least:
      return deal.amount && deal.amount->minor >= criterion.minor.value_or(0);
    case CriterionKind::activity_done:
      return was_done(criterion, deal.facts);
    case CriterionKind::bant_level:
      return bant_reaches(criterion, deal.facts.bant);
    case CriterionKind::role_filled:
      return criterion.role && std::find(deal.facts.roles.begin(), deal.facts.roles.end(),
                                         *criterion.role) != deal.facts.roles.end();
    case CriterionKind::checklist:
      return deal.facts.checklist.contains(criterion.key);
    case CriterionKind::approval:
      return was_approved(criterion, stage, deal);
    case CriterionKind::objections_settled:
      return deal.facts.objections.blocking == 0;
    case CriterionKind::custom_known:
    case CriterionKind::custom_equals:
    case CriterionKind::custom_at_least:
      return custom_reaches(criterion, deal.facts.fields);
    case CriterionKind::all:
      return std::all_of(items.begin(), items.end(), met);
    case CriterionKind::any:
      return std::any_of(items.begin(), items.end(), met);
  }
  return false;
}

std::vector<Criterion> unmet_criteria(const Stage& stage, const Deal& deal) {
  std::vector<Criterion> unmet;
  for (const Criterion& criterion : stage.exit_criteria)
    if (!is_met(criterion, stage, deal)) unmet.push_back(criterion);
  return unmet;
}

GateProgress gate_progress(const Stage& stage, const Deal& deal) {
  GateProgress progress;
  progress.total = static_cast<int>(stage.exit_criteria.size());
  for (const Criterion& criterion : stage.exit_criteria)
    progress.met += is_met(criterion, stage, deal) ? 1 : 0;
  return progress;
}

}  // namespace stagecoach::sales
