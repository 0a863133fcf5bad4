#include "platform/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>

namespace stagecoach::log {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto made = std::make_shared<spdlog::logger>("stagecoach",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})",
                      spdlog::pattern_time_type::utc);
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *instance;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\u%04x", byte);
      out += code.data();
    } else {
      out += c;
    }
  }
}

bool is_secret(std::string_view name) {
  for (const std::string_view word :
       {"password", "token", "authorization", "cookie", "secret", "key"})
    if (name.find(word) != name.npos) return true;
  return false;
}

}  // namespace

void set_level(Level level) {
  constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                              spdlog::level::err};
  logger().set_level(levels[static_cast<size_t>(level)]);
}

void write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  constexpr std::array levels{spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                              spdlog::level::err};
  const auto spd_level = levels[static_cast<size_t>(level)];
  if (!logger().should_log(spd_level)) return;
  std::string line = "\"event\":\"";
  append_escaped(line, event);
  line += '"';
  for (const Field& field : fields) {
    line += ",\"";
    append_escaped(line, field.name);
    line += "\":\"";
    append_escaped(line,
                   is_secret(field.name) ? std::string_view("***") : std::string_view(field.value));
    line += '"';
  }
  logger().log(spd_level, "{}", line);
}

}  // namespace stagecoach::log
