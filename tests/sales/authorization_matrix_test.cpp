// Who may call what on whose record: every route of the table x every kind of caller x own, team's
// and another's record. A route without a sample here fails the test, so nobody forgets one.
//
// What a caller may do with a record is written out below by hand (kSees), not asked of the code
// under test. After every 401, 403 and 404, and after every GET, the database is unchanged.
#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "sales/accounts/account_commands.h"
#include "sales/accounts/account_routes.h"
#include "sales/activities/activity_commands.h"
#include "sales/activities/activity_routes.h"
#include "sales/board/board.h"
#include "sales/database_content.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/deal_routes.h"
#include "sales/handover/handover_commands.h"
#include "sales/handover/handover_routes.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/pipeline/pipeline_routes.h"
#include "sales/search/search.h"
#include "sales/team/sign_in/sign_in_routes.h"
#include "sales/team/team_routes.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using http::Method;
using http::Reply;
using Headers = std::vector<std::pair<std::string, std::string>>;

// Which record the {id} of a path, or {deal} of a body, stands for. It is made anew for each call.
enum class About {
  nothing,
  deal,
  deleted_deal,
  changed_deal,
  account,
  contact,
  deleted_account,
  deleted_contact,
  activity,
  product,
  user,
  team,
  token
};

struct Sample {
  About about = About::nothing;
  std::string_view body = {};
  // What an admitted call answers: the least and the most of its statuses.
  int least = 200;
  int most = 299;
  std::string_view query = {};
};

constexpr std::string_view kStep =
    R"({"kind":"call","subject":"Ring","due":"2026-03-09T09:00:00Z"})";

const std::map<std::string, Sample, std::less<>>& samples() {
  static const std::map<std::string, Sample, std::less<>> kSamples = {
      {"GET /api/setup", {}},
      {"POST /api/setup",
       {About::nothing,
        R"({"organization":"X","name":"X","email":"x@example.com","password":"four green lamps",)"
        R"("lang":"en","currency":"EUR","time_zone":"Europe/Berlin"})",
        409, 409}},
      {"POST /api/session",
       {About::nothing, R"({"email":"olive@example.com","password":"four green lamps"})"}},
      {"DELETE /api/session", {}},
      {"GET /api/me", {}},
      {"PATCH /api/me", {About::nothing, R"({"lang":"zh"})"}},
      {"GET /api/tokens", {}},
      {"POST /api/tokens",
       {About::nothing, R"({"name":"t","scopes":["read"],"expires_on":"2026-12-31"})"}},
      {"DELETE /api/tokens/{id}", {About::token}},
      {"GET /api/users", {}},
      {"GET /api/users/{id}", {About::user}},
      {"POST /api/users", {About::nothing, R"({"name":"New","role":"rep","team_id":1})"}},
      {"PATCH /api/users/{id}", {About::user, R"({"name":"Renamed"})"}},
      {"POST /api/users/{id}/handovers", {About::user, R"({"to_user_id":2})"}},
      {"GET /api/teams", {}},
      {"GET /api/teams/{id}", {About::team}},
      {"POST /api/teams", {About::nothing, R"({"name":"T{unique}","parent_id":1})"}},
      {"PATCH /api/teams/{id}", {About::team, R"({"name":"R{unique}"})"}},
      {"DELETE /api/teams/{id}", {About::team}},
      {"GET /api/pipelines", {}},
      {"PUT /api/pipelines/{key}", {About::nothing, "{}", 400, 400}},
      {"GET /api/board", {}},
      {"GET /api/deals", {}},
      {"GET /api/deals/{id}", {About::deal}},
      {"GET /api/deals/{id}/timeline", {About::deal}},
      {"POST /api/deals", {About::nothing, R"({"name":"New deal"})"}},
      {"PATCH /api/deals/{id}", {About::deal, R"({"name":"Renamed"})"}},
      {"DELETE /api/deals/{id}", {About::deal}},
      {"POST /api/deals/{id}/restorations", {About::deleted_deal}},
      {"POST /api/deals/{id}/moves", {About::deal, R"({"to_stage_id":2})", 200, 422}},
      {"PUT /api/deals/{id}/bant/{element}", {About::deal, R"({"level":"weak"})"}},
      {"PUT /api/deals/{id}/checklist/{item}", {About::deal, R"({"done":true})"}},
      {"POST /api/deals/{id}/approvals", {About::deal, R"({"note":"fine"})"}},
      {"PUT /api/deals/{id}/committee/{contact_id}", {About::deal, R"({"role":"champion"})"}},
      {"DELETE /api/deals/{id}/committee/{contact_id}", {About::deal}},
      {"PUT /api/deals/{id}/next-step", {About::deal, kStep}},
      {"POST /api/events/{seq}/undo", {About::changed_deal}},
      {"GET /api/activities", {}},
      {"POST /api/activities", {About::deal, R"({"deal_id":{id},"kind":"note","subject":"Said"})"}},
      {"PATCH /api/activities/{id}", {About::activity, R"({"subject":"Changed"})"}},
      {"DELETE /api/activities/{id}", {About::activity}},
      {"POST /api/activities/{id}/completions", {About::activity, R"({"outcome":"Done"})"}},
      {"GET /api/accounts", {}},
      {"GET /api/accounts/{id}", {About::account}},
      {"POST /api/accounts", {About::nothing, R"({"name":"New account"})"}},
      {"PATCH /api/accounts/{id}", {About::account, R"({"name":"Renamed"})"}},
      {"DELETE /api/accounts/{id}", {About::account}},
      {"POST /api/accounts/{id}/restorations", {About::deleted_account}},
      {"POST /api/contacts/{id}/restorations", {About::deleted_contact}},
      {"GET /api/contacts", {}},
      {"GET /api/contacts/{id}", {About::contact}},
      {"POST /api/contacts", {About::nothing, R"({"name":"New contact"})"}},
      {"PATCH /api/contacts/{id}", {About::contact, R"({"name":"Renamed"})"}},
      {"DELETE /api/contacts/{id}", {About::contact}},
      {"GET /api/search", {About::nothing, {}, 200, 200, "?q=N1"}},
      {"GET /api/products", {}},
      {"GET /api/products/{id}", {About::product}},
      {"POST /api/products", {About::nothing, R"({"name":"P{unique}"})"}},
      {"PATCH /api/products/{id}", {About::product, R"({"name":"Q{unique}"})"}},
  };
  return kSamples;
}

