#include "readers/tour.h"

#include "sales/tour/tour_filing.h"

namespace stagecoach::readers {
namespace {

constexpr Millis kPeriod{5'000};

}  // namespace

TourReader::TourReader(db::Database& database, const Clock& clock) : filing_(database, "tour") {
  loop_ = std::make_unique<journal::ReaderLoop>(database, "tour", kPeriod, [this, &clock] {
    while (sales::file_tour_steps(filing_, clock.now())) continue;
  });
}

TourReader::~TourReader() = default;

}  // namespace stagecoach::readers
