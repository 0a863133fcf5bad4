// The files of the web UI, held in memory.
//
// Names are looked up in a table made at start-up, so no path of a request ever reaches the file
// system. Files whose name carries a content hash ("assets/board-BxC2k9_q.js") are immutable for
// browsers; all others are revalidated by ETag. Compressible files are kept in brotli and gzip too:
// "name.br" and "name.gz" of the folder where they exist, else made at start-up.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/reply.h"
#include "platform/http/request.h"

namespace stagecoach::http {

class StaticFiles {
 public:
  // No file at all: every path is unknown.
  StaticFiles();
  // Throws std::runtime_error where the folder cannot be read or has no index.html.
  static StaticFiles from_folder(const std::string& folder);
  // name ("index.html", "assets/app.js") -> content, for what is built into the program.
  static StaticFiles from_memory(std::map<std::string, std::string> files);

  bool empty() const { return files_.empty(); }
  // The file at the path; for a browser's page request (GET, Accept text/html) of a path that is no
  // file and has no extension, index.html, so that the UI's own routes work. nullopt: not ours.
  std::optional<Reply> find(const Request& request) const;

 private:
  struct File;
  void add(std::string name, std::string content, std::string brotli, std::string gzip);

  std::map<std::string, std::shared_ptr<const File>, std::less<>> files_;
};

}  // namespace stagecoach::http
