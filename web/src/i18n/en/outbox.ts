export const outbox = {
  outbox: {
    kept: "Not sent yet: it goes out by itself when the server can be reached.",
    waiting: "Not sent yet: {{number}}",
    sent: "Sent now: {{number}}",
    title: "Not sent yet",
    why: "This waits in this browser, over a reload too, and goes out by itself when the server can be reached.",
    tryNow: "Try now",
    discard: "Discard",
    sendAgain: "Send again",
    note: "Note: {{text}}",
    step: "Next step: {{text}}",
    log: "Done: {{text}}",
    completion: "Finished: {{step}}",
    refused: "The server would not have it: {{why}}",
  },
} as const;
