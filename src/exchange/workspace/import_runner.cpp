#include "exchange/workspace/import_runner.h"

#include <algorithm>

#include "exchange/values/words.h"
#include "exchange/workspace/import_deals.h"
#include "exchange/workspace/stage_choice.h"
#include "platform/base/log.h"
#include "platform/db/bulk.h"
#include "sales/fields/field_commands.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/people.h"
#include "sales/team/viewer.h"

namespace stagecoach::exchange {
namespace {

constexpr Phrase kForbidden{"import.not_allowed", "You may not run imports.", "您无权执行导入。"};
constexpr Phrase kNotSetUp{"import.not_set_up",
                           "Nobody has set this workspace up yet: there is no one to own what "
                           "would be imported.",
                           "该工作区尚未完成初始设置，导入的记录没有可归属的负责人。"};
// Rows of a transaction. Whoever wants to write in the meantime waits for one of them; large ones
// write the pages of the indexes, and wait for the disk, less often.
constexpr std::size_t kRowsMin = 500, kRowsMaxSqlite = 8000, kRowsMaxPostgres = 2000;
constexpr int kUsersPerPage = 200;

bool may_fill_everywhere(const sales::CustomField& field, const sales::Viewer& viewer) {
  const auto may_fill = [&](sales::PipelineId pipeline) {
    return sales::access_of(field, viewer, pipeline) < sales::FieldAccess::readonly;
  };
  return may_fill(sales::PipelineId()) &&
         std::all_of(field.rules.begin(), field.rules.end(), [&](const sales::FieldRule& rule) {
           return may_fill(rule.pipeline_id.value_or(sales::PipelineId()));
         });
}

// What the importer may fill, whichever pipeline the deals go to.
std::shared_ptr<const CustomImport> fields_to_fill(db::Connection& connection,
                                                   const sales::Viewer& viewer) {
  auto custom = std::make_shared<CustomImport>();
  const sales::CustomFields fields = sales::load_custom_fields(connection);
  for (const sales::CustomField& field : fields.all())
    if (!field.archived && field.kind != sales::FieldKind::formula &&
        may_fill_everywhere(field, viewer))
      custom->fields.push_back(field);
  const bool asks = std::any_of(
      custom->fields.begin(), custom->fields.end(),
      [](const sales::CustomField& field) { return field.kind == sales::FieldKind::user; });
  for (UserId after; asks;) {
    const std::vector<sales::User> page = sales::list_users(connection, after, kUsersPerPage);
    for (const sales::User& user : page) {
      custom->users.emplace(fold_name(user.name), user.id);
      if (user.email) custom->users.emplace(fold_name(*user.email), user.id);
    }
    if (page.empty()) break;
    after = page.back().id;
  }
  return custom;
}

// Who gets what names nobody: the actor, or the first active owner.
std::optional<Person> find_fallback(db::Connection& connection, UserId actor) {
  const auto person = [](const sales::User& user) {
    return Person{user.id, user.team_id.value_or(sales::TeamId())};
  };
  if (actor) {
    const auto user = sales::find_user(connection, actor);
    return user ? std::optional(person(*user)) : std::nullopt;
  }
  UserId after;
  for (;;) {
    const std::vector<sales::User> page = sales::list_users(connection, after, kUsersPerPage);
    for (const sales::User& user : page)
      if (user.active && user.role == sales::Role::owner) return person(user);
    if (page.empty()) return std::nullopt;
    after = page.back().id;
  }
}

// One run: its transactions, and the state that is carried from each to the next.
class ImportRun {
 public:
  ImportRun(journal::CommandRunner& commands, const sales::PipelineCatalog& catalog,
            const journal::Actor& actor, Dataset& dataset, const ImportProgress& progress)
      : commands_(commands),
        catalog_(catalog),
        actor_(actor),
        dataset_(dataset),
        progress_(progress) {}

