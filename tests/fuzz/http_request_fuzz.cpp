// Any bytes on a connection: they are read as requests, routed and answered as the server would,
// and it must not matter in which pieces they arrive.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include "platform/base/log.h"
#include "platform/http/service.h"
#include "platform/http/wire/reply_writer.h"
#include "platform/http/wire/request_reader.h"

namespace stagecoach::http {
namespace {

constexpr std::size_t kHeadBytesMax = 2048;
constexpr std::size_t kBodyBytesMax = 4096;

struct Parcel {
  std::string label;
  std::optional<std::int64_t> weight;
};
BOOST_DESCRIBE_STRUCT(Parcel, (), (label, weight))

const Service& service() {
  static const Router* router = [] {
    log::set_level(log::Level::error);
    auto* made = new Router;
    made->get("/p/{id}", Rule::anyone(), {"Read"},
              [](const Request& request) -> Result<Answer<Parcel>> {
                const auto id = TRY(request.path_id<Id<Parcel>>("id"));
                return Answer<Parcel>::versioned({std::string(request.path()), id.value}, 7);
              });
    made->get("/q", Rule::anyone(), {"Search"},
              [](const Request&, const Parcel& parcel) -> Result<Parcel> { return parcel; });
    made->post("/p", Rule::anyone(), {"Create"},
               [](const Request& request, const Parcel& parcel) -> Result<Parcel> {
                 (void)TRY(request.required_version());
                 (void)TRY(request.idempotency_key());
                 return parcel;
               });
    return made;
  }();
  static Service* made = [] {
    ServiceConfig config;
    config.proxies = {"10.0.0.0/8"};
    auto* one = new Service(*router, config);
    one->serve(StaticFiles::from_memory({{"index.html", "<html></html>"}}));
    return one;
  }();
  return *made;
}

// The requests that are read from a connection's bytes arriving `piece` at a time, and the statuses
// of their replies.
std::string replies_to(std::string_view bytes, size_t piece) {
  BodyBudget budget(1 << 20);
  RequestReader reader(kHeadBytesMax, budget);
  reader.set_peer("10.0.0.1", false);
  std::string out;
  size_t from = 0;
  size_t to = 0;
  while (true) {
    size_t used = 0;
    const auto step = reader.feed(bytes.substr(from, to - from), used);
    if (used > to - from) std::abort();
    from += used;
    switch (step) {
      case RequestReader::Step::more:
        if (to == bytes.size()) return out;
        if (to - from >= kHeadBytesMax) std::abort();  // a full buffer would wait for ever
        to = std::min({bytes.size(), to + piece, from + kHeadBytesMax});
        break;
      case RequestReader::Step::broken:
        if (!reader.failure().phrase || reader.failure().status < 400) std::abort();
        return out;
      case RequestReader::Step::head:
        if (!reader.accept_body(kBodyBytesMax, false, "/nowhere")) return out;
        break;
      case RequestReader::Step::done: {
        if (reader.request().raw_body().size() > kBodyBytesMax) std::abort();
        const Reply reply = service().handle(reader.request());
        HeadFacts facts;
        facts.length = reply.bytes().size();
        std::string head;
        append_head(head, reply, facts);
        // Nothing of the request may end the head early.
        if (head.find("\r\n\r\n") != head.size() - 4) std::abort();
        out += std::to_string(reply.status()) + ' ' + std::string(reader.request().path()) + ' ' +
               std::string(reader.request().raw_body()) + '\n';
        reader.restart({});
        break;
      }
    }
  }
}

}  // namespace
}  // namespace stagecoach::http

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string whole = stagecoach::http::replies_to(bytes, size + 1);
  // When a broken head is noticed may depend on the pieces; which requests are answered may not.
  if (stagecoach::http::replies_to(bytes, 7) != whole) std::abort();
  return 0;
}
