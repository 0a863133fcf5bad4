export const worth = {
  worth: {
    title: "Worth fixing",
    searching: "Drawing again and again from your customers, to say how sure this is…",
    cannotTell:
      "No stage stands out so far: those who work the deals do not differ by more than chance, or there are too few deals yet. That is an answer, too: there is no single stage to fix first.",
    loses:
      "If <b>{{stage}}</b> lost {{target}} instead of {{now}} of its deals, as the better quarter of your people do, about <b>{{gain}} more deals would be won in 30 days</b> (80% range {{low}} to {{high}}).",
    losesPast:
      "If <b>{{stage}}</b> lost {{target}} instead of {{now}} of its deals, as in your best quarter, about <b>{{gain}} more deals would be won in 30 days</b> (80% range {{low}} to {{high}}).",
    waits:
      "If <b>{{stage}}</b> took {{target}} instead of {{now}}, as with the better quarter of your people, about <b>{{gain}} more deals would be won in 30 days</b> (80% range {{low}} to {{high}}).",
    waitsPast:
      "If <b>{{stage}}</b> took {{target}} instead of {{now}}, as in your best quarter, about <b>{{gain}} more deals would be won in 30 days</b> (80% range {{low}} to {{high}}).",
    money:
      "That is about <b>{{money}}</b> ({{low}} to {{high}}), at what a won deal is worth on average.",
    arrivalLimited:
      "This holds while your people have more deals than time. Where new deals are what is short, it is {{n}} ({{low}} to {{high}}).",
    lengthNotMain: "How long the stage takes is not the main problem.",
    speedIsOnce:
      "This holds while your people have more deals than time. Where new deals are what is short, speed alone only brings {{n}} deals forward, once.",
    lossesNotMain: "How many it loses is not the main problem.",
    how: "From {{n}} deals, open ones included. It says what goes together, not what causes it: try it with a few people first.",
    lost: "Lost",
    days: "Days",
    gain: "More won in 30 days",
    byConversion: "by fewer losses",
    byDays: "by less waiting",
    gainRange: "{{n}} ({{low}} to {{high}})",
    notFound: "cannot tell yet",
    whatIf: "What if…",
    whatIfWhy:
      "Move a slider: so many fewer lost, so much shorter. Ranges hold in four of five draws.",
    wonShare: "Won, of all that begin",
    meanDays: "Mean days to any end",
    between: "({{low}} to {{high}})",
    reset: "Back to how it is",
  },
} as const;
