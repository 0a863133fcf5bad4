#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

#include "exchange/records/dataset.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

const Phrase kNotADate{"import.value_not_date", "This is not a date.", "不是有效日期。"};
const Phrase kNotANumber{"import.value_not_number", "This is not a number.", "不是有效数字。"};
const Phrase kNotAShare{"import.value_not_share", "This is not a share between 0 and 100%.",
                        "不是 0 到 100% 之间的比例。"};
const Phrase kNotABool{"import.value_not_bool", "This is neither yes nor no.",
                       "既不是“是”也不是“否”。"};
const Phrase kNotACurrency{"import.value_not_currency", "This is not a currency.",
                           "不是有效币种。"};
const Phrase kMissing{"import.value_missing", "This must not be empty.", "此项不能为空。"};
const Phrase kTooManyCells{
    "import.row_too_long",
    "The row has {cells} cells, but the header names {columns}; perhaps a cell "
    "with a delimiter is not quoted.",
    "该行有 {cells} 个单元格，而表头只有 {columns} 列；可能有含分隔符的单元格未加引号。"};

// Words that begin a line below the data.
constexpr std::array<std::string_view, 16> kFooterWords = {"total",
                                                           "totals",
                                                           "grandtotal",
                                                           "subtotal",
                                                           "grandtotals",
                                                           "sum",
                                                           "count",
                                                           "合计",
                                                           "总计",
                                                           "小计",
                                                           "汇总",
                                                           "共计",
                                                           "confidentialinformationdonotdistribute",
                                                           "generatedby",
                                                           "generatedat",
                                                           "总记录数"};

bool is_footer_word(std::string_view cell) {
  if (cell.size() > 120) return false;
  const std::string folded = fold_name(cell);
  if (folded.starts_with("copyright") || folded.starts_with("grandtotal") ||
      folded.starts_with("totalrecords") || folded.starts_with("confidentialinformation") ||
      folded.starts_with("generatedby") || folded.starts_with("filteredby"))
    return true;
  return std::find(kFooterWords.begin(), kFooterWords.end(), folded) != kFooterWords.end();
}

std::uint64_t mix(std::uint64_t hash, std::string_view text, std::uint64_t prime) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  return hash ^ (hash >> 29);
}

// Two independent 64-bit hashes: at ten million rows a false duplicate is out of reach.
struct RowHash {
  std::uint64_t a = 0, b = 0;
  bool operator==(const RowHash&) const = default;
};
struct HashOfRowHash {
  size_t operator()(const RowHash& hash) const noexcept { return static_cast<size_t>(hash.a); }
};

class RowsReader {
 public:
  RowsReader(Dataset& dataset, std::uint32_t index, const Zone& zone)
      : dataset_(dataset),
        file_(dataset.files[index]),
        index_(index),
        zone_(zone),
        tally_(dataset.tallies[index]),
        fallback_(dataset.mapping.currency.value_or(Currency())) {
    keyed_ =
        file_.has(Field::deal_id) || file_.has(Field::deal_name) || file_.kind != FileKind::deals;
  }

  void run() {
    RowReader rows(file_.table, *dataset_.arena);
    while (rows.next(row_)) {
      ++tally_.rows;
      if (is_footer()) {
        ++tally_.totals;
      } else if (keyed_ && is_copy()) {
        ++tally_.duplicates;
      } else {
        read_row();
      }
    }
    tally_.blank_lines = rows.tally().blank;
    tally_.repeated_headers = rows.tally().repeated_headers;
    tally_.unwrapped = rows.tally().unwrapped;
    tally_.short_rows = rows.tally().short_rows;
  }

 private:
  bool is_footer() const {
    size_t filled = 0;
    std::string_view first;
    for (const CsvField& field : row_.fields) {
      if (field.text.empty()) continue;
      if (filled++ == 0) first = field.text;
    }
    // A row of data that happens to be called "Total" fills more of its cells.
    return filled > 0 && filled * 2 <= file_.table.header.size() + 1 && is_footer_word(first);
  }

  bool is_copy() {
    RowHash hash{0xcbf29ce484222325ULL, 0x84222325cbf29ce4ULL};
    for (const CsvField& field : row_.fields) {
      hash.a = mix(hash.a, field.text, 0x100000001b3ULL) * 31 + field.text.size();
      hash.b = mix(hash.b, field.text, 0x9E3779B97F4A7C15ULL) * 37 + 1;
    }
    return !seen_.insert(hash).second;
  }

