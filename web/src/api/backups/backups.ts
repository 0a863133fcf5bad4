import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

const watchMs = 1_000;
const idleMs = 60_000;

// Watched while one is being made.
export const backupsQuery = queryOptions({
  queryKey: ["backups"],
  queryFn: ({ signal }) => answered(api.GET("/api/backups", { signal })),
  refetchInterval: (query) => (query.state.data?.running ? watchMs : idleMs),
});

export const postBackup = () => answered(api.POST("/api/backups"));
