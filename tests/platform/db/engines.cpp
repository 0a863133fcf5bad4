#include "platform/db/engines.h"

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <stdexcept>

#include "platform/db/migrations.h"
#include "platform/db/postgres_cluster.h"

namespace stagecoach::testing {
namespace {

std::string next_schema() {
  static std::atomic<int> count = 0;
  return "test_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

// In memory where there is room: a killed process loses nothing there either, and nobody waits for
// a disk.
std::string quick_folder() {
  std::error_code none;
  const auto space = std::filesystem::space("/dev/shm", none);
  const bool roomy = !none && space.available > (std::uintmax_t{512} << 20);
  return roomy ? "/dev/shm" : std::filesystem::temp_directory_path().string();
}

}  // namespace

TemporaryFolder::TemporaryFolder() : TemporaryFolder(std::filesystem::temp_directory_path()) {}

TemporaryFolder::TemporaryFolder(const std::string& parent) {
  std::string pattern = parent + "/stagecoach-test-XXXXXX";
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Workspace::Workspace(db::Engine engine)
    : engine_(engine),
      folder_(quick_folder()),
      url_(engine == db::Engine::sqlite ? folder_.path() + "/test.db" : test_postgres_url()),
      schema_(next_schema()) {}

Workspace::~Workspace() {
  if (engine_ != db::Engine::postgres) return;
  try {
    open()->write([&](db::Connection& connection) {
      connection.run_script("DROP SCHEMA " + schema_ + " CASCADE");
      return db::Keep::yes;
    });
  } catch (const std::exception&) {
    // The server is gone, and the schema with it.
  }
}

db::OpenOptions Workspace::options() const {
  db::OpenOptions options;
  options.schema = schema_;
  return options;
}

std::unique_ptr<db::Database> Workspace::open(const db::OpenOptions& options) const {
  auto opened = db::Database::open(url_, options);
  if (!opened) throw std::runtime_error(opened.error().message.text(Lang::en));
  return *std::move(opened);
}

void EngineTest::reopen() {
  database_.reset();
  database_ = workspace_.open();
}

void EngineTest::migrate() {
  const auto done = db::migrate(*database_, db::built_in_migrations());
  if (!done) throw std::runtime_error(done.error().message.text(Lang::en));
}

void EngineTest::script(std::string_view sql) {
  database_->write([&](db::Connection& connection) {
    connection.run_script(db::expand_macros(sql, connection.engine()));
    return db::Keep::yes;
  });
}

std::string engine_name(const ::testing::TestParamInfo<db::Engine>& info) {
  return info.param == db::Engine::sqlite ? "sqlite" : "postgres";
}

}  // namespace stagecoach::testing
