// The people of the matrix and how they call.
#include "app/matrix_test.h"

#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/roles/role_commands.h"

namespace stagecoach::testing {

using namespace sales;

MatrixTest::MatrixTest() {
  desk.hooks.furnish = [](journal::Work& work) -> Result<void> {
    TRY(install_builtin_pipelines(work));
    return {};
  };
  people_["owner"] = people_["reading token"] = people_["writing token"] = set_up_owner();
  north_ = add_team("North");
  const TeamId south = add_team("South");
  people_["wide manager"] = add_user("wim", Role::manager, Visibility::all, north_).id;
  people_["manager"] = add_user("mia", Role::manager, Visibility::team, north_).id;
  people_["rep"] = add_user("rui", Role::rep, Visibility::own, north_).id;
  people_["wide rep"] = add_user("teo", Role::rep, Visibility::team, north_).id;
  people_["viewer"] = add_user("vic", Role::viewer, Visibility::team, north_).id;
  people_["own role"] = add_user("ora", Role::rep, Visibility::team, north_).id;
  give_own_role(people_["own role"]);
  mate_ = add_user("ren", Role::rep, Visibility::own, north_).id;
  stranger_ = add_user("sue", Role::rep, Visibility::own, south).id;
  Pipeline approvals = builtin_pipelines().back();
  approvals.key = "approvals";
  Criterion approval;
  approval.key = "approval";
  approval.kind = CriterionKind::approval;
  approval.label = {"Approved", "已审批"};
  approvals.stages.front().exit_criteria = {approval};
  run([&](journal::Work& work) { return publish_pipeline(work, approvals); }).value();
  database().read([&](db::Connection& connection) { catalog_.reload(connection); });

  projection_.emplace(database(), catalog_);
  imports_.emplace(commands, catalog_);
  add_all_routes(router_, {commands,
                           catalog_,
                           calendar_,
                           desk,
                           *projection_,
                           predictions_,
                           bottlenecks_,
                           *imports_,
                           backups_,
                           1 << 20,
                           {1 << 20, 10 << 20}});
  service_.emplace(router_);
  service_->authenticate_with(
      [this](const http::Request& request) { return sessions.authenticate(request); });
  projection_->start();
  projection_->wait_for(head(), Millis(20'000));
}

void MatrixTest::give_own_role(UserId person) {
  run([&](journal::Work& work) -> Result<void> {
    CreateRole wish;
    wish.name = "Second line";
    wish.copy_of = "rep";
    wish.permissions = {"deals.write", "activities.write"};
    wish.changes = Visibility::team;
    ChangeUser given;
    given.role_key = TRY(create_role(work, wish)).key;
    TRY(change_user(work, person, user(person).version, given, std::nullopt, bring_nothing));
    return {};
  }).value();
}

UserId MatrixTest::owner_of(const CallerKind& caller, Whose whose) const {
  if (whose == Whose::own) return people_.at(caller.name);
  return whose == Whose::team ? mate_ : stranger_;
}

Headers MatrixTest::proof_of(std::string_view caller) {
  const UserId id = people_.at(caller);
  if (!caller.ends_with("token"))
    return {{"Cookie", "stagecoach=" + admit(desk, id, {"127.0.0.1", "test"}).value().secret}};
  std::vector<std::string> scopes{"read"};
  if (caller == "writing token") scopes.emplace_back("write");
  const NewToken token =
      create_token(desk, viewer_for(id), {"t", scopes, date_of(clock.now())}).value();
  return {{"Authorization", "Bearer " + token.secret}};
}

std::string MatrixTest::filled(std::string text, const Made& made) {
  const std::array<std::pair<std::string_view, std::string>, 9> values{{
      {"{id}", std::to_string(made.id)},
      {"{seq}", std::to_string(made.seq)},
      {"{contact_id}", std::to_string(made.contact)},
      {"{unique}", std::to_string(++unique_)},
      {"{number}", "1"},
      {"{period}", "2026-Q2"},
      {"{element}", "budget"},
      {"{secret}", "scf_unknown"},
      {"{item}", "icp_fit"},
  }};
  for (const auto& [placeholder, value] : values)
    for (size_t at; (at = text.find(placeholder)) != text.npos;)
      text.replace(at, placeholder.size(), value);
  return text;
}

http::Reply MatrixTest::call(const http::Route& route, const Sample& sample, const Made& made,
                             Headers headers) {
  http::RequestParts parts;
  parts.method = route.method;
  parts.target = filled(route.pattern + std::string(sample.query), made);
  parts.headers = std::move(headers);
  parts.body = filled(std::string(sample.body), made);
  if (!parts.body.empty()) parts.headers.emplace_back("Content-Type", "application/json");
  // Answered from the projection, which follows the journal.
  if (route.pattern.ends_with("/outlook")) projection_->wait_for(head(), Millis(20'000));
  return service_->handle(parts);
}

std::string MatrixTest::read(std::string target, std::string_view caller) {
  http::RequestParts parts;
  parts.target = std::move(target);
  parts.headers = proof_of(caller);
  http::Reply reply = service_->handle(parts);
  EXPECT_EQ(reply.status(), 200) << parts.target << ": " << reply.body();
  std::string text = reply.body();
  while (reply.source() && reply.source()(text).value()) {
  }
  return text;
}

}  // namespace stagecoach::testing
