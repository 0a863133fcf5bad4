export const notices = {
  notices: {
    title: "Notifications",
    unread: "{{shown}} unread",
    isUnread: "Unread",
    allRead: "Mark all as read",
    settings: "Settings",
    empty:
      "Nothing yet. You are told here when somebody mentions you, waits for your approval or gives you a deal, and when a step of yours is overdue.",
    somebody: "Somebody",
    mention: "{{who}} mentioned you",
    approval_asked: "{{who}} asks for your approval",
    approved: "{{who}} approved what you asked for",
    refused: "{{who}} refused what you asked for",
    assigned: "{{who}} made a deal yours",
    handed_over: "{{who}} handed {{person}}’s records over to you",
    overdue: "Overdue: {{step}}",
    hidden: "About a record that is gone or that you no longer see",
    why: "What you are told of under the bell at the top of every page. Your own acts are never among it.",
    kinds: {
      mention: "Somebody mentions me in a note",
      approval_asked: "An approval is mine to give",
      approval_answered: "What I asked for was approved or refused",
      assigned: "A deal becomes mine",
      handed_over: "A colleague’s records are handed over to me",
      overdue: "A step of mine is overdue",
    },
  },
} as const;
