// The fields of a deal that people edit, by name: one table serves PATCH, the journal's before and
// after, and undo.
#pragma once

#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "sales/deals/deal.h"
#include "sales/deals/deal_events.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

// What differs between the two, field by field, in a fixed order. Checklist items, the elements of
// BANT and the organisation's own fields are fields each ("checklist.icp_fit", "bant.budget",
// "fields.region").
std::vector<Change> changes_between(const Deal& before, const Deal& after);

// Puts `value` (JSON, as changes_between wrote it) into the field. `invalid`: no such field, or a
// value it cannot hold (the journal was written by another release).
Result<void> set_field(Deal& deal, std::string_view field, std::string_view value);

// Whether set_field knows the field. The journal also tells of changes to what is no field of the
// deal itself: "product_lines", "committee".
bool is_field(std::string_view field);

// Fields that follow from something else and are never put back by themselves: the team from the
// owner, who is on the buying committee and can be reached from the contacts.
bool is_derived(std::string_view field);

// Whether an undo can put back what the event changed: fields only, one of them not derived.
bool can_undo(const DealChanged& changed);

// The field's present value as JSON. "null" for a checklist item that is not ticked.
std::string field_value(const Deal& deal, std::string_view field);

// "amount" -> "Amount" / "金额". The field's name itself where it has no label.
Localized field_label(std::string_view field, const CustomFields& fields);

// "region" -> "fields.region", and back; nullopt where the field is none of the custom ones.
std::string custom_field_name(std::string_view key);
std::optional<std::string_view> custom_key(std::string_view field);

// customer -> "the customer" / "客户".
Localized waiting_label(WaitingOn on);

// Counts a change of the expected close, which was `before`, as push, pull and slip.
void count_close_change(Deal& deal, std::optional<Date> before);

}  // namespace stagecoach::sales
