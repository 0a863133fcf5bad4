#include "exchange/lists/list_file.h"
#include "exchange/lists/list_routes.h"
#include "platform/base/enum_names.h"
#include "sales/accounts/lists/record_list.h"
#include "sales/deals/views/deal_list.h"
#include "sales/team/people.h"
#include "sales/team/rules.h"

namespace stagecoach::exchange {
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

void write_deal(CsvWriter& to, const sales::DealCard& deal, const sales::Pipelines& pipelines,
                Lang lang) {
  const sales::Pipeline* pipeline = pipelines.find(deal.pipeline_id);
  const sales::Stage* stage = pipeline ? pipeline->find(deal.stage_id) : nullptr;
  to.row({std::to_string(deal.id.value), deal.name, deal.account ? deal.account->name : "",
          deal.owner.name, pipeline ? pipeline->name.in(lang) : "",
          stage ? stage->name.in(lang) : "", name_of(deal.status),
          deal.amount ? to_decimal(*deal.amount) : "",
          deal.amount ? deal.amount->currency.code() : std::string_view(),
          deal.expected_close ? to_iso(*deal.expected_close) : "", std::to_string(deal.probability),
          deal.source, to_iso(deal.age.since),
          deal.next_step ? std::string_view(deal.next_step->subject) : std::string_view(),
          deal.next_step ? to_iso(deal.next_step->due) : "", to_iso(deal.created_at),
          to_iso(deal.updated_at)});
}

void add_deals(http::Router& router, const SalesContext& context) {
  router.get(
      "/api/deals.csv", sales::rules::may_export,
      {.summary = "The list of deals as a file", .tags = {"deals"}, .answer_type = "text/csv"},
      [context](const Request& request, const sales::DealQuery& wish) -> Result<Reply> {
        const auto identity = request.shared_identity();
        const Lang lang = request.lang();
        auto query = std::make_shared<sales::DealQuery>(wish);
        query->limit = kRowsPerPage;
        query->cursor.reset();
        return csv_reply(
            "deals.csv", lang,
            {&kIdColumn, &kDeal, &kAccountColumn, &kOwnerColumn, &kPipeline, &kStage, &kStatus,
             &kAmount, &kCurrencyColumn, &kExpectedClose, &kProbability, &kSource, &kStageEntered,
             &kNextStep, &kNextStepDue, &kCreatedColumn, &kUpdated},
            [context, identity, lang, query](CsvWriter& to) -> Result<bool> {
              const auto pipelines = context.pipelines.current();
              const sales::StageClock clock(context.calendar.current(),
                                            context.commands.clock().now());
              const sales::DealReading reading{sales::viewer_of(*identity), *pipelines, clock};
              const sales::DealPage page =
                  TRY(context.commands.database().read([&](db::Connection& connection) {
                    return sales::list_deals(connection, reading, *query);
                  }));
              for (const sales::DealCard& deal : page.items) write_deal(to, deal, *pipelines, lang);
              query->cursor = page.next_cursor;
              return page.next_cursor.has_value();
            });
      });
}

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

using Names = std::map<UserId, std::string>;

void write_accounts(CsvWriter& to, db::Connection&, const std::vector<sales::Account>& accounts,
                    Names& owners) {
  for (const sales::Account& account : accounts)
    to.row({std::to_string(account.id.value), account.name, owners[account.owner_id],
            account.domain, account.phone, account.region, account.industry, account.size,
            to_iso(account.created_at), to_iso(account.updated_at)});
}

void write_contacts(CsvWriter& to, db::Connection& connection,
                    const std::vector<sales::Contact>& contacts, Names& owners) {
  auto accounts = sales::account_names(connection, contacts);
  for (const sales::Contact& contact : contacts)
    to.row({std::to_string(contact.id.value), contact.name,
            contact.account_id ? accounts[*contact.account_id] : std::string(),
            owners[contact.owner_id], contact.title, contact.email, contact.phone,
            name_of(contact.consent), to_iso(contact.created_at), to_iso(contact.updated_at)});
}

void add_accounts(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/accounts.csv", sales::rules::may_export,
      {.summary = "The list of accounts as a file",
       .tags = {"accounts"},
       .answer_type = "text/csv"},
      [&commands](const Request& request, const sales::AccountQuery& query) -> Result<Reply> {
        return csv_reply("accounts.csv", request.lang(),
                         {&kIdColumn, &kAccountColumn, &kOwnerColumn, &kDomain, &kPhone, &kRegion,
                          &kIndustry, &kSize, &kCreatedColumn, &kUpdated},
                         pages_of(commands, request, query, sales::list_accounts, write_accounts));
      });
}

void add_contacts(http::Router& router, journal::CommandRunner& commands) {
  router.get(
      "/api/contacts.csv", sales::rules::may_export,
      {.summary = "The list of contacts as a file",
       .tags = {"contacts"},
       .answer_type = "text/csv"},
      [&commands](const Request& request, const sales::ContactQuery& query) -> Result<Reply> {
        return csv_reply("contacts.csv", request.lang(),
                         {&kIdColumn, &kNameColumn, &kAccountColumn, &kOwnerColumn, &kTitle,
                          &kEmailColumn, &kPhone, &kConsent, &kCreatedColumn, &kUpdated},
                         pages_of(commands, request, query, sales::list_contacts, write_contacts));
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
