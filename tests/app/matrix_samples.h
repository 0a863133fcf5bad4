// One call of every route of the program, with the rule it is expected to carry. Written by hand: a
// route that is missing here, or that carries another rule, fails the authorisation matrix.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "platform/http/router.h"

namespace stagecoach::testing {

// Which record the {id} of a path or of a body stands for. It is made anew for each call.
enum class About {
  nothing,
  self,  // the caller
  deal,
  deleted_deal,
  changed_deal,
  deal_to_approve,  // in a stage that wants an approval
  account,
  contact,
  deleted_account,
  deleted_contact,
  activity,
  done_activity,
  objection,
  deleted_objection,
  note,
  deleted_note,
  attachment,
  deleted_attachment,
  product,
  custom_field,
  user,
  team,
  target,       // of a person, for the period of the samples
  team_target,  // likewise
  invited,      // who has a link that is not used yet
  with_second_factor,
  role,
  token,
  session,
  absence,  // of the caller
  notice,   // to the caller
  feed,     // of the caller
  view,     // likewise
  upload,
  import,
  pipeline,
  pipeline_draft,
  old_draft,  // begun before the newest published version
};

// Whether such a record belongs to somebody, so that not everybody sees it.
bool has_owner(About about);
// Whether it is made as a deleted one, for the routes that restore.
bool is_deleted(About about);

struct Sample {
  std::string_view rule;
  About about = About::nothing;
  std::string_view body = {};
  // What an admitted call answers: the least and the most of its statuses.
  int least = 200;
  int most = 299;
  std::string_view query = {};
};

// By "METHOD /pattern".
const std::map<std::string, Sample, std::less<>>& samples();
// Null where there is none.
const Sample* sample_of(const http::Route& route);
std::string name_of_route(const http::Route& route);

}  // namespace stagecoach::testing