  void read_row() {
    rejected_ = false;
    if (!has_room()) {
      ++tally_.rejected;
      return;
    }
    switch (file_.kind) {
      case FileKind::deals:
        read_deal();
        break;
      case FileKind::history:
      case FileKind::event_log:
        read_event();
        break;
      case FileKind::accounts:
        read_account();
        break;
      case FileKind::contacts:
        read_contact();
        break;
      case FileKind::products:
        read_product();
        break;
      case FileKind::users:
        read_user();
        break;
      case FileKind::unknown:
        rejected_ = true;
        break;
    }
    ++(rejected_ ? tally_.rejected : tally_.used);
  }

  bool has_room() {
    const size_t columns = file_.table.header.size();
    for (size_t i = columns; i < row_.fields.size(); ++i) {
      if (row_.fields[i].text.empty()) continue;
      add_issue("", std::string(row_.raw.substr(0, 200)),
                Message(kTooManyCells, {{"cells", std::to_string(row_.fields.size())},
                                        {"columns", std::to_string(columns)}}));
      return false;
    }
    return true;
  }

  Origin origin(const CsvField* field = nullptr) const {
    return {index_, field && field->line ? field->line : row_.line};
  }

  void add_issue(const std::string& column, std::string value, Message reason,
                 bool rejected = true) {
    dataset_.issues.push_back({origin(), column, std::move(value), std::move(reason), rejected});
    rejected_ |= rejected;
  }

  void reject(const BoundColumn& column, const Phrase& reason) { complain(column, reason, true); }
  void complain(const BoundColumn& column, const Phrase& reason, bool rejected) {
    const CsvField& field = row_.fields[column.index];
    dataset_.issues.push_back({origin(&field), column.name, std::string(field.text.substr(0, 500)),
                               Message(reason), rejected});
    rejected_ |= rejected;
  }

  std::string_view raw(const BoundColumn& column) const { return row_.fields[column.index].text; }
  std::string_view text(const BoundColumn& column) const {
    const std::string_view cell = raw(column);
    return is_empty_word(cell) ? std::string_view() : cell;
  }

  // Dates on which the analysis stands reject the row; the others are left empty.
  std::optional<Moment> moment(const BoundColumn& column) {
    const std::string_view cell = text(column);
    if (cell.empty() || cell.starts_with("0000-00-00") || cell == "0") return std::nullopt;
    const auto civil = read_date(cell, column.date_order);
    if (!civil) {
      const bool side =
          column.field == Field::expected_close || column.field == Field::last_activity_at;
      complain(column, kNotADate, !side);
      return std::nullopt;
    }
    const Zone::Moment resolved = zone_.resolve(*civil);
    return Moment{resolved.at, resolved.local_day};
  }

  std::optional<Money> money(const BoundColumn& column) {
    const std::string_view cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto amount = read_amount(cell, column.decimal);
    std::optional<Money> value;
    if (amount) {
      Currency currency = row_currency_;
      if (currency == Currency()) currency = column.units.currency;
      if (currency == Currency()) currency = fallback_;
      value = to_money(*amount, currency, column.units.scale);
    }
    if (!value) complain(column, kNotANumber, false);
    return value;
  }

  std::optional<double> number(const BoundColumn& column) {
    const std::string_view cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto amount = read_amount(cell, column.decimal);
    if (!amount) {
      complain(column, kNotANumber, false);
      return std::nullopt;
    }
    return std::strtod(amount->decimal.c_str(), nullptr);
  }

  std::optional<bool> yes_no(const BoundColumn& column) {
    const std::string_view cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto value = read_bool(cell);
    if (!value) complain(column, kNotABool, false);
    return value;
  }

  // The currency column must be known before the amount is read.
  void find_row_currency() {
    row_currency_ = Currency();
    const BoundColumn* column = file_.find(Field::currency);
    if (!column) return;
    const std::string_view cell = text(*column);
    if (cell.empty()) return;
    if (const auto currency = read_currency(cell))
      row_currency_ = *currency;
    else
      complain(*column, kNotACurrency, false);
  }

  void read_deal();
  void read_deal_cell(DealRecord& deal, const BoundColumn& column);
  bool set_deal_date(DealRecord& deal, const BoundColumn& column);
  void read_event();
  void read_account();
  void read_contact();
  void read_product();
  void read_user();

  Dataset& dataset_;
  const RecognisedFile& file_;
  std::uint32_t index_;
  const Zone& zone_;
  FileTally& tally_;
  Currency fallback_, row_currency_;
  CsvRecord row_;
  std::unordered_set<RowHash, HashOfRowHash> seen_;
  bool keyed_ = false;
  bool rejected_ = false;
};

