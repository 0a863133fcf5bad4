// SQL put together at run time: the text, and the values of its parameters in the order of their
// numbers. A value never becomes part of the text.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"

namespace stagecoach::db {

// Used by one thread; not movable, because the parameters refer to texts it keeps.
//
//   SqlText sql("SELECT id FROM deals WHERE stage_id = ");
//   sql.bind(stage.id.value).add(" LIMIT 50");
//   connection.each_of(sql.text(), sql.params(), …);
class SqlText {
 public:
  explicit SqlText(std::string_view start = {}) : text_(start) {}
  SqlText(const SqlText&) = delete;
  SqlText& operator=(const SqlText&) = delete;

  SqlText& add(std::string_view text) {
    text_.append(text);
    return *this;
  }
  // Adds "$n", n being the number of a new parameter with this value. A text is copied.
  SqlText& bind(const Param& value) {
    params_.push_back(value);
    return add("$" + std::to_string(params_.size()));
  }
  SqlText& bind_text(std::string value) {
    return bind(Param(kept_.emplace_back(std::move(value))));
  }

  // Adds "($n, …)" for "column IN ". The list is filled up with its last value to a power of two,
  // so that few texts differ and statements stay prepared. REQUIRES: not empty.
  template <class Values>
  SqlText& bind_list(const Values& values) {
    std::size_t places = 1;
    while (places < values.size()) places *= 2;
    add("(");
    for (std::size_t i = 0; i < places; ++i) {
      if (i > 0) add(", ");
      bind(values[i < values.size() ? i : values.size() - 1]);
    }
    return add(")");
  }

  // Adds a condition that others wrote (contains_text, seen_by) with its parameters numbered from
  // next_parameter() on.
  SqlText& add_clause(std::string_view condition, std::string argument) {
    params_.emplace_back(kept_.emplace_back(std::move(argument)));
    return add(condition);
  }
  SqlText& add_clause(std::string_view condition, std::span<const std::int64_t> values) {
    params_.insert(params_.end(), values.begin(), values.end());
    return add(condition);
  }
  int next_parameter() const { return static_cast<int>(params_.size()) + 1; }

  const std::string& text() const { return text_; }
  std::span<const Param> params() const { return params_; }

 private:
  std::string text_;
  std::vector<Param> params_;
  std::deque<std::string> kept_;
};

}  // namespace stagecoach::db
