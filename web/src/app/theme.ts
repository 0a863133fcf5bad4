import { createTheme, type MantineColorSchemeManager } from "@mantine/core";

// Petrol on warm paper: calm enough to look at all day, and every pair of text and ground passes AA.
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 7 },
  colors: {
    petrol: [
      "#eef7f7",
      "#d6ebec",
      "#afd8db",
      "#83c3c8",
      "#5aacb3",
      "#3a969e",
      "#20808a",
      "#0f6b73",
      "#0a575e",
      "#064349",
    ],
    gray: [
      "#faf9f7",
      "#f4f2ee",
      "#e9e6e0",
      "#dbd7cf",
      "#c3bdb3",
      "#9f988e",
      "#6d675f",
      "#524d47",
      "#393531",
      "#242120",
    ],
    dark: [
      "#e8e5e0",
      "#cbc7c0",
      "#aaa59d",
      "#8a857d",
      "#5b5751",
      "#3d3a36",
      "#2e2b28",
      "#232120",
      "#1b1918",
      "#131211",
    ],
  },
  fontFamily:
    '"Inter Variable", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
  headings: { fontWeight: "640", sizes: { h1: { fontSize: "1.25rem", lineHeight: "1.3" } } },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  cursorType: "pointer",
  // Plain objects: `Modal.extend` would bring the component itself into the first page.
  components: {
    Button: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4, blur: 2 },
        // A dialog's title row is no second banner of the page.
        attributes: { header: { role: "presentation" } },
      },
    },
    // Without the element that would hold the focus first: it is none of a menu's items.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
  },
});

const key = "stagecoach.theme";

// As Mantine's own local-storage manager, under our key, which before-paint.js reads too.
export const colorSchemeManager: MantineColorSchemeManager = {
  get(fallback) {
    try {
      const kept = localStorage.getItem(key);
      return kept === "light" || kept === "dark" || kept === "auto" ? kept : fallback;
    } catch {
      return fallback;
    }
  },
  set(value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Kept for this visit only.
    }
  },
  subscribe: () => {},
  unsubscribe: () => {},
  clear() {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  },
};
