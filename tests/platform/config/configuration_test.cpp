#include "platform/config/configuration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace stagecoach::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// A file that goes with the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view text)
      : path_(::testing::TempDir() + "stagecoach_config_" + std::to_string(++count_) + ".toml") {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  const std::string& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::string path_;
};

Sources only_flags(Pairs flags) {
  Sources sources;
  sources.usual_files.clear();
  sources.flags = std::move(flags);
  return sources;
}

// "place: sentence" of every fault.
std::vector<std::string> faults(const Sources& sources) {
  const auto configuration = load(sources);
  std::vector<std::string> out;
  if (configuration) return out;
  for (const FieldError& error : configuration.error().fields)
    out.push_back(error.field + ": " + error.message.text(Lang::en));
  return out;
}

TEST(Configuration, lets_the_later_source_win) {
  const TemporaryFile file(
      "[server]\n"
      "listen = \"0.0.0.0:80\"\n"
      "proxies = [\"10.0.0.0/8\", \"::1\"]\n"
      "[log]\n"
      "level = \"debug\"\n"
      "[database]\n"
      "readers = 7\n");
  Sources sources;
  sources.file = file.path();
  sources.environment = {{"HOME", "/root"},
                         {"STAGECOACH_LOG_LEVEL", "warning"},
                         {"STAGECOACH_SERVER_LISTEN", "[::1]:8443"}};
  sources.flags = {{"server.listen", "127.0.0.1:9000"}};
  const auto configuration = load(sources);
  ASSERT_TRUE(configuration);
  const Settings& settings = configuration->settings;
  EXPECT_EQ(settings.server.address, "127.0.0.1");
  EXPECT_EQ(settings.server.port, 9000);
  EXPECT_THAT(settings.server.proxies, ElementsAre("10.0.0.0/8", "::1"));
  EXPECT_EQ(settings.log.level, log::Level::warning);
  EXPECT_EQ(settings.database.readers, 7);
  EXPECT_EQ(settings.database.writers, 8);
  EXPECT_EQ(configuration->origins.at("server.listen"), "--listen");
  EXPECT_EQ(configuration->origins.at("log.level"), "STAGECOACH_LOG_LEVEL");
  EXPECT_EQ(configuration->origins.at("database.readers"), file.path() + ":7");
  EXPECT_FALSE(configuration->origins.contains("database.writers"));
  EXPECT_THAT(configuration->warnings, IsEmpty());
}

TEST(Configuration, names_file_line_and_nearest_key_of_an_unknown_one) {
  const TemporaryFile file("[server]\nlisten = \"127.0.0.1:1\"\nlistne = 3\n\n[zebra]\nx = 1\n");
  Sources sources;
  sources.file = file.path();
  EXPECT_THAT(faults(sources),
              ElementsAre(file.path() +
                              ":3: There is no setting server.listne; did you mean server.listen?",
                          file.path() + ":6: There is no setting zebra.x."));
}

TEST(Configuration, reports_every_wrong_value_with_its_place) {
  const TemporaryFile file(
      "[sessions]\nidle = \"soon\"\n[workspace]\ntime_zone = \"Mars\"\nlanguage = \"fr\"\n");
  Sources sources;
  sources.file = file.path();
  sources.environment = {{"STAGECOACH_SERVER_BODY_BYTES_MAX", "lots"}};
  sources.flags = {{"server.listen", "70000"}};
  const auto found = faults(sources);
  ASSERT_EQ(found.size(), 5u);
  // Sections of a table come in alphabetical order of their names.
  EXPECT_THAT(found[0], HasSubstr(":2 sessions.idle: A duration such as"));
  EXPECT_THAT(found[1], HasSubstr(":5 workspace.language: Either en or zh"));
  EXPECT_THAT(found[2], HasSubstr(":4 workspace.time_zone: A time zone such as"));
  EXPECT_THAT(found[3],
              HasSubstr("STAGECOACH_SERVER_BODY_BYTES_MAX server.body_bytes_max: A size"));
  EXPECT_THAT(found[4], HasSubstr("--listen server.listen: An address and a port"));
}

