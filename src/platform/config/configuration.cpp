#include "platform/config/configuration.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "platform/base/nearest.h"
#include "platform/config/settings_file.h"

namespace stagecoach::config {
namespace {

constexpr Phrase kSettingsWrong{"config.settings_wrong", "The configuration needs correcting.",
                                "配置需要修改。"};
constexpr Phrase kNoSuchSetting{"config.no_such_setting", "There is no setting {key}.",
                                "没有名为 {key} 的设置。"};
constexpr Phrase kNoSuchSettingNear{"config.no_such_setting",
                                    "There is no setting {key}; did you mean {nearest}?",
                                    "没有名为 {key} 的设置,您是否想用 {nearest}?"};
constexpr Phrase kUnknownVariable{"config.unknown_variable",
                                  "The environment variable {name} is not used.",
                                  "环境变量 {name} 未被使用。"};
constexpr Phrase kUnknownVariableNear{
    "config.unknown_variable",
    "The environment variable {name} is not used; did you mean {nearest}?",
    "环境变量 {name} 未被使用,您是否想用 {nearest}?"};
constexpr Phrase kTlsHalf{"config.tls_half",
                          "server.tls_certificate and server.tls_key belong together: set both or "
                          "neither.",
                          "server.tls_certificate 与 server.tls_key 必须同时设置或同时不设置。"};
constexpr Phrase kSessionOrder{"config.session_order",
                               "sessions.idle cannot be longer than sessions.absolute.",
                               "sessions.idle 不能长于 sessions.absolute。"};
constexpr Phrase kOpenWithoutTls{
    "config.open_without_tls",
    "The server listens on {address} without TLS; put a proxy with HTTPS in front of it.",
    "服务器在 {address} 上以未加密方式监听;请在其前面部署 HTTPS 代理。"};
constexpr Phrase kStandardValue{"config.standard_value", "standard", "默认值"};
constexpr Phrase kEffective{"config.effective",
                            "Effective settings. Later ones win: file, environment, command line.",
                            "当前生效的设置。优先级从低到高:文件、环境变量、命令行。"};

constexpr std::string_view kPrefix = "STAGECOACH_";
constexpr std::string_view kFileVariable = "STAGECOACH_CONFIG";
constexpr std::string_view kTestPrefixes[] = {"STAGECOACH_TEST_", "STAGECOACH_REAL_DATA"};

const Setting* find_setting(std::string_view key) {
  for (const Setting& setting : all_settings())
    if (setting.key == key) return &setting;
  return nullptr;
}

bool is_section(std::string_view name) {
  const auto settings = all_settings();
  return std::any_of(settings.begin(), settings.end(), [&](const Setting& setting) {
    return setting.key.starts_with(name) && setting.key.substr(name.size()).starts_with('.');
  });
}

class Loader {
 public:
  explicit Loader(const Sources& sources) : sources_(sources) {}

  Result<Configuration> load() {
    if (const auto path = file_to_read()) {
      const auto values = TRY(read_settings_file(*path));
      configuration_.file = *path;
      for (const FileValue& value : values) take_file_value(*path, value);
    }
    for (const auto& [name, value] : sources_.environment) take_variable(name, value);
    for (const auto& [key, value] : sources_.flags) {
      const Setting* const setting = find_setting(key);
      assert(setting && "flags are made from all_settings()");
      if (setting) take(*setting, value, std::string(setting->flag));
    }
    check_whole();
    if (!errors_.empty()) return Error(Error::Code::invalid, kSettingsWrong, std::move(errors_));
    return std::move(configuration_);
  }

 private:
  std::optional<std::string> file_to_read() const {
    if (sources_.file) return sources_.file;
    for (const auto& [name, value] : sources_.environment)
      if (name == kFileVariable && !value.empty()) return value;
    for (const std::string& usual : sources_.usual_files) {
      std::error_code missing;
      if (std::filesystem::exists(usual, missing)) return usual;
    }
    return std::nullopt;
  }