  Result<ImportResult> run(std::optional<ImportId> claimed) {
    const auto organization = commands_.database().read(
        [](db::Connection& connection) { return sales::find_organization(connection); });
    const auto fallback = commands_.database().read(
        [&](db::Connection& connection) { return find_fallback(connection, actor_.user); });
    if (!fallback) return Error(Error::Code::conflict, kNotSetUp);
    if (organization) currency_ = organization->currency;
    const bool any_deals = !dataset_.deals.empty() || !dataset_.events.empty();
    if (any_deals) TRY(choose_pipeline());
    total_ = static_cast<std::int64_t>(dataset_.users.size() + dataset_.products.size() +
                                       dataset_.accounts.size() + dataset_.contacts.size() +
                                       history_.deals.size());
    TRY(begin(claimed));
    const Result<void> written = write_or_fail(*fallback);
    TRY(finish(written.has_value()));
    TRY(written);
    return ImportResult{ledger_.import, ledger_.counts};
  }

 private:
  Result<void> begin(std::optional<ImportId> claimed) {
    if (claimed) {
      import_ = *commands_.database().read(
          [&](db::Connection& connection) { return find_import(connection, *claimed); });
      import_.total = total_;
      ledger_.import = import_.id;
      return commands_.run(actor_, [&](journal::Work& work) -> Result<void> {
        save_import(work, import_);
        return {};
      });
    }
    import_.total = total_;
    import_.mapping = write_mapping(dataset_.decided());
    for (const RecognisedFile& file : dataset_.files) import_.files.push_back(file.table.name);
    TRY(commands_.run(actor_, [&](journal::Work& work) -> Result<void> {
      insert_import(work, import_);
      return {};
    }));
    ledger_.import = import_.id;
    return {};
  }

  Result<void> finish(bool whole) {
    import_.state = whole ? ImportState::done : ImportState::failed;
    if (!whole) ledger_.begin();  // what the failed transaction counted was not kept
    import_.counts = ledger_.counts;
    return commands_.run(actor_, [&](journal::Work& work) -> Result<void> {
      import_.done_at = work.now;
      save_import(
          work, import_,
          whole ? std::optional(journal::because(ImportDone{import_.counts})) : std::nullopt);
      return {};
    });
  }

  // As write_all; what it throws is noted on the import, as far as the database still hears.
  Result<void> write_or_fail(const Person& fallback) {
    try {
      return write_all(fallback);
    } catch (const std::exception&) {
      try {
        if (const auto noted = finish(false); !noted)
          log::warning("import.not_noted", {{"why", noted.error().message.text(Lang::en)}});
      } catch (const std::exception& second) {
        log::warning("import.not_noted", {{"why", second.what()}});
      }
      throw;
    }
  }

  // The records of one kind, by `write(work, first, end)`, some hundred to a transaction while
  // others want to write, and more and more while nobody does.
  template <class F>
  Result<void> write_rows(std::size_t count, F&& write) {
    const std::size_t rows_max =
        commands_.database().engine() == db::Engine::sqlite ? kRowsMaxSqlite : kRowsMaxPostgres;
    std::size_t rows = kRowsMin;
    for (std::size_t first = 0; first < count;) {
      const std::size_t end = std::min(count, first + rows);
      bool awaited = false;
      TRY(commands_.run(actor_, [&](journal::Work& work) -> Result<void> {
        ledger_.begin();
        TRY(write(work, first, end));
        touch_import(work, import_.id, done_ + static_cast<std::int64_t>(end - first));
        awaited = db::is_awaited(work.tx);
        return {};
      }));
      ledger_.commit();
      done_ += static_cast<std::int64_t>(end - first);
      first = end;
      rows = awaited ? kRowsMin : std::min(2 * rows, rows_max);
      if (progress_) progress_(done_, total_);
    }
    return {};
  }

  // The same by `write(work, i)`.
  template <class F>
  Result<void> write_each(std::size_t count, F&& write) {
    return write_rows(count, [&](journal::Work& work, std::size_t first, std::size_t end) {
      for (std::size_t i = first; i < end; ++i)
        if (auto written = write(work, i); !written) return written;
      return Result<void>();
    });
  }

