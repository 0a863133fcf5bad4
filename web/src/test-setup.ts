import { afterEach } from "vitest";
import { cleanup } from "@testing-library/react";
import { startI18n } from "@/i18n";

await startI18n("en");

// Mantine asks for these; jsdom has neither.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }) as unknown as MediaQueryList;

class NoResize {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResize;

afterEach(cleanup);
