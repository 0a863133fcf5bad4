#include <CLI/CLI.hpp>
#include <iostream>

#include "app.h"
#include "cli.h"
#include "cli_command.h"
#include "exchange/sample/sample_organization.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/sign_in/sign_in.h"
#include "sales/team/viewer.h"

namespace stagecoach::cli {
namespace {

const Phrase kDemo{"cli.demo", "Fill an empty workspace with a simulated sales organisation",
                   "用模拟的销售组织填充空工作区"};
const Phrase kSeed{"cli.demo_seed", "The same seed gives the same data",
                   "相同的种子生成相同的数据"};
const Phrase kDeals{"cli.demo_deals", "How many deals", "商机数量"};
const Phrase kMonths{"cli.demo_months", "Within how many months they began",
                     "商机开始于最近多少个月内"};
const Phrase kReps{"cli.demo_reps", "How many sales representatives", "销售代表人数"};
const Phrase kSignIn{"cli.demo_sign_in", "Sign in as {email} with the password {password}",
                     "请以 {email} 登录，密码 {password}"};
const Phrase kMade{
    "cli.demo_made",
    "Made {deals} deals with {moves} moves, {accounts} accounts and {users} people.",
    "已生成 {deals} 个商机、{moves} 次阶段移动、{accounts} 个客户和 {users} 名人员。"};

// A workspace that nobody has set up gets an owner to sign in as, with a password of its own: there
// is no default account.
Result<void> set_up_owner(Workspace& workspace, const config::Settings& settings, Lang lang) {
  if (!sales::needs_set_up(*workspace.database)) return {};
  sales::Passwords passwords;
  sales::LoginLimits limits(workspace.clock);
  sales::Sessions sessions(*workspace.database, workspace.clock);
  sales::SignInDesk desk{workspace.commands, passwords, limits, sessions, {}};
  const bool zh = lang == Lang::zh;
  sales::SetUp wish;
  wish.organization = zh ? "示例公司" : "Sample Company";
  wish.name = zh ? "演示管理员" : "Demo Owner";
  wish.email = "demo@example.com";
  wish.password = sales::new_secret("").text.substr(0, 16);
  wish.lang = lang;
  wish.currency = settings.workspace.currency;
  wish.time_zone = settings.workspace.time_zone;
  TRY(sales::set_up(desk, wish));
  std::cout << Message(kSignIn, {{"email", wish.email}, {"password", wish.password}}).text(lang)
            << std::endl;
  return {};
}

}  // namespace

void add_demo_command(CLI::App& app, Invocation& invocation) {
  CLI::App* command = app.add_subcommand("demo", std::string(kDemo.in(invocation.lang)));
  const SettingsReader read = add_settings(*command, invocation.lang);
  const auto wish = std::make_shared<exchange::SampleWish>();
  const Lang lang = invocation.lang;
  command->add_option("--seed", wish->seed, std::string(kSeed.in(lang)));
  command->add_option("--deals", wish->deals, std::string(kDeals.in(lang)))
      ->check(CLI::Range(1, 10'000'000));
  command->add_option("--months", wish->months, std::string(kMonths.in(lang)))
      ->check(CLI::Range(1, 240));
  command->add_option("--reps", wish->reps, std::string(kReps.in(lang)))
      ->check(CLI::Range(3, 10'000));
  command->callback([&invocation, read, wish] {
    invocation.action = [read, wish](Lang chosen) -> Result<int> {
      const config::Configuration configuration = TRY(read());
      const auto workspace = TRY(open_workspace(configuration.settings));
      wish->lang = chosen;
      wish->currency = std::string(configuration.settings.workspace.currency.code());
      TRY(workspace->commands.run(sales::Viewer::system(), [](journal::Work& work) {
        return sales::install_builtin_pipelines(work);
      }));
      TRY(set_up_owner(*workspace, configuration.settings, chosen));
      const exchange::SampleResult made = TRY(exchange::write_sample(
          workspace->commands, workspace->pipelines, *wish, [](int done, int of) {
            if (of >= 10'000) std::cerr << "\r" << done << " / " << of << std::flush;
          }));
      std::cout << Message(kMade, {{"deals", std::to_string(made.deals)},
                                   {"moves", std::to_string(made.moves)},
                                   {"accounts", std::to_string(made.accounts)},
                                   {"users", std::to_string(made.users)}})
                       .text(chosen)
                << std::endl;
      return kDone;
    };
  });
}

}  // namespace stagecoach::cli
