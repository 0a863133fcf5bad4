// Who may call what on whose record: every route of the program x every kind of caller x a record
// of his own, of his team, of another team, or a deleted one. A route without a sample fails the
// test, so nobody forgets one. After every 401, 403 and 404, and after every GET, the database is
// unchanged.
#include <gtest/gtest.h>

#include "app/matrix_test.h"

namespace stagecoach::testing {
namespace {

using http::Reply;
using http::Route;

class AuthorizationMatrixTest : public MatrixTest {
 protected:
  // 0: admitted; else the status that says no.
  static int expected(const Route& route, const Sample& sample, const CallerKind& caller,
                      Whose whose) {
    if (!caller.passes(sample.rule)) return 403;
    if (!has_owner(sample.about)) return 0;
    const Sees sees = caller.with(whose);
    if (sees == Sees::nothing) return 404;
    return sees == Sees::it && !http::is_safe(route.method) ? 403 : 0;
  }

  struct Cast {
    Made made;
    Headers proof;
  };

  // The record and the caller of a call; kept until a call was admitted that may have changed them.
  const Cast& cast_for(const Sample& sample, const CallerKind& caller, Whose whose) {
    const UserId me = person(caller.name);
    const bool is_his = sample.about == About::token || sample.about == About::self ||
                        sample.about == About::session || sample.about == About::absence ||
                        sample.about == About::notice || sample.about == About::feed ||
                        sample.about == About::view;
    const UserId owner = is_his ? me : owner_of(caller, whose);
    const auto [at, is_new] = kept_.try_emplace({sample.about, owner, caller.name});
    if (is_new) at->second = {make(sample.about, owner), proof_of(caller.name)};
    return at->second;
  }

  static Headers with_version(const Cast& cast) {
    Headers headers = cast.proof;
    headers.emplace_back("If-Match", "\"" + std::to_string(cast.made.version) + "\"");
    return headers;
  }

  void check(const Route& route, const Sample& sample, const CallerKind& caller, Whose whose) {
    const Cast& cast = cast_for(sample, caller, whose);
    const std::string before = content();
    const Reply reply = call(route, sample, cast.made, with_version(cast));
    const int refusal = expected(route, sample, caller, whose);
    if (refusal != 0) {
      EXPECT_EQ(reply.status(), refusal) << reply.body();
    } else {
      EXPECT_GE(reply.status(), sample.least) << reply.body();
      EXPECT_LE(reply.status(), sample.most) << reply.body();
      EXPECT_TRUE(reply.status() != 401 && reply.status() != 403) << reply.body();
    }
    if (refusal != 0 || http::is_safe(route.method)) {
      EXPECT_EQ(content(), before) << "a refused call, or a GET, wrote";
    } else {
      finish_imports();
      kept_.clear();
    }
  }

  // A record that is gone is nobody's any more: not to be read, not to be changed.
  void check_deleted(const Route& route, const Sample& sample, const CallerKind& caller) {
    Cast cast{make(sample.about, person(caller.name)), proof_of(caller.name)};
    remove(sample.about, cast.made);
    const std::string before = content();
    const Reply reply = call(route, sample, cast.made, with_version(cast));
    if (!caller.passes(sample.rule))
      EXPECT_EQ(reply.status(), 403) << reply.body();
    else if (http::is_safe(route.method))
      EXPECT_EQ(reply.status(), 404) << reply.body();
    else  // 409 tells its owner that it was deleted
      EXPECT_TRUE(reply.status() == 404 || reply.status() == 409)
          << reply.status() << ' ' << reply.body();
    EXPECT_EQ(content(), before);
  }

  std::map<std::tuple<About, UserId, std::string_view>, Cast> kept_;
};
EACH_ENGINE(AuthorizationMatrixTest);

TEST_P(AuthorizationMatrixTest, EveryRouteCarriesTheRuleThatIsExpectedOfIt) {
  for (const Route& route : router_.routes()) {
    const Sample* sample = sample_of(route);
    ASSERT_NE(sample, nullptr) << name_of_route(route)
                               << ": give the matrix a sample of this route";
    EXPECT_EQ(route.rule.name, sample->rule) << name_of_route(route);
    EXPECT_TRUE(route.rule.allows != nullptr || !route.rule.needs_sign_in) << name_of_route(route);
  }
  EXPECT_EQ(router_.routes().size(), samples().size()) << "a sample of no route";
}

TEST_P(AuthorizationMatrixTest, WhoeverIsNotSignedInReadsAndWritesNothing) {
  for (const Route& route : router_.routes()) {
    const Sample& sample = *sample_of(route);
    if (sample.rule == "anyone") continue;
    SCOPED_TRACE(name_of_route(route));
    const Made made = make(sample.about, stranger_);
    const std::string before = content();
    EXPECT_EQ(call(route, sample, made, {}).status(), 401);
    EXPECT_EQ(call(route, sample, made, {{"Cookie", "stagecoach=guess"}}).status(), 401);
    EXPECT_EQ(call(route, sample, made, {{"Authorization", "Bearer sc_guess"}}).status(), 401);
    EXPECT_EQ(content(), before);
  }
}

TEST_P(AuthorizationMatrixTest, EveryCallerIsHeldToWhatHeMay) {
  for (const Route& route : router_.routes()) {
    const Sample& sample = *sample_of(route);
    for (const CallerKind& caller : kCallers) {
      for (const Whose whose : {Whose::own, Whose::team, Whose::other}) {
        if (whose != Whose::own && !has_owner(sample.about)) continue;
        SCOPED_TRACE(name_of_route(route) + " as " + std::string(caller.name) + " on " +
                     (whose == Whose::own    ? "his own"
                      : whose == Whose::team ? "his team's"
                                             : "another's"));
        check(route, sample, caller, whose);
      }
    }
  }
}

TEST_P(AuthorizationMatrixTest, WhatIsDeletedIsGoneForEverybody) {
  for (const Route& route : router_.routes()) {
    const Sample& sample = *sample_of(route);
    if (!has_owner(sample.about) || is_deleted(sample.about)) continue;
    for (const CallerKind& caller : kCallers) {
      SCOPED_TRACE(name_of_route(route) + " as " + std::string(caller.name));
      check_deleted(route, sample, caller);
    }
  }
}

}  // namespace
}  // namespace stagecoach::testing
