#include <algorithm>

#include "exchange/lists/custom_cells.h"
#include "exchange/lists/list_file.h"
#include "exchange/lists/list_routes.h"
#include "platform/base/enum_names.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/deals/views/deal_list.h"
#include "sales/fields/field_commands.h"
#include "sales/team/people.h"
#include "sales/team/rules.h"

namespace stagecoach::exchange {

// The list, and which of its columns; all and more where none is named. `fields`: those of the
// organisation's own, by their keys, behind the others.
struct DealFileQuery : sales::DealQuery {
  std::vector<sales::DealColumn> columns;
  std::vector<std::string> fields;
};
BOOST_DESCRIBE_STRUCT(DealFileQuery, (sales::DealQuery), (columns, fields))
struct AccountFileQuery : sales::AccountQuery {
  std::vector<sales::AccountColumn> columns;
};
BOOST_DESCRIBE_STRUCT(AccountFileQuery, (sales::AccountQuery), (columns))
struct ContactFileQuery : sales::ContactQuery {
  std::vector<sales::ContactColumn> columns;
};
BOOST_DESCRIBE_STRUCT(ContactFileQuery, (sales::ContactQuery), (columns))

// The rules of the list, and those of the columns.
template <class Query, class... Rules>
constexpr auto with_columns(Rules... more) {
  constexpr auto kOfList = json_rules(static_cast<const Query*>(nullptr));
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::array{kOfList[I]..., json::Rule("columns").items(0, 60).defaulted(), more...};
  }
  (std::make_index_sequence<kOfList.size()>());
}
constexpr auto json_rules(const DealFileQuery*) {
  return with_columns<sales::DealQuery>(
      json::Rule("fields").items(0, sales::kCustomFieldsMax).defaulted());
}
constexpr auto json_rules(const AccountFileQuery*) {
  return with_columns<sales::AccountQuery>();
}
constexpr auto json_rules(const ContactFileQuery*) {
  return with_columns<sales::ContactQuery>();
}

