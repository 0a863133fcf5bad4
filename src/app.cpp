#include "app.h"

#include <malloc.h>

#include <filesystem>
#include <thread>

#include "exchange/sample/sample_organization.h"
#include "platform/base/log.h"
#include "platform/db/failure.h"
#include "platform/db/migrations.h"
#include "platform/http/openapi.h"
#include "platform/http/server.h"
#include "readers/live.h"
#include "readers/notices.h"
#include "readers/tour.h"
#include "routes.h"
#include "sales/accounts/match/duplicates.h"
#include "sales/attachments/attachment_commands.h"
#include "sales/audit/access_notes.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/people.h"

namespace stagecoach {
namespace {

constexpr Phrase kDiskFull{"storage.disk_full",
                           "The disk is full: nothing was saved. Reading goes on; make space.",
                           "磁盘已满：未保存任何内容。读取不受影响，请清理空间。"};
constexpr Phrase kBusy{"storage.busy", "The database is busy. Try again in a moment.",
                       "数据库繁忙，请稍后重试。"};
constexpr Phrase kAway{"storage.away",
                       "The database cannot be reached. Whether this was saved is not known; "
                       "repeat it with the same Idempotency-Key.",
                       "无法连接数据库，不确定是否已保存；请使用相同的 Idempotency-Key 重试。"};
constexpr Phrase kNotWritable{"storage.not_writable", "The database cannot be written to.",
                              "数据库无法写入。"};
constexpr Millis kSweepPeriod{60'000};

std::optional<Error> explain_failure(const std::exception& failure) {
  const auto* database = dynamic_cast<const db::Failure*>(&failure);
  if (!database) return std::nullopt;
  using Kind = db::Failure::Kind;
  switch (database->kind()) {
    case Kind::disk_full:
      return Error(Error::Code::storage_full, kDiskFull);
    case Kind::busy:
    case Kind::serialization:
    case Kind::timeout:
      return Error(Error::Code::unavailable, kBusy);
    case Kind::connection_lost:
      return Error(Error::Code::unavailable, kAway);
    default:
      return std::nullopt;
  }
}

backup::Place place_of(const config::Settings& settings) {
  backup::Place place;
  place.url = settings.database.url;
  place.options.schema = settings.database.schema;
  return place;
}

// Figures of the backups: an alarm wants to know that they stopped.
void measure_backups(http::Metrics& metrics, const backup::BackupKeeper& backups) {
  if (!backups.is_on()) return;
  metrics.add_gauge("backup_newest_seconds",
                    "When the newest backup was made, in seconds since 1970 (0: none is there)",
                    [&backups] {
                      const auto newest = backups.state().newest;
                      return newest ? static_cast<double>(to_millis(*newest)) / 1000 : 0.0;
                    });
  metrics.add_gauge("backup_failures", "Backups that failed since the start",
                    [&backups] { return static_cast<double>(backups.state().failures); });
}

// Everything the routes refer to; the router is built from it and must not outlive it.
struct Parts {
  Workspace& workspace;
  sales::Passwords passwords;
  sales::LoginLimits limits;
  sales::Sessions sessions;
  sales::SignInDesk desk;
  cycle::CycleProjection projection;
  cycle::Predictions predictions;
  cycle::BottleneckSearches bottlenecks;
  exchange::ImportDesk imports;
  backup::BackupKeeper backups;
  std::size_t upload_bytes_max;
  sales::AttachmentLimits attachments;

  Parts(Workspace& w, const config::Settings& settings, sales::SetUpHooks hooks,
        std::string cycle_file = {})
      : workspace(w),
        limits(w.clock),
        sessions(*w.database, w.clock,
                 {settings.sessions.idle, settings.sessions.absolute,
                  settings.server.public_url.starts_with("https:")}),
        desk{w.commands,       passwords,
             limits,           sessions,
             std::move(hooks), {settings.sessions.invitation, settings.sessions.reset_link}},
        projection(*w.database, w.pipelines, std::move(cycle_file)),
        bottlenecks(w.clock),
        imports(w.commands, w.pipelines),
        backups(place_of(settings), {settings.backup.folder, settings.backup.at}, w.clock,
                [&w] { return w.calendar.current()->zone(); }),
        upload_bytes_max(settings.server.upload_bytes_max),
        attachments{settings.server.attachment_bytes_max,
                    static_cast<std::int64_t>(settings.workspace.attachments_bytes_max)} {}

  RouteParts of_routes() {
    return {workspace.commands,
            workspace.pipelines,
            workspace.calendar,
            desk,
            projection,
            predictions,
            bottlenecks,
            imports,
            backups,
            upload_bytes_max,
            attachments};
  }
};

// What a set-up brings along. Sample data is written in the background: the first page need not
// wait for it, and live updates show it coming in.
sales::SetUpHooks set_up_hooks(Workspace& workspace, std::jthread& sample_writer) {
  sales::SetUpHooks hooks;
  hooks.furnish = [](journal::Work& work) -> Result<void> {
    TRY(sales::install_builtin_pipelines(work));
    return {};
  };
  hooks.make_sample_data = [&workspace, &sample_writer](Lang lang) {
    sample_writer = std::jthread([&workspace, lang] {
      exchange::SampleWish wish;
      wish.lang = lang;
      const auto organization = workspace.database->read(
          [](db::Connection& connection) { return sales::find_organization(connection); });
      if (organization) wish.currency = std::string(organization->currency.code());
      try {
        const auto made = exchange::write_sample(workspace.commands, workspace.pipelines, wish);
        if (!made) log::warning("sample.refused", {{"why", made.error().message.text(Lang::en)}});
      } catch (const std::exception& failure) {
        log::error("sample.failed", {{"why", failure.what()}});
      }
    });
  };
  return hooks;
}

// What one large body or answer took goes back to the system with it. By itself the allocator
// learns from large blocks to keep them, in a pool of each thread, and the process stays as large
// as its worst moment.
void give_back_large_blocks() {
  constexpr int kLargeBytes = 256 * 1024, kKeptBytes = 1024 * 1024;
  mallopt(M_MMAP_THRESHOLD, kLargeBytes);
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
}

http::ServerConfig server_config(const config::Settings::Server& from) {
  http::ServerConfig to;
  to.address = from.address;
  to.port = from.port;
  to.workers = from.workers;
  to.body_bytes_max = from.body_bytes_max;
  to.connections_max = from.connections_max;
  to.drain_time_max = from.drain_time_max;
  to.tls_certificate = from.tls_certificate;
  to.tls_key = from.tls_key;
  return to;
}

http::ServiceConfig service_config(const Workspace& workspace,
                                   const config::Settings::Server& from) {
  http::ServiceConfig to;
  to.workers_only = workspace.database->engine() == db::Engine::postgres;
  to.metrics_public = from.metrics == config::Exposure::everyone;
  to.proxies = from.proxies;
  // A page of another site that has its own name point at us must not be answered. Behind a public
  // name or on an open address the operator's names are not ours to guess.
  if (from.public_url.empty() && (from.address == "127.0.0.1" || from.address == "::1"))
    to.hosts = {"localhost", "127.0.0.1", "[::1]", "::1"};
  to.hsts = !from.tls_certificate.empty() || from.public_url.starts_with("https:");
  return to;
}

// Where the cycle projection leaves off.
std::string cycle_file(const config::Settings::Database& database, db::Engine engine) {
  const std::filesystem::path state(database.state);
  if (engine == db::Engine::postgres)
    return (state.empty() ? "var" : state) / (database.schema + ".cycle");
  std::string_view path = database.url;
  if (path.starts_with("sqlite:")) path.remove_prefix(7);
  const std::filesystem::path file(path);
  return (state.empty() ? file.parent_path() : state) / (file.filename().string() + ".cycle");
}

http::StaticFiles web_files(const std::string& folder) {
  try {
    return http::StaticFiles::from_folder(folder);
  } catch (const std::exception& failure) {
    log::warning("web.missing", {{"folder", folder}, {"why", failure.what()}});
    return {};
  }
}

}  // namespace

Result<std::unique_ptr<Workspace>> open_workspace(const config::Settings& settings) {
  BusinessCalendar calendar = TRY(config::open_calendar(settings));
  db::OpenOptions options;
  options.schema = settings.database.schema;
  options.readers = settings.database.readers;
  options.writers = settings.database.writers;
  auto database = TRY(db::Database::open(settings.database.url, options));
  TRY(db::migrate(*database, db::built_in_migrations()));
  return std::make_unique<Workspace>(std::move(database), std::move(calendar));
}

Result<void> set_up(Workspace& workspace, const sales::SetUp& wish) {
  std::jthread sample_writer;  // ends before this function does
  Parts parts(workspace, config::Settings(), set_up_hooks(workspace, sample_writer));
  TRY(sales::set_up(parts.desk, wish));
  return {};
}

Result<void> serve(Workspace& workspace, const config::Settings& settings,
                   const std::function<void(const std::string& url)>& announce) {
  log::set_level(settings.log.level);
  give_back_large_blocks();
  http::EventHub hub;
  std::jthread sample_writer;
  Parts parts(workspace, settings, set_up_hooks(workspace, sample_writer),
              cycle_file(settings.database, workspace.database->engine()));
  parts.sessions.on_over([&hub](sales::Sessions::IsOver is_over) { hub.close_where(is_over); });
  http::Router router;
  add_all_routes(router, parts.of_routes());

  http::Service service(router, service_config(workspace, settings.server));
  service.authenticate_with(
      [&parts](const http::Request& request) { return parts.sessions.authenticate(request); });
  service.explain_failures_with(explain_failure);
  sales::AccessNotes access;
  service.watch_with([&access](const http::Request& request, const http::Reply& reply) {
    access.note(request, reply);
  });
  service.serve(web_files(settings.server.web));
  service.add_readiness_check("database", [&workspace]() -> Result<void> {
    const db::Health health = workspace.database->health();
    if (!health.writable)
      return Error(Error::Code::unavailable, health.trouble.value_or(Message(kNotWritable)));
    return {};
  });

  measure_backups(service.metrics(), parts.backups);
  parts.projection.start();
  parts.backups.start();

  readers::LiveReader live(*workspace.database, hub, workspace.pipelines);
  const readers::NoticeReader notices(*workspace.database, workspace.clock, hub,
                                      workspace.pipelines);
  const readers::TourReader tour(*workspace.database, workspace.clock);
  journal::ReaderLoop sweeper(
      *workspace.database, "sweep", kSweepPeriod, [&, last = Instant()]() mutable {
        const Instant now = workspace.clock.now();
        if (now - last < kSweepPeriod) return;
        last = now;
        parts.sessions.sweep();
        access.write(workspace.commands);
        parts.imports.sweep();
        sales::sweep_attachments(*workspace.database, now);
        const auto fill_keys = [](db::Connection& tx) {
          return sales::fill_match_keys(tx) ? db::Keep::yes : db::Keep::no;
        };
        while (workspace.database->write(fill_keys) == db::Keep::yes) continue;
        workspace.database->write([&](db::Connection& tx) {
          return journal::forget_old_keys(tx, now) > 0 ? db::Keep::yes : db::Keep::no;
        });
      });
  http::Server server(server_config(settings.server), service, hub, workspace.clock);
  server.start();
  const bool secure = !settings.server.tls_certificate.empty();
  announce(!settings.server.public_url.empty()
               ? settings.server.public_url
               : (secure ? "https://" : "http://") + settings.server.address + ":" +
                     std::to_string(server.port()));
  server.run_until_signal();
  return {};
}

std::string api_document(Workspace& workspace) {
  Parts parts(workspace, {}, {});
  http::Router router;
  add_all_routes(router, parts.of_routes());
  return http::openapi_document(
      router, {.title = "Stagecoach",
               .version = STAGECOACH_VERSION,
               .description = "Manages the sales cycle: deals, their gates, and where they wait.",
               .tags = {
                   {"accounts", "The companies one sells to."},
                   {"activities", "What was done and what comes next."},
                   {"attachments", "Files of a deal."},
                   {"backups", "Copies of the whole workspace, made by the server."},
                   {"calendar", "Steps and meetings for calendar programs."},
                   {"contacts", "The people at an account."},
                   {"cycle", "Where deals wait and where they fall out."},
                   {"deals", "Deals, their facts, and their moves through the gates."},
                   {"duplicates", "Records that may be one, and finding them to be two."},
                   {"forecast", "What lands in a period, how sure that is, and what changed."},
                   {"imports", "Exported files brought in: planned, run, undone."},
                   {"journal", "What happened, and taking it back."},
                   {"live", "Changes as they are committed."},
                   {"notes", "What people write about a deal, in Markdown."},
                   {"custom-fields", "What the organisation adds to what every deal has."},
                   {"notices", "What I am told of: mentions, approvals, what became mine or due."},
                   {"objections", "What customers hold against buying, and our answers."},
                   {"pipelines", "Stages, their standards and exit criteria."},
                   {"products", "What is sold."},
                   {"search", "Records by any word in them."},
                   {"team", "People, teams, sessions and tokens."},
                   {"today", "What to do next, and what is at risk."},
                   {"tour", "What a newcomer does once, and how far he is."},
                   {"views", "Lists that people keep and share."},
               }});
}

}  // namespace stagecoach
