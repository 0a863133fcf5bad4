// Server-sent events: one publisher, thousands of listeners.
//
// A listener is a connection that was answered with Reply::event_stream. publish() may be called
// from any thread and never blocks on a client: the event is handed once to each I/O thread, which
// asks `may_see` for its own listeners and queues the shared bytes. A listener whose queue is full
// is dropped; its browser reconnects with Last-Event-ID and is caught up by the `replay` callback.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/guarded.h"
#include "platform/base/result.h"
#include "platform/http/rule.h"

namespace stagecoach::http {

struct Event {
  std::uint64_t id =
      0;              // rising (the journal's sequence); 0 = an event that cannot be resumed from
  std::string type;   // "deal.moved"; no line breaks
  std::string data;   // one JSON text; line breaks are framed correctly
  std::string topic;  // "deal:42"; listeners that named topics hear only theirs; "" = everybody
};

// The bytes of an event as they go over the wire ("id: 7\nevent: ...\ndata: ...\n\n").
std::string frame_of(const Event& event);

// What one listener asked for.
struct EventStream {
  // Events later than `after`, oldest first, of those this caller may see; runs on a worker thread,
  // once, after the listener was registered, so nothing falls between replay and live. `complete`
  // false (too far back) sends "event: reset": the client loads everything anew.
  struct Replay {
    std::vector<Event> events;
    bool complete = true;
  };
  std::vector<std::string> topics;  // empty = all
  // What the client has seen; where it is 0 the server takes Last-Event-ID.
  std::uint64_t after = 0;
  // Empty = no resume. Not asked where `after` is 0: the client has just loaded everything.
  std::function<Result<Replay>(std::uint64_t after)> replay;
};

// Thread-safe. Outlives the server that feeds it.
class EventHub {
 public:
  using MaySee = std::function<bool(const Identity&)>;

  // Queues the event for every listener whose identity passes `may_see` (called on I/O threads: no
  // locks, no database). An empty function means everybody.
  void publish(Event event, MaySee may_see = {});

  // Ends the streams of these identities (their session died). Anonymous listeners are never asked.
  void close_where(MaySee dead);

  // Listeners connected now, on all I/O threads.
  std::int64_t listeners() const;

  // ---- for the server ----

  struct Published {
    Event event;
    std::string frame;
    MaySee may_see;
  };
  // The listeners of one I/O thread. Calls come from any thread and return at once.
  class Lane {
   public:
    virtual ~Lane() = default;
    virtual void deliver(std::shared_ptr<const Published> published) = 0;
    virtual void close_where(std::shared_ptr<const MaySee> dead) = 0;
    virtual std::int64_t listeners() const = 0;
  };
  void add_lane(std::shared_ptr<Lane> lane);
  void remove_lane(const Lane* lane);

 private:
  Guarded<std::vector<std::shared_ptr<Lane>>> lanes_;
};

}  // namespace stagecoach::http