bool has_owner(About about) {
  return about == About::deal || about == About::deleted_deal || about == About::changed_deal ||
         about == About::account || about == About::contact || about == About::deleted_account ||
         about == About::deleted_contact || about == About::activity;
}

// What a caller may do with a record: nothing (it does not exist for him), read it, change it.
enum class Sees { nothing, it, and_changes };
enum class Whose { own, team, other };

struct CallerKind {
  std::string_view name;
  Sees own;
  Sees team;
  Sees other;
  Sees with(Whose whose) const {
    return whose == Whose::own ? own : whose == Whose::team ? team : other;
  }
};

constexpr std::array kCallers{
    CallerKind{"owner", Sees::and_changes, Sees::and_changes, Sees::and_changes},
    CallerKind{"manager", Sees::and_changes, Sees::and_changes, Sees::nothing},
    CallerKind{"rep", Sees::and_changes, Sees::nothing, Sees::nothing},
    CallerKind{"wide rep", Sees::and_changes, Sees::it, Sees::nothing},
    CallerKind{"viewer", Sees::it, Sees::it, Sees::nothing},
    CallerKind{"reading token", Sees::it, Sees::it, Sees::it},
};

class AuthorizationMatrixTest : public testing::TeamTest {
 protected:
  AuthorizationMatrixTest() {
    desk.hooks.furnish = [](journal::Work& work) -> Result<void> {
      TRY(install_builtin_pipelines(work));
      return {};
    };
    people_["owner"] = people_["reading token"] = set_up_owner();
    const TeamId north = add_team("North");
    const TeamId south = add_team("South");
    people_["manager"] = add_user("mia", Role::manager, Visibility::team, north).id;
    people_["rep"] = add_user("rui", Role::rep, Visibility::own, north).id;
    people_["wide rep"] = add_user("teo", Role::rep, Visibility::team, north).id;
    people_["viewer"] = add_user("vic", Role::viewer, Visibility::team, north).id;
    mate_ = add_user("ren", Role::rep, Visibility::own, north).id;
    stranger_ = add_user("sue", Role::rep, Visibility::own, south).id;
    north_ = north;
    database().read([&](db::Connection& connection) { catalog_.reload(connection); });

    add_sign_in_routes(router_, desk);
    add_team_routes(router_, commands, passwords, sessions, bring_records);
    add_handover_route(router_, commands);
    add_pipeline_routes(router_, commands, catalog_);
    const SalesContext context{commands, catalog_, calendar_};
    add_deal_routes(router_, context);
    add_board_routes(router_, context);
    add_account_routes(router_, commands, recount_committees);
    add_activity_routes(router_, commands);
    add_search_route(router_, commands);
    service_.emplace(router_);
    service_->authenticate_with(
        [this](const http::Request& request) { return sessions.authenticate(request); });
  }

