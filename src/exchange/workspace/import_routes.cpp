#include "exchange/workspace/import_routes.h"

#include <filesystem>
#include <fstream>

#include "exchange/records/issue_table.h"
#include "exchange/workspace/import_preview.h"
#include "exchange/workspace/import_runner.h"
#include "platform/base/log.h"
#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::exchange {

// What goes over the wire.
struct UploadQuery {
  std::optional<std::string> name;  // of the file, as its owner calls it
};
BOOST_DESCRIBE_STRUCT(UploadQuery, (), (name))

struct UploadView {
  UploadId upload_id;
  std::string name;
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(UploadView, (), (upload_id, name, size))

struct PlanWish {
  std::vector<UploadId> upload_ids;
  std::optional<Mapping> mapping;
};
BOOST_DESCRIBE_STRUCT(PlanWish, (), (upload_ids, mapping))
constexpr auto json_rules(const PlanWish*) {
  return std::array{json::Rule("upload_ids").items(1, 20)};
}

struct RemapWish {
  Mapping mapping;
};
BOOST_DESCRIBE_STRUCT(RemapWish, (), (mapping))

struct RowsDone {
  std::int64_t done = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(RowsDone, (), (done, total))

struct ImportPlan : ImportPreview {
  ImportId id;
  ImportState state = ImportState::planned;
  Instant created_at;
  ImportCounts created;  // what it has brought in
  RowsDone progress;
};
BOOST_DESCRIBE_STRUCT(ImportPlan, (ImportPreview), (id, state, created_at, created, progress))

struct ImportPlans {
  std::vector<ImportPlan> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ImportPlans, (), (items, next_cursor))

namespace {

using http::Answer;
using http::Request;

constexpr Phrase kNoUpload{"import.no_upload", "This file is not here any more; send it again.",
                           "该文件已不存在，请重新上传。"};
constexpr Phrase kNotPlanned{"import.not_planned",
                             "This import is running or done; only a plan can be run or changed.",
                             "该导入正在运行或已完成，只能运行或修改尚未执行的计划。"};
constexpr int kImportsListed = 100;
constexpr Millis kUploadKept = std::chrono::hours(24);

Result<StoredImport> load_import(journal::CommandRunner& commands, const Request& request) {
  const auto id = TRY(request.path_id<ImportId>("id"));
  std::optional<StoredImport> found = commands.database().read(
      [&](db::Connection& connection) { return find_import(connection, id); });
  if (!found) return sales::no_such_record();
  return *std::move(found);
}

Result<Dataset> dataset_of(db::Database& database, const std::vector<UploadId>& uploads,
                           const Mapping& mapping) {
  std::vector<InputFile> files;
  for (const UploadId id : uploads) {
    auto upload =
        database.read([&](db::Connection& connection) { return find_upload(connection, id); });
    if (!upload) return Error(Error::Code::invalid, kNoUpload);
    files.push_back({std::move(upload->name), std::move(upload->bytes)});
  }
  return read_dataset(std::move(files), mapping);
}

Result<Dataset> dataset_of(db::Database& database, const StoredImport& import,
                           const sales::Viewer& viewer) {
  return dataset_of(database, import.uploads,
                    with_defaults_of(database, TRY(read_mapping(import.mapping)), viewer));
}

// The plan as it was made, with how far it is by now.
ImportPlan plan_of(const StoredImport& import) {
  ImportPlan plan;
  if (auto preview = json::read<ImportPreview>(import.plan)) {
    static_cast<ImportPreview&>(plan) = *std::move(preview);
  } else {  // brought in by the command line
    for (const std::string& file : import.files) plan.files.emplace_back().name = file;
    plan.mapping = read_mapping(import.mapping).value_or(Mapping{});
  }
  plan.id = import.id;
  plan.state = import.state;
  plan.created_at = import.created_at;
  plan.created = import.counts;
  plan.progress = {import.done, import.total};
  return plan;
}

// Reads the files under `mapping` into the plan.
Result<void> fill_plan(const ImportDesk& desk, StoredImport& import, Mapping mapping,
                       const Request& request) {
  db::Database& database = desk.commands().database();
  const Lang lang = request.lang();
  const sales::Viewer& viewer = sales::viewer_of(*request.identity());
  const Dataset dataset = TRY(
      dataset_of(database, import.uploads, with_defaults_of(database, std::move(mapping), viewer)));
  import.files.clear();
  for (const RecognisedFile& file : dataset.files) import.files.push_back(file.table.name);
  const ImportPreview preview = TRY(plan_import(dataset, desk.catalog().current()->all(), lang));
  import.mapping = write_mapping(preview.mapping);
  import.plan = json::write(preview);
  return {};
}

void add_planning(http::Router& router, ImportDesk& desk, std::size_t upload_bytes_max) {
  router
      .post("/api/uploads", sales::rules::may_import,
            {"Send a file ahead of its import", {"imports"}, http::shape_of<UploadQuery>()},
            [&desk](const Request& request) -> Result<Answer<UploadView>> {
              const std::string name(request.query("name").value_or("file.csv"));
              // A request without a body has no file of it, either.
              std::error_code none;
              const std::uintmax_t bytes = std::filesystem::file_size(request.body_file(), none);
              const std::int64_t size = none ? 0 : static_cast<std::int64_t>(bytes);
              std::ifstream body(request.body_file(), std::ios::binary);
              const UploadId id = store_upload(desk.commands().database(), name, size, body,
                                               desk.commands().clock().now());
              return Answer<UploadView>::created({id, name, size});
            })
      .spools(upload_bytes_max)
      .without_key();  // sent twice, a file merely lies there twice
  router.post("/api/imports", sales::rules::may_import,
              {"Plan an import; nothing is written yet", {"imports"}},
              [&desk](const Request& request, const PlanWish& wish) -> Result<Answer<ImportPlan>> {
                StoredImport import;
                import.state = ImportState::planned;
                import.uploads = wish.upload_ids;
                TRY(fill_plan(desk, import, wish.mapping.value_or(Mapping{}), request));
                return desk.commands().run(
                    request, [&](journal::Work& work) -> Result<Answer<ImportPlan>> {
                      StoredImport stored = import;
                      insert_import(work, stored);
                      return Answer<ImportPlan>::created(
                          plan_of(stored), "/api/imports/" + std::to_string(stored.id.value));
                    });
              });
  router.patch(
      "/api/imports/{id}", sales::rules::may_import,
      {"Plan again with another mapping", {"imports"}},
      [&desk](const Request& request, const RemapWish& wish) -> Result<Answer<ImportPlan>> {
        StoredImport import = TRY(load_import(desk.commands(), request));
        TRY(fill_plan(desk, import, wish.mapping, request));
        return desk.commands().run(request, [&](journal::Work& work) -> Result<Answer<ImportPlan>> {
          if (!save_plan(work, import)) return Error(Error::Code::conflict, kNotPlanned);
          return Answer<ImportPlan>(plan_of(import));
        });
      });
}

void add_discarding(http::Router& router, ImportDesk& desk) {
  router.del("/api/imports/{id}", sales::rules::may_import,
             {"Discard a plan and its files", {"imports"}},
             [&desk](const Request& request) -> Result<http::Reply> {
               const auto id = TRY(request.path_id<ImportId>("id"));
               return desk.commands().run(request, [&](journal::Work& work) -> Result<http::Reply> {
                 const std::optional<StoredImport> import = find_import(work.tx, id);
                 if (!import) return sales::no_such_record();
                 if (!discard_plan(work, *import)) return Error(Error::Code::conflict, kNotPlanned);
                 return http::Reply::no_content();
               });
             });
}

void add_reading(http::Router& router, ImportDesk& desk) {
  router.get("/api/imports", sales::rules::may_import, {"Imports, the newest first", {"imports"}},
             [&desk](const Request&) -> Result<ImportPlans> {
               ImportPlans plans;
               for (const StoredImport& import :
                    desk.commands().database().read([](db::Connection& connection) {
                      return list_imports(connection, kImportsListed);
                    }))
                 plans.items.push_back(plan_of(import));
               return plans;
             });
  router.get("/api/imports/{id}", sales::rules::may_import, {"An import", {"imports"}},
             [&desk](const Request& request) -> Result<ImportPlan> {
               return plan_of(TRY(load_import(desk.commands(), request)));
             });
  router.get(
      "/api/imports/{id}/rejects.csv", sales::rules::may_import,
      {.summary = "The rows that could not be used",
       .tags = {"imports"},
       .answer_type = "text/csv"},
      [&desk](const Request& request) -> Result<http::Reply> {
        const StoredImport import = TRY(load_import(desk.commands(), request));
        const Dataset dataset = TRY(
            dataset_of(desk.commands().database(), import, sales::viewer_of(*request.identity())));
        return http::Reply::text(issue_table(dataset, request.lang()), "text/csv; charset=utf-8")
            .attachment("rejects.csv");
      });
}

void add_running(http::Router& router, ImportDesk& desk) {
  router.post("/api/imports/{id}/runs", sales::rules::may_import,
              {"Run a planned import in the background", {"imports"}},
              [&desk](const Request& request) -> Result<Answer<ImportPlan>> {
                StoredImport import = TRY(load_import(desk.commands(), request));
                auto answer = desk.commands().run(
                    request, [&](journal::Work& work) -> Result<Answer<ImportPlan>> {
                      for (const UploadId upload : import.uploads)
                        if (!has_upload(work.tx, upload))
                          return Error(Error::Code::conflict, kNoUpload);
                      if (!claim_import(work, import.id))
                        return Error(Error::Code::conflict, kNotPlanned);
                      import.state = ImportState::running;
                      return Answer<ImportPlan>::accepted(plan_of(import));
                    });
                // A repeated key is answered, and starts nothing.
                if (answer && answer->header("Idempotency-Replayed").empty())
                  desk.start(import.id, request.shared_identity());
                return answer;
              });
  router
      .post("/api/imports/{id}/undo", sales::rules::may_import,
            {"Remove what an import created", {"imports"}},
            [&desk](const Request& request) -> Result<ImportPlan> {
              const auto id = TRY(request.path_id<ImportId>("id"));
              TRY(undo_import(desk.commands(), request.identity_as<journal::Actor>(), id));
              return plan_of(TRY(load_import(desk.commands(), request)));
            })
      .without_key();  // many transactions; said twice, it answers that it is undone
}

}  // namespace

void ImportDesk::start(ImportId id, std::shared_ptr<const http::Identity> who) {
  threads_.lock()->emplace_back([this, id, who = std::move(who)] {
    try {
      const auto& actor = static_cast<const journal::Actor&>(*who);
      const Result<void> ran = run(id, actor);
      if (ran) return;
      log::warning("import.refused", {{"why", ran.error().message.text(Lang::en)}});
      note_failure(id, actor);
    } catch (const std::exception& failure) {
      log::error("import.failed", {{"why", failure.what()}});
    }
  });
}

void ImportDesk::sweep() {
  const Instant before = commands_.clock().now() - kUploadKept;
  commands_.database().write([&](db::Connection& tx) {
    return sweep_uploads(tx, before) > 0 ? db::Keep::yes : db::Keep::no;
  });
}

Result<void> ImportDesk::run(ImportId id, const journal::Actor& actor) {
  const std::optional<StoredImport> import = commands_.database().read(
      [&](db::Connection& connection) { return find_import(connection, id); });
  if (!import) return sales::no_such_record();
  Dataset dataset = TRY(dataset_of(commands_.database(), *import, sales::viewer_of(actor)));
  TRY(run_import(commands_, catalog_, actor, dataset, {}, id));
  return {};
}

// A run that was refused before it began has noted nothing itself.
void ImportDesk::note_failure(ImportId id, const journal::Actor& actor) {
  const Result<void> noted = commands_.run(actor, [&](journal::Work& work) -> Result<void> {
    std::optional<StoredImport> import = find_import(work.tx, id);
    if (!import || import->state != ImportState::running) return {};
    import->state = ImportState::failed;
    save_import(work, *import);
    return {};
  });
  if (!noted) log::warning("import.not_noted", {{"why", noted.error().message.text(Lang::en)}});
}

void add_import_routes(http::Router& router, ImportDesk& desk, std::size_t upload_bytes_max) {
  add_planning(router, desk, upload_bytes_max);
  add_discarding(router, desk);
  add_reading(router, desk);
  add_running(router, desk);
}

}  // namespace stagecoach::exchange
