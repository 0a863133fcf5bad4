// Rows a second of `stagecoach import`, end to end (read, validate, write, journal), into an empty
// workspace.
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "figures.h"
#include "running_server.h"

namespace {

using namespace stagecoach::bench;
constexpr int kRows = 200'000;
constexpr int kAccounts = 20'000;
constexpr double kGoal = 50'000;

// What a CRM gives out: a deal a row, with its stage and dates.
void write_export(const std::string& path) {
  constexpr const char* kStages[] = {"Prospecting", "Qualification", "Proposal",
                                     "Negotiation", "Closed Won",    "Closed Lost"};
  std::ofstream out(path);
  out << "Opportunity ID,Opportunity Name,Account Name,Owner,Stage,Amount,Currency,Created Date,"
         "Close Date,Lead Source\n";
  for (int i = 0; i < kRows; ++i) {
    char created[16], closes[16];
    std::snprintf(created, sizeof created, "2024-%02d-%02d", i % 12 + 1, i / 7 % 28 + 1);
    std::snprintf(closes, sizeof closes, "2025-%02d-%02d", i / 5 % 12 + 1, i % 28 + 1);
    out << "006" << 100'000'000 + i << ",Framework agreement " << i << ",Company " << i % kAccounts
        << " Ltd.,Person " << i % 40 << "," << kStages[i * 7 % 6] << "," << (i * 37 % 9000 + 100)
        << "00.00,CNY," << created << "," << closes << ",Referral\n";
  }
}

struct Run {
  double seconds = 0, cpu_seconds = 0;
};

Run run(const std::string& command) {
  rusage before{}, after{};
  getrusage(RUSAGE_CHILDREN, &before);
  const double since = now_seconds();
  if (std::system(command.c_str()) != 0) fail("failed: " + command);
  const double took = now_seconds() - since;
  getrusage(RUSAGE_CHILDREN, &after);
  const auto cpu = [](const rusage& r) {
    return static_cast<double>(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           static_cast<double>(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
  };
  return {took, cpu(after) - cpu(before)};
}

}  // namespace

int main() {
  std::string folder = std::filesystem::temp_directory_path() / "stagecoach-import-XXXXXX";
  if (!::mkdtemp(folder.data())) return 1;
  const std::string program(kProgram), quiet = " > " + folder + "/log 2>&1";
  const std::string database = " --database " + folder + "/workspace.db ";
  write_export(folder + "/deals.csv");
  std::ofstream(folder + "/password") << "correct horse battery staple\n";
  run(program +
      " setup --organization Bench --name Owner --email owner@example.com"
      " --password-file " +
      folder + "/password" + database + quiet);
  const Run imported = run(program + " import " + folder + "/deals.csv" + database + quiet);
  print({"import of 200,000 deals", "rows/s", kRows / imported.seconds, kGoal, 0, Better::higher});
  print({"  CPU of a row", "us", imported.cpu_seconds / kRows * 1e6});
  std::filesystem::remove_all(folder);
  return 0;
}
