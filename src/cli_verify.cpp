#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "app.h"
#include "cli.h"
#include "cli_command.h"
#include "journal/verify.h"
#include "sales/accounts/account_audit.h"
#include "sales/deals/deal_audit.h"
#include "sales/team/team_audit.h"

namespace stagecoach::cli {
namespace {

const Phrase kVerify{"cli.verify",
                     "Check that nobody changed the journal, and that all records are what it says",
                     "检查日志是否被改动，以及所有记录是否与日志一致"};
const Phrase kAnchorOption{"cli.verify_anchor",
                           "An anchor that an earlier run printed and that was kept elsewhere",
                           "先前运行时输出、另行保存的锚点"};
const Phrase kAnchor{"cli.anchor",
                     "Anchor {anchor}: kept elsewhere, it lets --anchor prove that nothing up to "
                     "here was replaced.",
                     "锚点 {anchor}：另行保存后，可用 --anchor 证明此前的内容未被替换。"};
const Phrase kRecordsIntact{"cli.records_intact", "All {count} records are what the journal says.",
                            "共 {count} 条记录，全部与日志一致。"};
const Phrase kRecordsWrong{"cli.records_wrong",
                           "{wrong} of {count} records are not what the journal says.",
                           "{count} 条记录中有 {wrong} 处与日志不符。"};

const Phrase kNoDatabase{"cli.no_database", "There is no database {path}.",
                         "数据库 {path} 不存在。"};

// Opening makes a database where there is none; a mistyped path must not pass as one that is whole.
Result<void> require_database(std::string_view url) {
  if (url.starts_with("postgres")) return {};
  if (url.starts_with("sqlite:")) url.remove_prefix(7);
  std::error_code ignored;
  if (std::filesystem::exists(url, ignored)) return {};
  return Error(Error::Code::not_found, {kNoDatabase, {{"path", std::string(url)}}});
}

int report(const journal::Audit& audit, Lang lang) {
  const Message summary(
      audit.wrong > 0 ? kRecordsWrong : kRecordsIntact,
      {{"count", std::to_string(audit.records)}, {"wrong", std::to_string(audit.wrong)}});
  (audit.wrong > 0 ? std::cerr : std::cout) << summary.text(lang) << std::endl;
  for (const Message& finding : audit.findings) std::cerr << finding.text(lang) << std::endl;
  return audit.wrong > 0 ? kRefused : kDone;
}

}  // namespace

void add_verify_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("verify", std::string(kVerify.in(invocation.lang)));
  const SettingsReader read = add_settings(*command, invocation.lang);
  const auto anchor = std::make_shared<std::string>();
  command->add_option("--anchor", *anchor, std::string(kAnchorOption.in(invocation.lang)));
  command->callback([&invocation, read, anchor] {
    invocation.action = [read, anchor](Lang lang) -> Result<int> {
      std::optional<journal::Anchor> kept;
      if (!anchor->empty()) kept = TRY(journal::Anchor::parse(*anchor));
      const config::Configuration configuration = TRY(read());
      TRY(require_database(configuration.settings.database.url));
      const auto workspace = TRY(open_workspace(configuration.settings));
      const auto pipelines = workspace->pipelines.current();
      return workspace->database->read([&](db::Connection& connection) {
        const journal::Verification found = journal::verify_chain(connection, kept);
        (found.broken_at ? std::cerr : std::cout) << found.finding.text(lang) << std::endl;
        if (found.broken_at) return kRefused;
        if (found.newest)
          std::cout << Message(kAnchor, {{"anchor", found.newest->text()}}).text(lang) << std::endl;
        journal::Audit audit;
        sales::audit_people(connection, audit);
        sales::audit_accounts(connection, audit);
        sales::audit_deals(connection, *pipelines, audit);
        return report(audit, lang);
      });
    };
  });
}

}  // namespace stagecoach::cli
