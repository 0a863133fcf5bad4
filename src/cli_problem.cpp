#include "cli_problem.h"

#include <CLI/CLI.hpp>
#include <string>

namespace stagecoach::cli {
namespace {

const Phrase kUnexpected{"cli.unexpected", "Nobody expects {what} here.", "此处不应出现 {what}。"};
const Phrase kNoCommand{"cli.no_command", "Say which command is meant.", "请指明要执行的命令。"};
const Phrase kMissing{"cli.missing", "{what} is missing.", "缺少 {what}。"};
const Phrase kWantsValue{"cli.wants_value", "{what} needs a value.", "{what} 需要一个值。"};
const Phrase kWrongValue{"cli.wrong_value", "The value of {what} is not one of those it takes.",
                         "{what} 的值不在允许范围内。"};
const Phrase kOther{"cli.other_problem", "The command line is not right ({what}).",
                    "命令行有误（{what}）。"};

// The name of the option that the parser's sentence is about: it comes first, or last.
std::string before(const std::string& sentence, std::string_view mark) {
  return sentence.substr(0, sentence.find(mark));
}
std::string after(const std::string& sentence, std::string_view mark) {
  const std::size_t at = sentence.find(mark);
  return at == sentence.npos ? sentence : sentence.substr(at + mark.size());
}

Message about(const Phrase& phrase, std::string what) {
  return Message(phrase, {{"what", std::move(what)}});
}

template <class Problem>
bool is(const CLI::ParseError& problem) {
  return dynamic_cast<const Problem*>(&problem) != nullptr;
}

}  // namespace

Message problem_of(const CLI::ParseError& problem) {
  const std::string said = problem.what();
  if (is<CLI::ExtrasError>(problem)) return about(kUnexpected, after(said, "not expected: "));
  if (is<CLI::RequiredError>(problem))
    return said.starts_with("A subcommand") ? Message(kNoCommand)
                                            : about(kMissing, before(said, " is required"));
  if (is<CLI::ArgumentMismatch>(problem)) return about(kWantsValue, before(said, ":"));
  if (is<CLI::ValidationError>(problem)) return about(kWrongValue, before(said, ":"));
  if (is<CLI::ConversionError>(problem))
    return about(kWrongValue, before(after(said, "Could not convert: "), " = "));
  return about(kOther, said);
}

void put_headings(CLI::App& app, Lang lang) {
  if (lang != Lang::zh) return;
  const auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [english, chinese] :
       {std::pair("Usage", "用法"), std::pair("OPTIONS", "选项"), std::pair("SUBCOMMAND", "命令"),
        std::pair("Positionals", "参数"), std::pair("REQUIRED", "必填"), std::pair("VALUE", "值"),
        std::pair("FILE", "文件")})
    formatter->label(english, chinese);
  app.formatter(formatter);
  for (CLI::Option* option : app.get_options()) option->group("选项");
  for (CLI::App* command : app.get_subcommands({})) {
    command->group("命令");
    put_headings(*command, lang);
  }
}

}  // namespace stagecoach::cli
