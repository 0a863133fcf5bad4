#include "sales/deals/views/deal_filter.h"

#include "platform/base/enum_names.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/views/concern_filter.h"

namespace stagecoach::sales {

FilterFields deal_filter_fields(const DealReading& reading) {
  using enum FilterKind;
  FilterFields fields{
      {.name = "pipeline_id", .kind = id, .column = "deals.pipeline_id"},
      {.name = "stage_id", .kind = id, .column = "deals.stage_id"},
      {.name = "status",
       .kind = choice,
       .column = "deals.status",
       .choices = names_of<StageKind>()},
      {.name = "owner_id", .kind = user, .column = "deals.owner_id"},
      {.name = "team_id", .kind = id, .column = "deals.team_id"},
      {.name = "account_id", .kind = id, .column = "deals.account_id"},
      {.name = "product_id",
       .kind = id,
       .column = "product_id",
       .before = "deals.id IN (SELECT deal_id FROM deal_products WHERE ",
       .after = ")"},
      {.name = "text", .kind = search, .column = "deals.search_text"},
      {.name = "source", .kind = word, .column = "deals.source"},
      {.name = "amount", .kind = number, .column = "deals.amount_minor", .nothing = kNoAmount},
      {.name = "currency", .kind = word, .column = "deals.currency"},
      {.name = "own_probability", .kind = number, .column = "deals.probability"},
      {.name = "expected_close",
       .kind = date,
       .column = "deals.expected_close",
       .nothing = kNoDate},
      {.name = "created", .kind = instant, .column = "deals.created_at"},
      {.name = "updated", .kind = instant, .column = "deals.updated_at"},
      {.name = "stage_entered", .kind = instant, .column = "deals.stage_entered_at"},
      {.name = "closed", .kind = instant, .column = "deals.closed_at"},
      {.name = "next_step_due", .kind = instant, .column = "deals.next_step_due"},
      {.name = "waiting_on",
       .kind = choice,
       .column = "deals.waiting_on",
       .choices = names_of<WaitingOn>()},
  };
  fields.push_back({.name = "concern",
                    .kind = choice,
                    .column = {},
                    .choices = names_of<ConcernKind>(),
                    .add_choice = [&reading](db::SqlText& to, std::int64_t concern) {
                      to.add("(").add(kIsOpen).add(" AND ");
                      add_concern(to, static_cast<ConcernKind>(concern), reading.pipelines,
                                  reading.clock);
                      to.add(")");
                    }});
  return fields;
}

DealQuery narrowed(const DealQuery& query, const FilterPart& where, const Viewer& viewer) {
  DealQuery narrow = query;
  const auto take = [&](auto& member, std::string_view field) {
    using IdType = typename std::remove_cvref_t<decltype(member)>::value_type;
    if (member) return;
    if (const auto id = required_id(where, field, viewer)) member = IdType(*id);
  };
  take(narrow.stage_id, "stage_id");
  take(narrow.owner_id, "owner_id");
  take(narrow.team_id, "team_id");
  take(narrow.account_id, "account_id");
  return narrow;
}

}  // namespace stagecoach::sales
