#include "readers/notices.h"

#include <algorithm>

#include "platform/json/json.h"
#include "sales/notices/notice_store.h"
#include "sales/team/viewer.h"

namespace stagecoach::readers {
namespace {

constexpr Millis kPeriod{5'000};
// How late one may learn that a step has fallen due.
constexpr Millis kDuePeriod{5'000};
constexpr Millis kForgetPeriod = std::chrono::hours(1);

// Not resumable: a browser that comes back loads everything anew.
http::Event news() {
  return {0, "change",
          R"({"seq":0,"kind":"notice.filed","subject_kind":"notice","subject_id":0,)"
          R"("actor_id":null})",
          ""};
}

}  // namespace

NoticeReader::NoticeReader(db::Database& database, const Clock& clock, http::EventHub& hub,
                           const sales::PipelineCatalog& pipelines)
    : database_(database),
      clock_(clock),
      hub_(hub),
      filing_(database, pipelines),
      told_(
          database.read([](db::Connection& connection) { return sales::newest_notice(connection); })
              .value) {
  loop_ = std::make_unique<journal::ReaderLoop>(database, "notices", kPeriod, [this] { step(); });
}

NoticeReader::~NoticeReader() = default;

void NoticeReader::step() {
  const Instant now = clock_.now();
  while (filing_.file_events(now)) continue;
  if (now - looked_at_due_ >= kDuePeriod) {
    while (filing_.file_due_steps(now)) continue;
    looked_at_due_ = now;
  }
  tell_browsers();
  if (now - forgot_ < kForgetPeriod) return;
  forgot_ = now;
  database_.write([&](db::Connection& tx) {
    return sales::forget_old_notices(tx, now) > 0 ? db::Keep::yes : db::Keep::no;
  });
}

void NoticeReader::tell_browsers() {
  std::vector<UserId> people;
  database_.read([&](db::Connection& connection) {
    const std::int64_t newest = sales::newest_notice(connection).value;
    if (newest > told_) people = sales::told_after(connection, sales::NoticeId(told_));
    told_ = std::max(told_, newest);
  });
  if (people.empty()) return;
  std::sort(people.begin(), people.end());
  hub_.publish(news(), [people = std::move(people)](const http::Identity& identity) {
    return std::binary_search(people.begin(), people.end(), sales::viewer_of(identity).user);
  });
}

}  // namespace stagecoach::readers
