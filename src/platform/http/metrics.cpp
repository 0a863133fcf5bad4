#include "platform/http/metrics.h"

#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <atomic>
#include <limits>

namespace stagecoach::http {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::array kBucketsMicros = {250,     500,       1'000,    2'500,   5'000,
                                       10'000,  25'000,    50'000,   100'000, 250'000,
                                       500'000, 1'000'000, 5'000'000};
constexpr size_t kStripes = 16;
constexpr size_t kClasses = 5;  // 1xx .. 5xx

using Count = std::atomic<std::uint64_t>;

struct Row {
  std::array<Count, kBucketsMicros.size() + 1> buckets{};
  std::array<Count, kClasses> classes{};
  Count micros{0};
};

size_t stripe_of_this_thread() {
  static std::atomic<size_t> next{0};
  thread_local const size_t stripe = next.fetch_add(1) % kStripes;
  return stripe;
}

struct Gauge {
  std::string name;
  std::string help;
  std::function<double()> read;
};

}  // namespace

struct Metrics::Table {
  std::vector<std::string> labels;
  std::array<std::vector<Row>, kStripes> stripes;
  std::vector<Gauge> gauges;
  std::vector<std::shared_ptr<prometheus::Collectable>> sources;

  template <class Read>
  std::uint64_t sum(size_t label, Read read) const {
    std::uint64_t total = 0;
    for (const auto& stripe : stripes) total += read(stripe[label]).load(std::memory_order_relaxed);
    return total;
  }

  std::vector<ClientMetric::Label> labels_of(size_t label) const {
    const std::string& text = labels[label];
    const size_t space = text.find(' ');
    if (space == text.npos) return {{"method", "-"}, {"route", text}};
    return {{"method", text.substr(0, space)}, {"route", text.substr(space + 1)}};
  }

  MetricFamily requests() const {
    MetricFamily family{"http_requests_total", "Requests answered", MetricType::Counter, {}};
    for (size_t label = 0; label < labels.size(); ++label)
      for (size_t status = 0; status < kClasses; ++status) {
        const auto count = sum(
            label, [&](const Row& r) -> auto& { return r.classes[status]; });
        if (count == 0) continue;
        ClientMetric metric;
        metric.label = labels_of(label);
        metric.label.push_back({"status", std::to_string(status + 1) + "xx"});
        metric.counter.value = static_cast<double>(count);
        family.metric.push_back(std::move(metric));
      }
    return family;
  }

  MetricFamily durations() const {
    MetricFamily family{"http_request_seconds",
                        "Time from the head of a request to its reply",
                        MetricType::Histogram,
                        {}};
    for (size_t label = 0; label < labels.size(); ++label) {
      ClientMetric metric;
      metric.label = labels_of(label);
      auto& histogram = metric.histogram;
      for (size_t i = 0; i <= kBucketsMicros.size(); ++i) {
        histogram.sample_count += sum(
            label, [&](const Row& r) -> auto& { return r.buckets[i]; });
        const double bound = i < kBucketsMicros.size() ? kBucketsMicros[i] / 1e6
                                                       : std::numeric_limits<double>::infinity();
        histogram.bucket.push_back({histogram.sample_count, bound});
      }
      if (histogram.sample_count == 0) continue;
      const auto micros = sum(
          label, [](const Row& r) -> auto& { return r.micros; });
      histogram.sample_sum = static_cast<double>(micros) / 1e6;
      family.metric.push_back(std::move(metric));
    }
    return family;
  }
};

Metrics::Metrics(std::vector<std::string> labels) : table_(std::make_unique<Table>()) {
  table_->labels = std::move(labels);
  for (auto& stripe : table_->stripes) stripe = std::vector<Row>(table_->labels.size());
}

Metrics::~Metrics() = default;

void Metrics::count(std::size_t label, int status, std::chrono::nanoseconds took) {
  Row& row = table_->stripes[stripe_of_this_thread()][label];
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  size_t bucket = 0;
  while (bucket < kBucketsMicros.size() && micros > kBucketsMicros[bucket]) ++bucket;
  const size_t status_class = static_cast<size_t>(status / 100 - 1);
  row.buckets[bucket].fetch_add(1, std::memory_order_relaxed);
  row.classes[status_class < kClasses ? status_class : kClasses - 1].fetch_add(
      1, std::memory_order_relaxed);
  row.micros.fetch_add(static_cast<std::uint64_t>(micros), std::memory_order_relaxed);
}

void Metrics::add_gauge(std::string name, std::string help, std::function<double()> read) {
  table_->gauges.push_back({std::move(name), std::move(help), std::move(read)});
}

void Metrics::add(std::shared_ptr<prometheus::Collectable> source) {
  table_->sources.push_back(std::move(source));
}

std::string Metrics::text() const {
  std::vector<MetricFamily> families = {table_->requests(), table_->durations()};
  for (const Gauge& gauge : table_->gauges) {
    ClientMetric metric;
    metric.gauge.value = gauge.read();
    families.push_back({gauge.name, gauge.help, MetricType::Gauge, {metric}});
  }
  for (const auto& source : table_->sources)
    for (auto& family : source->Collect()) families.push_back(std::move(family));
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace stagecoach::http
