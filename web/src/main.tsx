import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@/app/tokens.css";
import "@/app/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/app";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
