#include "sales/audit/audit_trail.h"

#include <gmock/gmock.h>

#include "sales/audit/access_notes.h"
#include "sales/deals/deal_test.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/rules_of_trust.h"

namespace stagecoach::sales {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class AuditTrailTest : public DealTest {
 protected:
  AuditPage ask(UserId who, const AuditQuery& query, std::int64_t stretch = kAuditStretch) {
    const Viewer& reader = viewer(who);
    return database().read([&](db::Connection& connection) {
      return read_audit(connection, reader, query, organization_zone(connection), stretch);
    });
  }
  std::vector<std::string> kinds(UserId who, const AuditQuery& query = {}) {
    std::vector<std::string> kinds;
    for (const AuditEntry& entry : ask(who, query).items) kinds.push_back(entry.kind);
    return kinds;
  }
  static AuditQuery of_kind(AuditKind kind) {
    AuditQuery query;
    query.kind = kind;
    return query;
  }
};
EACH_ENGINE(AuditTrailTest);

TEST_P(AuditTrailTest, AnOwnerReadsEverythingNewestFirstWithNames) {
  const Deal deal = create("Lakeside");
  const AuditPage page = ask(owner, of_kind(AuditKind::records));
  ASSERT_FALSE(page.items.empty());
  const AuditEntry& newest = page.items.front();
  EXPECT_EQ(newest.kind, "deal.created");
  EXPECT_EQ(newest.subject, "Lakeside");
  EXPECT_EQ(newest.subject_id, deal.id.value);
  EXPECT_EQ(newest.actor_id, rep);
  EXPECT_EQ(newest.actor, "rita");
  EXPECT_THAT(kinds(owner, of_kind(AuditKind::permissions)), Contains("user.created"));
  EXPECT_THAT(kinds(owner, of_kind(AuditKind::settings)), Contains("organization.created"));
  EXPECT_THAT(kinds(owner, of_kind(AuditKind::sign_ins)), Each("session.signed_in"));
}

TEST_P(AuditTrailTest, AManagerReadsOfHisRecordsAndHisPeople) {
  const TeamId north = add_team("North");
  const TeamId south = add_team("South");
  const UserId nora = add_user("nora", Role::manager, Visibility::team, north).id;
  const UserId ned = add_user("ned", Role::rep, Visibility::own, north).id;
  const UserId sue = add_user("sue", Role::rep, Visibility::own, south).id;
  CreateDeal wish;
  wish.name = "Northern";
  create(wish, ned);
  wish.name = "Southern";
  create(wish, sue);
  std::vector<std::string> subjects;
  for (const AuditEntry& entry : ask(nora, {}).items)
    subjects.push_back(entry.subject.value_or(entry.subject_kind));
  EXPECT_THAT(subjects, Contains("Northern"));
  EXPECT_THAT(subjects, Contains("ned"));
  EXPECT_THAT(subjects, Contains("nora")) << "himself";
  for (const char* hidden : {"Southern", "sue", "Olive Owner", "organization", "North"})
    EXPECT_THAT(subjects, Not(Contains(hidden)));
}

TEST_P(AuditTrailTest, FiltersNarrowItDown) {
  const Deal deal = create("Lakeside 湖畔");
  create("Other");
  AuditQuery by;
  by.actor_id = rep;
  by.kind = AuditKind::records;
  EXPECT_THAT(kinds(owner, by), ElementsAre("deal.created", "deal.created"));
  by.actor_id = other_rep;
  EXPECT_THAT(kinds(owner, by), IsEmpty());
  AuditQuery one;
  one.subject_kind = "deal";
  one.subject_id = deal.id.value;
  EXPECT_THAT(kinds(owner, one), ElementsAre("deal.created"));
  for (const char* part : {"lake", "湖畔"}) {
    AuditQuery named;
    named.q = part;
    EXPECT_THAT(kinds(owner, named), ElementsAre("deal.created")) << part;
  }
  AuditQuery person;
  person.q = "rita";
  person.kind = AuditKind::permissions;
  EXPECT_THAT(kinds(owner, person), ElementsAre("user.created"));
  person.q = "%";
  EXPECT_THAT(kinds(owner, person), IsEmpty());
}

TEST_P(AuditTrailTest, DaysAreThoseOfTheOrganisation) {
  const auto on = [&](std::string_view from, std::string_view to) {
    AuditQuery query;
    query.kind = AuditKind::records;
    query.from = date_from_iso(from);
    query.to = date_from_iso(to);
    return kinds(owner, query).size();
  };
  create("On the second");  // 17:00 in Shanghai
  clock.advance(std::chrono::hours(7));
  create("On the third");
  EXPECT_EQ(on("2026-03-02", "2026-03-02"), 1u);
  EXPECT_EQ(on("2026-03-03", "2026-03-03"), 1u);
  EXPECT_EQ(on("2026-03-02", "2026-03-03"), 2u);
  EXPECT_EQ(on("2026-03-04", "2026-03-09"), 0u);
  EXPECT_EQ(on("2026-02-01", "2026-03-01"), 0u);
}

TEST_P(AuditTrailTest, PagesFollowOneAnotherWithoutGapOrRepetition) {
  for (int i = 0; i < 5; ++i) create("Deal " + std::to_string(i));
  const AuditQuery all = of_kind(AuditKind::records);
  const std::size_t expected = ask(owner, all).items.size();
  for (const std::int64_t stretch : {3, 1000}) {
    AuditQuery query = all;
    query.limit = 2;
    std::vector<journal::Seq> seen;
    for (int page = 0; page < 100; ++page) {
      const AuditPage one = ask(owner, query, stretch);
      EXPECT_LE(one.items.size(), 2u);
      for (const AuditEntry& entry : one.items) seen.push_back(entry.seq);
      query.before = one.next_before;
      if (!one.next_before) break;
    }
    EXPECT_FALSE(query.before.has_value()) << "it came to the beginning";
    EXPECT_EQ(seen.size(), expected) << stretch;
    EXPECT_TRUE(std::is_sorted(seen.rbegin(), seen.rend()));
    EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
  }
}

TEST_P(AuditTrailTest, RefusalsAndExportsReachTheJournalInTime) {
  http::Router router;
  router.get("/api/deals.csv", rules::may_export, {.answer_type = "text/csv"},
             [](const http::Request&) -> Result<http::Reply> { return http::Reply::text("x"); });
  router.get("/api/secrets", rules::may_administer, {},
             [](const http::Request&) -> Result<http::Reply> { return http::Reply::text("x"); });
  http::Service service(router);
  service.authenticate_with(
      [this](const http::Request& request) { return sessions.authenticate(request); });
  AccessNotes notes;
  service.watch_with(
      [&](const http::Request& request, const http::Reply& reply) { notes.note(request, reply); });
  const std::string secret = admit(desk, rep, {"10.0.0.9", "test"}).value().secret;
  const auto call = [&](std::string target) {
    http::RequestParts parts;
    parts.target = std::move(target);
    parts.headers = {{"Cookie", "stagecoach=" + secret}};
    return service.handle(parts).status();
  };
  const auto before = head();
  EXPECT_EQ(call("/api/deals.csv?q=lake"), 200);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(call("/api/secrets"), 403);
  EXPECT_EQ(head(), before) << "a request writes nothing";
  notes.write(commands);
  EXPECT_THAT(kinds_after(before), ElementsAre("access.exported", "access.denied"));
  EXPECT_EQ(json::read<AccessDenied>(events_after(before)[1].data).value().times, 3);
  EXPECT_EQ(json::read<ListExported>(events_after(before)[0].data).value().filter, "q=lake");
  EXPECT_EQ(events_after(before)[0].actor, rep);
  EXPECT_THAT(kinds(owner, of_kind(AuditKind::denials)), ElementsAre("access.denied"));
  EXPECT_THAT(kinds(owner, of_kind(AuditKind::exports)), ElementsAre("access.exported"));
  notes.write(commands);
  EXPECT_EQ(events_after(before).size(), 3u) << "once, and the owner's sign-in";
}

}  // namespace
}  // namespace stagecoach::sales
