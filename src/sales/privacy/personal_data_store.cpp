#include "journal/reader.h"
#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/directory.h"
#include "sales/accounts/merge/party_merge.h"
#include "sales/activities/activity_links.h"
#include "sales/activities/open_activities.h"
#include "sales/privacy/personal_data.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr int kEventsMax = 10'000;

constexpr Phrase kTitle{"personal.title", "What is held on {name}", "关于{name}所保存的数据"};
constexpr Phrase kName{"personal.name", "Name", "姓名"};
constexpr Phrase kJob{"personal.job", "Job title", "职位"};
constexpr Phrase kEmail{"personal.email", "E-mail", "邮箱"};
constexpr Phrase kPhone{"personal.phone", "Phone", "电话"};
constexpr Phrase kAccount{"personal.account", "Account", "客户"};
constexpr Phrase kConsent{"personal.consent", "Consent to contact", "联系同意"};
constexpr Phrase kKnownSince{"personal.since", "Known since", "创建时间"};
constexpr Phrase kSeats{"personal.seats", "On the buying committee of", "所在决策链"};
constexpr Phrase kActivities{"personal.activities", "Activities", "活动"};
constexpr Phrase kEvents{"personal.events", "Entries in the journal: {count}",
                         "日志条目：{count} 条"};

std::vector<HeldSeatOfDeal> seats_with_names(db::Connection& connection, ContactId id) {
  std::vector<HeldSeatOfDeal> seats;
  connection.each(
      "SELECT d.id, d.name, m.role, m.influence, m.stance FROM deal_contacts m JOIN deals d ON "
      "d.id = m.deal_id WHERE m.contact_id = $1 ORDER BY d.id",
      [&](const db::Row& row) {
        seats.push_back({row.id<DealId>(0), row.string(1),
                         from_name<CommitteeRole>(row.text(2)).value_or(CommitteeRole::influencer),
                         static_cast<int>(row.integer(3)),
                         from_name<Stance>(row.text(4)).value_or(Stance::unknown)});
      },
      id);
  return seats;
}

void add_line(std::string& text, const Phrase& label, Lang lang, std::string_view value) {
  if (value.empty()) return;
  text.append(label.in(lang)).append(lang == Lang::zh ? "：" : ": ").append(value).append("\n");
}

std::string readable(const PersonalData& data, Lang lang) {
  const Contact& contact = data.contact;
  std::string text = Message(kTitle, {{"name", contact.name}}).text(lang) + "\n\n";
  add_line(text, kName, lang, contact.name);
  add_line(text, kJob, lang, contact.title);
  add_line(text, kEmail, lang, contact.email);
  add_line(text, kPhone, lang, contact.phone);
  add_line(text, kAccount, lang, data.account_name.value_or(""));
  add_line(text, kConsent, lang, name_of(contact.consent));
  add_line(text, kKnownSince, lang, to_iso(contact.created_at));
  if (!data.seats.empty()) text.append("\n").append(kSeats.in(lang)).append("\n");
  for (const HeldSeatOfDeal& seat : data.seats)
    text.append("- ").append(seat.deal_name).append(" (").append(name_of(seat.role)).append(")\n");
  if (!data.activities.empty()) text.append("\n").append(kActivities.in(lang)).append("\n");
  for (const Activity& activity : data.activities)
    text.append("- ")
        .append(to_iso(activity.done_at.value_or(activity.due.value_or(activity.created_at))))
        .append(" ")
        .append(name_of(activity.kind))
        .append(": ")
        .append(activity.subject)
        .append(activity.body.empty() ? "" : "\n  ")
        .append(activity.body)
        .append("\n");
  text.append("\n").append(
      Message(kEvents, {{"count", std::to_string(data.events.size())}}).text(lang));
  return text.append("\n");
}

}  // namespace

Result<PersonalData> export_personal_data(journal::Work& work, ContactId id) {
  std::optional<Contact> found = merge_part(work.tx, id);
  if (!found) return no_such_record();
  const Viewer& viewer = viewer_of(work.actor);
  TRY(authorize_write(viewer, found->owner_id, found->team_id.value_or(TeamId()),
                      Permission::accounts_write));
  PersonalData data;
  data.contact = *std::move(found);
  if (data.contact.account_id)
    if (const auto account = find_account_ref(work.tx, *data.contact.account_id))
      data.account_name = account->name;
  data.seats = seats_with_names(work.tx, id);
  data.activities = find_activities(work.tx, activities_of(work.tx, id));
  for (journal::Event& event :
       journal::history_of(work.tx, {kContactSubject, id.value}, 0, kEventsMax))
    data.events.push_back({event.seq,
                           event.recorded_at,
                           std::move(event.kind),
                           event.actor ? std::optional(event.actor) : std::nullopt,
                           {std::move(event.data)}});
  data.text = readable(data, viewer.language);
  work.append(
      journal::because(PersonalDataExported{static_cast<std::int64_t>(data.activities.size()),
                                            static_cast<std::int64_t>(data.events.size())})
          .about({kContactSubject, id.value}));
  return data;
}

}  // namespace stagecoach::sales
