#include "exchange/records/custom_values.h"
#include "exchange/records/row_cells.h"
#include "sales/fields/value_limits.h"

namespace stagecoach::exchange {
namespace {

const Phrase kHoldsTooMuch{"import.fields_too_much",
                           "The fields of this row hold too much together.",
                           "该行各字段的内容合计过多。"};

bool set_deal_date(RowCells& row, DealRecord& deal, const BoundColumn& column) {
  switch (column.field) {
    case Field::created_at:
      deal.created = row.moment(column);
      return true;
    case Field::started_at:
      deal.started = row.moment(column);
      return true;
    case Field::stage_entered_at:
      deal.stage_entered = row.moment(column);
      return true;
    case Field::expected_close:
      deal.expected_close = row.moment(column);
      return true;
    case Field::closed_at:
      deal.closed = row.moment(column);
      return true;
    case Field::close_date:
      deal.close_date = row.moment(column);
      return true;
    case Field::won_at:
      deal.won = row.moment(column);
      return true;
    case Field::lost_at:
      deal.lost = row.moment(column);
      return true;
    case Field::last_activity_at:
      deal.last_activity = row.moment(column);
      return true;
    case Field::entered_stage:
    case Field::left_stage:
      if (const auto at = row.moment(column)) {
        StageEvent event;
        event.stage = column.stage;
        event.at = *at;
        event.entered = column.field == Field::entered_stage;
        event.origin = row.origin();
        row.dataset().events.push_back(event);
      }
      return true;
    default:
      return false;
  }
}

struct TextSlot {
  Field field;
  std::string_view DealRecord::*member;
};

constexpr TextSlot kTexts[] = {{Field::deal_name, &DealRecord::name},
                               {Field::account_id, &DealRecord::account_id},
                               {Field::account_name, &DealRecord::account},
                               {Field::contact_id, &DealRecord::contact_id},
                               {Field::contact_name, &DealRecord::contact},
                               {Field::owner, &DealRecord::owner},
                               {Field::team, &DealRecord::team},
                               {Field::product, &DealRecord::product},
                               {Field::stage, &DealRecord::stage},
                               {Field::pipeline, &DealRecord::pipeline},
                               {Field::status, &DealRecord::status},
                               {Field::lost_reason, &DealRecord::lost_reason},
                               {Field::competitor, &DealRecord::competitor},
                               {Field::source, &DealRecord::source},
                               {Field::next_step, &DealRecord::next_step},
                               {Field::description, &DealRecord::description}};

// HubSpot lists every company of a deal in one cell, the primary one first.
std::string_view first_id(std::string_view cell) {
  return cell.substr(0, cell.find(';'));
}

void read_deal_cell(RowCells& row, DealRecord& deal, const BoundColumn& column) {
  const auto& custom = row.dataset().mapping.workspace_fields;
  if (custom && !column.custom_field.empty()) {
    if (auto value = custom_value(row, column, *custom))
      deal.custom.emplace(column.custom_field, *std::move(value));
    return;
  }
  for (const TextSlot& slot : kTexts) {
    if (slot.field != column.field) continue;
    const bool is_id = slot.field == Field::account_id || slot.field == Field::contact_id;
    deal.*slot.member = is_id ? first_id(row.text(column)) : row.text(column);
    return;
  }
  if (set_deal_date(row, deal, column)) return;
  switch (column.field) {
    case Field::amount:
      deal.amount = row.money(column);
      break;
    case Field::stage_days:
      deal.stage_days = row.number(column);
      break;
    case Field::is_closed:
      deal.is_closed = row.yes_no(column);
      break;
    case Field::is_won:
      deal.is_won = row.yes_no(column);
      break;
    case Field::probability:
      if (const std::string_view cell = row.text(column); !cell.empty()) {
        deal.probability = read_share(cell, column.decimal, column.percent);
        if (!deal.probability) row.complain(column, kValueNotShare, false);
      }
      break;
    default:
      break;
  }
}

}  // namespace

void read_deal(RowCells& row) {
  DealRecord deal;
  deal.origin = row.origin();
  row.find_currency();
  const size_t events_before = row.dataset().events.size();
  for (const BoundColumn& column : row.file().columns) {
    if (column.field == Field::deal_id) {
      deal.key = row.text(column);
      deal.has_id = true;
      if (deal.key.empty()) row.reject(column, kValueMissing);
    } else {
      read_deal_cell(row, deal, column);
    }
  }
  if (deal.key.empty() && !row.rejected()) {
    deal.key =
        deal.name.empty()
            ? row.dataset().keep(row.file().table.name + ":" + std::to_string(row.origin().line))
            : row.dataset().keep(std::string(deal.name) + "\x1F" + std::string(deal.account));
  }
  if (sales::holds_too_much(deal.custom)) row.reject_row(kHoldsTooMuch);
  if (row.rejected()) {
    row.dataset().events.resize(events_before);
    return;
  }
  for (size_t i = events_before; i < row.dataset().events.size(); ++i)
    row.dataset().events[i].deal = deal.key;
  row.dataset().deals.push_back(std::move(deal));
}

void read_event(RowCells& row) {
  StageEvent event;
  event.origin = row.origin();
  row.find_currency();
  bool timed = false;
  for (const BoundColumn& column : row.file().columns) {
    switch (column.field) {
      case Field::deal_id:
        event.deal = row.text(column);
        if (event.deal.empty()) row.reject(column, kValueMissing);
        break;
      case Field::stage:
        event.stage = row.text(column);
        if (event.stage.empty()) row.reject(column, kValueMissing);
        break;
      case Field::happened_at:
        if (const auto at = row.moment(column)) {
          event.at = *at;
          timed = true;
        } else if (!row.rejected()) {
          row.reject(column, kValueMissing);
        }
        break;
      case Field::from_stage:
        event.from = row.text(column);
        break;
      case Field::owner:
        event.owner = row.text(column);
        break;
      case Field::account_name:
        event.account = row.text(column);
        break;
      case Field::product:
        event.product = row.text(column);
        break;
      case Field::source:
        event.source = row.text(column);
        break;
      case Field::pipeline:
        event.pipeline = row.text(column);
        break;
      case Field::amount:
        event.amount = row.money(column);
        break;
      default:
        break;
    }
  }
  if (!row.rejected() && timed) row.dataset().events.push_back(event);
}

}  // namespace stagecoach::exchange
