// Counters and latency histograms per route, in the text format of Prometheus.
//
// Counting is lock-free: each thread adds to a stripe of its own, and a scrape sums them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace prometheus {
class Collectable;
}

namespace stagecoach::http {

class Metrics {
 public:
  // One row per route label ("GET /api/deals/{id}").
  explicit Metrics(std::vector<std::string> labels);
  ~Metrics();

  // Safe from any thread.
  void count(std::size_t label, int status, std::chrono::nanoseconds took);
  // A value that is read when somebody scrapes (connections, listeners, queue length).
  void add_gauge(std::string name, std::string help, std::function<double()> read);
  // What other rooms measure; not while the server runs.
  void add(std::shared_ptr<prometheus::Collectable> source);
  // The text of /metrics.
  std::string text() const;

 private:
  struct Table;
  std::unique_ptr<Table> table_;
};

}  // namespace stagecoach::http
