// A workspace with one of every kind of caller, and the route table of the whole program: for the
// tests that walk it.
//
// What a caller may do is written out below by hand (kCallers), not asked of the code under test.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <tuple>

#include "app/database_content.h"
#include "app/matrix_samples.h"
#include "routes.h"
#include "sales/team/team_test.h"

namespace stagecoach::testing {

using Headers = std::vector<std::pair<std::string, std::string>>;

// What a caller may do with a record: nothing (it does not exist for him), read it, change it.
enum class Sees { nothing, it, and_changes };
enum class Whose { own, team, other };

struct CallerKind {
  std::string_view name;
  Sees own;
  Sees team;
  Sees other;
  std::string_view rules;  // those he passes, each between spaces

  Sees with(Whose whose) const {
    return whose == Whose::own ? own : whose == Whose::team ? team : other;
  }
  bool passes(std::string_view rule) const {
    return rules.find(" " + std::string(rule) + " ") != rules.npos;
  }
};

inline constexpr std::array kCallers{
    CallerKind{"owner", Sees::and_changes, Sees::and_changes, Sees::and_changes,
               " anyone signed_in in_person may_write may_write_accounts may_write_activities"
               " may_delete may_merge may_approve may_assign may_edit_products"
               " may_handle_personal_data may_manage may_manage_in_person may_import may_export"
               " may_edit_pipelines may_administer may_audit may_administer_in_person "},
    CallerKind{"wide manager", Sees::and_changes, Sees::and_changes, Sees::it,
               " anyone signed_in in_person may_write may_write_accounts may_write_activities"
               " may_delete may_merge may_approve may_assign may_edit_products"
               " may_handle_personal_data may_manage may_manage_in_person may_import may_export"
               " may_audit "},
    CallerKind{"manager", Sees::and_changes, Sees::and_changes, Sees::nothing,
               " anyone signed_in in_person may_write may_write_accounts may_write_activities"
               " may_delete may_merge may_approve may_assign may_edit_products"
               " may_handle_personal_data may_manage may_manage_in_person may_export may_audit "},
    CallerKind{"rep", Sees::and_changes, Sees::nothing, Sees::nothing,
               " anyone signed_in in_person may_write may_write_accounts may_write_activities"
               " may_delete may_merge may_export "},
    CallerKind{"wide rep", Sees::and_changes, Sees::it, Sees::nothing,
               " anyone signed_in in_person may_write may_write_accounts may_write_activities"
               " may_delete may_merge may_export "},
    // A copy of the rep's that changes the team's records, but deals and activities only.
    CallerKind{"own role", Sees::and_changes, Sees::and_changes, Sees::nothing,
               " anyone signed_in in_person may_write may_write_activities "},
    CallerKind{"viewer", Sees::it, Sees::it, Sees::nothing, " anyone signed_in in_person "},
    CallerKind{"writing token", Sees::and_changes, Sees::and_changes, Sees::and_changes,
               " anyone signed_in may_write may_write_accounts may_write_activities may_delete"
               " may_merge may_approve may_assign may_edit_products may_manage"
               " may_handle_personal_data may_import may_export may_edit_pipelines may_administer"
               " may_audit "},
    CallerKind{"reading token", Sees::it, Sees::it, Sees::it, " anyone signed_in may_export "},
};

class MatrixTest : public TeamTest {
 protected:
  MatrixTest();

  struct Made {
    std::int64_t id = 0;
    std::int64_t version = 1;
    std::int64_t seq = 0;      // of the last event
    std::int64_t contact = 0;  // on the buying committee of a deal
  };
  // A record that belongs to `owner`, whoever that is and whatever he may do.
  Made make(About about, UserId owner);
  // Marks what make() made as deleted. REQUIRES: has_owner(about), not deleted yet.
  void remove(About about, Made& made);
  // The name that make() gave last.
  std::string last_name() const { return "N" + std::to_string(named_); }

  UserId person(std::string_view caller) const { return people_.at(caller); }
  UserId owner_of(const CallerKind& caller, Whose whose) const;
  // Proof of who calls, new for each call: some calls end it.
  Headers proof_of(std::string_view caller);

  http::Reply call(const http::Route& route, const Sample& sample, const Made& made,
                   Headers headers);
  // A GET as this caller; the body of a stream is read to its end.
  std::string read(std::string target, std::string_view caller);
  std::string content() { return content_.hash(); }
  // Waits for imports that run in the background.
  void finish_imports() { imports_.emplace(commands, catalog_); }

  http::Router router_;
  std::optional<http::Service> service_;
  UserId stranger_;
  sales::PipelineCatalog catalog_{database()};
  std::optional<cycle::CycleProjection> projection_;
  cycle::Predictions predictions_;
  cycle::BottleneckSearches bottlenecks_{clock};

 private:
  DatabaseContent content_{database(), workspace().url()};

  Result<Made> make(journal::Work& work, About about, UserId owner);
  Result<Made> make_of_person(journal::Work& work, About about, UserId owner,
                              const sales::CreateUser& user);
  Result<Made> make_target(journal::Work& work, About about, const std::string& name,
                           const sales::CreateUser& user);
  Result<Made> make_of_deal(journal::Work& work, About about, const std::string& name);
  Result<Made> make_pipeline(journal::Work& work, About about, const std::string& name);
  Result<Made> make_of_page(journal::Work& work, About about, const sales::Deal& deal,
                            const std::string& name);
  void give_own_role(UserId person);
  Result<Made> make_import(journal::Work& work, About about, UserId owner);
  std::string filled(std::string text, const Made& made);

  sales::WorkCalendar calendar_{database(), BusinessCalendar()};
  std::optional<exchange::ImportDesk> imports_;
  TemporaryFolder backup_folder_;
  backup::BackupKeeper backups_{
      {"", {}}, {backup_folder_.path()}, clock, [] { return TimeZone(); }};
  std::map<std::string_view, UserId> people_;
  UserId mate_;
  TeamId north_;
  exchange::UploadId upload_;
  int named_ = 0;
  int unique_ = 0;
};

}  // namespace stagecoach::testing