void RowsReader::read_deal() {
  DealRecord deal;
  deal.origin = origin();
  find_row_currency();
  const size_t events_before = dataset_.events.size();
  for (const BoundColumn& column : file_.columns) {
    if (column.field == Field::deal_id) {
      deal.key = text(column);
      deal.has_id = true;
      if (deal.key.empty()) reject(column, kMissing);
    } else {
      read_deal_cell(deal, column);
    }
  }
  if (deal.key.empty() && !rejected_) {
    deal.key = deal.name.empty()
                   ? dataset_.keep(file_.table.name + ":" + std::to_string(row_.line))
                   : dataset_.keep(std::string(deal.name) + "\x1F" + std::string(deal.account));
  }
  if (rejected_) {
    dataset_.events.resize(events_before);
    return;
  }
  for (size_t i = events_before; i < dataset_.events.size(); ++i)
    dataset_.events[i].deal = deal.key;
  dataset_.deals.push_back(deal);
}

bool RowsReader::set_deal_date(DealRecord& deal, const BoundColumn& column) {
  switch (column.field) {
    case Field::created_at:
      deal.created = moment(column);
      return true;
    case Field::started_at:
      deal.started = moment(column);
      return true;
    case Field::stage_entered_at:
      deal.stage_entered = moment(column);
      return true;
    case Field::expected_close:
      deal.expected_close = moment(column);
      return true;
    case Field::closed_at:
      deal.closed = moment(column);
      return true;
    case Field::close_date:
      deal.close_date = moment(column);
      return true;
    case Field::won_at:
      deal.won = moment(column);
      return true;
    case Field::lost_at:
      deal.lost = moment(column);
      return true;
    case Field::last_activity_at:
      deal.last_activity = moment(column);
      return true;
    case Field::entered_stage:
    case Field::left_stage:
      if (const auto at = moment(column)) {
        StageEvent event;
        event.stage = column.stage;
        event.at = *at;
        event.entered = column.field == Field::entered_stage;
        event.origin = origin();
        dataset_.events.push_back(event);
      }
      return true;
    default:
      return false;
  }
}

void RowsReader::read_deal_cell(DealRecord& deal, const BoundColumn& column) {
  if (set_deal_date(deal, column)) return;
  switch (column.field) {
    case Field::deal_name:
      deal.name = text(column);
      break;
    case Field::account_id:
      deal.account_id = text(column);
      break;
    case Field::account_name:
      deal.account = text(column);
      break;
    case Field::contact_id:
      deal.contact_id = text(column);
      break;
    case Field::contact_name:
      deal.contact = text(column);
      break;
    case Field::owner:
      deal.owner = text(column);
      break;
    case Field::team:
      deal.team = text(column);
      break;
    case Field::product:
      deal.product = text(column);
      break;
    case Field::stage:
      deal.stage = text(column);
      break;
    case Field::pipeline:
      deal.pipeline = text(column);
      break;
    case Field::status:
      deal.status = text(column);
      break;
    case Field::lost_reason:
      deal.lost_reason = text(column);
      break;
    case Field::competitor:
      deal.competitor = text(column);
      break;
    case Field::source:
      deal.source = text(column);
      break;
    case Field::next_step:
      deal.next_step = text(column);
      break;
    case Field::description:
      deal.description = text(column);
      break;
    case Field::amount:
      deal.amount = money(column);
      break;
    case Field::stage_days:
      deal.stage_days = number(column);
      break;
    case Field::is_closed:
      deal.is_closed = yes_no(column);
      break;
    case Field::is_won:
      deal.is_won = yes_no(column);
      break;
    case Field::probability:
      if (const std::string_view cell = text(column); !cell.empty()) {
        deal.probability = read_share(cell, column.decimal, column.percent);
        if (!deal.probability) complain(column, kNotAShare, false);
      }
      break;
    default:
      break;
  }
}

void RowsReader::read_event() {
  StageEvent event;
  event.origin = origin();
  find_row_currency();
  bool timed = false;
  for (const BoundColumn& column : file_.columns) {
    switch (column.field) {
      case Field::deal_id:
        event.deal = text(column);
        if (event.deal.empty()) reject(column, kMissing);
        break;
      case Field::stage:
        event.stage = text(column);
        if (event.stage.empty()) reject(column, kMissing);
        break;
      case Field::happened_at:
        if (const auto at = moment(column)) {
          event.at = *at;
          timed = true;
        } else if (!rejected_) {
          reject(column, kMissing);
        }
        break;
      case Field::from_stage:
        event.from = text(column);
        break;
      case Field::owner:
        event.owner = text(column);
        break;
      case Field::account_name:
        event.account = text(column);
        break;
      case Field::product:
        event.product = text(column);
        break;
      case Field::source:
        event.source = text(column);
        break;
      case Field::pipeline:
        event.pipeline = text(column);
        break;
      case Field::amount:
        event.amount = money(column);
        break;
      default:
        break;
    }
  }
  if (!rejected_ && timed) dataset_.events.push_back(event);
}

