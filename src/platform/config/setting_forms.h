// How the text of a setting becomes its value and back, per form. For settings.cpp alone.
#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/currencies.h"
#include "platform/config/settings.h"
#include "platform/config/value_text.h"

namespace stagecoach::config {

inline constexpr Phrase kWantsListen{
    "config.wants_listen",
    "An address and a port such as 127.0.0.1:8080 or [::1]:8080 is expected.",
    "应为地址和端口,例如 127.0.0.1:8080 或 [::1]:8080。"};
inline constexpr Phrase kWantsUrl{
    "config.wants_url", "A URL such as https://crm.example.com, without a path, is expected.",
    "应为不带路径的网址,例如 https://crm.example.com。"};
inline constexpr Phrase kWantsText{"config.wants_text", "A text is expected.", "应填写文本。"};
inline constexpr Phrase kWantsExposure{"config.wants_exposure",
                                       "Either loopback or everyone is expected.",
                                       "应为 loopback 或 everyone。"};
inline constexpr Phrase kWantsNumber{
    "config.wants_number", "A whole number that is not negative and not too large is expected.",
    "应为非负且大小合理的整数。"};
inline constexpr Phrase kWantsSize{"config.wants_size",
                                   "A size such as 1048576, 64 KiB, 1 MiB or 2 GiB is expected.",
                                   "应为大小,例如 1048576、64 KiB、1 MiB 或 2 GiB。"};
inline constexpr Phrase kWantsDuration{"config.wants_duration",
                                       "A duration such as 30s, 15m, 12h or 30d is expected.",
                                       "应为时长,例如 30s、15m、12h 或 30d。"};
inline constexpr Phrase kWantsSchema{
    "config.wants_schema",
    "A name of up to 48 lower-case letters, digits and underscores is expected.",
    "应为不超过 48 个字符的名称,仅含小写字母、数字和下划线。"};
inline constexpr Phrase kWantsLanguage{"config.wants_language", "Either en or zh is expected.",
                                       "应为 en 或 zh。"};
inline constexpr Phrase kWantsCurrency{"config.wants_currency",
                                       "The code of a currency (ISO 4217) such as CNY is expected.",
                                       "应为货币代码（ISO 4217）,例如 CNY。"};
inline constexpr Phrase kWantsZone{"config.wants_zone",
                                   "A time zone such as Asia/Shanghai, UTC or +08:00 is expected.",
                                   "应为时区,例如 Asia/Shanghai、UTC 或 +08:00。"};
inline constexpr Phrase kWantsHours{"config.wants_hours",
                                    "Working hours such as 09:00-18:00 or 9-12,13-18 are expected.",
                                    "应为工作时间,例如 09:00-18:00 或 9-12,13-18。"};
inline constexpr Phrase kWantsLevel{"config.wants_level",
                                    "One of debug, info, warning and error is expected.",
                                    "应为 debug、info、warning 或 error。"};
inline constexpr Phrase kWantsTime{"config.wants_time", "A time of day such as 03:15 is expected.",
                                   "应为一天中的时间,例如 03:15。"};

// ---- setters and getters of a kind; `field` is a captureless path to the member ----

template <auto field>
const Phrase* set_text(Settings& settings, std::string_view text) {
  if (text.empty()) return &kWantsText;
  field(settings) = text;
  return nullptr;
}
template <auto field>
const Phrase* set_optional_text(Settings& settings, std::string_view text) {
  field(settings) = text;
  return nullptr;
}
template <auto field>
std::string show_text(const Settings& settings) {
  return in_quotes(field(settings));
}

template <auto field, int max>
const Phrase* set_number(Settings& settings, std::string_view text) {
  const auto number = parse_whole_number(text, max);
  if (!number) return &kWantsNumber;
  field(settings) = static_cast<int>(*number);
  return nullptr;
}
template <auto field>
std::string show_number(const Settings& settings) {
  return std::to_string(field(settings));
}

template <auto field>
const Phrase* set_size(Settings& settings, std::string_view text) {
  const auto bytes = parse_with_unit(text, kSizes);
  if (!bytes || *bytes == 0) return &kWantsSize;
  field(settings) = static_cast<std::size_t>(*bytes);
  return nullptr;
}
template <auto field>
std::string show_size(const Settings& settings) {
  return show_with_unit(static_cast<std::int64_t>(field(settings)), kSizes);
}

template <auto field>
const Phrase* set_duration(Settings& settings, std::string_view text) {
  const auto seconds = parse_with_unit(text, kDurations);
  if (!seconds || *seconds == 0) return &kWantsDuration;
  field(settings) = std::chrono::seconds(*seconds);
  return nullptr;
}
template <auto field>
std::string show_duration(const Settings& settings) {
  return show_with_unit(field(settings).count(), kDurations);
}

// ---- settings with a form of their own ----

inline const Phrase* set_listen(Settings& settings, std::string_view text) {
  const auto endpoint = parse_endpoint(text, settings.server.address);
  if (!endpoint) return &kWantsListen;
  settings.server.address = endpoint->address;
  settings.server.port = endpoint->port;
  return nullptr;
}

inline std::string show_listen(const Settings& settings) {
  return in_quotes(show_endpoint({settings.server.address, settings.server.port}));
}

inline const Phrase* set_public_url(Settings& settings, std::string_view text) {
  const auto origin = parse_origin(text);
  if (!origin) return &kWantsUrl;
  settings.server.public_url = *origin;
  return nullptr;
}

inline const Phrase* set_proxies(Settings& settings, std::string_view text) {
  std::vector<std::string> proxies = split_list(text);
  if (std::count(proxies.begin(), proxies.end(), "") > 0) return &kWantsText;
  settings.server.proxies = std::move(proxies);
  return nullptr;
}

inline std::string show_proxies(const Settings& settings) {
  std::string out = "[";
  for (const std::string& proxy : settings.server.proxies)
    out += (out.size() > 1 ? ", " : "") + in_quotes(proxy);
  return out + ']';
}

inline const Phrase* set_metrics(Settings& settings, std::string_view text) {
  if (text != "loopback" && text != "everyone") return &kWantsExposure;
  settings.server.metrics = text == "everyone" ? Exposure::everyone : Exposure::loopback;
  return nullptr;
}

inline std::string show_metrics(const Settings& settings) {
  return settings.server.metrics == Exposure::everyone ? "\"everyone\"" : "\"loopback\"";
}

inline std::string show_database(const Settings& settings) {
  return in_quotes(mask_password(settings.database.url));
}

inline const Phrase* set_schema(Settings& settings, std::string_view text) {
  const bool is_name = !text.empty() && text.size() <= 48 && (text[0] < '0' || text[0] > '9') &&
                       text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == text.npos;
  if (!is_name) return &kWantsSchema;
  settings.database.schema = std::string(text);
  return nullptr;
}

inline const Phrase* set_language(Settings& settings, std::string_view text) {
  if (text != "en" && text != "zh" && text != "zh-CN") return &kWantsLanguage;
  settings.workspace.language = lang_from_tag(text);
  return nullptr;
}

inline std::string show_language(const Settings& settings) {
  return settings.workspace.language == Lang::zh ? "\"zh\"" : "\"en\"";
}

inline const Phrase* set_currency(Settings& settings, std::string_view text) {
  const auto currency = known_currency(text);
  if (!currency) return &kWantsCurrency;
  settings.workspace.currency = *currency;
  return nullptr;
}

inline std::string show_currency(const Settings& settings) {
  return in_quotes(settings.workspace.currency.code());
}

inline const Phrase* set_time_zone(Settings& settings, std::string_view text) {
  if (!TimeZone::find(text)) return &kWantsZone;
  settings.workspace.time_zone = std::string(text);
  return nullptr;
}

inline const Phrase* set_working_hours(Settings& settings, std::string_view text) {
  if (!WorkingHours::parse(text)) return &kWantsHours;
  settings.workspace.working_hours = std::string(text);
  return nullptr;
}

inline constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warning", "error"};

inline const Phrase* set_level(Settings& settings, std::string_view text) {
  const auto level = std::find(kLevels.begin(), kLevels.end(), text);
  if (level == kLevels.end()) return &kWantsLevel;
  settings.log.level = static_cast<log::Level>(level - kLevels.begin());
  return nullptr;
}

inline std::string show_level(const Settings& settings) {
  return in_quotes(kLevels[static_cast<size_t>(settings.log.level)]);
}

// "03:15"
inline const Phrase* set_backup_at(Settings& settings, std::string_view text) {
  const bool is_time = text.size() == 5 && text[2] == ':';
  const auto hours = parse_whole_number(is_time ? text.substr(0, 2) : "", 23);
  const auto minutes = parse_whole_number(is_time ? text.substr(3) : "", 59);
  if (!hours || !minutes) return &kWantsTime;
  settings.backup.at = std::chrono::minutes(*hours * 60 + *minutes);
  return nullptr;
}

inline std::string show_backup_at(const Settings& settings) {
  const int minutes = static_cast<int>(settings.backup.at.count());
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", minutes / 60, minutes % 60);
  return in_quotes(text.data());
}

}  // namespace stagecoach::config
