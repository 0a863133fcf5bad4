export const teams = {
  teams: {
    addBelow: "Add a team below",
    rename: "Rename",
    move: "Move to…",
    delete: "Delete",
    top: "At the top",
    isEmpty: "Nobody is in it.",
    isInUse:
      "People in it: {{people}}. Teams below it: {{teams}}. They go somewhere else first, with their records.",
    place: "They go to",
    noTeam: "No team",
  },
} as const;
