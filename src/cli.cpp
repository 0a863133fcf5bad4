#include "cli.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>

#include "cli_command.h"
#include "cli_problem.h"

namespace stagecoach::cli {
namespace {

const Phrase kAbout{"cli.about", "Stagecoach: manages the sales cycle and shows where deals wait.",
                    "驿程：管理销售周期，看清商机停在哪里。"};
const Phrase kLangOption{"cli.lang", "Language of messages and reports: en or zh",
                         "消息与报告的语言：en 或 zh"};
const Phrase kHelpOption{"cli.help", "Show this help", "显示帮助"};
const Phrase kVersionOption{"cli.version", "Show the version", "显示版本"};
const Phrase kUsage{"cli.usage", "{problem} Run with --help to see what can be said.",
                    "{problem} 使用 --help 查看用法。"};
const Phrase kCannotWrite{"cli.cannot_write", "{file} cannot be written: {why}.",
                          "无法写入 {file}：{why}。"};
const Phrase kBroke{"cli.broke", "The work could not be finished: {why}.", "未能完成：{why}。"};

// Decided before the parser is built, because the help itself is written in it.
Lang wanted_lang(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" && i + 1 < argc) return lang_from_tag(argv[i + 1]);
    if (word.starts_with("--lang=")) return lang_from_tag(word.substr(7));
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value) return lang_from_tag(value);
  return Lang::en;
}

void say(std::string_view sentence) {
  std::cerr << "stagecoach: " << sentence << std::endl;
}

}  // namespace

std::string sentence_of(const Error& error, Lang lang) {
  std::string text = error.message.text(lang);
  size_t shown = 0;
  for (const FieldError& wrong : error.fields)
    if (shown++ < 3) text += " " + wrong.field + ": " + wrong.message.text(lang);
  return text;
}

Result<void> write_output(const std::string& path, std::string_view text) {
  const auto refuse = [&path] {
    const std::string why = std::generic_category().message(errno);
    return Error(Error::Code::refused, Message(kCannotWrite, {{"file", path}, {"why", why}}));
  };
  if (path.empty()) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) return refuse();
    return {};
  }
  const std::string beside = path + ".part";
  std::FILE* file = std::fopen(beside.c_str(), "wb");
  if (!file) return refuse();
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool closed = std::fclose(file) == 0;
  if (!written || !closed || std::rename(beside.c_str(), path.c_str()) != 0) {
    const Error error = refuse();
    std::remove(beside.c_str());
    return error;
  }
  return {};
}

int run(int argc, char** argv) {
  Invocation invocation;
  invocation.lang = wanted_lang(argc, argv);
  const Lang lang = invocation.lang;
  CLI::App app{std::string(kAbout.in(lang)), "stagecoach"};
  app.set_help_flag("-h,--help", std::string(kHelpOption.in(lang)));
  app.set_version_flag("--version", "stagecoach " STAGECOACH_VERSION,
                       std::string(kVersionOption.in(lang)));
  std::string tag;
  app.add_option("--lang", tag, std::string(kLangOption.in(lang)))->type_name("LANG");
  app.require_subcommand(1);
  app.fallthrough();
  add_analyze_command(app, invocation);
  add_backtest_command(app, invocation);
  add_setup_command(app, invocation);
  add_serve_command(app, invocation);
  add_config_command(app, invocation);
  add_openapi_command(app, invocation);
  add_verify_command(app, invocation);
  add_backup_command(app, invocation);
  add_restore_command(app, invocation);
  add_demo_command(app, invocation);
  add_import_command(app, invocation);
  put_headings(app, lang);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& problem) {
    say(Message(kUsage, {{"problem", problem_of(problem).text(lang)}}).text(lang));
    return kRefused;
  }
  try {
    const Result<int> done = invocation.action(lang);
    if (done) return *done;
    say(sentence_of(done.error(), lang));
    return kRefused;
  } catch (const std::exception& failure) {
    say(Message(kBroke, {{"why", failure.what()}}).text(lang));
    return kBroken;
  }
}

}  // namespace stagecoach::cli
