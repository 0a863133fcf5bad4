export const calendar = {
  calendar: {
    title: "Calendar",
    why: "A secret address under which your calendar program reads your next steps and meetings, with the last 30 days. Whoever has it can read them; treat it like a password.",
    make: "Make an address",
    renew: "New address",
    end: "End it",
    ended: "The address is worthless now.",
    address: "Address of the calendar",
    once: "Copy it into your calendar program (“subscribe to a calendar”). It is not shown again.",
    since: "An address was made on {{when}}. A new one ends it.",
  },
} as const;
