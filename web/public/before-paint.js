// Runs before the first paint so that neither theme nor language flashes. A file of its own because
// the content security policy forbids inline scripts.
(function () {
  var root = document.documentElement;
  var scheme = null;
  var lang = null;
  try {
    scheme = localStorage.getItem("stagecoach.theme");
    lang = localStorage.getItem("stagecoach.lang");
  } catch (_) {
    // Storage may be blocked; the defaults below then hold.
  }
  if (scheme !== "light" && scheme !== "dark")
    scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.setAttribute("data-mantine-color-scheme", scheme);
  if (lang !== "zh" && lang !== "en") lang = /^zh/i.test(navigator.language) ? "zh" : "en";
  root.lang = lang === "zh" ? "zh-CN" : "en";
})();
