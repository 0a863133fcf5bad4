// The events of a deal as sentences.
#pragma once

#include <string>

#include "journal/event.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// One sentence in `lang`. An event of a kind this release does not know reads as its kind.
std::string summarize(const journal::Event& event, const Pipelines& pipelines, Lang lang);

}  // namespace stagecoach::sales
