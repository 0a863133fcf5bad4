#include "sales/audit/access_notes.h"

#include "platform/base/utf8.h"
#include "platform/http/router.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {
namespace {

constexpr std::size_t kFilterMax = 300;

bool is_export(const http::Request& request, const http::Reply& reply) {
  return reply.status() == 200 && request.route()->doc.answer_type == "text/csv";
}

std::string filter_of(const http::Request& request) {
  const std::string_view target = request.target();
  const std::size_t mark = target.find('?');
  return mark == target.npos ? std::string()
                             : std::string(truncate_utf8(target.substr(mark + 1), kFilterMax));
}

}  // namespace

void AccessNotes::note(const http::Request& request, const http::Reply& reply) {
  if (!request.route() || !request.identity()) return;
  const bool denied = reply.status() == 403;
  if (!denied && !is_export(request, reply)) return;
  Key key{viewer_of(*request.identity()).user, denied, std::string(name_of(request.method())),
          request.route()->pattern, denied ? std::string() : filter_of(request)};
  auto noted = noted_.lock();
  if (noted->size() >= kNotedMax && !noted->contains(key)) return;
  Noted& one = (*noted)[std::move(key)];
  one.address = request.remote_address();
  ++one.times;
}

void AccessNotes::write(journal::CommandRunner& commands) {
  const std::map<Key, Noted> noted = std::exchange(*noted_.lock(), {});
  std::map<UserId, std::vector<journal::Draft>> drafts;
  for (const auto& [key, one] : noted)
    drafts[key.user].push_back(
        key.denied
            ? about_user(key.user, AccessDenied{key.method, key.route, one.address, one.times})
            : about_user(key.user, ListExported{key.route, key.filter, one.address, one.times}));
  for (auto& [user, events] : drafts) {
    journal::Actor actor;
    actor.user = user;
    const auto written = commands.run(actor, [&](journal::Work& work) -> Result<void> {
      for (const journal::Draft& event : events) work.append(event);
      return {};
    });
    (void)written;  // it cannot refuse
  }
}

}  // namespace stagecoach::sales