  UserId owner_of(const CallerKind& caller, Whose whose) const {
    if (whose == Whose::own) return people_.at(caller.name);
    return whose == Whose::team ? mate_ : stranger_;
  }

  // Proof of who calls, new for each call: some calls end it.
  Headers proof_of(std::string_view caller) {
    const UserId id = people_.at(caller);
    if (caller != "reading token")
      return {{"Cookie", "stagecoach=" + admit(desk, id, {"127.0.0.1", "test"}).value().secret}};
    const NewToken token =
        create_token(desk, viewer_for(id), {"t", {"read"}, date_of(clock.now())}).value();
    return {{"Authorization", "Bearer " + token.secret}};
  }

  struct Made {
    std::int64_t id = 0;
    std::int64_t version = 1;
    std::int64_t seq = 0;      // of the last event
    std::int64_t contact = 0;  // on the buying committee of a deal
  };

  // Makes a record that belongs to `owner`, whoever that is and whatever he may do.
  Made make(About about, UserId owner) {
    Viewer maker = Viewer::system();
    maker.user = owner;
    Made made =
        commands.run(maker, [&](journal::Work& work) { return make(work, about, owner); }).value();
    made.seq = head();
    return made;
  }

  Result<Made> make(journal::Work& work, About about, UserId owner) {
    const std::string name = "N" + std::to_string(++unique_);
    AccountInput account;
    account.name = name;
    ContactInput contact;
    contact.name = name;
    ProductInput product;
    product.name = name;
    CreateUser user;
    user.name = name;
    user.team_id = north_;
    switch (about) {
      case About::nothing:
        return Made{};
      case About::account:
        return Made{TRY(create_account(work, account)).id.value};
      case About::contact:
        return Made{TRY(create_contact(work, contact)).id.value};
      case About::deleted_account: {
        const Account made = TRY(create_account(work, account));
        TRY(delete_account(work, made.id, made.version));
        return Made{made.id.value, 2};
      }
      case About::deleted_contact: {
        const Contact made = TRY(create_contact(work, contact));
        TRY(delete_contact(work, made.id, made.version, recount_committees));
        return Made{made.id.value, 2};
      }
      case About::product:
        return Made{TRY(create_product(work, product)).id.value};
      case About::user:
        return Made{TRY(create_user(work, user, std::nullopt)).id.value};
      case About::team:
        return Made{TRY(create_team(work, {name, north_})).id.value};
      case About::token: {
        const Token token{{}, name, {"read"}, work.now, work.now + std::chrono::hours(1)};
        return Made{insert_token(work, owner, token, name).value};
      }
      default:
        return make_of_deal(work, about, name);
    }
  }

