// What is held on a person goes out as a file, or is erased: everywhere, and the journal holds.
#include <gmock/gmock.h>

#include "journal/verify.h"
#include "sales/accounts/account_audit.h"
#include "sales/accounts/account_store.h"
#include "sales/activities/activity_commands.h"
#include "sales/deals/deal_audit.h"
#include "sales/deals/deal_test.h"
#include "sales/merge/merge_commands.h"
#include "sales/privacy/personal_data.h"

namespace stagecoach::sales {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class PrivacyTest : public DealTest {
 protected:
  Contact contact(ContactId id) {
    return database().read([&](db::Connection& c) { return find_contact(c, id); }).value();
  }
  ContactId add_person(const std::string& name, const std::string& email) {
    ContactInput input;
    input.name = name;
    input.email = email;
    input.phone = std::string("13800138000");
    input.title = std::string("Purchaser Extraordinary");
    return as(rep, [&](journal::Work& work) { return create_contact(work, input); }).value().id;
  }
  Result<Contact> erase(ContactId id, std::int64_t version, UserId by) {
    const Mentions known =
        database().read([&](db::Connection& c) { return find_mentions(c, id, 0); });
    return as(by,
              [&](journal::Work& work) { return erase_personal_data(work, id, version, known); });
  }
  // Every text of the database that could hold something of a person.
  std::string everything() {
    constexpr std::string_view kQueries[] = {
        "SELECT data FROM events ORDER BY seq",
        "SELECT name || name_key || search_text || COALESCE(title, '') || COALESCE(email, '') || "
        "COALESCE(phone, '') || COALESCE(match_name, '') || COALESCE(match_email, '') || "
        "COALESCE(match_phone, '') || COALESCE(external_key, '') FROM contacts",
        "SELECT subject || COALESCE(body, '') FROM activities", "SELECT facts FROM deals",
        "SELECT COALESCE(body, '') FROM idempotency_keys"};
    std::string text;
    database().read([&](db::Connection& c) {
      for (const std::string_view query : kQueries)
        c.each(query, [&](const db::Row& row) { text += row.string(0) + "\n"; });
    });
    return text;
  }
  void expect_sound() {
    EXPECT_FALSE(
        database().read([](db::Connection& c) { return journal::verify_chain(c); }).broken_at);
    journal::Audit audit;
    database().read([&](db::Connection& c) {
      audit_accounts(c, audit);
      audit_deals(c, pipelines(), audit);
    });
    for (const Message& finding : audit.findings) ADD_FAILURE() << finding.text(Lang::en);
  }
};
EACH_ENGINE(PrivacyTest);

TEST_P(PrivacyTest, AnExportHoldsAllAndIsRecorded) {
  const ContactId id = add_person("Dora Klein", "dora@acme.example");
  const Deal deal = create("Pilot");
  as(owner, [&](journal::Work& work) {
    return seat_contact(work, pipelines(), deal.id, deal.version, id, {});
  }).value();
  NewActivity call;
  call.deal_id = deal.id;
  call.contact_id = id;
  call.subject = "Talked about prices";
  as(owner, [&](journal::Work& work) { return create_activity(work, call); }).value();
  const PersonalData data =
      as(owner, [&](journal::Work& work) { return export_personal_data(work, id); }).value();
  EXPECT_EQ(data.contact, contact(id));
  EXPECT_THAT(data.seats, SizeIs(1));
  EXPECT_THAT(data.activities, SizeIs(1));
  EXPECT_THAT(data.events, SizeIs(1));
  EXPECT_THAT(data.text, HasSubstr("dora@acme.example"));
  EXPECT_THAT(data.text, HasSubstr("Talked about prices"));
  EXPECT_EQ(last_event().kind, PersonalDataExported::kKind);
  EXPECT_EQ(last_event().actor, owner);
  EXPECT_EQ(as(other_rep, [&](journal::Work& work) { return export_personal_data(work, id); })
                .error()
                .code,
            Error::Code::not_found);
}

TEST_P(PrivacyTest, NothingPersonalIsLeftAndTheJournalHolds) {
  const ContactId id = add_person("Dora Klein", "dora@acme.example");
  const ContactId twin = add_person("Dora K. Klein", "dklein@acme.example");
  const ContactId other = add_person("Someone Else", "else@acme.example");
  Deal deal = create("Pilot");
  for (const ContactId who : {id, other})
    deal = as(owner, [&](journal::Work& work) {
             return seat_contact(work, pipelines(), deal.id, stored(deal.id).version, who, {});
           }).value();
  NewActivity call;
  call.deal_id = deal.id;
  call.contact_id = id;
  call.subject = "Ring Dora Klein";
  call.body = std::string("Her cat is ill");
  call.due = clock.now() + Millis(1000);
  as(owner, [&](journal::Work& work) { return create_activity(work, call); }).value();
  as(owner, [&](journal::Work& work) {
    return merge_contacts(work, id, contact(id).version, {twin, contact(twin).version, {}});
  }).value();
  run([&](journal::Work& work) -> Result<void> {
    work.tx.execute(
        "INSERT INTO idempotency_keys (actor_id, key, fingerprint, created_at, status, body) "
        "VALUES (1, 'k', 'f', 1, 200, $1)",
        json::write(contact(id)));
    return {};
  }).value();
  const std::int64_t version = contact(id).version;
  EXPECT_EQ(erase(id, version - 1, owner).error().code, Error::Code::stale);
  EXPECT_EQ(erase(id, version, other_rep).error().code, Error::Code::not_found);
  EXPECT_THAT(everything(), HasSubstr("Klein"));

  const Contact erased = erase(id, version, owner).value();
  EXPECT_EQ(erased.name, "#" + std::to_string(id.value));
  EXPECT_TRUE(erased.erased_at);
  const std::string left = everything();
  for (const char* word : {"Klein", "klein", "dora", "Her cat", "Dora"})
    EXPECT_THAT(left, Not(HasSubstr(word)));
  EXPECT_THAT(left, HasSubstr("Someone Else"));
  EXPECT_THAT(left, HasSubstr("Pilot"));
  const Deal after = stored(deal.id);
  ASSERT_TRUE(after.facts.next_step) << "what is planned stays planned";
  EXPECT_EQ(after.facts.next_step->subject, "–");
  expect_sound();

  // Erased for good: not again, not filled anew, not merged, and the merge is not taken back.
  EXPECT_EQ(erase(id, erased.version, owner).error().code, Error::Code::conflict);
  ContactInput anew;
  anew.name = std::string("Dora");
  EXPECT_FALSE(as(owner, [&](journal::Work& work) {
    return change_contact(work, id, erased.version, anew, recount_committees);
  }));
  EXPECT_FALSE(as(owner, [&](journal::Work& work) {
    return merge_contacts(work, id, erased.version, {other, contact(other).version, {}});
  }));
}

TEST_P(PrivacyTest, AnotherPersonOnTheSameCommitteeKeepsTheName) {
  const ContactId first = add_person("Dora Klein", "dora@acme.example");
  const ContactId second = add_person("Emil Gross", "emil@acme.example");
  const Deal deal = create("Pilot");
  for (const ContactId who : {first, second})
    as(owner, [&](journal::Work& work) {
      return seat_contact(work, pipelines(), deal.id, stored(deal.id).version, who, {});
    }).value();
  erase(first, contact(first).version, owner).value();
  EXPECT_THAT(everything(), HasSubstr("Emil Gross"));
  expect_sound();
  erase(second, contact(second).version, owner).value();
  EXPECT_THAT(everything(), Not(HasSubstr("Emil Gross")));
  expect_sound();
}

}  // namespace
}  // namespace stagecoach::sales
