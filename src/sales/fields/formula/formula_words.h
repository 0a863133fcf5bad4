// How the parts of a formula are written; for its parser and its printer.
#pragma once

#include <array>
#include <string_view>

#include "sales/fields/formula/formula.h"

namespace stagecoach::sales {

// Binary operators by how tightly they bind; `not` stands between `and` and the comparisons.
enum Binding { kOr = 1, kAnd, kNot, kCompare, kSum, kProduct, kMinus, kAtom };

struct FormulaOperator {
  std::string_view word;
  FormulaOp op;
  Binding binding;
};
inline constexpr std::array kFormulaOperators{
    FormulaOperator{"or", FormulaOp::either_of, kOr},
    FormulaOperator{"and", FormulaOp::both, kAnd},
    FormulaOperator{"!=", FormulaOp::unequal, kCompare},
    FormulaOperator{"<=", FormulaOp::at_most, kCompare},
    FormulaOperator{">=", FormulaOp::at_least, kCompare},
    FormulaOperator{"=", FormulaOp::equal, kCompare},
    FormulaOperator{"<", FormulaOp::less, kCompare},
    FormulaOperator{">", FormulaOp::more, kCompare},
    FormulaOperator{"+", FormulaOp::add, kSum},
    FormulaOperator{"-", FormulaOp::subtract, kSum},
    FormulaOperator{"*", FormulaOp::multiply, kProduct},
    FormulaOperator{"/", FormulaOp::divide, kProduct},
};

struct FormulaFunction {
  std::string_view word;
  FormulaOp op;
  std::size_t least, most;  // how many arguments
};
inline constexpr std::array kFormulaFunctions{
    FormulaFunction{"if", FormulaOp::choose, 3, 3},
    FormulaFunction{"min", FormulaOp::least, 2, 10},
    FormulaFunction{"max", FormulaOp::greatest, 2, 10},
    FormulaFunction{"round", FormulaOp::round, 2, 2},
    FormulaFunction{"abs", FormulaOp::size, 1, 1},
    FormulaFunction{"known", FormulaOp::is_known, 1, 1},
    FormulaFunction{"either", FormulaOp::first_known, 2, 10},
    FormulaFunction{"days", FormulaOp::days, 2, 2},
    FormulaFunction{"has", FormulaOp::has, 2, 2},
};

// The type of the whole where parts of these types go together; nullopt where they do not. A part
// that is nothing goes with everything.
std::optional<FormulaType> type_of_whole(FormulaOp op, const std::vector<FormulaType>& parts);

}  // namespace stagecoach::sales
