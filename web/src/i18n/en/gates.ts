export const gates = {
  gates: {
    title: "Gates",
    why: "Of each exit criterion: how many deals passed the gate with it met, how many a manager let pass without it, and how many of either were won. Counted from when the criterion was published.",
    saidMore:
      "Deals that met “{{criterion}}” were won more often ({{met}}) than those let pass without it ({{without}}).",
    saidLess:
      "Deals let pass without “{{criterion}}” were won more often ({{without}}) than those that met it ({{met}}): is it worth its trouble?",
    cannotTell:
      "Whether a criterion helps cannot be told yet: too few deals were let pass without one and then decided, or the difference is no more than chance.",
    criterion: "Exit criterion",
    met: "Met",
    overridden: "Let pass",
    wonMet: "Won, met",
    wonOverridden: "Won, let pass",
    verdict: "Difference",
    cannot_tell: "no more than chance ({{low}} to {{high}} points)",
    won_more: "won more often ({{low}} to {{high}} points)",
    won_less: "won less often ({{low}} to {{high}} points)",
    stageSaid: "{{entered}} entered, {{passed}} passed, {{lost}} lost before",
    imported: "{{n}} imported deals are left out: their gates were elsewhere.",
    notRecorded: "What was unmet when a deal was lost is not recorded.",
  },
} as const;
