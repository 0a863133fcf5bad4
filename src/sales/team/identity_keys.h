// Folded forms by which people and teams are found: two spellings of one name give one key.
//
// Unicode NFKC with case folding, white space trimmed and runs of it made one space. Accents stay:
// josé@ and jose@ are two people.
#pragma once

#include <string>
#include <string_view>

namespace stagecoach::sales {

std::string folded_key(std::string_view text);

// Without white space and control characters, exactly one '@' with something on both sides, at most
// 254 bytes. Whether a mailbox is behind it only a message can tell.
bool is_email(std::string_view text);

// NFKC without case folding: the same password typed on two keyboards is one.
std::string normalized_password(std::string_view password);

}  // namespace stagecoach::sales
