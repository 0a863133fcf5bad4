// What the organisation's own fields hold on a deal: put in under their rules, and shown to those
// who may see it.
//
// A field that is hidden from a person does not exist for him: it is refused and left out as one
// that nobody defined.
#pragma once

#include "journal/commands.h"
#include "sales/deals/deal.h"
#include "sales/deals/deal_events.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

// Puts the values of `patch` into the deal, each as its field stores it. `invalid`, named
// "fields.<key>": no such field, an archived one, a value it cannot hold, or one that may not be
// empty; forbidden: the actor may only read it.
Result<void> put_values(journal::Work& work, const CustomFields& fields, Deal& deal,
                        const FieldPatch& patch);

// `invalid` where a new deal lacks what the actor must give.
Result<void> require_values(const CustomFields& fields, const Viewer& viewer, const Deal& deal);

// Whether the actor may put back, by an undo, what `change` says of a custom field; any other field
// is not asked about.
bool may_put_back(const CustomFields& fields, const Viewer& viewer, const Deal& deal,
                  const Change& change);

FieldValues seen_values(const CustomFields& fields, const Viewer& viewer, const Deal& deal);

// Takes out of a deal's event what the viewer may not see. False: nothing else was in it, it is not
// to be shown at all. Without a pipeline, what is hidden in any counts as hidden.
bool redact(journal::Event& event, const CustomFields& fields, const Viewer& viewer,
            std::optional<PipelineId> pipeline);

}  // namespace stagecoach::sales
