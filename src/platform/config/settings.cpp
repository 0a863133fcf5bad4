#include "platform/config/settings.h"

#include <fstream>
#include <iterator>
#include <optional>

#include "platform/config/setting_forms.h"

namespace stagecoach::config {
namespace {

constexpr Phrase kCalendarUnreadable{
    "config.calendar_unreadable",
    "There is no built-in calendar \"{calendar}\" and no readable file of that name.",
    "没有名为“{calendar}”的内置日历,也没有可读取的同名文件。"};

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
    {"server.attachment_bytes_max",
     "--attachment-bytes-max",
     {"config.help.attachment_bytes_max", "Largest file that may be attached to a deal.",
      "可作为附件的文件的最大大小。"},
     &set_size<FIELD(server.attachment_bytes_max)>,
     &show_size<FIELD(server.attachment_bytes_max)>},
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
    {"sessions.invitation",
     "--invitation",
     {"config.help.invitation", "How long the link of an invitation works.",
      "邀请链接的有效时长。"},
     &set_duration<FIELD(sessions.invitation)>,
     &show_duration<FIELD(sessions.invitation)>},
    {"sessions.reset_link",
     "--reset-link",
     {"config.help.reset_link", "How long a link for a new password works.",
      "重设密码链接的有效时长。"},
     &set_duration<FIELD(sessions.reset_link)>,
     &show_duration<FIELD(sessions.reset_link)>},
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
    {"workspace.attachments_bytes_max",
     "--attachments-bytes-max",
     {"config.help.attachments_bytes_max",
      "What all attachments of the workspace together may take.", "工作区全部附件的总大小上限。"},
     &set_size<FIELD(workspace.attachments_bytes_max)>,
     &show_size<FIELD(workspace.attachments_bytes_max)>},
    {"backup.folder",
     "--backup-folder",
     {"config.help.backup_folder", "Folder for a backup every day; empty: none are made.",
      "存放每日备份的目录；留空则不备份。"},
     &set_optional_text<FIELD(backup.folder)>,
     &show_text<FIELD(backup.folder)>},
    {"backup.at",
     "--backup-at",
     {"config.help.backup_at", "When the daily backup is made, in the workspace's time zone.",
      "每日备份的时间（工作区所在时区）。"},
     &set_backup_at,
     &show_backup_at},
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
