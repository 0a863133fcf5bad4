// "Did you mean …?" for names that people type: fields, settings, commands.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace stagecoach {

// Edits (insert, delete, replace, swap neighbours) that turn one name into the other. Bytes are
// compared, ASCII letters without case and '-', '_', ' ' as one; names longer than 64 bytes are
// never near anything.
int edit_distance(std::string_view a, std::string_view b);

// The candidate closest to `name`, if it is close enough to be what somebody meant: at most a third
// of the longer name's length in edits. The first one wins a tie.
std::optional<std::string_view> nearest(std::string_view name,
                                        std::span<const std::string_view> candidates);

}  // namespace stagecoach
