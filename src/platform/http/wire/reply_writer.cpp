#include "platform/http/wire/reply_writer.h"

#include <charconv>
#include <ctime>

#include "platform/http/problem.h"

namespace stagecoach::http {
namespace {

template <class T>
void append_number(std::string& out, T number, int base = 10) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number, base).ptr;
  out.append(digits, end);
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

void append_head(std::string& out, const Reply& reply, const HeadFacts& facts) {
  out += "HTTP/1.1 ";
  append_number(out, reply.status());
  out += ' ';
  out.append(reason_of(reply.status())).append("\r\n");
  append_line(out, "Date", facts.date);
  if (!reply.type().empty()) append_line(out, "Content-Type", reply.type());
  if (facts.length) {
    out += "Content-Length: ";
    append_number(out, *facts.length);
    out += "\r\n";
  }
  if (facts.chunked) out += "Transfer-Encoding: chunked\r\n";
  if (!facts.request_id.empty()) append_line(out, "X-Request-Id", facts.request_id);
  out += reply.fixed_headers();
  for (const auto& [name, value] : reply.headers()) append_line(out, name, value);
  if (!facts.keep_alive)
    out += "Connection: close\r\n";
  else if (!facts.http_1_1)
    out += "Connection: keep-alive\r\n";
  out += "\r\n";
}

void append_chunk(std::string& out, std::string_view piece) {
  append_number(out, piece.size(), 16);
  out.append("\r\n").append(piece).append("\r\n");
}

std::string http_date(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  char text[40];
  const size_t size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text, size};
}

}  // namespace stagecoach::http
