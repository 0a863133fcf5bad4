#include "backup/backup_routes.h"

#include "sales/team/rules.h"

namespace stagecoach::backup {

// Whoever asks for a copy of everything is remembered.
struct BackupAsked {
  static constexpr std::string_view kKind = "backup.asked_for";
};
BOOST_DESCRIBE_STRUCT(BackupAsked, (), ())

// What goes over the wire.
struct BackupView {
  std::string name;
  Instant made_at;
  std::int64_t bytes = 0;
  // Read back and checked when it was made, and still as long as then.
  bool verified = true;
};
BOOST_DESCRIBE_STRUCT(BackupView, (), (name, made_at, bytes, verified))

struct BackupTrouble {
  Instant at;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(BackupTrouble, (), (at, why))

struct Backups {
  bool is_on = false;                 // false: the operator has named no folder for them
  std::optional<std::string> folder;  // on the server
  std::optional<Instant> next_at;
  bool running = false;
  std::optional<BackupTrouble> trouble;  // of the last attempt, where that failed
  std::vector<BackupView> items;         // the newest first
};
BOOST_DESCRIBE_STRUCT(Backups, (), (is_on, folder, next_at, running, trouble, items))

namespace {

constexpr Phrase kIsOff{"backup.is_off",
                        "No folder for backups is named in the settings (backup.folder).",
                        "配置中未指定备份目录（backup.folder）。"};

Backups backups_of(const BackupKeeper& keeper, Lang lang) {
  Backups backups;
  backups.is_on = keeper.is_on();
  if (!backups.is_on) return backups;
  const KeeperState state = keeper.state();
  backups.folder = keeper.schedule().folder;
  backups.next_at = keeper.next_at();
  backups.running = state.running;
  if (state.trouble) backups.trouble = {state.trouble->at, state.trouble->why.text(lang)};
  for (const StoredBackup& backup : keeper.list())
    backups.items.push_back(
        {backup.name, backup.made_at, static_cast<std::int64_t>(backup.bytes), backup.whole});
  return backups;
}

}  // namespace

void add_backup_routes(http::Router& router, journal::CommandRunner& commands,
                       BackupKeeper& keeper) {
  router.get("/api/backups", sales::rules::may_administer,
             {"Backups, the newest first, and when the next one is due", {"backups"}},
             [&keeper](const http::Request& request) -> Result<Backups> {
               return backups_of(keeper, request.lang());
             });
  router.post("/api/backups", sales::rules::may_administer,
              {"Make a backup now, in the background", {"backups"}},
              [&commands, &keeper](const http::Request& request) -> Result<http::Answer<Backups>> {
                if (!keeper.is_on()) return Error(Error::Code::conflict, kIsOff);
                auto answer = commands.run(
                    request, [&](journal::Work& work) -> Result<http::Answer<Backups>> {
                      work.append(journal::because(BackupAsked()).about({"organization", 1}));
                      Backups soon = backups_of(keeper, request.lang());
                      soon.running = true;
                      return http::Answer<Backups>::accepted(soon);
                    });
                // A repeated key is answered, and starts nothing.
                if (answer && answer->header("Idempotency-Replayed").empty()) keeper.ask();
                return answer;
              });
}

}  // namespace stagecoach::backup
