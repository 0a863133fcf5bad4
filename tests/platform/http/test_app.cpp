#include "platform/http/test_app.h"

#include <chrono>
#include <thread>

namespace stagecoach::http::testing {
namespace {

constexpr Phrase kUnknownClerk{"test.unknown_clerk", "Nobody knows this clerk.",
                               "无人认识此职员。"};
constexpr Phrase kTooHeavy{"test.too_heavy", "At most {max} kg.", "最多 {max} 公斤。"};
constexpr Phrase kNoSpaceLeft{"test.no_space", "The shelf is full.", "货架已满。"};

struct ShelfFull : std::runtime_error {
  ShelfFull() : std::runtime_error("shelf full: secret path /var/shelf") {}
};

constexpr Rule kOnlyAnna{
    "only_anna", [](const Identity& who) { return static_cast<const Clerk&>(who).name == "anna"; }};

struct ParcelTag;
using ParcelId = Id<ParcelTag>;

Result<Reply> slow(const Request& request) {
  std::this_thread::sleep_for(
      std::chrono::milliseconds(std::atoi(std::string(request.query("ms").value_or("0")).c_str())));
  return Reply::text("slept");
}

Result<Reply> count_up(const Request& request) {
  const int last = std::atoi(std::string(request.query("to").value_or("0")).c_str());
  const bool breaks = request.query("break").has_value();
  return Reply::stream("text/csv; charset=utf-8",
                       [next = 1, last, breaks](std::string& out) mutable -> Result<bool> {
                         if (breaks && next > 2) throw std::runtime_error("the disk is gone");
                         const int until = std::min(last, next + 999);
                         for (; next <= until; ++next) out += std::to_string(next) + "\r\n";
                         return next <= last;
                       });
}

}  // namespace

Result<std::shared_ptr<const Identity>> authenticate(const Request& request) {
  const auto header = request.header("Authorization");
  if (!header || !header->starts_with("Clerk ")) return std::shared_ptr<const Identity>();
  const std::string name(header->substr(6));
  if (name == "nobody") return Error(Error::Code::unauthenticated, kUnknownClerk);
  return std::shared_ptr<const Identity>(std::make_shared<Clerk>(name));
}

void add_parcel_routes(Router& router) {
  router
      .get("/api/parcels/{id}", Rule::anyone(), {"One parcel", {"parcels"}},
           [](const Request& request) -> Result<Answer<Parcel>> {
             const auto id = TRY(request.path_id<ParcelId>("id"));
             return Answer<Parcel>::versioned({"P" + std::to_string(id.value), id.value, {}}, 12);
           })
      .runs(Runs::inline_on_io);
  router.post("/api/parcels", Rule::anyone(), {"Take a parcel in", {"parcels"}},
              [](const Request&, const Parcel& parcel) -> Result<Answer<Parcel>> {
                if (parcel.weight > 100)
                  return Error(Error::Code::refused, {kTooHeavy, {{"max", "100"}}},
                               {{"weight", {kTooHeavy, {{"max", "100"}}}}});
                return Answer<Parcel>::created(parcel, "/api/parcels/7");
              });
  router
      .put("/api/parcels/{id}/label", Rule::signed_in(), {"Stick a label on", {"parcels"}},
           [](const Request& request) -> Result<Reply> {
             return Reply::text(std::to_string(request.seen_version()));
           })
      .versioned();
  router.get("/api/mine", Rule::signed_in(), {"Mine"}, [](const Request& request) -> Result<Reply> {
    return Reply::text(request.identity_as<Clerk>().name);
  });
  router.del("/api/all", kOnlyAnna, {"Burn it down"},
             [](const Request&) -> Result<void> { return {}; });
  router.post("/api/echo", Rule::anyone(), {"Echo"}, [](const Request& request) -> Result<Reply> {
    return Reply::text(std::string(request.raw_body()), "application/octet-stream");
  });
  router
      .post("/api/uploads", Rule::signed_in(), {"Upload"},
            [](const Request& request) -> Result<Reply> {
              return Reply::text(std::to_string(std::filesystem::file_size(request.body_file())));
            })
      .spools(200 * 1024 * 1024);
  router.get("/api/slow", Rule::anyone(), {"Sleep"}, slow);
  router.get("/api/count", Rule::anyone(), {"A long table"}, count_up);
  router.get("/api/text", Rule::anyone(), {"Much text"},
             [](const Request& request) -> Result<Reply> {
               const int size = std::atoi(std::string(request.query("size").value_or("0")).c_str());
               return Reply::json('"' + std::string(static_cast<size_t>(size), 'x') + '"');
             });
  router.get("/api/throw", Rule::anyone(), {"Fails"}, [](const Request& request) -> Result<Reply> {
    if (request.query("full")) throw ShelfFull();
    throw std::runtime_error("secret internals");
  });
  router.get("/api/events", Rule::signed_in(), {"Live"},
             [](const Request& request) -> Result<Reply> {
               EventStream stream;
               if (const auto topic = request.query("topic")) stream.topics.emplace_back(*topic);
               stream.replay = [](std::uint64_t after) -> Result<EventStream::Replay> {
                 if (after < 10) return EventStream::Replay{{}, false};
                 EventStream::Replay replay;
                 for (std::uint64_t id = after + 1; id <= 15; ++id)
                   replay.events.push_back({id, "old", "{}", ""});
                 return replay;
               };
               return Reply::event_stream(std::move(stream));
             });
}

StaticFiles small_site() {
  std::string script;
  for (int i = 0; i < 2000; ++i) script += "console.log(" + std::to_string(i) + ");\n";
  return StaticFiles::from_memory({{"index.html", "<!doctype html><title>Stagecoach</title>"},
                                   {"favicon.ico", std::string("\0\1", 2)},
                                   {"assets/app-BxC2k9_q.js", script}});
}

TestApp::TestApp(ServerConfig config, ServiceConfig service_config) {
  add_parcel_routes(router);
  service = std::make_unique<Service>(router, std::move(service_config));
  service->authenticate_with(authenticate);
  service->explain_failures_with([](const std::exception& failure) -> std::optional<Error> {
    if (dynamic_cast<const ShelfFull*>(&failure))
      return Error(Error::Code::storage_full, kNoSpaceLeft);
    return std::nullopt;
  });
  service->serve(small_site());
  config.port = 0;
  config.io_threads = config.io_threads ? config.io_threads : 2;
  server = std::make_unique<Server>(std::move(config), *service, hub, clock);
  server->start();
}

}  // namespace stagecoach::http::testing
