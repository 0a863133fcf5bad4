#include "cycle/projection/cycle_projection.h"

#include <thread>

#include "platform/base/log.h"
#include "platform/db/failure.h"

namespace stagecoach::cycle {
namespace {

constexpr Phrase kStillReading{"cycle.still_reading",
                               "The journal is still being read. Try again in a moment.",
                               "正在读取日志，请稍后重试。"};

constexpr Millis kPeriod{500};
constexpr int kBatch = 50'000;
constexpr std::size_t kUnpackedMax = 100'000;  // deals; about 20 MB
constexpr int kRestShare = 9;                  // rest this many times as long as a snapshot took

// Saved once this many events would have to be read again, or this time has gone by.
constexpr journal::Seq kUnsavedMax = 200'000;
constexpr std::chrono::minutes kSavePeriod{15};

void save(const std::string& file, const SavedDeals& deals) {
  try {
    write_snapshot(file, deals);
    log::info("cycle.saved", {{"file", file}, {"seq", deals.seq}});
  } catch (const std::exception& failure) {
    log::warning("cycle.not_saved", {{"file", file}, {"why", failure.what()}});
  }
}

std::shared_ptr<const PipelineColumns> columns_of(
    const std::shared_ptr<const sales::Pipelines>& pipelines, const sales::Pipeline& pipeline,
    const DealLog::Pipelines& all) {
  auto columns = std::make_shared<PipelineColumns>();
  columns->pipelines = pipelines;
  columns->pipeline = &pipeline;
  columns->number_of = number_stages(pipeline, columns->stages);
  const auto deals = all.find(static_cast<std::int32_t>(pipeline.id.value));
  if (deals == all.end()) return columns;
  columns->passages = deals->second.passages;
  columns->chunks = deals->second.chunks;
  columns->overrides = deals->second.overrides;
  for (const auto& chunk : columns->chunks) columns->entries += chunk->counts().entries;
  return columns;
}

}  // namespace

CycleProjection::CycleProjection(db::Database& database, const sales::PipelineCatalog& pipelines,
                                 std::string file)
    : database_(database), catalog_(pipelines), file_(std::move(file)) {}

void CycleProjection::start() {
  loop_ = std::make_unique<journal::ReaderLoop>(database_, "cycle", kPeriod, [this] { step(); });
}

Result<std::shared_ptr<const CycleSnapshot>> CycleProjection::ready() const {
  auto snapshot = current();
  if (!snapshot) return Error(Error::Code::unavailable, kStillReading);
  return snapshot;
}

CycleProjection::~CycleProjection() {
  loop_.reset();
  if (saving_.valid()) saving_.wait();
  try {
    if (const auto deals = to_save()) save(file_, *deals);
  } catch (const std::exception& failure) {  // the database is away: the next start reads more
    log::warning("cycle.not_saved", {{"file", file_}, {"why", failure.what()}});
  }
}

// Takes up the file where it is of this journal.
void CycleProjection::resume() {
  has_resumed_ = true;
  if (file_.empty()) return;
  std::string why;
  try {
    std::optional<SavedDeals> saved = read_snapshot(file_);
    if (!saved) return;
    const auto hash = database_.read(
        [&](db::Connection& connection) { return journal::chain_hash_at(connection, saved->seq); });
    if (hash == saved->chain_hash) {
      log_ = DealLog(std::move(saved->pipelines), std::move(saved->sources));
      resumed_after_ = last_ = saved_ = saved->seq;
      return;
    }
    why = "it is of another journal";
  } catch (const db::Failure&) {
    has_resumed_ = false;  // tried again with the next step
    throw;
  } catch (const std::exception& failure) {
    why = failure.what();
  }
  log::warning("cycle.file_not_used", {{"file", file_}, {"why", why}});
}

void CycleProjection::step() {
  if (!has_resumed_) resume();
  number_stages();
  for (bool more = true; more;) {
    const journal::Seq before = last_;
    last_ = database_.read([&](db::Connection& connection) {
      return journal::each_after(connection, before, kBatch,
                                 [&](const journal::Event& event) { dirty_ |= log_.apply(event); });
    });
    more = last_ - before == kBatch;
    if (log_.unpacked() > kUnpackedMax) log_.fold();
  }
  save_now_and_then();
  if (!dirty_ || std::chrono::steady_clock::now() < not_before_) return;
  const auto began = std::chrono::steady_clock::now();
  publish();
  dirty_ = false;
  const auto ended = std::chrono::steady_clock::now();
  not_before_ = ended + kRestShare * (ended - began);
}

// A pipeline is published elsewhere, and the catalog hears of it when it hears of it.
void CycleProjection::number_stages() {
  const auto current = catalog_.current();
  if (current == pipelines_) return;
  pipelines_ = current;
  dirty_ = true;
  for (const sales::Pipeline& pipeline : pipelines_->all()) {
    std::vector<const sales::Stage*> stages;
    log_.number_stages(static_cast<std::int32_t>(pipeline.id.value),
                       cycle::number_stages(pipeline, stages));
  }
}

void CycleProjection::publish() {
  log_.fold();
  auto snapshot = std::make_shared<CycleSnapshot>();
  snapshot->seq = last_;
  snapshot->source_numbers = log_.sources();
  for (const sales::Pipeline& pipeline : pipelines_->all())
    snapshot->pipelines[pipeline.id.value] = columns_of(pipelines_, pipeline, log_.pipelines());
  *snapshot_.lock() = std::move(snapshot);
}

// What was read since the file was written, where there is any.
std::optional<SavedDeals> CycleProjection::to_save() {
  if (file_.empty() || last_ == saved_) return std::nullopt;
  log_.fold();
  const auto hash = database_.read(
      [&](db::Connection& connection) { return journal::chain_hash_at(connection, last_); });
  if (!hash) return std::nullopt;
  saved_ = last_;
  return SavedDeals{last_, *hash, log_.pipelines(), log_.sources()};
}

// In a thread of its own, so that the page keeps following meanwhile.
void CycleProjection::save_now_and_then() {
  const auto now = std::chrono::steady_clock::now();
  if (last_ - saved_ < kUnsavedMax && now < save_after_) return;
  if (saving_.valid() && saving_.wait_for(Millis(0)) != std::future_status::ready) return;
  save_after_ = now + kSavePeriod;
  if (auto deals = to_save())
    saving_ = std::async(std::launch::async,
                         [file = file_, deals = std::move(*deals)] { save(file, deals); });
}

bool CycleProjection::wait_for(journal::Seq seq, Millis at_most) const {
  const auto until = std::chrono::steady_clock::now() + at_most;
  while (std::chrono::steady_clock::now() < until) {
    if (const auto snapshot = current(); snapshot && snapshot->seq >= seq) return true;
    std::this_thread::sleep_for(Millis(5));
  }
  return false;
}

}  // namespace stagecoach::cycle
