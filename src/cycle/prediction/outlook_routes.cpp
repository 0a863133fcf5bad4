#include "cycle/prediction/outlook_routes.h"

#include <algorithm>
#include <cmath>

#include "sales/team/rules.h"
#include "sales/team/visibility.h"

namespace stagecoach::cycle {

// Why nothing is predicted; absent where something is.
enum class OutlookSilence { closed, too_little, no_precedent };
BOOST_DESCRIBE_ENUM(OutlookSilence, closed, too_little, no_precedent)

// By which a tenth, half and nine tenths of the deals like this one that are won have been won.
struct CloseRange {
  Date early, likely, late;
};
BOOST_DESCRIBE_STRUCT(CloseRange, (), (early, likely, late))

// Chances are shares; won + lost + unresolved = 1. What the past does not say is absent.
struct OutlookAnswer {
  sales::DealId deal_id;
  std::optional<OutlookSilence> silence;
  std::optional<double> won, lost, unresolved;
  std::optional<double> on_entry;  // of deals that enter this stage, the share that is won
  std::optional<double> at_start;  // of all that begin
  std::optional<CloseRange> close;
  std::int64_t days_in_stage = 0;
  std::optional<std::int64_t> rotten_after;  // days in the stage: from then on half as likely won
  bool rotten = false;
  bool again = false;                // the deal had been in this stage before
  std::int64_t longer = 0;           // deals of the past that stayed in it for longer
  std::vector<std::string> reasons;  // sentences in the reader's language
};
BOOST_DESCRIBE_STRUCT(OutlookAnswer, (),
                      (deal_id, silence, won, lost, unresolved, on_entry, at_start, close,
                       days_in_stage, rotten_after, rotten, again, longer, reasons))

namespace {

constexpr Phrase kClosed{"outlook.closed", "The deal is decided.", "该商机已有结果。"};
constexpr Phrase kTooLittle{
    "outlook.too_little",
    "Too few deals of this pipeline have been won or lost to tell. {count} are needed.",
    "该销售流程中已赢单或输单的商机太少，尚无法判断；至少需要 {count} 个。"};
constexpr Phrase kNoPrecedent{
    "outlook.no_precedent",
    "Older than any precedent: hardly a deal stayed in “{stage}” for more than {days} d, so the "
    "past does not tell how this one ends.",
    "已无先例：几乎没有商机在“{stage}”停留超过 {days} 天，历史数据无法预测其结果。"};
constexpr Phrase kReached{
    "outlook.reached",
    "Deals that reach “{stage}” are won in {on_entry}% of cases; of all that begin, {at_start}%.",
    "进入“{stage}”的商机有 {on_entry}% 赢单；全部商机的赢单率为 {at_start}%。"};
constexpr Phrase kReachedAgain{
    "outlook.reached_again",
    "It is in “{stage}” again; deals that come back there are won in {on_entry}% of cases.",
    "该商机再次回到“{stage}”；回到此阶段的商机有 {on_entry}% 赢单。"};
constexpr Phrase kWaitedWorse{
    "outlook.waited_worse",
    "After {days} d there it is {won}%: {points} points less than on entry.",
    "在此停留 {days} 天后降至 {won}%，比进入时低 {points} 个百分点。"};
constexpr Phrase kWaitedBetter{
    "outlook.waited_better",
    "After {days} d there it is {won}%: {points} points more than on entry.",
    "在此停留 {days} 天后升至 {won}%，比进入时高 {points} 个百分点。"};
constexpr Phrase kWaitedSame{"outlook.waited_same",
                             "The {days} d it has been there change little: {won}%.",
                             "已停留的 {days} 天对此影响不大：{won}%。"};
constexpr Phrase kRotten{
    "outlook.rotten",
    "Beyond {limit} d a deal there is less than half as likely to be won as on entry.",
    "在此停留超过 {limit} 天后，赢单可能性不到进入时的一半。"};

using Arguments = std::vector<std::pair<std::string, std::string>>;

std::string percent(double share) {
  return std::to_string(std::lround(100 * share));
}

struct Placed {
  DealPlace place;
  const sales::Stage* stage = nullptr;
};

// Where an open deal is; unset where it is decided, or in a stage that the pipeline has no more.
std::optional<Placed> place_in(const PipelineColumns& columns, const LoggedDeal& deal,
                               std::int64_t now) {
  const std::vector<Episode> episodes = episodes_of(deal, columns.number_of);
  if (episodes.empty() || episodes.back().ending != Ending::open) return std::nullopt;
  const std::vector<StageEntry>& entries = episodes.back().entries;
  if (entries.empty()) return std::nullopt;
  const StageEntry& last = entries.back();
  Placed placed;
  placed.place.stage = last.stage;
  placed.place.again = std::count_if(entries.begin(), entries.end(), [&](const StageEntry& entry) {
                         return entry.stage == last.stage;
                       }) > 1;
  if (last.at != kUnknownTime)
    placed.place.days = std::max<std::int64_t>(0, now - last.at) / kSecondsPerDay;
  placed.stage = columns.stages[static_cast<std::size_t>(last.stage)];
  return placed;
}

std::vector<Message> reasons_of(const Placed& placed, const DealOutlook& outlook, Lang lang) {
  const std::string stage = placed.stage->name.in(lang);
  const std::string days = std::to_string(placed.place.days);
  if (outlook.without == NoOutlook::too_little)
    return {{kTooLittle, {{"count", std::to_string(kPredictsFrom)}}}};
  if (outlook.without == NoOutlook::no_precedent)
    return {{kNoPrecedent, {{"stage", stage}, {"days", days}}}};
  std::vector<Message> reasons;
  const std::string on_entry = percent(outlook.on_entry), won = percent(outlook.won);
  if (placed.place.again)
    reasons.emplace_back(kReachedAgain, Arguments{{"stage", stage}, {"on_entry", on_entry}});
  else
    reasons.emplace_back(kReached, Arguments{{"stage", stage},
                                             {"on_entry", on_entry},
                                             {"at_start", percent(outlook.at_start)}});
  const long points = std::lround(100 * outlook.won) - std::lround(100 * outlook.on_entry);
  if (placed.place.days > 0) {
    const Phrase& waited = points <= -2 ? kWaitedWorse : points >= 2 ? kWaitedBetter : kWaitedSame;
    reasons.emplace_back(
        waited,
        Arguments{{"days", days}, {"won", won}, {"points", std::to_string(std::abs(points))}});
  }
  if (outlook.rotten_after)
    reasons.emplace_back(kRotten, Arguments{{"limit", std::to_string(*outlook.rotten_after)}});
  return reasons;
}

OutlookAnswer answer_of(const Placed& placed, const DealOutlook& outlook, Date today, Lang lang) {
  OutlookAnswer answer;
  answer.days_in_stage = placed.place.days;
  answer.again = placed.place.again;
  answer.longer = outlook.longer;
  for (const Message& reason : reasons_of(placed, outlook, lang))
    answer.reasons.push_back(reason.text(lang));
  if (outlook.without) {
    answer.silence = *outlook.without == NoOutlook::too_little ? OutlookSilence::too_little
                                                               : OutlookSilence::no_precedent;
    return answer;
  }
  answer.won = outlook.won;
  answer.lost = outlook.lost;
  answer.unresolved = outlook.unresolved;
  answer.on_entry = outlook.on_entry;
  answer.at_start = outlook.at_start;
  answer.rotten_after = outlook.rotten_after;
  answer.rotten = outlook.rotten_after && placed.place.days >= *outlook.rotten_after;
  if (outlook.days10 && outlook.days50 && outlook.days90)
    answer.close = CloseRange{today + std::chrono::days(*outlook.days10),
                              today + std::chrono::days(*outlook.days50),
                              today + std::chrono::days(*outlook.days90)};
  return answer;
}

}  // namespace

void add_outlook_route(http::Router& router, const CycleProjection& projection,
                       Predictions& predictions, const sales::WorkCalendar& calendar,
                       const Clock& clock) {
  router.get("/api/deals/{id}/outlook", sales::rules::signed_in,
             {"How likely an open deal is to be won, when, and why that is said", {"cycle"}},
             [&](const http::Request& request) -> Result<OutlookAnswer> {
               const auto id = TRY(request.path_id<sales::DealId>("id"));
               const auto snapshot = TRY(projection.ready());
               const auto found = find_deal(*snapshot, id);
               if (!found || found->deal.deleted) return sales::no_such_record();
               TRY(sales::authorize_read(sales::viewer_of(*request.identity()), found->deal.owner,
                                         found->deal.team));
               const std::int64_t now =
                   std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
               const auto placed = place_in(*found->columns, found->deal, now);
               OutlookAnswer answer;
               if (placed) {
                 const auto model = predictions.model_of(found->columns, now);
                 const Date today = date_of(calendar.current()->zone().to_civil(clock.now()));
                 answer = answer_of(*placed, model->outlook(placed->place), today, request.lang());
               } else {
                 answer.silence = OutlookSilence::closed;
                 answer.reasons.push_back(Message(kClosed).text(request.lang()));
               }
               answer.deal_id = id;
               return answer;
             });
}

}  // namespace stagecoach::cycle
