export const backups = {
  backups: {
    title: "Backups",
    lead: "Each is the whole workspace in one file, attachments included, read back and checked before it counts.",
    makeNow: "Back up now",
    running: "A backup is being made…",
    off: "No backups are made: whoever runs the server has named no folder for them. It takes a few lines in stagecoach.toml and a restart.",
    none: "There is no backup yet.",
    failed: "The last backup failed ({{when}}).",
    made: "Made",
    file: "File",
    size: "Size",
    state: "State",
    verified: "Verified",
    damaged: "Damaged",
    next: "The next one is due {{when}}.",
    kept: "Kept are those of the last day, and one for each of 7 days, 4 weeks and 3 months.",
    where:
      "They are in {{folder}} on the server; copy that folder to another machine. To go back to one: stagecoach restore FILE.",
  },
} as const;