  void take(const Setting& setting, const std::string& value, std::string where) {
    if (const Phrase* expected = setting.set(configuration_.settings, value)) {
      // The value is not repeated: it may be a password in the wrong place.
      errors_.push_back({where + ' ' + std::string(setting.key), *expected});
      return;
    }
    configuration_.origins[std::string(setting.key)] = std::move(where);
  }

  void take_file_value(const std::string& path, const FileValue& value) {
    const std::string where = path + ':' + std::to_string(value.line);
    if (const Setting* setting = find_setting(value.key)) return take(*setting, value.value, where);
    if (is_section(value.key) && value.value.empty()) return;
    std::vector<std::string_view> keys;
    for (const Setting& setting : all_settings()) keys.push_back(setting.key);
    errors_.push_back({where, unknown(kNoSuchSetting, kNoSuchSettingNear, "key", value.key, keys)});
  }

  void take_variable(const std::string& name, const std::string& value) {
    if (!name.starts_with(kPrefix) || name == kFileVariable) return;
    for (const std::string_view prefix : kTestPrefixes)
      if (name.starts_with(prefix)) return;
    std::vector<std::string> names;
    for (const Setting& setting : all_settings()) {
      names.push_back(setting.variable());
      if (names.back() == name) return take(setting, value, name);
    }
    const std::vector<std::string_view> views(names.begin(), names.end());
    configuration_.warnings.push_back(
        unknown(kUnknownVariable, kUnknownVariableNear, "name", name, views));
  }

  static Message unknown(const Phrase& plain, const Phrase& near, const char* argument,
                         const std::string& name, std::span<const std::string_view> known) {
    if (const auto meant = nearest(name, known))
      return Message(near, {{argument, name}, {"nearest", std::string(*meant)}});
    return Message(plain, {{argument, name}});
  }

  // What no single value can show.
  void check_whole() {
    const Settings& settings = configuration_.settings;
    if (settings.server.tls_certificate.empty() != settings.server.tls_key.empty())
      errors_.push_back({origin("server.tls_certificate", "server.tls_key"), kTlsHalf});
    if (settings.sessions.idle > settings.sessions.absolute)
      errors_.push_back({origin("sessions.idle", "sessions.absolute"), kSessionOrder});
    const std::string& address = settings.server.address;
    const bool is_loopback =
        address.starts_with("127.") || address == "::1" || address == "localhost";
    if (!is_loopback && settings.server.tls_certificate.empty() && settings.server.proxies.empty())
      configuration_.warnings.push_back(Message(kOpenWithoutTls, {{"address", address}}));
  }

  std::string origin(std::string_view key, std::string_view other_key) const {
    const auto& origins = configuration_.origins;
    if (const auto at = origins.find(key); at != origins.end()) return at->second;
    if (const auto at = origins.find(other_key); at != origins.end()) return at->second;
    return std::string(key);
  }

  const Sources& sources_;
  Configuration configuration_;
  std::vector<FieldError> errors_;
};

}  // namespace

Pairs process_environment() {
  Pairs pairs;
  for (char** entry = environ; entry && *entry; ++entry) {
    const std::string_view text = *entry;
    const size_t equals = text.find('=');
    if (equals != text.npos) pairs.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
  return pairs;
}

Result<Configuration> load(const Sources& sources) {
  return Loader(sources).load();
}

std::string to_text(const Configuration& configuration, Lang lang) {
  std::string out = "# " + std::string(kEffective.in(lang)) + '\n';
  std::string_view section;
  for (const Setting& setting : all_settings()) {
    const size_t dot = setting.key.find('.');
    if (setting.key.substr(0, dot) != section) {
      section = setting.key.substr(0, dot);
      out.append("\n[").append(section).append("]\n");
    }
    std::string line(setting.key.substr(dot + 1));
    line += " = " + setting.show(configuration.settings);
    line.resize(std::max<size_t>(line.size() + 2, 44), ' ');
    const auto origin = configuration.origins.find(setting.key);
    out += line + "# ";
    out += origin == configuration.origins.end() ? kStandardValue.in(lang)
                                                 : std::string_view(origin->second);
    out += '\n';
  }
  return out;
}

}  // namespace stagecoach::config
