// The passwords that are tried first.
#pragma once

#include <string_view>

namespace stagecoach::sales {

// Whether `password` (folded: lower case, NFKC) is made of nothing but what everybody's is made of:
// one or two common words or keyboard runs, with digits, punctuation and the usual letter swaps
// (p@ssw0rd) around them; one short piece repeated; a run of neighbours (abcdefgh, 87654321); or
// fewer than twelve digits.
//
// This covers the lists of commonly used passwords by their patterns instead of by their lines: a
// list has password1 and not password17.
bool is_common_password(std::string_view password);

}  // namespace stagecoach::sales
