import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

export const calendarFeedQuery = queryOptions({
  queryKey: ["calendar-feed"],
  queryFn: ({ signal }) => answered(api.GET("/api/calendar-feed", { signal })),
});

// The answer shows the address for the only time.
export const postCalendarFeed = () => answered(api.POST("/api/calendar-feed"));

export const deleteCalendarFeed = () => api.DELETE("/api/calendar-feed");
