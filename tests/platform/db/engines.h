// Runs a test on both database engines:
//
//   class DealStoreTest : public EngineTest {};
//   EACH_ENGINE(DealStoreTest);
//   TEST_P(DealStoreTest, KeepsTheAmount) { database().write(...); }
//
// Every test gets an empty database of its own: a temporary SQLite file, or a schema of its own in
// a PostgreSQL cluster (see postgres_cluster.h). Both are removed afterwards.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "platform/db/database.h"

namespace stagecoach::testing {

// A folder of its own under the system's temporary folder, removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  explicit TemporaryFolder(const std::string& parent);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// One empty database and how to open it (again).
class Workspace {
 public:
  explicit Workspace(db::Engine engine);
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  ~Workspace();

  // What Database::open takes; options() carries the schema on PostgreSQL.
  const std::string& url() const { return url_; }
  db::OpenOptions options() const;
  // A new Database. Throws std::runtime_error with the sentence of the refusal.
  std::unique_ptr<db::Database> open() const { return open(options()); }
  std::unique_ptr<db::Database> open(const db::OpenOptions& options) const;

 private:
  const db::Engine engine_;
  TemporaryFolder folder_;
  std::string url_;
  std::string schema_;
};

class EngineTest : public ::testing::TestWithParam<db::Engine> {
 protected:
  EngineTest() : workspace_(GetParam()), database_(workspace_.open()) {}

  db::Engine engine() const { return GetParam(); }
  Workspace& workspace() { return workspace_; }
  db::Database& database() { return *database_; }
  // Closes the database and opens it again, as a restart of the program does.
  void reopen();
  // Brings the database to the schema of the program.
  void migrate();
  // Runs a script in one kept write.
  void script(std::string_view sql);

 private:
  Workspace workspace_;
  std::unique_ptr<db::Database> database_;
};

std::string engine_name(const ::testing::TestParamInfo<db::Engine>& info);

}  // namespace stagecoach::testing

#define EACH_ENGINE(suite)                                                                     \
  INSTANTIATE_TEST_SUITE_P(                                                                    \
      Engines, suite,                                                                          \
      ::testing::Values(::stagecoach::db::Engine::sqlite, ::stagecoach::db::Engine::postgres), \
      ::stagecoach::testing::engine_name)
