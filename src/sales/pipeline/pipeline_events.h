// What the journal records about pipelines.
#pragma once

#include <boost/describe/class.hpp>
#include <string>

namespace stagecoach::sales {

struct PipelinePublished {
  static constexpr std::string_view kKind = "pipeline.published";
  std::string key;
  std::int64_t version_number = 1;
};
BOOST_DESCRIBE_STRUCT(PipelinePublished, (), (key, version_number))

}  // namespace stagecoach::sales