namespace {

using http::Reply;
using http::Request;
using sales::SalesContext;

constexpr Phrase kDeal{"export.deal", "Deal", "商机"};
constexpr Phrase kPipeline{"export.pipeline", "Pipeline", "销售流程"};
constexpr Phrase kStage{"export.stage", "Stage", "阶段"};
constexpr Phrase kStatus{"export.status", "Status", "状态"};
constexpr Phrase kAmount{"export.amount", "Amount", "金额"};
constexpr Phrase kExpectedClose{"export.expected_close", "Expected close", "预计成交日期"};
constexpr Phrase kProbability{"export.probability", "Probability (%)", "赢率（%）"};
constexpr Phrase kSource{"export.source", "Source", "来源"};
constexpr Phrase kStageEntered{"export.stage_entered", "In stage since", "进入阶段时间"};
constexpr Phrase kNextStep{"export.next_step", "Next step", "下一步"};
constexpr Phrase kNextStepDue{"export.next_step_due", "Next step due", "下一步到期"};
constexpr Phrase kUpdated{"export.updated", "Updated", "更新时间"};
constexpr Phrase kDomain{"export.domain", "Website", "网站"};
constexpr Phrase kPhone{"export.phone", "Phone", "电话"};
constexpr Phrase kRegion{"export.region", "Region", "地区"};
constexpr Phrase kIndustry{"export.industry", "Industry", "行业"};
constexpr Phrase kSize{"export.size", "Employees", "员工数"};
constexpr Phrase kConsent{"export.consent", "Consent", "联系同意"};
constexpr Phrase kTitle{"export.title", "Job title", "职位"};
constexpr Phrase kGate{"export.gate", "Exit criteria met", "已满足的准出条件"};
constexpr Phrase kWaiting{"export.waiting", "Waiting on", "等待对象"};

// The organisation's own fields, as they were when the file was begun.
struct CustomColumns {
  std::vector<sales::CustomField> fields;
  std::map<UserId, std::string> users;  // where a field holds one
};

// Those that are asked for and that the viewer sees; all of them where nothing is asked for.
CustomColumns custom_columns(const SalesContext& context, const sales::Viewer& viewer,
                             const DealFileQuery& wish) {
  CustomColumns columns{columns_for(context.pipelines.current()->fields(), viewer), {}};
  if (!wish.columns.empty() || !wish.fields.empty())
    columns.fields = named(columns.fields, wish.fields);
  const bool asks = std::any_of(
      columns.fields.begin(), columns.fields.end(),
      [](const sales::CustomField& field) { return field.kind == sales::FieldKind::user; });
  if (asks) columns.users = context.commands.database().read(names_of_users);
  return columns;
}

std::vector<std::string> headings(const CustomColumns& columns, Lang lang) {
  std::vector<std::string> names;
  for (const sales::CustomField& field : columns.fields) names.push_back(field.label.in(lang));
  return names;
}

// One column of a file: a list may show several of them as one.
template <class Column, class Row>
struct Cell {
  std::optional<Column> column;  // none: only in a file of everything
  const Phrase* head;
  std::string (*text)(const Row&);
};

// Those of the columns asked for, in their order; all where none is.
template <class C>
std::vector<C> chosen(std::span<const C> all, const auto& columns) {
  if (columns.empty()) return {all.begin(), all.end()};
  std::vector<C> cells;
  for (const auto column : columns)
    for (const C& cell : all)
      if (cell.column == column) cells.push_back(cell);
  return cells;
}

template <class C>
std::vector<const Phrase*> heads_of(const std::vector<C>& cells) {
  std::vector<const Phrase*> heads;
  for (const C& cell : cells) heads.push_back(cell.head);
  return heads;
}

template <class C, class Row>
std::vector<std::string> row_of(const std::vector<C>& cells, const Row& row) {
  std::vector<std::string> texts;
  for (const C& cell : cells) texts.push_back(cell.text(row));
  return texts;
}

template <class C, class Row>
void write_row(CsvWriter& to, const std::vector<C>& cells, const Row& row) {
  to.row(row_of(cells, row));
}

// ---- deals ----

struct DealRow {
  const sales::DealCard& deal;
  const sales::Pipeline* pipeline;
  const sales::Stage* stage;
  Lang lang;
};
using DealCell = Cell<sales::DealColumn, DealRow>;
using enum sales::DealColumn;

const DealCell kDealCells[] = {
    {{}, &kIdColumn, [](const DealRow& row) { return std::to_string(row.deal.id.value); }},
    {name, &kDeal, [](const DealRow& row) { return row.deal.name; }},
    {account, &kAccountColumn,
     [](const DealRow& row) { return row.deal.account ? row.deal.account->name : ""; }},
    {owner, &kOwnerColumn, [](const DealRow& row) { return row.deal.owner.name; }},
    {pipeline, &kPipeline,
     [](const DealRow& row) { return row.pipeline ? row.pipeline->name.in(row.lang) : ""; }},
    {stage, &kStage,
     [](const DealRow& row) { return row.stage ? row.stage->name.in(row.lang) : ""; }},
    {status, &kStatus, [](const DealRow& row) { return std::string(name_of(row.deal.status)); }},
    {amount, &kAmount,
     [](const DealRow& row) { return row.deal.amount ? to_decimal(*row.deal.amount) : ""; }},
    {amount, &kCurrencyColumn,
     [](const DealRow& row) {
       return std::string(row.deal.amount ? row.deal.amount->currency.code() : "");
     }},
    {expected_close, &kExpectedClose,
     [](const DealRow& row) {
       return row.deal.expected_close ? to_iso(*row.deal.expected_close) : "";
     }},
    {probability, &kProbability,
     [](const DealRow& row) { return std::to_string(row.deal.probability); }},
    {source, &kSource, [](const DealRow& row) { return row.deal.source; }},
    {age, &kStageEntered, [](const DealRow& row) { return to_iso(row.deal.age.since); }},
    {next_step, &kNextStep,
     [](const DealRow& row) { return row.deal.next_step ? row.deal.next_step->subject : ""; }},
    {next_step, &kNextStepDue,
     [](const DealRow& row) { return row.deal.next_step ? to_iso(row.deal.next_step->due) : ""; }},
    {created, &kCreatedColumn, [](const DealRow& row) { return to_iso(row.deal.created_at); }},
    {updated, &kUpdated, [](const DealRow& row) { return to_iso(row.deal.updated_at); }},
};
// Those that only a list which shows them has in its file.
const DealCell kMoreDealCells[] = {
    {gate, &kGate,
     [](const DealRow& row) {
       return std::to_string(row.deal.gate.met) + "/" + std::to_string(row.deal.gate.total);
     }},
    {waiting, &kWaiting,
     [](const DealRow& row) { return std::string(name_of(row.deal.waiting.on)); }},
};

std::vector<DealCell> deal_cells(const std::vector<sales::DealColumn>& columns) {
  std::vector<DealCell> all(std::begin(kDealCells), std::end(kDealCells));
  if (!columns.empty()) all.insert(all.end(), std::begin(kMoreDealCells), std::end(kMoreDealCells));
  return chosen<DealCell>(all, columns);
}

void add_deals(http::Router& router, const SalesContext& context) {
  router.get(
      "/api/deals.csv", sales::rules::may_export,
      {.summary = "The list of deals as a file", .tags = {"deals"}, .answer_type = "text/csv"},
      [context](const Request& request, const DealFileQuery& wish) -> Result<Reply> {
        const auto identity = request.shared_identity();
        const Lang lang = request.lang();
        auto query = std::make_shared<sales::DealQuery>(wish);
        query->limit = kRowsPerPage;
        query->cursor.reset();
        const std::vector<DealCell> cells = deal_cells(wish.columns);
        const auto custom = std::make_shared<const CustomColumns>(
            custom_columns(context, sales::viewer_of(*identity), wish));
        return csv_reply(
            "deals.csv", lang, heads_of(cells),
            [context, identity, lang, query, cells, custom](CsvWriter& to) -> Result<bool> {
              const auto pipelines = context.pipelines.current();
              const sales::StageClock clock(context.calendar.current(),
                                            context.commands.clock().now());
              const sales::DealReading reading{sales::viewer_of(*identity), *pipelines, clock};
              const sales::DealPage page =
                  TRY(context.commands.database().read([&](db::Connection& connection) {
                    return sales::list_deals(connection, reading, *query);
                  }));
              for (const sales::DealCard& deal : page.items) {
                const sales::Pipeline* of = pipelines->find(deal.pipeline_id);
                std::vector<std::string> row =
                    row_of(cells, DealRow{deal, of, of ? of->find(deal.stage_id) : nullptr, lang});
                for (const sales::CustomField& field : custom->fields)
                  row.push_back(cell_of(field, deal.fields, custom->users, lang));
                to.row(row);
              }
              query->cursor = page.next_cursor;
              return page.next_cursor.has_value();
            },
            headings(*custom, lang));
      });
}

// ---- accounts and contacts ----

using Names = std::map<UserId, std::string>;

// A list of records: `list` reads a page, `write` writes it with the names of the owners.
template <class Query, class List, class Write>
WritePage pages_of(journal::CommandRunner& commands, const Request& request, const Query& wish,
                   List list, Write write) {
  auto query = std::make_shared<Query>(wish);
  query->limit = kRowsPerPage;
  query->cursor.reset();
  auto names =
      std::make_shared<std::map<UserId, std::string>>(commands.database().read(names_of_users));
  return [&commands, identity = request.shared_identity(), query, names, list,
          write](CsvWriter& to) -> Result<bool> {
    return commands.database().read([&](db::Connection& connection) -> Result<bool> {
      const auto page =
          TRY(list(connection, sales::viewer_of(*identity), commands.clock().now(), *query));
      write(to, connection, page.items, *names);
      query->cursor = page.next_cursor;
      return page.next_cursor.has_value();
    });
  };
}

struct AccountLine {
  const sales::Account& account;
  const std::string& owner;
};
using AccountCell = Cell<sales::AccountColumn, AccountLine>;

const AccountCell kAccountCells[] = {
    {{}, &kIdColumn, [](const AccountLine& row) { return std::to_string(row.account.id.value); }},
    {sales::AccountColumn::name, &kAccountColumn,
     [](const AccountLine& row) { return row.account.name; }},
    {sales::AccountColumn::owner, &kOwnerColumn, [](const AccountLine& row) { return row.owner; }},
    {sales::AccountColumn::domain, &kDomain,
     [](const AccountLine& row) { return row.account.domain; }},
    {sales::AccountColumn::phone, &kPhone,
     [](const AccountLine& row) { return row.account.phone; }},
    {sales::AccountColumn::region, &kRegion,
     [](const AccountLine& row) { return row.account.region; }},
    {sales::AccountColumn::industry, &kIndustry,
     [](const AccountLine& row) { return row.account.industry; }},
    {sales::AccountColumn::size, &kSize, [](const AccountLine& row) { return row.account.size; }},
    {sales::AccountColumn::created, &kCreatedColumn,
     [](const AccountLine& row) { return to_iso(row.account.created_at); }},
    {sales::AccountColumn::updated, &kUpdated,
     [](const AccountLine& row) { return to_iso(row.account.updated_at); }},
};

struct ContactLine {
  const sales::Contact& contact;
  const std::string& account;
  const std::string& owner;
};
using ContactCell = Cell<sales::ContactColumn, ContactLine>;

const ContactCell kContactCells[] = {
    {{}, &kIdColumn, [](const ContactLine& row) { return std::to_string(row.contact.id.value); }},
    {sales::ContactColumn::name, &kNameColumn,
     [](const ContactLine& row) { return row.contact.name; }},
    {sales::ContactColumn::account, &kAccountColumn,
     [](const ContactLine& row) { return row.account; }},
    {sales::ContactColumn::owner, &kOwnerColumn, [](const ContactLine& row) { return row.owner; }},
    {sales::ContactColumn::title, &kTitle,
     [](const ContactLine& row) { return row.contact.title; }},
    {sales::ContactColumn::email, &kEmailColumn,
     [](const ContactLine& row) { return row.contact.email; }},
    {sales::ContactColumn::phone, &kPhone,
     [](const ContactLine& row) { return row.contact.phone; }},
    {sales::ContactColumn::consent, &kConsent,
     [](const ContactLine& row) { return std::string(name_of(row.contact.consent)); }},
    {sales::ContactColumn::created, &kCreatedColumn,
     [](const ContactLine& row) { return to_iso(row.contact.created_at); }},
    {sales::ContactColumn::updated, &kUpdated,
     [](const ContactLine& row) { return to_iso(row.contact.updated_at); }},
};

void add_accounts(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/accounts.csv", sales::rules::may_export,
      {.summary = "The list of accounts as a file",
       .tags = {"accounts"},
       .answer_type = "text/csv"},
      [&commands](const Request& request, const AccountFileQuery& query) -> Result<Reply> {
        const auto cells = chosen<AccountCell>(kAccountCells, query.columns);
        const auto write = [cells](CsvWriter& to, db::Connection&,
                                   const std::vector<sales::Account>& accounts, Names& owners) {
          for (const sales::Account& account : accounts)
            write_row(to, cells, AccountLine{account, owners[account.owner_id]});
        };
        return csv_reply(
            "accounts.csv", request.lang(), heads_of(cells),
            pages_of<sales::AccountQuery>(commands, request, query, sales::list_accounts, write));
      });
}

void add_contacts(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/contacts.csv", sales::rules::may_export,
      {.summary = "The list of contacts as a file",
       .tags = {"contacts"},
       .answer_type = "text/csv"},
      [&commands](const Request& request, const ContactFileQuery& query) -> Result<Reply> {
        const auto cells = chosen<ContactCell>(kContactCells, query.columns);
        const auto write = [cells](CsvWriter& to, db::Connection& connection,
                                   const std::vector<sales::Contact>& contacts, Names& owners) {
          auto accounts = sales::account_names(connection, contacts);
          for (const sales::Contact& contact : contacts)
            write_row(
                to, cells,
                ContactLine{contact, accounts[contact.account_id.value_or(sales::AccountId())],
                            owners[contact.owner_id]});
        };
        return csv_reply(
            "contacts.csv", request.lang(), heads_of(cells),
            pages_of<sales::ContactQuery>(commands, request, query, sales::list_contacts, write));
      });
}

}  // namespace

void add_export_routes(http::Router& router, const SalesContext& context) {
  add_deals(router, context);
  add_accounts(router, context.commands);
  add_contacts(router, context.commands);
  add_further_lists(router, context);
}

}  // namespace stagecoach::exchange
