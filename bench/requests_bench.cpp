// What a request costs the server at the size of the workspace: CPU of the whole process per
// request, everything it sets off in the background included; and what the process keeps in memory.
#include <sqlite3.h>
#include <time.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <mutex>
#include <random>

#include "figures.h"
#include "running_server.h"

namespace {

using namespace stagecoach::bench;
namespace json = boost::json;
constexpr int kRounds = 3;
constexpr int kIdleSeconds = 5;
constexpr double kMemoryMbMax = 400;

// What there is to ask for.
struct Ground {
  std::int64_t deals = 0;
  std::vector<std::int64_t> stages, owners;
  std::int64_t first_stage = 0, second_stage = 0, contact = 0, account = 0;
};

json::value read_json(Client& client, const std::string& target) {
  const Answer answer = client.get(target);
  if (answer.status != 200) fail(target + ": " + answer.body);
  return json::parse(answer.body);
}

Ground look_around(int port, const std::string& cookie) {
  Client client(port, cookie);
  Ground ground;
  ground.deals = newest_deal(port, cookie);
  const json::value pipelines = read_json(client, "/api/pipelines");
  for (const json::value& stage : pipelines.at("items").at(0).at("stages").as_array()) {
    if (stage.at("kind").as_string() != "open") continue;
    ground.stages.push_back(stage.at("id").as_int64());
  }
  ground.first_stage = ground.stages.at(0);
  ground.second_stage = ground.stages.at(1);
  const json::value users = read_json(client, "/api/users");
  for (const json::value& user : users.at("items").as_array())
    if (user.at("role").as_string() == "rep") ground.owners.push_back(user.at("id").as_int64());
  const json::value contact = read_json(client, "/api/contacts?limit=1").at("items").at(0);
  ground.contact = contact.at("id").as_int64();
  ground.account = contact.at("account_id").as_int64();
  return ground;
}

// The same places in every run, all over the table.
std::int64_t place(int i, std::int64_t count) {
  std::mt19937_64 random(static_cast<std::uint64_t>(i) + 1);
  return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(count));
}

template <class T>
const T& pick(const std::vector<T>& from, int i) {
  return from[static_cast<std::size_t>(i) % from.size()];
}

struct Measured {
  double cpu_ms = 0, per_second = 0;
};

class Requests {
 public:
  Requests(const RunningServer& server, std::string cookie)
      : server_(server), cookie_(std::move(cookie)) {}

  // The median round of a request that `send` makes; its first round warms caches and is not
  // counted.
  Measured measure(int requests, const std::function<int(Client&, int)>& send) {
    std::vector<double> cpu, rate;
    load(server_, cookie_, requests / 4 + 1, send);
    for (int round = 0; round < kRounds; ++round) {
      const Cost cost = load(server_, cookie_, requests, [&](Client& client, int i) {
        return send(client, i + round * requests);
      });
      cpu.push_back(cost.cpu_ms);
      rate.push_back(cost.per_second);
    }
    return {median(cpu), median(rate)};
  }
  Measured gets(int requests, const std::function<std::string(int)>& target) {
    return measure(requests, [&](Client& client, int i) { return client.get(target(i)).status; });
  }

 private:
  const RunningServer& server_;
  std::string cookie_;
};

void show(std::string_view name, const Measured& measured, double goal_ms) {
  print({name, "ms CPU", measured.cpu_ms, goal_ms});
  print({"  requests a second, 4 connections", "/s", measured.per_second});
}

std::string page_target(const Ground& ground, int i) {
  return "/api/deals?stage_id=" + std::to_string(pick(ground.stages, i)) +
         "&owner_id=" + std::to_string(pick(ground.owners, i / 7)) + "&sort=-amount";
}

// The page of page_target straight from the file: what no program that shows it can do without.
constexpr const char* kBarePage =
    "SELECT d.id, d.version, d.name, d.pipeline_id, d.stage_id, d.status, d.account_id, a.name, "
    "d.owner_id, u.name, d.amount_minor, d.currency, d.expected_close, d.source, d.probability, "
    "d.stage_entered_at, d.facts, d.created_at, d.updated_at FROM deals d "
    "LEFT JOIN accounts a ON a.id = d.account_id JOIN users u ON u.id = d.owner_id "
    "WHERE d.deleted_at IS NULL AND d.stage_id = ?1 AND d.owner_id = ?2 "
    "ORDER BY d.amount_minor DESC, d.id DESC LIMIT 51";

