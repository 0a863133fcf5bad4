import "@mantine/core/styles.layer.css";
import "@/app/tokens.css";
import "@/app/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/app";
import { learnTheOther, startI18n } from "@/i18n";

await startI18n();
setTimeout(learnTheOther, 2000);
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
