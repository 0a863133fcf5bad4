// stagecoach setup: the organisation and its first owner, without a browser. Currency and time zone
// are those of the settings.
//
// The password never stands in the arguments, which every user of the machine can read: it is asked
// on the terminal, or read from standard input or a file.
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "app.h"
#include "cli.h"
#include "cli_command.h"

namespace stagecoach::cli {
namespace {

const Phrase kSetup{"cli.setup", "Make the organisation and its first owner",
                    "创建组织及其首位所有者"};
const Phrase kOrganization{"cli.setup_organization", "Name of the organisation", "组织名称"};
const Phrase kName{"cli.setup_name", "Name of the owner", "所有者姓名"};
const Phrase kEmail{"cli.setup_email", "E-mail address the owner signs in with",
                    "所有者登录所用的邮箱"};
const Phrase kPasswordFile{"cli.setup_password_file",
                           "File whose first line is the password; without it, it is asked for",
                           "首行为密码的文件；未指定时将提示输入"};
const Phrase kAsk{"cli.setup_ask", "Password: ", "密码："};
const Phrase kAskAgain{"cli.setup_ask_again", "Once more: ", "请再输入一次："};
const Phrase kNotTheSame{"cli.setup_not_the_same", "The two passwords are not the same.",
                         "两次输入的密码不一致。"};
const Phrase kNoPassword{"cli.setup_no_password", "No password was given.", "未提供密码。"};
const Phrase kUnreadable{"cli.setup_unreadable", "The file {path} cannot be read.",
                         "无法读取文件 {path}。"};
const Phrase kDoneSentence{"cli.setup_done", "{organization} is set up. Sign in as {email}.",
                           "{organization} 已创建，请使用 {email} 登录。"};

// What is typed does not show on the terminal while this lives.
class Unseen {
 public:
  Unseen() {
    known_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!known_) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Unseen() {
    if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool known_ = false;
};

Result<std::string> first_line_of(std::istream& from) {
  std::string line;
  if (!std::getline(from, line) || line.empty()) return Error(Error::Code::refused, kNoPassword);
  if (line.back() == '\r') line.pop_back();
  return line;
}

Result<std::string> ask(const Phrase& question, Lang lang) {
  std::cerr << question.in(lang) << std::flush;
  const Unseen unseen;
  auto answer = first_line_of(std::cin);
  std::cerr << std::endl;
  return answer;
}

Result<std::string> password_from(const std::string& file, Lang lang) {
  if (!file.empty()) {
    std::ifstream in(file);
    if (!in) return Error(Error::Code::refused, Message(kUnreadable, {{"path", file}}));
    return first_line_of(in);
  }
  if (isatty(STDIN_FILENO) == 0) return first_line_of(std::cin);
  std::string password = TRY(ask(kAsk, lang));
  if (TRY(ask(kAskAgain, lang)) != password) return Error(Error::Code::refused, kNotTheSame);
  return password;
}

struct Options {
  std::string organization;
  std::string name;
  std::string email;
  std::string password_file;
};

Result<int> set_up_from(const Options& options, const SettingsReader& read, Lang lang) {
  const config::Configuration configuration = TRY(read());
  sales::SetUp wish;
  wish.organization = options.organization;
  wish.name = options.name;
  wish.email = options.email;
  wish.lang = lang;
  wish.currency = configuration.settings.workspace.currency;
  wish.time_zone = configuration.settings.workspace.time_zone;
  const auto workspace = TRY(open_workspace(configuration.settings));
  wish.password = TRY(password_from(options.password_file, lang));
  TRY(set_up(*workspace, wish));
  const Message done(kDoneSentence,
                     {{"organization", options.organization}, {"email", options.email}});
  std::cout << done.text(lang) << std::endl;
  return kDone;
}

}  // namespace

void add_setup_command(CLI::App& app, Invocation& invocation) {
  const Lang lang = invocation.lang;
  const auto text = [lang](const Phrase& phrase) { return std::string(phrase.in(lang)); };
  CLI::App* command = app.add_subcommand("setup", text(kSetup));
  const SettingsReader read = add_settings(*command, lang);
  const auto options = std::make_shared<Options>();
  command->add_option("--organization", options->organization, text(kOrganization))->required();
  command->add_option("--name", options->name, text(kName))->required();
  command->add_option("--email", options->email, text(kEmail))->required();
  command->add_option("--password-file", options->password_file, text(kPasswordFile))
      ->type_name("FILE");
  command->callback([&invocation, read, options] {
    invocation.action = [read, options](Lang wanted) {
      return set_up_from(*options, read, wanted);
    };
  });
}

}  // namespace stagecoach::cli
