#include "cycle/projection/cycle_projection.h"

#include <thread>

namespace stagecoach::cycle {
namespace {

constexpr Millis kPeriod{500};
constexpr int kBatch = 50'000;
constexpr std::size_t kUnpackedMax = 100'000;  // deals; about 20 MB
constexpr int kRestShare = 9;                  // rest this many times as long as a snapshot took

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
  for (const auto& chunk : columns->chunks) columns->entries += chunk->counts().entries;
  return columns;
}

}  // namespace

CycleProjection::CycleProjection(db::Database& database, const sales::PipelineCatalog& pipelines)
    : database_(database), catalog_(pipelines) {
  loop_ = std::make_unique<journal::ReaderLoop>(database, "cycle", kPeriod, [this] { step(); });
}

CycleProjection::~CycleProjection() = default;

void CycleProjection::step() {
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

bool CycleProjection::wait_for(journal::Seq seq, Millis at_most) const {
  const auto until = std::chrono::steady_clock::now() + at_most;
  while (std::chrono::steady_clock::now() < until) {
    if (const auto snapshot = current(); snapshot && snapshot->seq >= seq) return true;
    std::this_thread::sleep_for(Millis(5));
  }
  return false;
}

}  // namespace stagecoach::cycle