TEST(Configuration, refuses_files_it_cannot_use) {
  Sources sources;
  sources.file = "/nowhere/at/all.toml";
  EXPECT_THAT(faults(sources), ElementsAre("/nowhere/at/all.toml: The file cannot be read."));
  const TemporaryFile broken("[server]\nlisten = \n");
  sources.file = broken.path();
  ASSERT_EQ(faults(sources).size(), 1u);
  EXPECT_THAT(faults(sources)[0], HasSubstr(broken.path() + ":2: This is not valid TOML"));
  const TemporaryFile dated("[log]\nlevel = 2026-01-01\n");
  sources.file = dated.path();
  EXPECT_THAT(faults(sources), ElementsAre(HasSubstr(":2: log.level must be a text")));
}

TEST(Configuration, reads_the_usual_file_only_if_none_is_named) {
  const TemporaryFile usual("[log]\nlevel = \"error\"\n"), named("[log]\nlevel = \"debug\"\n");
  Sources sources;
  sources.usual_files = {"/nowhere.toml", usual.path()};
  EXPECT_EQ(load(sources)->settings.log.level, log::Level::error);
  EXPECT_EQ(load(sources)->file, usual.path());
  sources.environment = {{"STAGECOACH_CONFIG", named.path()}};
  EXPECT_EQ(load(sources)->settings.log.level, log::Level::debug);
}

TEST(Configuration, warns_of_variables_nobody_reads) {
  Sources sources = only_flags({});
  sources.environment = {{"STAGECOACH_LOGLEVEL", "debug"},
                         {"STAGECOACH_SERVICE_HOST", "10.0.0.1"},
                         {"STAGECOACH_TEST_POSTGRES", "x"}};
  const auto configuration = load(sources);
  ASSERT_TRUE(configuration);
  ASSERT_EQ(configuration->warnings.size(), 2u);
  EXPECT_EQ(configuration->warnings[0].text(Lang::en),
            "The environment variable STAGECOACH_LOGLEVEL is not used; did you mean "
            "STAGECOACH_LOG_LEVEL?");
  EXPECT_THAT(configuration->warnings[1].text(Lang::zh), HasSubstr("STAGECOACH_SERVICE_HOST"));
}

TEST(Configuration, checks_settings_against_each_other) {
  EXPECT_THAT(faults(only_flags({{"server.tls_key", "key.pem"}})),
              ElementsAre(HasSubstr("--tls-key: server.tls_certificate and server.tls_key")));
  EXPECT_THAT(faults(only_flags({{"sessions.idle", "40d"}})),
              ElementsAre(HasSubstr("cannot be longer")));
  const auto open = load(only_flags({{"server.listen", "0.0.0.0:80"}}));
  ASSERT_TRUE(open);
  ASSERT_EQ(open->warnings.size(), 1u);
  EXPECT_THAT(open->warnings[0].text(Lang::en), HasSubstr("without TLS"));
}

TEST(Configuration, masks_passwords_when_it_is_shown) {
  const auto shown = [](const std::string& url) {
    return to_text(*load(only_flags({{"database.url", url}})), Lang::en);
  };
  EXPECT_THAT(shown("postgresql://app:s3cret@db:5432/crm"),
              HasSubstr("postgresql://app:***@db:5432/crm"));
  EXPECT_THAT(shown("postgresql://app:s3@cret@db/crm?sslmode=require"), Not(HasSubstr("cret")));
  EXPECT_THAT(shown("postgresql://db/crm?user=app&password=s3cret&x=1"),
              HasSubstr("user=app&password=***&x=1"));
  EXPECT_THAT(shown("var/a@b:c.db"), HasSubstr("\"var/a@b:c.db\""));
}

