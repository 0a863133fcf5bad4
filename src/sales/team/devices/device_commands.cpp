#include "sales/team/devices/device_commands.h"

#include <algorithm>

#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

// Whoever holds a viewer of these lets it go.
void tell_ended(SignInDesk& desk, const std::vector<Device>& ended) {
  if (ended.empty()) return;
  std::vector<std::string> hashes;
  for (const Device& device : ended) hashes.push_back(device.hash);
  std::sort(hashes.begin(), hashes.end());
  desk.sessions.tell_over([hashes = std::move(hashes)](const Viewer& viewer) {
    return std::binary_search(hashes.begin(), hashes.end(), viewer.credential);
  });
}

}  // namespace

std::vector<Device> devices_of(SignInDesk& desk, UserId user) {
  const Instant now = desk.commands.clock().now();
  return desk.commands.database().read([&](db::Connection& connection) {
    return list_devices(connection, user, now, desk.sessions.idle_since(now));
  });
}

Result<void> end_device(SignInDesk& desk, const Viewer& viewer, SessionId id) {
  std::vector<Device> ended;
  TRY(desk.commands.run(viewer, [&](journal::Work& work) -> Result<void> {
    ended.clear();
    auto device = find_device(work.tx, id);
    if (!device || (device->user != viewer.user && viewer.role != Role::owner))
      return no_such_record();
    ended.push_back(*std::move(device));
    end_devices(work, ended);
    return {};
  }));
  tell_ended(desk, ended);
  return {};
}

Result<void> end_other_devices(SignInDesk& desk, const Viewer& viewer, UserId user) {
  std::vector<Device> ended;
  TRY(desk.commands.run(viewer, [&](journal::Work& work) -> Result<void> {
    if (!find_user(work.tx, user)) return no_such_record();
    ended = list_devices(work.tx, user, work.now, desk.sessions.idle_since(work.now));
    std::erase_if(ended, [&](const Device& each) { return each.hash == viewer.credential; });
    end_devices(work, ended);
    return {};
  }));
  tell_ended(desk, ended);
  return {};
}

}  // namespace stagecoach::sales
