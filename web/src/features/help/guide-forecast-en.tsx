import type { Chapter } from "@/features/help/guide";

export const forecastChapter: Chapter = {
  id: "forecast",
  title: "Forecasting a period",
  body: (
    <>
      <p>
        <b>Forecast</b> says what lands in a month or a quarter, and how sure that is. It counts a
        deal in the period of its expected close, and a won one in the period it was closed in.
      </p>
      <ul>
        <li>
          <b>Categories</b>: every deal is in exactly one. By itself it follows the probability:
          from 80% it is commit, from 50% best case, below that pipeline; on hold it is omitted. Who
          owns the deal says otherwise on its page. <b>And surer ones</b> adds the categories up
          from the surest.
        </li>
        <li>
          <b>Open, weighted</b> does not ask anybody: it takes every open deal times the chance that
          deals in the same stage, after the same wait, were won within the time that is left.
        </li>
        <li>
          <b>Not begun yet</b>: new deals keep coming, and some of them are won in time. It follows
          from how many began in the last 90 days and what a won deal brings.
        </li>
        <li>
          The <b>band</b> holds four times in five, its dark part every other time. Where too little
          was won or lost, there is none; where the stages tell nothing, it says so and leans on the
          base rate.
        </li>
        <li>
          <b>Targets</b> are set by who leads, for a person or a team. <b>Coverage</b> is what is
          open and due over what is missing; once the target is reached there is none.
        </li>
        <li>
          <b>What changed</b> leads from the open deals due on some day, a week ago by itself, to
          those of now: what is new, pulled in, pushed out, grown, shrunk, won and lost. Click a
          kind to see its deals.
        </li>
        <li>
          <kbd>S</kbd> submits your own number, or that of a team you lead, with a note. Every
          number stays, so that you can see how the judgement moved.
        </li>
      </ul>
    </>
  ),
};
