#include "sales/pipeline/builtin_pipelines.h"

#include <stdexcept>

#include "embedded_data.h"

namespace stagecoach::sales {

std::vector<Pipeline> builtin_pipelines() {
  std::vector<Pipeline> pipelines;
  for (const std::string_view text : {embedded::pipelines_b2b, embedded::pipelines_b2c}) {
    auto pipeline = json::read<Pipeline>(text);
    if (!pipeline) {
      std::string why = "built-in pipeline: " + pipeline.error().message.text(Lang::en);
      for (const FieldError& field : pipeline.error().fields)
        why += "; " + field.field + ": " + field.message.text(Lang::en);
      throw std::logic_error(why);
    }
    pipelines.push_back(*std::move(pipeline));
  }
  return pipelines;
}

}  // namespace stagecoach::sales