TEST(Configuration, shows_what_it_would_read_again) {
  const auto first = load(only_flags({{"server.listen", "[::1]:0"},
                                      {"server.proxies", "10.0.0.0/8, 192.168.1.1"},
                                      {"server.public_url", "https://crm.example.com/"},
                                      {"server.body_bytes_max", "64 KiB"},
                                      {"sessions.idle", "90m"},
                                      {"workspace.working_hours", "9-12,13-18"},
                                      {"workspace.language", "zh"},
                                      {"backup.folder", "/srv/backups"},
                                      {"backup.at", "23:05"},
                                      {"server.web", "C:\\\"web\""}}));
  ASSERT_TRUE(first);
  const std::string text = to_text(*first, Lang::zh);
  const TemporaryFile file(text);
  Sources sources;
  sources.file = file.path();
  const auto second = load(sources);
  ASSERT_TRUE(second) << text;
  for (const Setting& setting : all_settings())
    EXPECT_EQ(setting.show(first->settings), setting.show(second->settings)) << setting.key;
  EXPECT_EQ(second->settings.server.public_url, "https://crm.example.com");
  EXPECT_THAT(text, HasSubstr("idle = \"90m\""));
  EXPECT_EQ(second->settings.backup.at, std::chrono::minutes(23 * 60 + 5));
  EXPECT_THAT(text, HasSubstr("absolute = \"30d\""));
  EXPECT_THAT(text, HasSubstr("# --listen"));
  EXPECT_THAT(text, HasSubstr("# 默认值"));
}

// What every setting must keep to, whoever adds one.
TEST(Settings, are_named_apart_and_take_what_they_show) {
  std::set<std::string> keys, flags, variables;
  for (const Setting& setting : all_settings()) {
    EXPECT_TRUE(keys.insert(std::string(setting.key)).second) << setting.key;
    EXPECT_TRUE(flags.insert(std::string(setting.flag)).second) << setting.flag;
    EXPECT_TRUE(variables.insert(setting.variable()).second) << setting.variable();
    EXPECT_TRUE(setting.flag.starts_with("--"));
    EXPECT_FALSE(setting.help.en.empty());
    EXPECT_FALSE(setting.help.zh.empty());
  }
  EXPECT_TRUE(variables.contains("STAGECOACH_SERVER_PUBLIC_URL"));
  EXPECT_TRUE(variables.contains("STAGECOACH_DATABASE_URL"));
}

TEST(Settings, refuse_what_they_cannot_be) {
  const std::pair<const char*, const char*> wrong[] = {
      {"server.listen", "::1:80"},
      {"server.listen", "localhost:"},
      {"server.listen", ":80"},
      {"server.public_url", "crm.example.com"},
      {"server.public_url", "https://"},
      {"server.public_url", "https://a/b"},
      {"server.workers", "-1"},
      {"server.workers", "1.5"},
      {"server.body_bytes_max", "0"},
      {"server.body_bytes_max", "1 MB"},
      {"server.body_bytes_max", "9999999999 GiB"},
      {"sessions.idle", "3"},
      {"sessions.idle", "0s"},
      {"database.schema", "Sales"},
      {"database.schema", "1st"},
      {"database.url", ""},
      {"workspace.currency", "CNYY"},
      {"workspace.working_hours", "18-9"},
      {"backup.at", "3:15"},
      {"backup.at", "24:00"},
      {"backup.at", "03:60"},
      {"backup.at", "03:15:00"},
      {"log.level", "verbose"},
      {"server.metrics", "all"},
  };
  for (const auto& [key, value] : wrong)
    EXPECT_EQ(faults(only_flags({{key, value}})).size(), 1u) << key << " = " << value;
  EXPECT_EQ(load(only_flags({{"server.listen", "81"}}))->settings.server.port, 81);
}

TEST(Settings, open_the_calendar) {
  const auto configuration = load(only_flags({{"workspace.calendar", "cn"},
                                              {"workspace.time_zone", "Asia/Shanghai"},
                                              {"workspace.working_hours", "9-12,13-18"}}));
  ASSERT_TRUE(configuration);
  const auto calendar = open_calendar(configuration->settings);
  ASSERT_TRUE(calendar);
  EXPECT_EQ(calendar->minutes_per_day(), 480);
  EXPECT_EQ(calendar->zone().name(), "Asia/Shanghai");
  EXPECT_FALSE(calendar->is_working_day(*date_from_iso("2026-10-01")));
  const TemporaryFile file("date,is_off_day\n2026-12-24,true\n");
  Settings settings;
  settings.workspace.calendar = file.path();
  EXPECT_FALSE(open_calendar(settings)->is_working_day(*date_from_iso("2026-12-24")));
  settings.workspace.calendar = "/nowhere.csv";
  EXPECT_EQ(open_calendar(settings).error().message.code(), "config.calendar_unreadable");
}

}  // namespace
}  // namespace stagecoach::config
