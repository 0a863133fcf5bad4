#include "exchange/lists/list_file.h"
#include "exchange/lists/list_routes.h"
#include "platform/base/enum_names.h"
#include "sales/accounts/account_store.h"
#include "sales/activities/activity_store.h"
#include "sales/audit/audit_trail.h"
#include "sales/deals/deal_store.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/people.h"
#include "sales/team/rules_of_trust.h"

namespace stagecoach::exchange {
namespace {

using http::Reply;
using http::Request;
using sales::SalesContext;

constexpr Phrase kProduct{"export.product", "Product", "产品"};
constexpr Phrase kCode{"export.code", "Code", "编码"};
constexpr Phrase kPrice{"export.price", "Price", "价格"};
constexpr Phrase kActive{"export.active", "Active", "启用"};
constexpr Phrase kKind{"export.kind", "Kind", "类型"};
constexpr Phrase kSubject{"export.subject", "Subject", "主题"};
constexpr Phrase kBody{"export.body", "Text", "内容"};
constexpr Phrase kDeal{"export.deal", "Deal", "商机"};
constexpr Phrase kDue{"export.due", "Due", "到期时间"};
constexpr Phrase kDone{"export.done", "Done", "完成时间"};
constexpr Phrase kRole{"export.role", "Role", "角色"};
constexpr Phrase kTeam{"export.team", "Team", "团队"};

std::string_view yes_no(bool value) {
  return value ? "true" : "false";
}

void add_products(http::Router& router, const SalesContext& context) {
  router.get("/api/products.csv", sales::rules::may_export,
             {.summary = "The list of products as a file",
              .tags = {"products"},
              .answer_type = "text/csv"},
             [context](const Request& request) -> Result<Reply> {
               return csv_reply(
                   "products.csv", request.lang(),
                   {&kIdColumn, &kProduct, &kCode, &kPrice, &kCurrencyColumn, &kActive},
                   [context](CsvWriter& to) -> Result<bool> {
                     for (const sales::Product& product :
                          context.commands.database().read(sales::list_products))
                       to.row({std::to_string(product.id.value), product.name, product.code,
                               product.price ? to_decimal(*product.price) : "",
                               product.price ? product.price->currency.code() : std::string_view(),
                               yes_no(product.active)});
                     return false;
                   });
             });
}

void write_activity(CsvWriter& to, db::Connection& connection, const sales::Activity& activity,
                    const std::string& owner) {
  const auto deal = activity.deal_id ? sales::find_deal(connection, *activity.deal_id)
                                     : std::optional<sales::Deal>();
  const auto account = activity.account_id ? sales::find_account(connection, *activity.account_id)
                                           : std::optional<sales::Account>();
  to.row({std::to_string(activity.id.value), name_of(activity.kind), activity.subject,
          activity.body, deal ? std::string_view(deal->name) : std::string_view(),
          account ? std::string_view(account->name) : std::string_view(), owner,
          activity.due ? to_iso(*activity.due) : "",
          activity.done_at ? to_iso(*activity.done_at) : "", to_iso(activity.created_at)});
}

void add_activities(http::Router& router, const SalesContext& context) {
  router.get("/api/activities.csv", sales::rules::may_export,
             {.summary = "The list of activities as a file",
              .tags = {"activities"},
              .answer_type = "text/csv"},
             [context](const Request& request, const sales::ActivityQuery& wish) -> Result<Reply> {
               auto query = std::make_shared<sales::ActivityQuery>(wish);
               query->limit = kRowsPerPage;
               query->cursor.reset();
               auto names = std::make_shared<std::map<UserId, std::string>>(
                   context.commands.database().read(names_of_users));
               return csv_reply("activities.csv", request.lang(),
                                {&kIdColumn, &kKind, &kSubject, &kBody, &kDeal, &kAccountColumn,
                                 &kOwnerColumn, &kDue, &kDone, &kCreatedColumn},
                                [context, identity = request.shared_identity(), query,
                                 names](CsvWriter& to) -> Result<bool> {
                                  return context.commands.database().read(
                                      [&](db::Connection& connection) -> Result<bool> {
                                        const sales::ActivityPage page = TRY(sales::list_activities(
                                            connection, sales::viewer_of(*identity), *query));
                                        for (const sales::Activity& activity : page.items)
                                          write_activity(to, connection, activity,
                                                         (*names)[activity.owner_id]);
                                        query->cursor = page.next_cursor;
                                        return page.next_cursor.has_value();
                                      });
                                });
             });
}

constexpr Phrase kSeq{"export.seq", "No.", "序号"};
constexpr Phrase kWhen{"export.when", "Time", "时间"};
constexpr Phrase kWho{"export.who", "Who", "操作人"};
constexpr Phrase kWhat{"export.what", "What", "事件"};
constexpr Phrase kRecordKind{"export.record_kind", "Kind of record", "记录类型"};
constexpr Phrase kRecordId{"export.record_id", "Record ID", "记录编号"};
constexpr Phrase kRecord{"export.record", "Record", "记录"};
constexpr Phrase kDetails{"export.details", "Details", "详情"};

void add_audit(http::Router& router, const SalesContext& context) {
  router.get(
      "/api/audit.csv", sales::rules::may_audit,
      {.summary = "Who did what, as a file", .tags = {"journal"}, .answer_type = "text/csv"},
      [context](const Request& request, const sales::AuditQuery& wish) -> Result<Reply> {
        auto query = std::make_shared<sales::AuditQuery>(wish);
        query->limit = kRowsPerPage;
        return csv_reply(
            "audit.csv", request.lang(),
            {&kSeq, &kWhen, &kWho, &kWhat, &kRecordKind, &kRecordId, &kRecord, &kDetails},
            [context, identity = request.shared_identity(), query](CsvWriter& to) -> Result<bool> {
              const sales::AuditPage page =
                  context.commands.database().read([&](db::Connection& connection) {
                    return sales::read_audit(connection, sales::viewer_of(*identity), *query,
                                             sales::organization_zone(connection));
                  });
              for (const sales::AuditEntry& entry : page.items)
                to.row({std::to_string(entry.seq), to_iso(entry.at), entry.actor.value_or(""),
                        entry.kind, entry.subject_kind, std::to_string(entry.subject_id),
                        entry.subject.value_or(""), entry.data.text});
              query->before = page.next_before;
              return page.next_before.has_value();
            });
      });
}

void add_users(http::Router& router, const SalesContext& context) {
  router.get(
      "/api/users.csv", sales::rules::may_export,
      {.summary = "The people as a file", .tags = {"team"}, .answer_type = "text/csv"},
      [context](const Request& request) -> Result<Reply> {
        std::map<sales::TeamId, std::string> teams;
        for (const sales::Team& team : context.commands.database().read(sales::list_teams))
          teams.emplace(team.id, team.name);
        return csv_reply(
            "users.csv", request.lang(),
            {&kIdColumn, &kNameColumn, &kEmailColumn, &kRole, &kTeam, &kActive},
            [context, teams = std::move(teams),
             after = UserId()](CsvWriter& to) mutable -> Result<bool> {
              const std::vector<sales::User> page =
                  context.commands.database().read([&](db::Connection& connection) {
                    return sales::list_users(connection, after, kRowsPerPage);
                  });
              for (const sales::User& user : page)
                to.row({std::to_string(user.id.value), user.name, user.email.value_or(""),
                        name_of(user.role),
                        user.team_id ? std::string_view(teams[*user.team_id]) : std::string_view(),
                        yes_no(user.active)});
              if (page.empty()) return false;
              after = page.back().id;
              return true;
            });
      });
}

}  // namespace

void add_further_lists(http::Router& router, const SalesContext& context) {
  add_products(router, context);
  add_audit(router, context);
  add_activities(router, context);
  add_users(router, context);
}

}  // namespace stagecoach::exchange
