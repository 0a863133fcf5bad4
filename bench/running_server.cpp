#include "running_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "figures.h"

namespace stagecoach::bench {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
constexpr int kConnections = 4;
constexpr double kStartSecondsMax = 300, kIdleSecondsMax = 1200;

void pause(int milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
}

// The kernel's choice; the server takes it over a moment later.
int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
    fail("no free port");
  ::close(socket);
  return ntohs(address.sin_port);
}

}  // namespace

double now_seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

RunningServer::RunningServer() : port_(free_port()), started_(now_seconds()) {
  const std::string program(kProgram), database(kWorkspace);
  const std::string listen = "127.0.0.1:" + std::to_string(port_);
  pid_ = ::fork();
  if (pid_ < 0) fail("no process can be started");
  if (pid_ > 0) return;
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // it ends with us, however we end
  ::dup2(::open("/dev/null", O_WRONLY), STDOUT_FILENO);
  ::execl(program.c_str(), program.c_str(), "serve", "--listen", listen.c_str(), "--database",
          database.c_str(), "--web", "web/dist", "--log-level", "warning", nullptr);
  ::_exit(127);
}

RunningServer::~RunningServer() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}

Usage RunningServer::usage() const {
  const std::string folder = "/proc/" + std::to_string(pid_);
  std::ifstream stat(folder + "/stat"), statm(folder + "/statm");
  std::string line;
  std::getline(stat, line);
  // After the name, which may hold spaces: state is field 3, utime 14, stime 15.
  std::istringstream fields(line.substr(line.rfind(')') + 2));
  std::vector<std::string> values{std::istream_iterator<std::string>(fields), {}};
  if (values.size() < 13) fail("the server has ended");
  Usage usage;
  usage.cpu_seconds =
      (std::stod(values[11]) + std::stod(values[12])) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  long pages = 0, resident = 0;
  statm >> pages >> resident;
  usage.resident_mb =
      static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
  return usage;
}

double RunningServer::seconds_until_ok(const std::string& target, const std::string& cookie) const {
  while (now_seconds() - started_ < kStartSecondsMax) {
    try {
      Client client(port_, cookie);
      if (client.get(target).status == 200) return now_seconds() - started_;
    } catch (const boost::system::system_error&) {  // it does not listen yet
    }
    pause(2);
  }
  fail("no answer to " + target);
}

void RunningServer::wait_until_idle() const {
  constexpr int kSampleMs = 250, kQuietSamples = 3;
  constexpr double kIdleCpuSeconds = 0.011;  // one tick
  const double since = now_seconds();
  double before = usage().cpu_seconds;
  int quiet = 0;  // samples in a row: on a busy machine one may only mean that others ran
  while (now_seconds() - since < kIdleSecondsMax) {
    pause(kSampleMs);
    const double after = usage().cpu_seconds;
    quiet = after - before < kIdleCpuSeconds ? quiet + 1 : 0;
    if (quiet == kQuietSamples) return;
    before = after;
  }
  fail("the server never came to rest");
}

Client::Client(int port, std::string cookie) : socket_(context_), cookie_(std::move(cookie)) {
  socket_.connect({asio::ip::make_address("127.0.0.1"), static_cast<unsigned short>(port)});
  socket_.set_option(asio::ip::tcp::no_delay(true));
}

Answer Client::exchange(std::string_view method, const std::string& target,
                        const std::string& headers, const std::string& body) {
  std::string request(method);
  request += " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
  if (!cookie_.empty()) request += "Cookie: " + cookie_ + "\r\n";
  if (!body.empty())
    request +=
        "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
  request += "\r\n" + body;
  asio::write(socket_, asio::buffer(request));
  http::response_parser<http::string_body> parser;
  parser.body_limit(boost::none);
  http::read(socket_, buffer_, parser);
  auto& message = parser.get();
  const auto field = [&](http::field name) {
    const auto value = message[name];
    return std::string(value.data(), value.size());
  };
  Answer answer;
  answer.status = static_cast<int>(message.result_int());
  answer.etag = field(http::field::etag);
  answer.location = field(http::field::location);
  answer.cookie = field(http::field::set_cookie);
  answer.cookie.resize(std::min(answer.cookie.find(';'), answer.cookie.size()));
  answer.body = std::move(message.body());
  return answer;
}

Answer Client::get(const std::string& target, std::string_view accept_encoding) {
  std::string headers;
  if (!accept_encoding.empty())
    headers.append("Accept-Encoding: ").append(accept_encoding).append("\r\n");
  return exchange("GET", target, headers, {});
}

Answer Client::write(std::string_view method, const std::string& target, const std::string& body,
                     const std::string& if_match) {
  static std::atomic<int> count = 0;
  static const std::string run = std::to_string(::getpid()) + "-" + std::to_string(now_seconds());
  std::string headers = "Idempotency-Key: " + run + "-" + std::to_string(++count) + "\r\n";
  if (!if_match.empty()) headers += "If-Match: " + if_match + "\r\n";
  return exchange(method, target, headers, body);
}

std::string sign_in(int port) {
  // "Sign in as … with the password …", in whichever language.
  std::ifstream file{std::string(kSignIn)};
  std::string line, word, email, password;
  while (email.empty() && std::getline(file, line)) {
    if (line.find('@') == line.npos) continue;
    std::istringstream words(line);
    while (words >> word) {
      if (word.find('@') != word.npos) email = word;
      password = word;
    }
  }
  Client client(port, {});
  const Answer answer = client.write(
      "POST", "/api/session", R"({"email":")" + email + R"(","password":")" + password + R"("})");
  if (answer.status != 200) fail("nobody can sign in: " + answer.body);
  return answer.cookie;
}

std::int64_t newest_deal(int port, const std::string& cookie) {
  const Answer answer = Client(port, cookie).get("/api/deals?limit=1");
  if (answer.status != 200) fail("the deals cannot be listed: " + answer.body);
  return boost::json::parse(answer.body).at("items").at(0).at("id").as_int64();
}

Cost load(const RunningServer& server, const std::string& cookie, int requests,
          const std::function<int(Client&, int)>& send) {
  std::atomic<int> next = 0;
  const double cpu_before = server.usage().cpu_seconds;
  const double since = now_seconds();
  std::vector<std::thread> threads;
  for (int t = 0; t < kConnections; ++t)
    threads.emplace_back([&] {
      Client client(server.port(), cookie);
      for (int i = next++; i < requests; i = next++) {
        const int status = send(client, i);
        if (status != 200 && status != 201) fail("answered with " + std::to_string(status));
      }
    });
  for (std::thread& thread : threads) thread.join();
  const double took = now_seconds() - since;
  // What a write sets off in the background (the search index, the readers) belongs to its price.
  server.wait_until_idle();
  return {(server.usage().cpu_seconds - cpu_before) / requests * 1e3, requests / took};
}

}  // namespace stagecoach::bench
