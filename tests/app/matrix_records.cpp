// The records that the matrix is about.
#include <sstream>

#include "app/matrix_test.h"
#include "exchange/workspace/import_store.h"
#include "sales/accounts/account_commands.h"
#include "sales/activities/activity_commands.h"
#include "sales/attachments/attachment_commands.h"
#include "sales/attachments/attachment_store.h"
#include "sales/calendar/calendar_store.h"
#include "sales/deals/deal_commands.h"
#include "sales/fields/field_commands.h"
#include "sales/forecast/targets/target_store.h"
#include "sales/notes/note_commands.h"
#include "sales/notices/notice_store.h"
#include "sales/objections/objection_commands.h"
#include "sales/pipeline/builtin_pipelines.h"
#include "sales/pipeline/draft/draft_commands.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/absence/absence_store.h"
#include "sales/team/links/link_commands.h"
#include "sales/team/roles/role_commands.h"
#include "sales/team/second_factor/second_factor_store.h"
#include "sales/views/view_store.h"

namespace stagecoach::testing {

using namespace sales;

MatrixTest::Made MatrixTest::make(About about, UserId owner) {
  Viewer maker = Viewer::system();
  maker.user = owner;
  if (about == About::upload || about == About::import) {  // a file is stored by writes of its own
    std::istringstream file("Deal Name,Stage,Amount\nImported,Won,12\n");
    const auto size = static_cast<std::int64_t>(file.str().size());
    upload_ = exchange::store_upload(database(), "deals.csv", size, file, clock.now());
  }
  Made made =
      commands.run(maker, [&](journal::Work& work) { return make(work, about, owner); }).value();
  if (about == About::done_activity)  // what is done was planned before
    made.version = commands
                       .run(maker,
                            [&](journal::Work& work) {
                              return complete_activity(work, ActivityId(made.id), 1, {});
                            })
                       .value()
                       .version;
  made.seq = head();
  return made;
}

Result<MatrixTest::Made> MatrixTest::make(journal::Work& work, About about, UserId owner) {
  const std::string name = "N" + std::to_string(++named_);
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
    case About::self:
      return Made{owner.value, find_user(work.tx, owner)->version};
    case About::account:
      return Made{TRY(create_account(work, account)).id.value};
    case About::contact:
      return Made{TRY(create_contact(work, contact)).id.value};
    case About::deleted_account: {
      const Account made = TRY(create_account(work, account));
      TRY(delete_account(work, made.id, made.version));
      return Made{made.id.value, made.version + 1};
    }
    case About::deleted_contact: {
      const Contact made = TRY(create_contact(work, contact));
      TRY(delete_contact(work, made.id, made.version, recount_committees));
      return Made{made.id.value, made.version + 1};
    }
    case About::product:
      return Made{TRY(create_product(work, product)).id.value};
    case About::custom_field: {
      NewCustomField field;
      field.label = {name, name};
      return Made{TRY(define_field(work, field)).id.value};
    }
    case About::user:
      return Made{TRY(create_user(work, user, std::nullopt)).id.value};
    case About::team:
      return Made{TRY(create_team(work, {name, north_})).id.value};
    case About::role:
      return Made{TRY(create_role(work, {name, "rep", {}, {}})).id.value};
    case About::target:
    case About::team_target:
      return make_target(work, about, name, user);
    case About::token: {
      const Token token{{}, name, {"read"}, work.now, work.now + std::chrono::hours(1)};
      return Made{insert_token(work, owner, token, name).value};
    }
    case About::pipeline:
    case About::pipeline_draft:
    case About::old_draft:
      return make_pipeline(work, about, name);
    case About::upload:
    case About::import:
      return make_import(work, about, owner);
    case About::invited:
    case About::with_second_factor:
    case About::absence:
    case About::notice:
    case About::feed:
    case About::view:
    case About::session:
      return make_of_person(work, about, owner, user);
    default:
      return make_of_deal(work, about, name);
  }
}

Result<MatrixTest::Made> MatrixTest::make_target(journal::Work& work, About about,
                                                 const std::string& name, const CreateUser& user) {
  const Money amount{1, Currency()};
  if (about == About::target) {
    const UserId person = TRY(create_user(work, user, std::nullopt)).id;
    TRY(save_target(work, find_target(work.tx, "2026-Q2", person, {}), amount));
    return Made{person.value};
  }
  const TeamId team = TRY(create_team(work, {name, north_})).id;
  TRY(save_target(work, find_target(work.tx, "2026-Q2", {}, team), amount));
  return Made{team.value};
}

