#include "platform/config/settings_file.h"

#include <fstream>
#include <iterator>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace stagecoach::config {
namespace {

constexpr Phrase kFileWrong{"config.file_wrong", "The configuration file cannot be used.",
                            "无法使用配置文件。"};
constexpr Phrase kFileUnreadable{"config.file_unreadable", "The file cannot be read.",
                                 "无法读取该文件。"};
constexpr Phrase kNotToml{"config.not_toml", "This is not valid TOML: {detail}",
                          "不是有效的 TOML:{detail}"};
constexpr Phrase kValueKind{
    "config.value_kind", "{key} must be a text, a whole number, true or false, or a list of them.",
    "{key} 的值应为文本、整数、true/false,或由它们组成的列表。"};

std::string place(const std::string& path, const toml::source_position& at) {
  return path + ':' + std::to_string(at.line);
}

Error wrong(std::string where, Message message) {
  return Error(Error::Code::invalid, kFileWrong, {{std::move(where), std::move(message)}});
}

// False where no setting could have this value.
bool append_scalar(std::string& out, const toml::node& node) {
  if (const auto* text = node.as_string())
    out += text->get();
  else if (const auto* number = node.as_integer())
    out += std::to_string(number->get());
  else if (const auto* flag = node.as_boolean())
    out += flag->get() ? "true" : "false";
  else
    return false;
  return true;
}

bool append_value(std::string& out, const toml::node& node) {
  const toml::array* const list = node.as_array();
  if (!list) return append_scalar(out, node);
  for (const toml::node& element : *list) {
    if (&element != list->get(0)) out += ',';
    if (!append_scalar(out, element)) return false;
  }
  return true;
}

void flatten(const toml::table& table, const std::string& prefix, const std::string& path,
             std::vector<FileValue>& values, std::vector<FieldError>& errors) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    const toml::table* const section = node.as_table();
    if (section && !section->empty()) {
      flatten(*section, key + '.', path, values, errors);
      continue;
    }
    FileValue value{key, {}, static_cast<int>(node.source().begin.line)};
    // An empty section may stand; what it is called is checked as any key is.
    if (section || append_value(value.value, node))
      values.push_back(std::move(value));
    else
      errors.push_back({place(path, node.source().begin), Message(kValueKind, {{"key", key}})});
  }
}

}  // namespace

Result<std::vector<FileValue>> read_settings_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return wrong(path, kFileUnreadable);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) return wrong(path, kFileUnreadable);

  const toml::parse_result parsed = toml::parse(std::string_view(text), std::string_view(path));
  if (!parsed)
    return wrong(place(path, parsed.error().source().begin),
                 Message(kNotToml, {{"detail", std::string(parsed.error().description())}}));
  std::vector<FileValue> values;
  std::vector<FieldError> errors;
  flatten(parsed.table(), {}, path, values, errors);
  if (!errors.empty()) return Error(Error::Code::invalid, kFileWrong, std::move(errors));
  return values;
}

}  // namespace stagecoach::config
