// Plausible names of companies, people, deals and products in both languages.
#pragma once

#include <string>
#include <vector>

#include "exchange/sample/sample_random.h"
#include "platform/base/phrase.h"

namespace stagecoach::exchange {

std::string company_name(SampleRandom& random, Lang lang);
std::string person_name(SampleRandom& random, Lang lang);
std::string job_title(SampleRandom& random, Lang lang, bool decides);
std::string phone_number(SampleRandom& random, Lang lang);

struct SampleProduct {
  std::string name;
  std::string code;
  double price = 0;  // major units
};
std::vector<SampleProduct> sample_products(Lang lang);
std::vector<std::string> team_names(Lang lang);
// "Line control for ACME" / "智行科技 产线控制项目".
std::string deal_name(SampleRandom& random, Lang lang, const std::string& company,
                      const std::string& product);
// What to do next, by stage position; a short sentence.
std::string next_step_subject(SampleRandom& random, Lang lang, int position);

}  // namespace stagecoach::exchange