  Result<Made> make_of_deal(journal::Work& work, About about, const std::string& name) {
    const auto pipelines = catalog_.current();
    CreateDeal wish;
    wish.name = name;
    Deal deal = TRY(create_deal(work, *pipelines, wish));
    if (about == About::activity) {
      NewActivity activity;
      activity.deal_id = deal.id;
      activity.subject = name;
      return Made{TRY(create_activity(work, activity)).id.value};
    }
    ContactInput contact;
    contact.name = name;
    const ContactId seated = TRY(create_contact(work, contact)).id;
    deal = TRY(seat_contact(work, *pipelines, deal.id, deal.version, seated, {}));
    if (about == About::deleted_deal) deal = TRY(delete_deal(work, deal.id, deal.version));
    if (about == About::changed_deal) {
      PatchDeal patch;
      patch.name = name + " changed";
      deal = TRY(patch_deal(work, *pipelines, deal.id, deal.version, patch));
    }
    return Made{deal.id.value, deal.version, 0, seated.value};
  }

  std::string filled(std::string text, const Made& made) {
    const std::array<std::pair<std::string_view, std::string>, 7> values{{
        {"{id}", std::to_string(made.id)},
        {"{seq}", std::to_string(made.seq)},
        {"{contact_id}", std::to_string(made.contact)},
        {"{unique}", std::to_string(++unique_)},
        {"{key}", "b2b"},
        {"{element}", "budget"},
        {"{item}", "icp_fit"},
    }};
    for (const auto& [placeholder, value] : values)
      for (size_t at; (at = text.find(placeholder)) != text.npos;)
        text.replace(at, placeholder.size(), value);
    return text;
  }

  Reply call(const http::Route& route, const Sample& sample, const Made& made, Headers headers) {
    http::RequestParts parts;
    parts.method = route.method;
    parts.target = filled(route.pattern + std::string(sample.query), made);
    parts.headers = std::move(headers);
    parts.headers.emplace_back("If-Match", "\"" + std::to_string(made.version) + "\"");
    parts.body = filled(std::string(sample.body), made);
    if (!parts.body.empty()) parts.headers.emplace_back("Content-Type", "application/json");
    return service_->handle(parts);
  }

  static std::string name_of_route(const http::Route& route) {
    return std::string(http::name_of(route.method)) + " " + route.pattern;
  }

  // 0: admitted; else the status that says no.
  int expected(const http::Route& route, const Sample& sample, const CallerKind& caller,
               Whose whose, const Viewer& viewer) {
    if (route.rule.allows && !route.rule.allows(viewer)) return 403;
    if (!has_owner(sample.about)) return 0;
    const Sees sees = caller.with(whose);
    if (sees == Sees::nothing) return 404;
    return sees == Sees::it && !http::is_safe(route.method) ? 403 : 0;
  }

  struct Cast {
    Made made;
    Headers proof;
    Viewer viewer;
  };

  // The record and the caller of a call; kept until a call was admitted that may have changed them.
  const Cast& cast_for(const Sample& sample, const CallerKind& caller, Whose whose) {
    const UserId me = people_.at(caller.name);
    const UserId owner = sample.about == About::token ? me : owner_of(caller, whose);
    const auto [at, is_new] = kept_.try_emplace({sample.about, owner, caller.name});
    if (is_new)
      at->second = {make(sample.about, owner), proof_of(caller.name),
                    caller.name == "reading token"
                        ? Viewer::of(user(me), Viewer::By::read_token, nullptr)
                        : viewer_for(me)};
    return at->second;
  }

  void check(const http::Route& route, const Sample& sample, const CallerKind& caller,
             Whose whose) {
    const auto& [made, proof, viewer] = cast_for(sample, caller, whose);
    const std::string before = testing::content_of(database());
    const Reply reply = call(route, sample, made, proof);
    const int refusal = expected(route, sample, caller, whose, viewer);
    if (refusal != 0) {
      EXPECT_EQ(reply.status(), refusal) << reply.body();
    } else {
      EXPECT_GE(reply.status(), sample.least) << reply.body();
      EXPECT_LE(reply.status(), sample.most) << reply.body();
      EXPECT_TRUE(reply.status() != 401 && reply.status() != 403 && reply.status() != 404)
          << reply.body();
    }
    if (refusal != 0 || http::is_safe(route.method)) {
      EXPECT_EQ(testing::content_of(database()), before) << "a refused call, or a GET, wrote";
    } else {
      kept_.clear();
    }
  }