  Result<void> write_all(const Person& fallback) {
    ImportParties parties(dataset_, ledger_, fallback, currency_);
    TRY(write_each(dataset_.users.size(), [&](journal::Work& work, std::size_t i) {
      return parties.write_user(work, dataset_.users[i]);
    }));
    TRY(write_each(dataset_.products.size(), [&](journal::Work& work, std::size_t i) {
      return parties.write_product(work, dataset_.products[i]);
    }));
    // Companies without one above them first, so that the others find theirs.
    std::vector<const AccountRecord*> accounts;
    for (const AccountRecord& account : dataset_.accounts) accounts.push_back(&account);
    std::stable_partition(accounts.begin(), accounts.end(),
                          [](const AccountRecord* account) { return account->parent.empty(); });
    TRY(write_each(accounts.size(), [&](journal::Work& work, std::size_t i) {
      return parties.write_account(work, *accounts[i]);
    }));
    TRY(write_each(dataset_.contacts.size(), [&](journal::Work& work, std::size_t i) {
      return parties.write_contact(work, dataset_.contacts[i]);
    }));
    if (history_.deals.empty()) return {};
    const auto pipelines = TRY(ensure_pipeline());
    ImportDeals deals(dataset_, history_, pipelines,
                      *places_in(*pipelines->find(pipeline_key_), history_), parties, ledger_,
                      currency_, TRY(zone_of(dataset_.mapping)));
    return write_rows(deals.size(), [&](journal::Work& work, std::size_t first, std::size_t end) {
      return deals.write(work, first, end);
    });
  }

  Result<void> choose_pipeline() {
    reload_catalog();
    history_ = TRY(history_in_order(dataset_));
    const auto pipelines = catalog_.current();
    const PipelineChoice choice = TRY(choose_stages(pipelines->all(), dataset_, history_));
    if (choice.complete(dataset_.mapping)) history_ = TRY(history_in_order(dataset_));
    return {};
  }

  void reload_catalog() {
    commands_.database().read([&](db::Connection& connection) { catalog_.reload(connection); });
  }

  // The catalogue with the pipeline that was chosen.
  Result<std::shared_ptr<const sales::Pipelines>> ensure_pipeline() {
    pipeline_key_ =
        dataset_.mapping.pipeline.value_or("import_" + std::to_string(import_.id.value));
    if (dataset_.mapping.pipeline) return catalog_.current();
    TRY(commands_.run(actor_, [&](journal::Work& work) -> Result<void> {
      ledger_.begin();
      const sales::Pipeline published = TRY(sales::publish_pipeline(
          work, pipeline_of(dataset_, history_, pipeline_key_, *dataset_.mapping.new_pipeline)));
      ++ledger_.counts.pipelines;
      note_created(work, import_.id, RecordKind::pipeline, published.id.value);
      return {};
    }));
    ledger_.commit();
    reload_catalog();
    return catalog_.current();
  }

  journal::CommandRunner& commands_;
  const sales::PipelineCatalog& catalog_;
  const journal::Actor& actor_;
  Dataset& dataset_;
  const ImportProgress& progress_;
  StoredImport import_;
  ImportLedger ledger_;
  cycle::HistorySet history_;
  std::string pipeline_key_;
  Currency currency_;
  std::int64_t done_ = 0, total_ = 0;
};

}  // namespace

Mapping with_defaults_of(db::Database& database, Mapping mapping, const sales::Viewer& viewer) {
  mapping.workspace_fields =
      database.read([&](db::Connection& connection) { return fields_to_fill(connection, viewer); });
  const auto organization = database.read(
      [](db::Connection& connection) { return sales::find_organization(connection); });
  if (!organization) return mapping;
  if (!mapping.currency) mapping.currency = organization->currency;
  if (!mapping.time_zone) mapping.time_zone = organization->time_zone;
  return mapping;
}

Result<ImportResult> run_import(journal::CommandRunner& commands,
                                const sales::PipelineCatalog& catalog, const journal::Actor& actor,
                                Dataset& dataset, const ImportProgress& progress,
                                std::optional<ImportId> claimed) {
  if (!sales::viewer_of(actor).has(sales::Permission::imports_run))
    return Error(Error::Code::forbidden, kForbidden);
  return ImportRun(commands, catalog, actor, dataset, progress).run(claimed);
}

}  // namespace stagecoach::exchange
