#include "app/matrix_samples.h"

namespace stagecoach::testing {
namespace {

constexpr std::string_view kStep =
    R"({"kind":"call","subject":"Ring","due":"2026-03-09T09:00:00Z"})";

const std::map<std::string, Sample, std::less<>> kSamples = {
    {"GET /api/setup", {"anyone"}},
    {"POST /api/setup",
     {"anyone", About::nothing,
      R"({"organization":"X","name":"X","email":"x@example.com","password":"four green lamps",)"
      R"("lang":"en","currency":"EUR","time_zone":"Europe/Berlin"})",
      409, 409}},
    {"POST /api/session",
     {"anyone", About::nothing, R"({"email":"olive@example.com","password":"four green lamps"})"}},
    {"DELETE /api/session", {"in_person"}},
    {"GET /api/sessions", {"in_person"}},
    {"DELETE /api/sessions", {"in_person"}},
    {"DELETE /api/sessions/{id}", {"in_person", About::session}},
    {"GET /api/users/{id}/sessions", {"may_administer_in_person", About::user}},
    {"DELETE /api/users/{id}/sessions", {"may_administer_in_person", About::user}},
    {"GET /api/me/second-factor", {"in_person"}},
    {"POST /api/me/second-factor", {"in_person", About::nothing, R"({"password":"x"})", 400, 429}},
    {"POST /api/me/second-factor/confirmation",
     {"in_person", About::nothing, R"({"code":"x"})", 422, 429}},
    {"POST /api/me/second-factor/removal",
     {"in_person", About::nothing, R"({"password":"x","code":"x"})", 404, 429}},
    {"GET /api/second-factors", {"may_administer_in_person"}},
    {"PUT /api/second-factors", {"may_administer_in_person", About::nothing, R"({"roles":[]})"}},
    {"DELETE /api/users/{id}/second-factor",
     {"may_administer_in_person", About::with_second_factor}},
    {"POST /api/invitations",
     {"may_manage_in_person", About::nothing,
      R"({"name":"New","email":"n{unique}@example.com","role":"rep","team_id":1})"}},
    {"GET /api/sign-in-links", {"may_manage_in_person"}},
    {"POST /api/users/{id}/sign-in-link", {"may_manage_in_person", About::invited}},
    {"DELETE /api/users/{id}/sign-in-link", {"may_manage_in_person", About::invited}},
    {"POST /api/sign-in-links/looks",
     {"anyone", About::nothing, R"({"link":"scl_{unique}"})", 404, 404}},
    {"POST /api/sign-in-links/uses",
     {"anyone", About::nothing, R"({"link":"scl_{unique}","password":"nine blue kettles"})", 404,
      404}},
    {"GET /api/me", {"signed_in"}},
    {"PATCH /api/me", {"in_person", About::self, R"({"lang":"zh"})"}},
    {"GET /api/tokens", {"in_person"}},
    {"POST /api/tokens",
     {"in_person", About::nothing, R"({"name":"t","scopes":["read"],"expires_on":"2026-12-31"})"}},
    {"DELETE /api/tokens/{id}", {"in_person", About::token}},
    {"GET /api/users", {"signed_in"}},
    {"GET /api/users/{id}", {"signed_in", About::user}},
    {"POST /api/users",
     {"may_manage", About::nothing, R"({"name":"New","role":"rep","team_id":1})"}},
    {"PATCH /api/users/{id}", {"may_manage", About::user, R"({"name":"Renamed"})"}},
    {"POST /api/users/{id}/handovers", {"may_assign", About::user, R"({"to_user_id":2})"}},
    {"GET /api/users/{id}/holdings", {"may_assign", About::user}},
    {"POST /api/users/{id}/deactivations",
     {"may_manage", About::user, R"({"hand_over":{"to_user_id":2}})"}},
    {"GET /api/absences", {"signed_in"}},
    {"POST /api/absences",
     {"in_person", About::nothing, R"({"from":"2026-03-04","to":"2026-03-08"})"}},
    {"PATCH /api/absences/{id}", {"in_person", About::absence, R"({"deputy_id":null})"}},
    {"DELETE /api/absences/{id}", {"in_person", About::absence}},
    {"GET /api/audit", {"may_audit"}},
    {"GET /api/audit.csv", {"may_audit"}},
    {"GET /api/teams", {"signed_in"}},
    {"GET /api/teams/{id}", {"signed_in", About::team}},
    {"POST /api/teams", {"may_manage", About::nothing, R"({"name":"T{unique}","parent_id":1})"}},
    {"PATCH /api/teams/{id}", {"may_manage", About::team, R"({"name":"R{unique}"})"}},
    {"DELETE /api/teams/{id}", {"may_manage", About::team}},
    {"GET /api/pipelines", {"signed_in"}},
    {"GET /api/pipeline-drafts", {"may_edit_pipelines"}},
    {"GET /api/pipeline-templates", {"may_edit_pipelines"}},
    {"POST /api/pipelines", {"may_edit_pipelines", About::nothing, R"({"name":{"en":"New"}})"}},
    {"GET /api/pipelines/{id}/draft", {"may_edit_pipelines", About::pipeline_draft}},
    {"PUT /api/pipelines/{id}/draft",
     {"may_edit_pipelines", About::pipeline_draft, R"({"key":"x","name":{"en":"Y"},"stages":[]})"}},
    {"DELETE /api/pipelines/{id}/draft", {"may_edit_pipelines", About::pipeline_draft}},
    {"POST /api/pipelines/{id}/draft/rebases", {"may_edit_pipelines", About::old_draft}},
    {"GET /api/pipelines/{id}/draft/effect", {"may_edit_pipelines", About::pipeline_draft}},
    {"POST /api/pipelines/{id}/publications",
     {"may_edit_pipelines", About::pipeline_draft, R"({"note":"why"})"}},
    {"GET /api/pipelines/{id}/versions", {"signed_in", About::pipeline}},
    {"GET /api/pipelines/{id}/versions/{number}", {"signed_in", About::pipeline}},
    {"PUT /api/pipelines/{id}/archived",
     {"may_edit_pipelines", About::pipeline, R"({"archived":true})"}},
    {"GET /api/today", {"signed_in"}},
    {"GET /api/board", {"signed_in"}},
    {"GET /api/deals", {"signed_in"}},
    {"GET /api/deals/{id}", {"signed_in", About::deal}},
    {"GET /api/deals/{id}/outlook", {"signed_in", About::deal}},
    {"GET /api/deals/{id}/timeline", {"signed_in", About::deal}},
    {"POST /api/deals", {"may_write", About::nothing, R"({"name":"New deal"})"}},
    {"PATCH /api/deals/{id}", {"may_write", About::deal, R"({"name":"Renamed"})"}},
    {"DELETE /api/deals/{id}", {"may_write", About::deal}},
    {"POST /api/deals/{id}/restorations", {"may_write", About::deleted_deal}},
    {"POST /api/deals/{id}/moves", {"may_write", About::deal, R"({"to_stage_id":2})", 200, 422}},
    {"PUT /api/deals/{id}/bant/{element}", {"may_write", About::deal, R"({"level":"weak"})"}},
    {"PUT /api/deals/{id}/checklist/{item}", {"may_write", About::deal, R"({"done":true})"}},
    {"PUT /api/deals/{id}/waiting", {"may_write", About::deal, R"({"on":"customer"})"}},
    {"POST /api/deals/{id}/approvals", {"may_approve", About::deal, R"({"note":"fine"})"}},
    {"POST /api/deals/{id}/approval-requests",
     {"may_write", About::deal_to_approve, R"({"note":"please"})"}},
    {"PUT /api/deals/{id}/committee/{contact_id}",
     {"may_write", About::deal, R"({"role":"champion"})"}},
    {"DELETE /api/deals/{id}/committee/{contact_id}", {"may_write", About::deal}},
    {"PUT /api/deals/{id}/next-step", {"may_write", About::deal, kStep}},
    {"POST /api/events/{seq}/undo", {"may_write", About::changed_deal}},
    {"GET /api/activities", {"signed_in"}},
    {"POST /api/activities",
     {"may_write", About::deal, R"({"deal_id":{id},"kind":"note","subject":"Said"})"}},
    {"PATCH /api/activities/{id}", {"may_write", About::activity, R"({"subject":"Changed"})"}},
    {"DELETE /api/activities/{id}", {"may_write", About::activity}},
    {"POST /api/activities/{id}/completions",
     {"may_write", About::activity, R"({"outcome":"Done"})"}},
    {"POST /api/activities/{id}/reopenings", {"may_write", About::done_activity}},
    {"GET /api/deals/{id}/objections", {"signed_in", About::deal}},
    {"POST /api/deals/{id}/objections",
     {"may_write", About::deal, R"({"kind":"price","worry":"Too dear"})"}},
    {"PATCH /api/objections/{id}", {"may_write", About::objection, R"({"answer":"Worth it"})"}},
    {"DELETE /api/objections/{id}", {"may_write", About::objection}},
    {"POST /api/objections/{id}/restorations", {"may_write", About::deleted_objection}},
    {"GET /api/deals/{id}/notes", {"signed_in", About::deal}},
    {"POST /api/deals/{id}/notes", {"may_write", About::deal, R"({"body":"They *want* it"})"}},
    {"PATCH /api/notes/{id}", {"may_write", About::note, R"({"body":"They need it"})"}},
    {"DELETE /api/notes/{id}", {"may_write", About::note}},
    {"POST /api/notes/{id}/restorations", {"may_write", About::deleted_note}},
    {"GET /api/deals/{id}/attachments", {"signed_in", About::deal}},
    // As with imports, the file itself is not here: an admitted call finds an empty one.
    {"POST /api/deals/{id}/attachments",
     {"may_write", About::deal, {}, 422, 422, "?name=offer.pdf"}},
    {"GET /api/attachments/{id}/content", {"signed_in", About::attachment}},
    {"DELETE /api/attachments/{id}", {"may_write", About::attachment}},
    {"POST /api/attachments/{id}/restorations", {"may_write", About::deleted_attachment}},
    {"GET /api/accounts", {"signed_in"}},
    {"GET /api/accounts/{id}", {"signed_in", About::account}},
    {"POST /api/accounts", {"may_write", About::nothing, R"({"name":"New account"})"}},
    {"PATCH /api/accounts/{id}", {"may_write", About::account, R"({"name":"Renamed"})"}},
    {"DELETE /api/accounts/{id}", {"may_write", About::account}},
    {"POST /api/accounts/{id}/restorations", {"may_write", About::deleted_account}},
    {"GET /api/contacts", {"signed_in"}},
    {"GET /api/contacts/{id}", {"signed_in", About::contact}},
    {"POST /api/contacts", {"may_write", About::nothing, R"({"name":"New contact"})"}},
    {"PATCH /api/contacts/{id}", {"may_write", About::contact, R"({"name":"Renamed"})"}},
    {"DELETE /api/contacts/{id}", {"may_write", About::contact}},
    {"POST /api/contacts/{id}/restorations", {"may_write", About::deleted_contact}},
    {"GET /api/search", {"signed_in", About::nothing, {}, 200, 200, "?q=N1"}},
    {"GET /api/products", {"signed_in"}},
    {"GET /api/products/{id}", {"signed_in", About::product}},
    {"POST /api/products", {"may_edit_products", About::nothing, R"({"name":"P{unique}"})"}},
    {"PATCH /api/products/{id}", {"may_edit_products", About::product, R"({"name":"Q{unique}"})"}},
    {"GET /api/deals.csv", {"may_export"}},
    {"GET /api/accounts.csv", {"may_export"}},
    {"GET /api/contacts.csv", {"may_export"}},
    {"GET /api/activities.csv", {"may_export"}},
    {"GET /api/products.csv", {"may_export"}},
    {"GET /api/users.csv", {"may_export"}},
    {"GET /api/backups", {"may_administer"}},
    {"POST /api/backups", {"may_administer"}},
    {"GET /api/cycle", {"signed_in"}},
    {"GET /api/live", {"signed_in"}},
    // The file itself comes spooled from the wire, which is not here: an admitted call finds none.
    {"POST /api/uploads", {"may_import", About::nothing, {}, 200, 404, "?name=deals.csv"}},
    {"GET /api/imports", {"may_import"}},
    {"POST /api/imports", {"may_import", About::upload, R"({"upload_ids":[{id}]})"}},
    {"GET /api/imports/{id}", {"may_import", About::import}},
    {"PATCH /api/imports/{id}", {"may_import", About::import, R"({"mapping":{}})"}},
    {"DELETE /api/imports/{id}", {"may_import", About::import}},
    {"GET /api/imports/{id}/rejects.csv", {"may_import", About::import}},
    {"POST /api/imports/{id}/runs", {"may_import", About::import}},
    {"POST /api/imports/{id}/undo", {"may_import", About::import}},
};

}  // namespace

const std::map<std::string, Sample, std::less<>>& samples() {
  return kSamples;
}

const Sample* sample_of(const http::Route& route) {
  const auto found = kSamples.find(name_of_route(route));
  return found == kSamples.end() ? nullptr : &found->second;
}

std::string name_of_route(const http::Route& route) {
  return std::string(http::name_of(route.method)) + " " + route.pattern;
}

bool has_owner(About about) {
  return is_deleted(about) || about == About::deal || about == About::changed_deal ||
         about == About::deal_to_approve || about == About::account || about == About::contact ||
         about == About::activity || about == About::done_activity || about == About::objection ||
         about == About::note || about == About::attachment;
}

bool is_deleted(About about) {
  return about == About::deleted_deal || about == About::deleted_account ||
         about == About::deleted_contact || about == About::deleted_objection ||
         about == About::deleted_note || about == About::deleted_attachment;
}

}  // namespace stagecoach::testing
