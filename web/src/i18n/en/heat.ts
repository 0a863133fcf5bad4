export const heat = {
  heat: {
    title: "Stage by month",
    measure: "What the colour means",
    dwell: "Median days in the stage",
    wentOn: "Share that went on by day {{n}}",
    whyDwell:
      "Visits that began in the month; the open ones count for as long as they have lasted. The darker, the longer.",
    whyWentOn:
      "Deals that entered in the month; those not yet decided count for as long as they were watched. The darker, the fewer went on.",
    saidDwell:
      "Deals stayed longest in <b>{{stage}}</b> when they entered it in <b>{{month}}</b>: half of the visits took {{value}} or more.",
    saidWentOn:
      "The fewest went on from <b>{{stage}}</b> when they entered it in <b>{{month}}</b>: {{value}}.",
    cannotTell: "No stage had enough deals in a month to tell.",
  },
} as const;
