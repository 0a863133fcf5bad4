#include "platform/http/event_hub.h"

#include <algorithm>

namespace stagecoach::http {

std::string frame_of(const Event& event) {
  std::string frame;
  if (event.id != 0) frame += "id: " + std::to_string(event.id) + '\n';
  if (!event.type.empty()) frame += "event: " + event.type + '\n';
  std::string_view rest = event.data;
  do {  // each line of the data is a field of its own
    const size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    frame += "data: ";
    frame += rest.substr(0, end);
    frame += '\n';
    const bool is_crlf = rest.substr(end).starts_with("\r\n");
    rest.remove_prefix(std::min(rest.size(), end + (is_crlf ? 2 : 1)));
  } while (!rest.empty());
  frame += '\n';
  return frame;
}

void EventHub::publish(Event event, MaySee may_see) {
  auto published = std::make_shared<Published>();
  published->frame = frame_of(event);
  published->event = std::move(event);
  published->may_see = std::move(may_see);
  const auto lanes = lanes_.read();
  for (const auto& lane : *lanes) lane->deliver(published);
}

void EventHub::close_where(MaySee dead) {
  const auto shared = std::make_shared<const MaySee>(std::move(dead));
  const auto lanes = lanes_.read();
  for (const auto& lane : *lanes) lane->close_where(shared);
}

std::int64_t EventHub::listeners() const {
  std::int64_t sum = 0;
  const auto lanes = lanes_.read();
  for (const auto& lane : *lanes) sum += lane->listeners();
  return sum;
}

void EventHub::add_lane(std::shared_ptr<Lane> lane) {
  lanes_.lock()->push_back(std::move(lane));
}

void EventHub::remove_lane(const Lane* lane) {
  std::erase_if(*lanes_.lock(), [lane](const auto& held) { return held.get() == lane; });
}

}  // namespace stagecoach::http
