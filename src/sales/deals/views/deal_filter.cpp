#include "sales/deals/views/deal_filter.h"

#include <array>

#include "platform/base/enum_names.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_fields.h"
#include "sales/deals/views/concern_filter.h"

namespace stagecoach::sales {
namespace {

constexpr std::array kNoYes{EnumName{"false", 0}, EnumName{"true", 1}};

// How what a field holds is asked for, of the rows that custom_values keeps of it.
FilterField asked_of(const CustomField& field) {
  using enum FilterKind;
  const std::string name = custom_field_name(field.key);
  switch (field.kind) {
    case FieldKind::number:
      return {.name = name, .kind = number, .column = "number / 1000000.0"};
    case FieldKind::money:
      return {.name = name, .kind = number, .column = "number"};
    case FieldKind::date:
      return {.name = name, .kind = date, .column = "number"};
    case FieldKind::user:
      return {.name = name, .kind = user, .column = "number / 1000000"};
    case FieldKind::yes_no:
      return {.name = name, .kind = choice, .column = "number", .choices = kNoYes};
    default:
      return {.name = name, .kind = word, .column = "text"};
  }
}

// The organisation's own, as "fields.<key>": none that is hidden from the reader in any pipeline,
// for what a filter finds tells of it. A formula is kept nowhere and cannot be asked for.
void add_custom_fields(const DealReading& reading, FilterFields& fields) {
  for (const CustomField& field : reading.pipelines.fields().all()) {
    if (field.record != FieldRecord::deal || field.kind == FieldKind::formula ||
        is_hidden_somewhere(field, reading.viewer))
      continue;
    FilterField asked = asked_of(field);
    asked.before = "deals.id IN (SELECT record_id FROM custom_values WHERE field_id = " +
                   std::to_string(field.id.value) + " AND ";
    asked.after = ")";
    fields.push_back(std::move(asked));
  }
}

}  // namespace

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
  add_custom_fields(reading, fields);
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
