#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sales/team/devices/device_commands.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using testing::code_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class DeviceTest : public testing::TeamTest {
 protected:
  DeviceTest() {
    sessions.on_over([this](Sessions::IsOver is_over) { told_ = std::move(is_over); });
  }
  Viewer at(UserId user, std::string agent) {
    const auto in = admit(desk, user, {"10.0.0.9", std::move(agent)}).value();
    return *sessions.session_viewer(in.secret);
  }
  std::vector<std::string> agents_of(UserId user) {
    std::vector<std::string> agents;
    for (const Device& device : devices_of(desk, user)) agents.push_back(device.agent);
    return agents;
  }
  SessionId id_of(UserId user, std::string_view agent) {
    for (const Device& device : devices_of(desk, user))
      if (device.agent == agent) return device.id;
    return {};
  }

  Sessions::IsOver told_;
};
EACH_ENGINE(DeviceTest);

TEST_P(DeviceTest, TheListHoldsWhatIsNotOverAndWhenItWasSeen) {
  const UserId olive = set_up_owner();
  at(olive, "phone");
  clock.advance(std::chrono::hours(24 * 2));
  at(olive, "laptop");
  EXPECT_THAT(agents_of(olive), ElementsAre("laptop", "phone"));
  EXPECT_EQ(devices_of(desk, olive)[1].address, "10.0.0.9");
  clock.advance(std::chrono::hours(24 * 2));
  EXPECT_THAT(agents_of(olive), ElementsAre("laptop")) << "the phone was idle for too long";
}

TEST_P(DeviceTest, OneIsEndedFromAnotherAndItsStreamWithIt) {
  const UserId olive = set_up_owner();
  const Viewer phone = at(olive, "phone");
  const Viewer laptop = at(olive, "laptop");
  const auto before = head();
  ASSERT_TRUE(end_device(desk, laptop, id_of(olive, "phone")));
  EXPECT_THAT(agents_of(olive), ElementsAre("laptop"));
  EXPECT_THAT(kinds_after(before), ElementsAre("session.ended"));
  EXPECT_EQ(events_after(before)[0].data, R"({"agent":"phone","address":"10.0.0.9"})");
  ASSERT_TRUE(told_);
  EXPECT_TRUE(told_(phone));
  EXPECT_FALSE(told_(laptop));
}

TEST_P(DeviceTest, AllOthersAreEndedAtOnce) {
  const UserId olive = set_up_owner();
  at(olive, "phone");
  at(olive, "tablet");
  const Viewer laptop = at(olive, "laptop");
  ASSERT_TRUE(end_other_devices(desk, laptop, olive));
  EXPECT_THAT(agents_of(olive), ElementsAre("laptop"));
  const auto before = head();
  ASSERT_TRUE(end_other_devices(desk, laptop, olive));
  EXPECT_THAT(kinds_after(before), IsEmpty());
}

TEST_P(DeviceTest, AnOwnerEndsThoseOfOthersAndNobodyElseDoes) {
  const UserId olive = set_up_owner();
  const UserId rui = add_user("rui", Role::rep).id;
  const UserId mia = add_user("mia", Role::manager, Visibility::all).id;
  const Viewer phone = at(rui, "phone");
  const Viewer manager = at(mia, "desk");
  const Viewer owner = at(olive, "desk");
  EXPECT_EQ(code_of(end_device(desk, manager, id_of(rui, "phone"))), "record.not_found");
  EXPECT_EQ(code_of(end_device(desk, phone, id_of(olive, "desk"))), "record.not_found");
  EXPECT_EQ(code_of(end_device(desk, owner, SessionId(999))), "record.not_found");
  ASSERT_TRUE(end_device(desk, owner, id_of(rui, "phone")));
  EXPECT_THAT(agents_of(rui), IsEmpty());
  at(rui, "phone");
  at(rui, "laptop");
  ASSERT_TRUE(end_other_devices(desk, owner, rui));
  EXPECT_THAT(agents_of(rui), IsEmpty());
  EXPECT_THAT(agents_of(olive), ElementsAre("desk"));
}

// What sweep() tells is what lets go of an event stream that outlives its session.
TEST_P(DeviceTest, AStreamEndsWithTheSessionThatRunsOutUnderIt) {
  const UserId olive = set_up_owner();
  const Viewer stream = at(olive, "phone");
  clock.advance(stream.expires_at - clock.now() - std::chrono::seconds(1));
  const Viewer later = at(olive, "laptop");
  sessions.sweep();
  ASSERT_TRUE(told_);
  EXPECT_TRUE(told_(stream)) << "idle: no request was seen in all that time";
  EXPECT_FALSE(told_(later));
  clock.advance(std::chrono::hours(24 * 30));
  sessions.sweep();
  EXPECT_TRUE(told_(later));
}

}  // namespace
}  // namespace stagecoach::sales
