// What a browser calls itself, in the two words a person knows it by. Names are the makers' own and
// the same in every language. The first that matches counts: Edge says it is Chrome too, and Chrome
// that it is Safari.
const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/EdgA?\/|EdgiOS\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
  [/^curl\//, "curl"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/HarmonyOS/, "HarmonyOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const named = (agent: string, names: [RegExp, string][]) =>
  names.find(([pattern]) => pattern.test(agent))?.[1];

// "Chrome · Windows"; "" where nothing is known of it.
export const agentName = (agent: string): string =>
  [named(agent, browsers), named(agent, systems)].filter(Boolean).join(" · ");
