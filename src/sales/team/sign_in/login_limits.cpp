#include "sales/team/sign_in/login_limits.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <vector>

namespace stagecoach::sales {
namespace {

constexpr Phrase kTooMany{"session.too_many_attempts",
                          "Too many attempts. Try again in {seconds} seconds.",
                          "尝试次数过多，请在 {seconds} 秒后重试。"};

std::chrono::seconds delay_after(int failures, const Limit& limit) {
  const int beyond = failures - limit.free;
  if (beyond <= 0) return std::chrono::seconds(0);
  constexpr int kDoublingsMax = 20;
  return std::min(limit.delay_max,
                  std::chrono::seconds(1LL << std::min(beyond - 1, kDoublingsMax)));
}

}  // namespace

LoginLimits::LoginLimits(const Clock& clock, LoginLimitSettings settings)
    : clock_(clock), settings_(settings) {}

Instant LoginLimits::free_at(const Entries& entries, const std::string& key, const Limit& limit,
                             Instant now) {
  const auto found = entries.find(key);
  if (found == entries.end() || now - found->second.last > limit.memory) return now;
  return found->second.free_at;
}

void LoginLimits::make_room(Entries& entries, const Limit& limit, Instant now) const {
  if (entries.size() < settings_.entries_max) return;
  std::erase_if(entries, [&](const auto& e) { return now - e.second.last > limit.memory; });
  if (entries.size() < settings_.entries_max) return;
  // A tenth at a time, so that a flood does not pay for this at each attempt.
  std::vector<Instant> ages;
  ages.reserve(entries.size());
  for (const auto& [key, entry] : entries) ages.push_back(entry.last);
  const auto tenth = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 10);
  std::nth_element(ages.begin(), tenth, ages.end());
  const Instant oldest_kept = *tenth;
  std::erase_if(entries, [&](const auto& e) { return e.second.last <= oldest_kept; });
}

void LoginLimits::count(Entries& entries, const std::string& key, const Limit& limit,
                        Instant now) const {
  make_room(entries, limit, now);
  Entry& entry = entries[key];
  if (now - entry.last > limit.memory) entry.failures = 0;
  ++entry.failures;
  entry.last = now;
  entry.free_at = now + delay_after(entry.failures, limit);
}

Result<void> LoginLimits::begin(std::string_view address, std::string_view account, Attempt what) {
  const Instant now = clock_.now();
  const std::string from = counted_address(address);
  const std::string who(account);
  auto book = book_.lock();
  Entries& accounts = entries_of(*book, what);
  const Instant free = std::max(free_at(accounts, who, limit_of(what), now),
                                free_at(book->addresses, from, settings_.address, now));
  if (free > now) {
    const auto wait = std::chrono::ceil<std::chrono::seconds>(free - now);
    Error error(Error::Code::rate_limited,
                Message(kTooMany, {{"seconds", std::to_string(wait.count())}}));
    error.retry_after = wait;
    return error;
  }
  count(accounts, who, limit_of(what), now);
  count(book->addresses, from, settings_.address, now);
  return {};
}

void LoginLimits::succeeded(std::string_view address, std::string_view account, Attempt what) {
  auto book = book_.lock();
  entries_of(*book, what).erase(std::string(account));
  // Only this attempt: else a thief with one good account could clear his address as he goes.
  const auto from = book->addresses.find(counted_address(address));
  if (from == book->addresses.end()) return;
  if (--from->second.failures <= 0)
    book->addresses.erase(from);
  else
    from->second.free_at = from->second.last;
}

std::string counted_address(std::string_view address) {
  const std::string text(address);
  in6_addr bytes{};
  if (inet_pton(AF_INET6, text.c_str(), &bytes) != 1) return text;
  if (IN6_IS_ADDR_V4MAPPED(&bytes)) {
    std::array<char, INET_ADDRSTRLEN> v4{};
    return inet_ntop(AF_INET, bytes.s6_addr + 12, v4.data(), v4.size());
  }
  std::fill(bytes.s6_addr + 8, bytes.s6_addr + 16, std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> prefix{};
  return std::string(inet_ntop(AF_INET6, &bytes, prefix.data(), prefix.size())) + "/64";
}

}  // namespace stagecoach::sales