void RowsReader::read_account() {
  AccountRecord account;
  account.origin = origin();
  find_row_currency();
  for (const BoundColumn& column : file_.columns) {
    switch (column.field) {
      case Field::account_id:
        account.id = text(column);
        break;
      case Field::account_name:
        account.name = text(column);
        if (account.name.empty()) reject(column, kMissing);
        break;
      case Field::category:
        account.category = text(column);
        break;
      case Field::website:
        account.website = text(column);
        break;
      case Field::phone:
        account.phone = text(column);
        break;
      case Field::country:
        account.country = text(column);
        break;
      case Field::city:
        account.city = text(column);
        break;
      case Field::parent_account:
        account.parent = text(column);
        break;
      case Field::owner:
        account.owner = text(column);
        break;
      case Field::source:
        account.source = text(column);
        break;
      case Field::description:
        account.description = text(column);
        break;
      case Field::employees:
        if (const auto count = number(column); count && *count >= 0 && *count < 1e12)
          account.employees = static_cast<std::int64_t>(std::llround(*count));
        break;
      case Field::annual_revenue:
        account.annual_revenue = money(column);
        break;
      default:
        break;
    }
  }
  if (!rejected_) dataset_.accounts.push_back(account);
}

void RowsReader::read_contact() {
  ContactRecord contact;
  contact.origin = origin();
  std::string_view first, last;
  for (const BoundColumn& column : file_.columns) {
    switch (column.field) {
      case Field::contact_id:
        contact.id = text(column);
        break;
      case Field::contact_name:
        contact.name = text(column);
        break;
      case Field::first_name:
        first = text(column);
        break;
      case Field::last_name:
        last = text(column);
        break;
      case Field::account_id:
        contact.account_id = text(column);
        break;
      case Field::account_name:
        contact.account = text(column);
        break;
      case Field::email:
        contact.email = text(column);
        break;
      case Field::phone:
        contact.phone = text(column);
        break;
      case Field::job_title:
        contact.job_title = text(column);
        break;
      case Field::owner:
        contact.owner = text(column);
        break;
      case Field::source:
        contact.source = text(column);
        break;
      case Field::description:
        contact.description = text(column);
        break;
      default:
        break;
    }
  }
  if (contact.name.empty() && !(first.empty() && last.empty())) {
    const bool chinese = !last.empty() && (last[0] & 0x80) != 0 && last.size() <= 6;
    contact.name = chinese ? dataset_.keep(std::string(last) + std::string(first))
                           : trim(dataset_.keep(std::string(first) + " " + std::string(last)));
  }
  if (contact.name.empty()) contact.name = contact.email;
  if (contact.name.empty()) add_issue("", std::string(row_.raw.substr(0, 200)), Message(kMissing));
  if (!rejected_) dataset_.contacts.push_back(contact);
}

void RowsReader::read_product() {
  ProductRecord product;
  product.origin = origin();
  find_row_currency();
  for (const BoundColumn& column : file_.columns) {
    switch (column.field) {
      case Field::product:
        product.name = text(column);
        if (product.name.empty()) reject(column, kMissing);
        break;
      case Field::product_code:
        product.code = text(column);
        break;
      case Field::category:
        product.category = text(column);
        break;
      case Field::description:
        product.description = text(column);
        break;
      case Field::amount:
        product.price = money(column);
        break;
      default:
        break;
    }
  }
  if (!rejected_) dataset_.products.push_back(product);
}

void RowsReader::read_user() {
  UserRecord user;
  user.origin = origin();
  for (const BoundColumn& column : file_.columns) {
    switch (column.field) {
      case Field::owner:
        user.name = text(column);
        if (user.name.empty()) reject(column, kMissing);
        break;
      case Field::email:
        user.email = text(column);
        break;
      case Field::team:
        user.team = text(column);
        break;
      case Field::manager:
        user.manager = text(column);
        break;
      case Field::job_title:
        user.job_title = text(column);
        break;
      default:
        break;
    }
  }
  if (!rejected_) dataset_.users.push_back(user);
}

}  // namespace

void read_rows(Dataset& dataset, std::uint32_t index, const Zone& zone) {
  RowsReader(dataset, index, zone).run();
}

}  // namespace stagecoach::exchange
