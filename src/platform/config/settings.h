// What an operator may set, and its standard values. See configuration.h for where values come
// from.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/business_calendar.h"
#include "platform/base/log.h"
#include "platform/base/money.h"
#include "platform/base/phrase.h"

namespace stagecoach::config {

enum class Exposure { loopback, everyone };

struct Settings {
  struct Server {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0 = a free one
    std::string public_url;     // "https://crm.example.com"; empty = what the request says
    std::string web = "web/dist";
    std::string tls_certificate;  // PEM files; both or neither
    std::string tls_key;
    std::vector<std::string> proxies;  // addresses or CIDR whose X-Forwarded-* are believed
    Exposure metrics = Exposure::loopback;
    int workers = 0;  // 0 = by the number of cores
    int connections_max = 20'000;
    std::size_t body_bytes_max = 1 << 20;
    std::size_t upload_bytes_max = 256 << 20;
    std::size_t attachment_bytes_max = 25 << 20;
    std::chrono::seconds drain_time_max{20};
  } server;

  struct Database {
    std::string url = "var/stagecoach.db";  // a SQLite file, or postgresql://…
    std::string schema = "stagecoach";      // PostgreSQL: the workspace
    int readers = 4;
    int writers = 8;
    std::string state;  // folder of what can be worked out again; empty = beside the SQLite file,
                        // or var
  } database;

  struct Sessions {
    std::chrono::seconds idle = std::chrono::hours(24 * 3);
    std::chrono::seconds absolute = std::chrono::hours(24 * 30);
    std::chrono::seconds invitation = std::chrono::hours(24 * 7);
    std::chrono::seconds reset_link = std::chrono::hours(24);
  } sessions;

  struct Workspace {
    Lang language = Lang::en;  // where the caller states none
    Currency currency = *Currency::parse("CNY");
    std::string time_zone = "UTC";
    std::string calendar = "weekdays";  // "weekdays", "cn", or a CSV file (business_calendar.h)
    std::string working_hours = "09:00-18:00";
    std::size_t attachments_bytes_max = std::size_t{10} << 30;  // of all files together
  } workspace;

  struct Backup {
    std::string folder;                    // empty: none are made
    std::chrono::minutes at{3 * 60 + 15};  // since midnight, in the workspace's time zone
  } backup;

  struct Log {
    log::Level level = log::Level::info;
  } log;
};

// One setting as the outside knows it. `set` returns what is wrong with the text, or null.
struct Setting {
  std::string_view key;   // "server.listen": section and name in the file
  std::string_view flag;  // "--listen"
  Phrase help;
  const Phrase* (*set)(Settings&, std::string_view text);
  std::string (*show)(const Settings&);  // as TOML would hold it, secrets as "***"

  // "STAGECOACH_SERVER_LISTEN"
  std::string variable() const;
};

// In the order in which they are shown.
std::span<const Setting> all_settings();

// The workspace's calendar with its hours and zone. Error::Code::invalid: the calendar file is
// missing or unreadable.
Result<BusinessCalendar> open_calendar(const Settings& settings);

}  // namespace stagecoach::config
