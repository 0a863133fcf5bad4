export const tour = {
  tour: {
    title: "Your first hour",
    done: "{{done}} of {{all}}",
    why: "A few things to do once, on your own deals. Each ticks itself when you have done it.",
    finished: "You have seen the essentials. The guide tells more; this list can go.",
    dismiss: "Put this list away",
    away: "The list is away. The guide brings it back.",
    isDone: "Done",
    again: "Show the first-hour list again",
    againWhy: "It starts anew on the page Today.",
    steps: {
      open_deal: "Open a deal and see what blocks it: {{deal}}",
      next_step: "Set its next step",
      log_call: "Log a call you made",
      pass_gate: "Advance it, and fill in what its stage still asks for",
      read_cycle: "Read where deals wait, on the Cycle page",
      invite: "Invite a colleague",
      set_standard: "Set the standard of a stage and publish it",
    },
  },
} as const;
