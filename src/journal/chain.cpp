#include "journal/chain.h"

#include <sodium.h>

#include <cstring>

namespace stagecoach::journal {
namespace {

void feed(std::string& out, std::int64_t number) {
  char bytes[8];
  for (int i = 0; i < 8; ++i)
    bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
  out.append(bytes, sizeof bytes);
}

void feed(std::string& out, std::string_view text) {
  feed(out, static_cast<std::int64_t>(text.size()));
  out.append(text);
}

}  // namespace

std::string chain_hash(std::string_view previous, const Event& event) {
  std::string content;
  content.reserve(event.data.size() + 160);
  feed(content, previous);
  feed(content, event.seq);
  feed(content, to_millis(event.recorded_at));
  feed(content, to_millis(event.effective_at));
  feed(content, event.actor.value);
  feed(content, event.cause.value_or(0));
  feed(content, std::string_view(event.kind));
  feed(content, std::string_view(event.subject_kind));
  feed(content, event.subject_id);
  feed(content, std::string_view(event.data));
  std::string hash(kHashBytes, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                     nullptr, 0);
  return hash;
}

}  // namespace stagecoach::journal
