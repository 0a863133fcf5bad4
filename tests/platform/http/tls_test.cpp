#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <filesystem>
#include <thread>

#include "platform/http/test_app.h"

namespace stagecoach::http::testing {
namespace {

using ::testing::HasSubstr;

// A certificate that signs itself, for "localhost", in files that live as long as this.
class SelfSigned {
 public:
  SelfSigned() {
    folder_ =
        std::filesystem::temp_directory_path() / ("stagecoach-tls-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    FILE* out = std::fopen(this->certificate().c_str(), "w");
    PEM_write_X509(out, certificate);
    std::fclose(out);
    out = std::fopen(this->key().c_str(), "w");
    PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(out);
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  ~SelfSigned() { std::filesystem::remove_all(folder_); }
  std::string certificate() const { return folder_ / "cert.pem"; }
  std::string key() const { return folder_ / "key.pem"; }

 private:
  std::filesystem::path folder_;
};

ServerConfig secure_config(const SelfSigned& pair) {
  ServerConfig config;
  config.tls_certificate = pair.certificate();
  config.tls_key = pair.key();
  return config;
}

// What the server sends back over TLS until it closes; "" when the handshake fails.
std::string ask_securely(const TestApp& app, const std::string& bytes,
                         int version_max = TLS1_3_VERSION) {
  RawClient tcp = app.client();
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  SSL_CTX_set_security_level(context, 0);  // so that old versions are offered at all
  SSL_CTX_set_max_proto_version(context, version_max);
  SSL* tls = SSL_new(context);
  SSL_set_fd(tls, tcp.descriptor());
  std::string got;
  if (SSL_connect(tls) == 1) {
    SSL_write(tls, bytes.data(), static_cast<int>(bytes.size()));
    char buffer[4096];
    for (int n = 0; (n = SSL_read(tls, buffer, sizeof buffer)) > 0;)
      got.append(buffer, static_cast<size_t>(n));
  }
  SSL_free(tls);
  SSL_CTX_free(context);
  return got;
}

const std::string kGet =
    "GET /api/parcels/7 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

TEST(Tls, ServesOverModernVersionsOnly) {
  const SelfSigned pair;
  ServiceConfig service;
  service.hsts = true;
  const TestApp app(secure_config(pair), service);
  EXPECT_THAT(ask_securely(app, kGet), HasSubstr("\"P7\""));
  EXPECT_THAT(ask_securely(app, kGet), HasSubstr("Strict-Transport-Security: "));
  EXPECT_THAT(ask_securely(app, kGet, TLS1_2_VERSION), HasSubstr("\"P7\""));
  EXPECT_EQ(ask_securely(app, kGet, TLS1_1_VERSION), "");
}

TEST(Tls, StreamsLargeReplies) {
  const SelfSigned pair;
  const TestApp app(secure_config(pair));
  const std::string got = ask_securely(
      app, "GET /api/count?to=100000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(got, HasSubstr("\r\n100000\r\n"));
}

TEST(Tls, SendsEvents) {
  const SelfSigned pair;
  TestApp app(secure_config(pair));
  std::thread publisher([&app] {
    while (app.hub.listeners() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    app.hub.publish({1, "hello", "over tls", ""});
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    app.hub.close_where([](const Identity&) { return true; });
  });
  EXPECT_THAT(
      ask_securely(app, "GET /api/events HTTP/1.1\r\nHost: x\r\nAuthorization: Clerk anna\r\n\r\n"),
      HasSubstr("data: over tls\n\n"));
  publisher.join();
}

TEST(Tls, APlainRequestIsNoHandshake) {
  const SelfSigned pair;
  const TestApp app(secure_config(pair));
  EXPECT_EQ(app.get("/healthz").status, 0);
  EXPECT_THAT(ask_securely(app, kGet), HasSubstr("\"P7\""));
}

TEST(Tls, RefusesAKeyThatDoesNotFit) {
  const SelfSigned pair;
  ServerConfig config = secure_config(pair);
  config.tls_key = config.tls_certificate;
  EXPECT_THROW(TestApp{config}, std::runtime_error);
}

}  // namespace
}  // namespace stagecoach::http::testing
