#include "platform/config/settings.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>

#include "platform/config/value_text.h"

namespace stagecoach::config {
namespace {

constexpr Phrase kWantsListen{
    "config.wants_listen",
    "An address and a port such as 127.0.0.1:8080 or [::1]:8080 is expected.",
    "应为地址和端口,例如 127.0.0.1:8080 或 [::1]:8080。"};
constexpr Phrase kWantsUrl{"config.wants_url",
                           "A URL such as https://crm.example.com, without a path, is expected.",
                           "应为不带路径的网址,例如 https://crm.example.com。"};
constexpr Phrase kWantsText{"config.wants_text", "A text is expected.", "应填写文本。"};
constexpr Phrase kWantsExposure{"config.wants_exposure", "Either loopback or everyone is expected.",
                                "应为 loopback 或 everyone。"};
constexpr Phrase kWantsNumber{"config.wants_number",
                              "A whole number that is not negative and not too large is expected.",
                              "应为非负且大小合理的整数。"};
constexpr Phrase kWantsSize{"config.wants_size",
                            "A size such as 1048576, 64 KiB, 1 MiB or 2 GiB is expected.",
                            "应为大小,例如 1048576、64 KiB、1 MiB 或 2 GiB。"};
constexpr Phrase kWantsDuration{"config.wants_duration",
                                "A duration such as 30s, 15m, 12h or 30d is expected.",
                                "应为时长,例如 30s、15m、12h 或 30d。"};
constexpr Phrase kWantsSchema{
    "config.wants_schema",
    "A name of up to 48 lower-case letters, digits and underscores is expected.",
    "应为不超过 48 个字符的名称,仅含小写字母、数字和下划线。"};
constexpr Phrase kWantsLanguage{"config.wants_language", "Either en or zh is expected.",
                                "应为 en 或 zh。"};
constexpr Phrase kWantsCurrency{"config.wants_currency",
                                "A currency code of three letters such as CNY is expected.",
                                "应为三个字母的货币代码,例如 CNY。"};
constexpr Phrase kWantsZone{"config.wants_zone",
                            "A time zone such as Asia/Shanghai, UTC or +08:00 is expected.",
                            "应为时区,例如 Asia/Shanghai、UTC 或 +08:00。"};
constexpr Phrase kWantsHours{"config.wants_hours",
                             "Working hours such as 09:00-18:00 or 9-12,13-18 are expected.",
                             "应为工作时间,例如 09:00-18:00 或 9-12,13-18。"};
constexpr Phrase kWantsLevel{"config.wants_level",
                             "One of debug, info, warning and error is expected.",
                             "应为 debug、info、warning 或 error。"};
constexpr Phrase kCalendarUnreadable{
    "config.calendar_unreadable",
    "There is no built-in calendar \"{calendar}\" and no readable file of that name.",
    "没有名为“{calendar}”的内置日历,也没有可读取的同名文件。"};

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

const Phrase* set_listen(Settings& settings, std::string_view text) {
  const auto endpoint = parse_endpoint(text, settings.server.address);
  if (!endpoint) return &kWantsListen;
  settings.server.address = endpoint->address;
  settings.server.port = endpoint->port;
  return nullptr;
}

std::string show_listen(const Settings& settings) {
  return in_quotes(show_endpoint({settings.server.address, settings.server.port}));
}

const Phrase* set_public_url(Settings& settings, std::string_view text) {
  const auto origin = parse_origin(text);
  if (!origin) return &kWantsUrl;
  settings.server.public_url = *origin;
  return nullptr;
}

const Phrase* set_proxies(Settings& settings, std::string_view text) {
  std::vector<std::string> proxies = split_list(text);
  if (std::count(proxies.begin(), proxies.end(), "") > 0) return &kWantsText;
  settings.server.proxies = std::move(proxies);
  return nullptr;
}

std::string show_proxies(const Settings& settings) {
  std::string out = "[";
  for (const std::string& proxy : settings.server.proxies)
    out += (out.size() > 1 ? ", " : "") + in_quotes(proxy);
  return out + ']';
}

const Phrase* set_metrics(Settings& settings, std::string_view text) {
  if (text != "loopback" && text != "everyone") return &kWantsExposure;
  settings.server.metrics = text == "everyone" ? Exposure::everyone : Exposure::loopback;
  return nullptr;
}

std::string show_metrics(const Settings& settings) {
  return settings.server.metrics == Exposure::everyone ? "\"everyone\"" : "\"loopback\"";
}

std::string show_database(const Settings& settings) {
  return in_quotes(mask_password(settings.database.url));
}

const Phrase* set_schema(Settings& settings, std::string_view text) {
  const bool is_name = !text.empty() && text.size() <= 48 && (text[0] < '0' || text[0] > '9') &&
                       text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == text.npos;
  if (!is_name) return &kWantsSchema;
  settings.database.schema = std::string(text);
  return nullptr;
}

const Phrase* set_language(Settings& settings, std::string_view text) {
  if (text != "en" && text != "zh" && text != "zh-CN") return &kWantsLanguage;
  settings.workspace.language = lang_from_tag(text);
  return nullptr;
}

std::string show_language(const Settings& settings) {
  return settings.workspace.language == Lang::zh ? "\"zh\"" : "\"en\"";
}

const Phrase* set_currency(Settings& settings, std::string_view text) {
  const auto currency = Currency::parse(text);
  if (!currency) return &kWantsCurrency;
  settings.workspace.currency = *currency;
  return nullptr;
}

std::string show_currency(const Settings& settings) {
  return in_quotes(settings.workspace.currency.code());
}

const Phrase* set_time_zone(Settings& settings, std::string_view text) {
  if (!TimeZone::find(text)) return &kWantsZone;
  settings.workspace.time_zone = std::string(text);
  return nullptr;
}

const Phrase* set_working_hours(Settings& settings, std::string_view text) {
  if (!WorkingHours::parse(text)) return &kWantsHours;
  settings.workspace.working_hours = std::string(text);
  return nullptr;
}

constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warning", "error"};

const Phrase* set_level(Settings& settings, std::string_view text) {
  const auto level = std::find(kLevels.begin(), kLevels.end(), text);
  if (level == kLevels.end()) return &kWantsLevel;
  settings.log.level = static_cast<log::Level>(level - kLevels.begin());
  return nullptr;
}

std::string show_level(const Settings& settings) {
  return in_quotes(kLevels[static_cast<size_t>(settings.log.level)]);
}

#define FIELD(path)             \
  [](auto& settings) -> auto& { \
    return settings.path;       \
  }

constexpr Setting kSettings[] = {
    {"server.listen",
     "--listen",
     {"config.help.listen", "Where the server listens: address and port.",
      "服务器监听的地址和端口。"},
     &set_listen,
     &show_listen},
    {"server.public_url",
     "--public-url",
     {"config.help.public_url", "How browsers reach the server, for links and cookies.",
      "浏览器访问服务器的网址,用于链接和 Cookie。"},
     &set_public_url,
     &show_text<FIELD(server.public_url)>},
    {"server.web",
     "--web",
     {"config.help.web", "The folder of the built web pages.", "已构建网页所在的文件夹。"},
     &set_text<FIELD(server.web)>,
     &show_text<FIELD(server.web)>},
    {"server.tls_certificate",
     "--tls-certificate",
     {"config.help.tls_certificate", "PEM file with the certificate chain, for HTTPS.",
      "用于 HTTPS 的证书链 PEM 文件。"},
     &set_optional_text<FIELD(server.tls_certificate)>,
     &show_text<FIELD(server.tls_certificate)>},
    {"server.tls_key",
     "--tls-key",
     {"config.help.tls_key", "PEM file with the certificate's key.", "证书私钥的 PEM 文件。"},
     &set_optional_text<FIELD(server.tls_key)>,
     &show_text<FIELD(server.tls_key)>},
    {"server.proxies",
     "--proxies",
     {"config.help.proxies", "Addresses of reverse proxies whose X-Forwarded headers are believed.",
      "可信反向代理的地址(采信其 X-Forwarded 头)。"},
     &set_proxies,
     &show_proxies},
    {"server.metrics",
     "--metrics",
     {"config.help.metrics", "Who may read /metrics: loopback or everyone.",
      "谁可以读取 /metrics:loopback(仅本机)或 everyone(所有人)。"},
     &set_metrics,
     &show_metrics},
    {"server.workers",
     "--workers",
     {"config.help.workers", "Threads that run requests; 0 = by the number of cores.",
      "处理请求的线程数;0 表示按 CPU 核数决定。"},
     &set_number<FIELD(server.workers), 1024>,
     &show_number<FIELD(server.workers)>},
    {"server.connections_max",
     "--connections-max",
     {"config.help.connections_max", "Open connections at most.", "最大连接数。"},
     &set_number<FIELD(server.connections_max), 1'000'000>,
     &show_number<FIELD(server.connections_max)>},
    {"server.body_bytes_max",
     "--body-bytes-max",
     {"config.help.body_bytes_max", "Largest body of a request.", "请求内容的最大大小。"},
     &set_size<FIELD(server.body_bytes_max)>,
     &show_size<FIELD(server.body_bytes_max)>},
    {"server.upload_bytes_max",
     "--upload-bytes-max",
     {"config.help.upload_bytes_max", "Largest file that may be imported.",
      "可导入文件的最大大小。"},
     &set_size<FIELD(server.upload_bytes_max)>,
     &show_size<FIELD(server.upload_bytes_max)>},
    {"server.drain_time_max",
     "--drain-time-max",
     {"config.help.drain_time_max", "How long a shutdown waits for requests in flight.",
      "关闭时等待处理中请求的最长时间。"},
     &set_duration<FIELD(server.drain_time_max)>,
     &show_duration<FIELD(server.drain_time_max)>},
    {"database.url",
     "--database",
     {"config.help.database", "A SQLite file, or postgresql://user:password@host/name.",
      "SQLite 文件,或 postgresql://用户:密码@主机/数据库。"},
     &set_text<FIELD(database.url)>,
     &show_database},
    {"database.schema",
     "--schema",
     {"config.help.schema", "PostgreSQL: the schema that holds the workspace.",
      "PostgreSQL:存放工作区的 schema。"},
     &set_schema,
     &show_text<FIELD(database.schema)>},
    {"database.readers",
     "--database-readers",
     {"config.help.readers", "Connections for reading.", "用于读取的连接数。"},
     &set_number<FIELD(database.readers), 1000>,
     &show_number<FIELD(database.readers)>},
    {"database.writers",
     "--database-writers",
     {"config.help.writers", "PostgreSQL: connections for writing.",
      "PostgreSQL:用于写入的连接数。"},
     &set_number<FIELD(database.writers), 1000>,
     &show_number<FIELD(database.writers)>},
    {"database.state",
     "--state",
     {"config.help.state",
      "Folder of files that make a start quick and can be deleted; empty: beside the SQLite file, "
      "or var.",
      "存放可加快启动、可随时删除的文件的目录；留空则放在 SQLite 文件旁或 var 目录。"},
     &set_optional_text<FIELD(database.state)>,
     &show_text<FIELD(database.state)>},
    {"sessions.idle",
     "--session-idle",
     {"config.help.session_idle", "A session ends when it has not been used for so long.",
      "会话闲置超过此时长即失效。"},
     &set_duration<FIELD(sessions.idle)>,
     &show_duration<FIELD(sessions.idle)>},
    {"sessions.absolute",
     "--session-absolute",
     {"config.help.session_absolute", "After so long the password is asked for again.",
      "超过此时长需重新输入密码。"},
     &set_duration<FIELD(sessions.absolute)>,
     &show_duration<FIELD(sessions.absolute)>},
    {"workspace.language",
     "--language",
     {"config.help.language", "The language where nobody states one: en or zh.",
      "未指明语言时使用的语言:en 或 zh。"},
     &set_language,
     &show_language},
    {"workspace.currency",
     "--currency",
     {"config.help.currency", "The currency of amounts that name none.",
      "未注明货币的金额所用的货币。"},
     &set_currency,
     &show_currency},
    {"workspace.time_zone",
     "--time-zone",
     {"config.help.time_zone", "The time zone of working days and reports.",
      "工作日和报表所用的时区。"},
     &set_time_zone,
     &show_text<FIELD(workspace.time_zone)>},
    {"workspace.calendar",
     "--calendar",
     {"config.help.calendar", "Working days: weekdays, cn, or a CSV file of date,is_off_day.",
      "工作日历:weekdays、cn,或列为 date,is_off_day 的 CSV 文件。"},
     &set_text<FIELD(workspace.calendar)>,
     &show_text<FIELD(workspace.calendar)>},
    {"workspace.working_hours",
     "--working-hours",
     {"config.help.working_hours", "The office hours of a working day.", "工作日的办公时间。"},
     &set_working_hours,
     &show_text<FIELD(workspace.working_hours)>},
    {"log.level",
     "--log-level",
     {"config.help.log_level", "The least important messages that are logged.",
      "记录日志的最低级别。"},
     &set_level,
     &show_level},
};

#undef FIELD

}  // namespace

std::string Setting::variable() const {
  std::string out = "STAGECOACH_";
  for (const char c : key)
    out += c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

std::span<const Setting> all_settings() {
  return kSettings;
}

Result<BusinessCalendar> open_calendar(const Settings& settings) {
  const Settings::Workspace& workspace = settings.workspace;
  std::optional<BusinessCalendar> calendar = BusinessCalendar::built_in(workspace.calendar);
  if (!calendar) {
    std::ifstream file(workspace.calendar, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad())
      return Error(Error::Code::invalid,
                   Message(kCalendarUnreadable, {{"calendar", workspace.calendar}}));
    calendar = TRY(BusinessCalendar::from_csv(workspace.calendar, text));
  }
  const auto zone = TimeZone::find(workspace.time_zone);
  const auto hours = WorkingHours::parse(workspace.working_hours);
  assert(zone && hours);  // checked when they were set
  return calendar->with_zone(*zone).with_hours(*hours);
}

}  // namespace stagecoach::config
