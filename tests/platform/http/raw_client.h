// A blocking client that sends exactly the bytes a test wants. Every wait ends: a read that gets
// nothing for `patience` gives what it has.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace stagecoach::http::testing {

struct Answered {
  int status = 0;  // 0: the connection ended without a reply
  std::string head;
  std::string body;

  // The value of the first header of that name; "" where there is none.
  std::string header(std::string_view name) const {
    const std::string wanted = "\r\n" + std::string(name) + ": ";
    const size_t at = head.find(wanted);
    if (at == head.npos) return {};
    const size_t from = at + wanted.size();
    return head.substr(from, head.find("\r\n", from) - from);
  }
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port,
                     std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval wait{patience.count() / 1000, (patience.count() % 1000) * 1000};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot connect");
  }
  ~RawClient() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}
  RawClient& operator=(RawClient&&) = delete;

  int descriptor() const { return socket_; }

  // False: the server does not take it any more.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
  }
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  // One reply. `to_head`: it answers a HEAD and has no body whatever its head says.
  Answered receive(bool to_head = false) {
    Answered answered;
    size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == unread_.npos)
      if (!read_more()) return answered;
    answered.head = unread_.substr(0, end + 2);
    unread_.erase(0, end + 4);
    answered.status = std::atoi(answered.head.c_str() + 9);
    if (to_head || answered.status == 100 || answered.status == 204 || answered.status == 304)
      return answered;
    if (answered.header("Transfer-Encoding") == "chunked")
      answered.body = receive_chunks();
    else if (const auto length = answered.header("Content-Length"); !length.empty())
      answered.body = take(std::stoul(length));
    else
      answered.body = receive_all();
    return answered;
  }

  Answered ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }

  // Until the text has arrived; false when it does not.
  bool receive_until(std::string_view text) {
    while (unread_.find(text) == unread_.npos)
      if (!read_more()) return false;
    return true;
  }
  const std::string& unread() const { return unread_; }

  // True when the server has ended the connection (and nothing is left to read).
  bool is_closed() {
    while (read_more()) {
    }
    return ended_;
  }

  std::string receive_all() {
    while (read_more()) {
    }
    return std::exchange(unread_, {});
  }

 private:
  bool read_more() {
    char bytes[16 * 1024];
    const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) {
      ended_ = got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
      return false;
    }
    unread_.append(bytes, static_cast<size_t>(got));
    return true;
  }
  std::string take(size_t size) {
    while (unread_.size() < size)
      if (!read_more()) return std::exchange(unread_, {});
    std::string taken = unread_.substr(0, size);
    unread_.erase(0, size);
    return taken;
  }
  std::string receive_chunks() {
    std::string body;
    while (true) {
      size_t end = 0;
      while ((end = unread_.find("\r\n")) == unread_.npos)
        if (!read_more()) return body + "<broken off>";
      const size_t size = std::stoul(unread_.substr(0, end), nullptr, 16);
      unread_.erase(0, end + 2);
      const std::string piece = take(size);
      body += piece;
      if (piece.size() < size) return body + "<broken off>";
      take(2);
      if (size == 0) return body;
    }
  }

  int socket_;
  std::string unread_;
  bool ended_ = false;
};

}  // namespace stagecoach::http::testing
