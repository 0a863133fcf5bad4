#include "sales/team/sign_in/password.h"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

#include "platform/base/utf8.h"
#include "sales/team/identity_keys.h"
#include "sales/team/sign_in/common_passwords.h"
#include "sales/team/sign_in/secret.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kBadPassword{"password.refused", "Choose another password.", "请换一个密码。"};
constexpr Phrase kTooShort{"password.too_short", "Use at least 8 characters.",
                           "请至少使用 8 个字符。"};
constexpr Phrase kTooLong{"password.too_long", "Use at most 128 characters.",
                          "请最多使用 128 个字符。"};
constexpr Phrase kTooCommon{"password.too_common",
                            "This password is among the first that anybody would guess.",
                            "此密码过于常见，很容易被猜到。"};
constexpr Phrase kTooPersonal{"password.personal",
                              "Do not use your name or e-mail address as your password.",
                              "请勿使用您的姓名或邮箱作为密码。"};
constexpr Phrase kBusy{"password.busy", "Many people are signing in. Try again in a moment.",
                       "当前登录人数较多，请稍后重试。"};
constexpr size_t kLengthMin = 8;
constexpr size_t kLengthMax = 128;

Error refuse(std::string_view field, const Phrase& why) {
  return {Error::Code::invalid, kBadPassword, {{std::string(field), why}}};
}

// Whether what stands around `word` in the password is too little to make it one of its own.
bool leans_on(const std::string& password, const std::string& word) {
  constexpr size_t kWordMin = 4;   // shorter names occur by chance
  constexpr size_t kAddedMin = 6;  // what must be there besides
  return word.size() >= kWordMin && password.find(word) != std::string::npos &&
         password.size() < word.size() + kAddedMin;
}

bool is_personal(const std::string& folded, std::string_view email, std::string_view name) {
  const std::string address = folded_key(email);
  std::vector<std::string> words{address, address.substr(0, address.find('@')), folded_key(name)};
  std::string joined;
  for (const char c : words[2])
    if (c != ' ') joined.push_back(c);
  words.push_back(std::move(joined));
  for (const std::string& word : words)
    if (leans_on(folded, word)) return true;
  return false;
}

}  // namespace

Result<void> check_password(std::string_view password, std::string_view email,
                            std::string_view name, std::string_view field) {
  // Counted as typed; a generous limit in bytes keeps the folding below cheap.
  if (password.size() > 4 * kLengthMax) return refuse(field, kTooLong);
  const size_t length = count_characters(password);
  if (length < kLengthMin) return refuse(field, kTooShort);
  if (length > kLengthMax) return refuse(field, kTooLong);
  const std::string folded = folded_key(password);
  if (is_common_password(folded)) return refuse(field, kTooCommon);
  if (is_personal(folded, email, name)) return refuse(field, kTooPersonal);
  return {};
}

// A place at the hashing, waited for in line.
class Passwords::Place {
 public:
  explicit Place(Passwords& owner) : owner_(owner) {
    std::unique_lock lock(owner_.mutex_);
    if (owner_.working_ >= owner_.work_.at_once) {
      if (owner_.waiting_ >= owner_.work_.waiting_max) return;
      ++owner_.waiting_;
      owner_.freed_.wait(lock, [&] { return owner_.working_ < owner_.work_.at_once; });
      --owner_.waiting_;
    }
    ++owner_.working_;
    taken_ = true;
  }
  ~Place() {
    if (!taken_) return;
    const std::lock_guard lock(owner_.mutex_);
    --owner_.working_;
    owner_.freed_.notify_one();
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

  bool taken() const { return taken_; }
  static Error refusal() {
    Error error(Error::Code::rate_limited, kBusy);
    error.retry_after = std::chrono::seconds(2);
    return error;
  }

 private:
  Passwords& owner_;
  bool taken_ = false;
};

Passwords::Passwords(PasswordWork work) : work_(work) {
  decoy_ = hash(new_secret("").text).value();
}

Result<std::string> Passwords::hash(std::string_view password) {
  const Place place(*this);
  if (!place.taken()) return Place::refusal();
  const std::string normal = normalized_password(password);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str_alg(text.data(), normal.data(), normal.size(), work_.passes,
                            work_.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("no memory to hash a password");
  return std::string(text.data());
}

Result<bool> Passwords::verify(const std::optional<std::string>& stored,
                               std::string_view password) {
  const Place place(*this);
  if (!place.taken()) return Place::refusal();
  // One longer than anybody's can be is nobody's.
  const bool possible = stored.has_value() && password.size() <= 4 * kLengthMax;
  const std::string normal = normalized_password(password.substr(0, 4 * kLengthMax));
  const std::string& against = possible ? *stored : decoy_;
  const bool same = crypto_pwhash_str_verify(against.c_str(), normal.data(), normal.size()) == 0;
  return possible && same;
}

}  // namespace stagecoach::sales
