// The cells of one row as typed values, and the readers that make records of them. Internal to
// read_rows.cpp.
#pragma once

#include <memory>
#include <optional>

#include "exchange/records/dataset.h"

namespace stagecoach::exchange {

extern const Phrase kValueMissing, kValueNotShare;

// Reads what the bound columns hold. What cannot be read becomes a RowIssue: on the dates on which
// the analysis stands the row is rejected, elsewhere the cell is left empty.
class RowCells {
 public:
  // Borrows all three.
  RowCells(Dataset& dataset, std::uint32_t file_index, const Zone& zone);

  // The row to be read next; the caller fills it and says so.
  CsvRecord& record() { return record_; }
  void begin_row() { rejected_ = false; }
  bool rejected() const { return rejected_; }

  Dataset& dataset() { return dataset_; }
  const RecognisedFile& file() const { return dataset_.files[index_]; }
  Origin origin() const { return {index_, record_.line}; }

  // Empty where the cell holds a word for nothing.
  std::string_view text(const BoundColumn& column) const;
  std::optional<Moment> moment(const BoundColumn& column);
  std::optional<Money> money(const BoundColumn& column);
  std::optional<double> number(const BoundColumn& column);
  std::optional<bool> yes_no(const BoundColumn& column);

  // The row's currency column, which must be known before its amounts are read.
  void find_currency();

  void reject(const BoundColumn& column, const Phrase& reason) { complain(column, reason, true); }
  void complain(const BoundColumn& column, const Phrase& reason, bool rejected);
  void reject_row(Message reason);

 private:
  Dataset& dataset_;
  std::uint32_t index_;
  const Zone& zone_;
  Currency fallback_, currency_;
  CsvRecord record_;
  bool rejected_ = false;
};

// Each adds one record to the dataset, or rejects the row.
void read_deal(RowCells& row);
void read_event(RowCells& row);
void read_account(RowCells& row);
void read_contact(RowCells& row);
void read_product(RowCells& row);
void read_user(RowCells& row);

}  // namespace stagecoach::exchange