Result<MatrixTest::Made> MatrixTest::make_of_person(journal::Work& work, About about, UserId owner,
                                                    const CreateUser& user) {
  switch (about) {
    case About::invited: {
      const std::string address = user.name + "@example.com";
      return Made{
          TRY(invite(work, {user.name, address, Role::rep, {}, north_, {}}, {})).user.id.value};
    }
    case About::with_second_factor: {
      const UserId made = TRY(create_user(work, user, std::nullopt)).id;
      save_unconfirmed(work, made, "secret");
      confirm_second_factor(work, made, 1, {}, {});
      return Made{made.value};
    }
    case About::absence: {
      Absence absence;
      absence.user_id = owner;
      absence.from = absence.to = *date_from_iso("2026-04-01") + std::chrono::days(2 * named_);
      insert_absence(work, absence);
      return Made{absence.id.value};
    }
    case About::feed:
      save_feed(work, owner, user.name, {});
      return Made{};
    case About::notice: {
      NewNotice notice{owner, NoticeKind::mention, work.now};
      notice.event = named_;
      insert_notices(work.tx, {notice}, work.now);
      return Made{newest_notice(work.tx).value};
    }
    case About::view: {
      ListView view;
      view.name = user.name;
      view.owner_id = owner;
      insert_view(work, view);
      return Made{view.id.value};
    }
    case About::session: {
      insert_session(work, {user.name, owner, work.now + std::chrono::hours(1)},
                     {"10.0.0.1", "test"});
      return Made{list_devices(work.tx, owner, work.now, Instant::min()).front().id.value};
    }
    default:
      return Made{};
  }
}

Result<MatrixTest::Made> MatrixTest::make_pipeline(journal::Work& work, About about,
                                                   const std::string& name) {
  Pipeline pipeline = builtin_pipelines().front();
  pipeline.key = name;
  pipeline = TRY(publish_pipeline(work, pipeline));
  if (about == About::pipeline) return Made{pipeline.id.value, pipeline.version_number};
  Pipeline edited = pipeline;
  edited.allow_skip = true;
  const PipelineDraft draft = TRY(save_draft(work, pipeline.id, 0, edited));
  if (about == About::old_draft) TRY(publish_pipeline(work, pipeline));
  return Made{pipeline.id.value, draft.version};
}

Result<MatrixTest::Made> MatrixTest::make_import(journal::Work& work, About about, UserId owner) {
  if (about == About::upload) return Made{upload_.value};
  exchange::StoredImport import;
  import.state = exchange::ImportState::planned;
  import.uploads = {upload_};
  import.mapping = "{}";
  import.created_by = owner;
  exchange::insert_import(work, import);
  return Made{import.id.value};
}

namespace {

bool is_of_page(About about) {
  return about == About::objection || about == About::deleted_objection || about == About::note ||
         about == About::deleted_note || about == About::attachment ||
         about == About::deleted_attachment;
}

}  // namespace

// What lies on the page of a deal.
Result<MatrixTest::Made> MatrixTest::make_of_page(journal::Work& work, About about,
                                                  const Deal& deal, const std::string& name) {
  if (about == About::objection || about == About::deleted_objection) {
    NewObjection wish;
    wish.worry = name;
    const Objection made = TRY(raise_objection(work, deal.id, wish));
    if (about == About::objection) return Made{made.id.value, made.version};
    TRY(delete_objection(work, made.id, made.version));
    return Made{made.id.value, made.version + 1};
  }
  if (about == About::note || about == About::deleted_note) {
    const Note made = TRY(write_note(work, deal.id, {name}));
    if (about == About::note) return Made{made.id.value, made.version};
    TRY(delete_note(work, made.id, made.version));
    return Made{made.id.value, made.version + 1};
  }
  Attachment wish;
  wish.deal_id = deal.id;
  wish.name = name + ".txt";
  wish.media_type = "text/plain";
  wish.size = static_cast<std::int64_t>(name.size());
  const Attachment made = TRY(begin_attachment(work, wish, 1 << 20));
  put_attachment_part(work.tx, made.id, 0, name);
  TRY(finish_attachment(work, made.id));
  if (about == About::attachment) return Made{made.id.value, made.version};
  TRY(delete_attachment(work, made.id, made.version));
  return Made{made.id.value, made.version + 1};
}

Result<MatrixTest::Made> MatrixTest::make_of_deal(journal::Work& work, About about,
                                                  const std::string& name) {
  const auto pipelines = catalog_.current();
  CreateDeal wish;
  wish.name = name;
  if (about == About::deal_to_approve) wish.pipeline_id = pipelines->find("approvals")->id;
  Deal deal = TRY(create_deal(work, *pipelines, wish));
  if (about == About::activity || about == About::done_activity) {
    NewActivity activity;
    activity.deal_id = deal.id;
    activity.subject = name;
    return Made{TRY(create_activity(work, activity)).id.value};
  }
  if (is_of_page(about)) return make_of_page(work, about, deal, name);
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

void MatrixTest::remove(About about, Made& made) {
  run([&](journal::Work& work) -> Result<void> {
    if (about == About::account) return delete_account(work, AccountId(made.id), made.version);
    if (about == About::contact)
      return delete_contact(work, ContactId(made.id), made.version, recount_committees);
    if (about == About::objection)
      return delete_objection(work, ObjectionId(made.id), made.version);
    if (about == About::note) return delete_note(work, NoteId(made.id), made.version);
    if (about == About::attachment)
      return delete_attachment(work, AttachmentId(made.id), made.version);
    if (about == About::activity || about == About::done_activity)
      return delete_activity(work, ActivityId(made.id), made.version);
    TRY(delete_deal(work, DealId(made.id), made.version));
    return {};
  }).value();
  ++made.version;
}

}  // namespace stagecoach::testing
