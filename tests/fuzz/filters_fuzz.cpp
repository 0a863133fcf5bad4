// Any bytes as the query of a list of deals: its filters, its sort, its cursor. They are refused as
// `invalid` or answered; no statement breaks, no deal of somebody else comes out, and following the
// cursor comes to an end.
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "platform/base/log.h"
#include "platform/db/migrations.h"
#include "platform/http/list_cursor.h"
#include "platform/http/query.h"
#include "sales/deals/deal_commands.h"
#include "sales/deals/views/deal_list.h"
#include "sales/pipeline/pipeline_commands.h"
#include "sales/team/team_commands.h"
#include "sales/team/user_store.h"
#include "sales/team/visibility.h"
#include "sales/team/work_calendar.h"

namespace stagecoach::sales {
namespace {

constexpr int kDealsEach = 6;
constexpr size_t kBytesMax = 4096;

// A workspace in a folder of its own, with a rep who sees his own deals, and somebody else's.
class Lists {
 public:
  Lists() {
    log::set_level(log::Level::error);
    if (!db::migrate(*database_, db::built_in_migrations())) std::abort();
    commands_.run(Viewer::system(), [](journal::Work& work) { return install(work); }).value();
    database_->read([&](db::Connection& connection) { catalog_.reload(connection); });
    rep_ = add_person("Rui");
    const UserId other = add_person("Sue");
    for (const UserId owner : {rep_, other}) add_deals(owner);
    viewer_ = database_->read([&](db::Connection& connection) {
      return Viewer::of(*find_user(connection, rep_), first_rights_of(Role::rep),
                        Viewer::By::session, nullptr);
    });
  }
  ~Lists() {
    database_.reset();
    std::filesystem::remove_all(folder_);
  }
  Lists(const Lists&) = delete;
  Lists& operator=(const Lists&) = delete;

  void read(std::string_view text) {
    const auto parameters = http::parse_query(text);
    if (!parameters) return;
    auto query = json::read_parameters<DealQuery>(*parameters);
    if (!query) return;
    // Each page holds a deal at least, so there are no more pages than deals.
    for (int pages = 0; pages <= kDealsEach; ++pages) {
      const auto page = list(*query);
      if (!page) {
        if (page.error().code != Error::Code::invalid) std::abort();
        return;
      }
      for (const DealCard& card : page->items)
        if (card.owner.id != rep_) std::abort();
      if (!page->next_cursor) return;
      query->cursor = page->next_cursor;
    }
    std::abort();
  }

 private:
  static std::string made_folder() {
    std::string folder = std::filesystem::temp_directory_path() / "stagecoach-fuzz-XXXXXX";
    if (!mkdtemp(folder.data())) std::abort();
    return folder;
  }

  static Result<void> install(journal::Work& work) {
    TRY(install_builtin_pipelines(work));
    return {};
  }

  UserId add_person(const std::string& name) {
    CreateUser wish;
    wish.name = name;
    wish.role = Role::rep;
    wish.visibility = Visibility::own;
    return commands_
        .run(Viewer::system(),
             [&](journal::Work& work) { return create_user(work, wish, std::nullopt); })
        .value()
        .id;
  }

  void add_deals(UserId owner) {
    Viewer maker = Viewer::system();
    maker.user = owner;
    const auto pipelines = catalog_.current();
    for (int i = 0; i < kDealsEach; ++i) {
      CreateDeal wish;
      wish.name = "Deal 商机 " + std::to_string(i % 3);
      if (i % 2 == 0) wish.amount = Money{100 * i, *Currency::parse("EUR")};
      commands_.run(maker, [&](journal::Work& work) { return create_deal(work, *pipelines, wish); })
          .value();
    }
  }

  Result<DealPage> list(const DealQuery& query) {
    const auto pipelines = catalog_.current();
    const StageClock stage_clock(calendar_.current(), clock_.now());
    const DealReading reading{viewer_, *pipelines, stage_clock};
    return database_->read(
        [&](db::Connection& connection) { return list_deals(connection, reading, query); });
  }

  std::string folder_ = made_folder();
  std::unique_ptr<db::Database> database_ = db::Database::open(folder_ + "/lists.db").value();
  ManualClock clock_{*instant_from_iso("2026-03-02T09:00:00Z")};
  journal::CommandRunner commands_{*database_, clock_};
  PipelineCatalog catalog_{*database_};
  WorkCalendar calendar_{*database_, BusinessCalendar()};
  UserId rep_;
  Viewer viewer_ = Viewer::system();
};

// What was read of any text is written as a text that reads the same.
void check_cursor(std::string_view text) {
  const auto cursor = http::read_cursor(text, "amount");
  if (!cursor) return;
  const auto again = http::read_cursor(http::write_cursor(*cursor, "amount"), "amount").value();
  if (again.id != cursor->id || again.number != cursor->number || again.text != cursor->text)
    std::abort();
}

}  // namespace
}  // namespace stagecoach::sales

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  if (size > stagecoach::sales::kBytesMax) return 0;
  static stagecoach::sales::Lists lists;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  lists.read(text);
  stagecoach::sales::check_cursor(text);
  return 0;
}