double cpu_ms_of_bare_page(const Ground& ground) {
  constexpr int kPages = 2000;
  sqlite3* db = nullptr;
  sqlite3_stmt* page = nullptr;
  const std::string file(kWorkspace);
  if (sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) ||
      sqlite3_exec(db, "PRAGMA cache_size = -16384", nullptr, nullptr, nullptr) ||
      sqlite3_prepare_v2(db, kBarePage, -1, &page, nullptr))
    fail(sqlite3_errmsg(db));
  const auto cpu = [] {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
  };
  std::vector<double> rounds;
  for (int round = 0; round <= kRounds; ++round) {
    const double before = cpu();
    for (int i = 0; i < kPages; ++i) {
      sqlite3_bind_int64(page, 1, pick(ground.stages, i));
      sqlite3_bind_int64(page, 2, pick(ground.owners, i / 7));
      while (sqlite3_step(page) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count(page); ++column)
          sqlite3_column_bytes(page, column);
      sqlite3_reset(page);
    }
    if (round > 0) rounds.push_back((cpu() - before) / kPages);
  }
  sqlite3_finalize(page);
  sqlite3_close(db);
  return median(rounds);
}

void measure_reads(Requests& requests, const Ground& ground) {
  show("read a deal",
       requests.gets(
           10'000,
           [&](int i) { return "/api/deals/" + std::to_string(1 + place(i, ground.deals)); }),
       0.06);
  const Measured page = requests.gets(4'000, [&](int i) { return page_target(ground, i); });
  show("list of 50 by stage and owner, by amount", page, 0.25);
  print({"  beside the bare SQLite query of it", "ms CPU", page.cpu_ms, 4,
         cpu_ms_of_bare_page(ground)});
  show("board: count and sum by stage",
       requests.gets(3'000, [](int) { return std::string("/api/board?cards=0"); }), 0.5);
  show("board with 12 cards a stage",
       requests.gets(1'500, [](int) { return std::string("/api/board"); }), 0);
  show("time in stage over all deals",
       requests.gets(40, [](int) { return std::string("/api/cycle"); }), 30);
}

void measure_writes(Requests& requests, const Ground& ground, const RunningServer& server,
                    const std::string& cookie) {
  struct Made {
    std::string target, etag;
  };
  std::vector<Made> made;
  std::mutex mutex;
  const std::string body_end =
      R"(","account_id":)" + std::to_string(ground.account) +
      R"(,"amount":{"minor":12500000,"currency":"CNY"},"source":"referral",)"
      R"("expected_close":"2030-06-30"})";
  constexpr int kWrites = 1'500;
  show("create a deal",
       requests.measure(kWrites,
                        [&](Client& client, int i) {
                          const Answer answer = client.write(
                              "POST", "/api/deals",
                              R"({"name":"年度框架合同 )" + std::to_string(i) + body_end);
                          if (answer.status != 201) fail("create: " + answer.body);
                          const std::lock_guard lock(mutex);
                          made.push_back({answer.location, answer.etag});
                          return answer.status;
                        }),
       0.25);
  // What the gate of the first stage asks for, except for the move itself.
  load(server, cookie, static_cast<int>(made.size()), [&](Client& client, int i) {
    Made& deal = made[static_cast<std::size_t>(i)];
    const Answer ticked =
        client.write("PUT", deal.target + "/checklist/icp_fit", R"({"done":true})", deal.etag);
    const Answer seated =
        client.write("PUT", deal.target + "/committee/" + std::to_string(ground.contact),
                     R"({"role":"champion","influence":3,"stance":"supporter"})", ticked.etag);
    if (seated.status != 200) fail("prepare a move: " + ticked.body + seated.body);
    deal.etag = seated.etag;
    return seated.status;
  });
  std::atomic<std::size_t> next = 0;
  const std::string to = R"({"to_stage_id":)" + std::to_string(ground.second_stage) + "}";
  show("move a deal through its gate",
       requests.measure(kWrites,
                        [&](Client& client, int) {
                          const Made& deal = made.at(next++);
                          const Answer answer =
                              client.write("POST", deal.target + "/moves", to, deal.etag);
                          if (answer.status != 200) fail("move: " + answer.body);
                          return answer.status;
                        }),
       0.25);
}

}  // namespace

int main() {
  const RunningServer server;
  server.seconds_until_ok("/readyz", {});
  const std::string cookie = sign_in(server.port());
  server.wait_until_idle();
  const Ground ground = look_around(server.port(), cookie);
  Requests requests(server, cookie);
  print({"deals in the workspace", "", static_cast<double>(ground.deals)});
  measure_reads(requests, ground);
  measure_writes(requests, ground, server, cookie);
  const double before = server.usage().cpu_seconds;
  ::sleep(kIdleSeconds);
  print({"CPU while nobody asks", "ms/s",
         (server.usage().cpu_seconds - before) / kIdleSeconds * 1e3, 5});
  print({"memory after all that", "MB", server.usage().resident_mb, kMemoryMbMax});
  return 0;
}