  std::map<std::string_view, UserId> people_;
  std::map<std::tuple<About, UserId, std::string_view>, Cast> kept_;
  UserId mate_;
  UserId stranger_;
  TeamId north_;
  int unique_ = 0;
  PipelineCatalog catalog_{database()};
  WorkCalendar calendar_{database(), BusinessCalendar()};
  http::Router router_;
  std::optional<http::Service> service_;
};
EACH_ENGINE(AuthorizationMatrixTest);

TEST_P(AuthorizationMatrixTest, EveryRouteHasARuleAndASample) {
  for (const http::Route& route : router_.routes()) {
    EXPECT_FALSE(route.rule.name.empty()) << name_of_route(route);
    EXPECT_TRUE(route.rule.allows != nullptr || !route.rule.needs_sign_in) << name_of_route(route);
    EXPECT_TRUE(samples().contains(name_of_route(route)))
        << name_of_route(route) << ": give the matrix a sample of this route";
  }
}

TEST_P(AuthorizationMatrixTest, WhoeverIsNotSignedInReadsAndWritesNothing) {
  for (const http::Route& route : router_.routes()) {
    const auto found = samples().find(name_of_route(route));
    if (found == samples().end() || !route.rule.needs_sign_in) continue;
    SCOPED_TRACE(name_of_route(route));
    const Made made = make(found->second.about, stranger_);
    const std::string before = testing::content_of(database());
    EXPECT_EQ(call(route, found->second, made, {}).status(), 401);
    EXPECT_EQ(call(route, found->second, made, {{"Cookie", "stagecoach=guess"}}).status(), 401);
    EXPECT_EQ(testing::content_of(database()), before);
  }
}

TEST_P(AuthorizationMatrixTest, EveryCallerIsHeldToWhatHeMay) {
  for (const http::Route& route : router_.routes()) {
    const auto found = samples().find(name_of_route(route));
    if (found == samples().end()) continue;
    for (const CallerKind& caller : kCallers) {
      for (const Whose whose : {Whose::own, Whose::team, Whose::other}) {
        if (whose != Whose::own && !has_owner(found->second.about)) continue;
        SCOPED_TRACE(name_of_route(route) + " as " + std::string(caller.name) + " on " +
                     (whose == Whose::own    ? "his own"
                      : whose == Whose::team ? "his team's"
                                             : "another's"));
        check(route, found->second, caller, whose);
      }
    }
  }
}

// The side doors: lists, board and search text show what the record itself would show, no more.
TEST_P(AuthorizationMatrixTest, ListsHoldExactlyWhatTheCallerSees) {
  struct List {
    std::string_view target;
    About about;
  };
  constexpr std::array kLists{
      List{"/api/deals?limit=50&q=", About::deal},
      List{"/api/board?q=", About::deal},
      List{"/api/accounts?limit=50&q=", About::account},
      List{"/api/contacts?limit=50&q=", About::contact},
      List{"/api/search?q=", About::deal},
      List{"/api/search?q=", About::account},
      List{"/api/search?q=", About::contact},
  };
  for (const List& list : kLists) {
    for (const CallerKind& caller : kCallers) {
      for (const Whose whose : {Whose::own, Whose::team, Whose::other}) {
        const Made made = make(list.about, owner_of(caller, whose));
        const std::string name = "N" + std::to_string(unique_);
        http::RequestParts parts;
        parts.target = std::string(list.target) + name;
        parts.headers = proof_of(caller.name);
        const Reply reply = service_->handle(parts);
        ASSERT_EQ(reply.status(), 200) << reply.body();
        const bool listed = reply.body().find("\"" + name + "\"") != std::string::npos;
        EXPECT_EQ(listed, caller.with(whose) != Sees::nothing)
            << parts.target << " as " << caller.name << ", record " << made.id << ": "
            << reply.body();
      }
    }
  }
}

}  // namespace
}  // namespace stagecoach::sales
