export const team = {
  door: {
    claim: "See where your deals wait, and what to do next.",
    points:
      "Every deal on its stage, every stage with a standard, and honest figures on where time is lost.",
  },
  signIn: {
    title: "Sign in",
    lead: "Welcome back.",
    enter: "Sign in",
    again: "Your session has ended",
    againWhy: "{{name}}, sign in again to go on where you were. What you typed is kept.",
    somebodyElse: "Somebody else",
    forgot:
      "Forgotten your password? Ask a manager or the owner of your workspace for a link to set a new one.",
  },
  setup: {
    title: "Set up your workspace",
    lead: "You become its owner. It takes one minute.",
    organization: "Company or team",
    yourName: "Your name",
    passwordRule: "At least 8 characters.",
    timeZone: "Time zone",
    startWith: "Start with",
    starts: {
      sample: "A sample pipeline",
      import: "My own data",
      empty: "An empty workspace",
    },
    startsWhy: {
      sample: "A year of deals from an invented sales team, to look around in.",
      import: "Bring the CSV that your present CRM exports.",
      empty: "Enter the first deal by hand.",
    },
    begin: "Create the workspace",
  },
  team: {
    title: "Team",
    users: "Users",
    teams: "Teams",
    newTeam: "Add team",
    role: "Role",
    roles: { owner: "Owner", manager: "Manager", rep: "Sales rep", viewer: "Viewer" },
    visibility: "Sees",
    visibilities: { own: "Own records", team: "The team's", all: "Everything" },
    team: "Team",
    parent: "Part of",
    noTeams: "No teams yet. Teams decide who sees whose deals.",
    members_one: "{{count}} member",
    members_other: "{{count}} members",
  },
} as const;
