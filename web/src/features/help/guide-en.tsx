import { forecastChapter } from "@/features/help/guide-forecast-en";
import type { Chapter } from "@/features/help/guide";
import { fields } from "@/features/help/guide-fields-en";

export const guide: Chapter[] = [
  {
    id: "day",
    title: "Your day",
    body: (
      <>
        <p>
          <b>Today</b> is the list to work down: first what is due, the longest overdue on top, then
          deals without a next step, the largest first. No deal is forgotten: each open one has a
          next step in the future, or it stands here.
        </p>
        <ul>
          <li>
            <kbd>J</kbd> and <kbd>K</kbd> go down and up, <kbd>E</kbd> marks a step done and asks
            for the next one in the same box, <kbd>H</kbd> puts it off.
          </li>
          <li>
            The tags say why something is here. <b>Overdue</b> and <b>due today</b> are about the
            next step; <b>over standard</b> about the time in the stage; <b>idle</b> about how long
            nothing has happened with the customer. These are three different clocks.
          </li>
          <li>The counters at the top open the list of what they count.</li>
          <li>
            <b>Your first hour</b> stands on top while you are new: a few things to do once on your
            own deals. Each ticks itself when you have done it, wherever you did it. Put the list
            away when you like; a button under the contents of this guide begins it anew.
          </li>
          <li>
            Without a network, notes, next steps and what you finish or log are kept in this browser
            and marked <b>not sent yet</b>. They go out by themselves when the server can be reached
            again, and never twice. What else you typed stays in its field.
          </li>
          <li>
            Choose <b>Everyone I see</b> or a colleague in place of <b>My day</b> to see theirs, as
            far as you may.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "move",
    title: "Moving a deal",
    body: (
      <>
        <p>
          A stage is finished when its <b>exit checks</b> are met. The bar on a card shows how many
          are; the deal page shows which. Drag a card to the next column, or press <kbd>A</kbd> on
          the deal. If something is missing, a form asks for just that, saves it and moves the deal.
        </p>
        <ul>
          <li>
            Going back, putting on hold and losing a deal ask for a reason. Reopening a closed deal
            begins a new episode; the old outcome stays in the history.
          </li>
          <li>
            A manager may override a check with a reason. Overrides are written down and counted, so
            that a standard nobody keeps becomes visible.
          </li>
          <li>
            <b>Undo</b> appears for ten seconds after most changes, and stays in the timeline for
            those that can be taken back.
          </li>
          <li>
            Two people may work on one deal. If both change the same thing, you are shown both
            values and choose; nothing is overwritten silently.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "lists",
    title: "Lists, views, and changing many at once",
    body: (
      <>
        <p>
          The address of a list is the list: its filter, its order and its columns. Send the link,
          and a colleague sees the same list, with the records that he may see.
        </p>
        <ul>
          <li>
            <b>Filter</b> asks for conditions in groups: all of these, or any of those, a group
            within a group. <b>Me</b> as owner is whoever reads it.
          </li>
          <li>
            <b>Columns</b> chooses what is shown and in which order, by mouse or with <kbd>Tab</kbd>{" "}
            and <kbd>Space</kbd>. <b>Export CSV</b> takes out exactly what the list shows.
          </li>
          <li>
            <b>Save as a view</b> keeps all that under a name. What differs from the view is marked{" "}
            <b>Changed</b>; save it, or go back to the view. Owners and managers share views with
            their team or everyone.
          </li>
          <li>
            Tick rows, or take all that match, and <b>Edit many</b>: what would change, and what
            stays and why, is shown before anything is written. <b>Undo</b> puts it back; a deal
            that somebody changed meanwhile is left alone.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "outlook",
    title: "Reading the outlook of a deal",
    body: (
      <>
        <p>
          The <b>Outlook</b> box says what became of past deals that stood where this one stands: in
          this stage, for this long, here for the first time or again. It is not an opinion about
          the customer.
        </p>
        <ul>
          <li>
            <b>58% likely to be won</b> means: of a hundred such deals, about 58 were won in the
            end.
          </li>
          <li>
            <b>8 of 10 between…</b> is the range in which eight of ten of the won ones closed,
            counted from today.
          </li>
          <li>
            <b>Past its time</b>: deals that have waited this long are less than half as likely to
            be won as on entering the stage. Move it, or let it go.
          </li>
          <li>
            <b>Older than any precedent</b>: hardly a deal ever stayed that long, so there is no
            number to give, and none is invented.
          </li>
        </ul>
        <p>
          Whether such predictions come true with your data is a question that{" "}
          <code>stagecoach backtest</code> answers from an exported file.
        </p>
      </>
    ),
  },
  {
    id: "cycle",
    title: "Reading the Cycle page",
    body: (
      <>
        <p>
          The funnel asks how many; the cycle asks how long, and where it stops. Both come from one
          table: a row for every visit of a deal to a stage.
        </p>
        <ul>
          <li>
            <b>Open deals count.</b> A deal that has waited 90 days and is still open says that it
            takes longer than 90 days. Averaging closed deals only looks quicker than the truth,
            most of all while you grow.
          </li>
          <li>
            <b>Median</b>: half of the visits are over by then. <b>80% left by</b>: four of five
            are. The interval beside it says how sure that is; grey figures rest on few deals, and{" "}
            <b>not yet known</b> means what it says.
          </li>
          <li>
            <b>Went on</b> is by cohort: of the deals that entered a stage, the share that later
            went further or was won. Young cohorts have had less time, so compare like with like by
            choosing a period.
          </li>
          <li>
            The stage where deals <b>wait longest</b> and the one where <b>most are lost</b> are
            named at the top. They need not be the same, and neither is a verdict on people.
          </li>
          <li>Click a figure of open deals to see the deals behind it.</li>
          <li>
            <b>Worth fixing</b> asks of each stage: if all lost as few, or took as short, as the
            better quarter of your people do, how many more deals would be won in 30 days? Your
            customers are drawn again and again to say how sure that is; four of five draws lie in
            the range. People with few deals are drawn towards the rest first, and a difference that
            chance explains is none: then it says <b>cannot tell yet</b>.
          </li>
          <li>
            <b>What if…</b> computes the same for your own targets: move the sliders of one stage or
            of several.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "funnel",
    title: "Reading the Funnel page",
    body: (
      <>
        <p>
          Of the deals that entered a stage, how many came how far? Choose the stage, and after how
          many days they are compared.
        </p>
        <ul>
          <li>
            <b>Reached</b> means: was in that stage later, moved past it, or was won. A deal counts
            once, in the month in which it first entered.
          </li>
          <li>
            <b>Reached by day 90</b> counts open deals for as long as they have been watched, so
            last month can be compared with last year. Months marked <b>young</b> have not all been
            watched for so long: their share is an estimate. Grey rests on few deals, and below ten
            there is no share at all.
          </li>
          <li>
            Click a number to see the deals behind it; <kbd>O</kbd> opens those that were lost.
          </li>
          <li>
            <b>Where they go</b> draws every move from left to right; a band is as wide as the deals
            are many, or worth, and the warmer the longer they stayed before. A stage has a second
            box for deals that came there again. Moves back are in the list below it.
          </li>
          <li>
            <b>Stage by month</b> shows when a stage became slow, or began to lose deals: the
            darker, the longer the stays, or the fewer that went on. Grey figures have no colour, as
            they rest on fewer than 20.
          </li>
          <li>
            <b>Gates</b> tells of each exit criterion how often it was met or let pass by a manager,
            and how many of either were won. Whoever lets a deal pass may know more of it than the
            criterion does, so take it as a hint. Imported deals are left out, and of lost deals
            nobody recorded what was unmet.
          </li>
          <li>
            The numbers are those of the Cycle page: the same deals, the same visits, the same
            filters.
          </li>
        </ul>
      </>
    ),
  },
  forecastChapter,
  {
    id: "standard",
    title: "Setting a standard",
    body: (
      <>
        <p>
          <b>Pipelines</b> holds what your team agreed on for each stage: what must be true before a
          deal moves on, how long it should take, what to do there. Everyone can read it; who may
          edit pipelines changes it.
        </p>
        <ol>
          <li>Open a pipeline and change its draft. Nothing happens to deals yet.</li>
          <li>
            Read the differences from the published version, and the <b>effect</b>: how many open
            deals would not pass, or would be over their standard.
          </li>
          <li>Publish with a note. Earlier versions stay and can be brought back as a draft.</li>
        </ol>
        <p>
          Good standards are few and can be checked: “budget confirmed by somebody with a name”, not
          “customer is interested”. Start from the time your won deals took (the 80% column of the
          Cycle page), not from a wish.
        </p>
      </>
    ),
  },
  fields,
  {
    id: "import",
    title: "Bringing your data",
    body: (
      <>
        <p>
          <b>Import</b> takes the CSV files that other systems export: deals, their stage history,
          accounts, contacts, products. It shows what each column and stage was taken for before
          anything is written; correct what is wrong.
        </p>
        <ul>
          <li>
            Rows that cannot be used come back as a file, with the line, the value and the reason.
          </li>
          <li>Importing the same file twice creates nothing twice.</li>
          <li>A whole import can be undone.</li>
        </ul>
      </>
    ),
  },
  {
    id: "notices",
    title: "Notifications",
    body: (
      <>
        <p>
          The <b>bell</b> at the top tells you when somebody mentions you in a note, waits for your
          approval or has answered what you asked for, gives you a deal or a colleague’s records,
          and when a step of yours is overdue. What you do yourself is never among it.
        </p>
        <ul>
          <li>Choosing a notification opens what it is about and marks it as read.</li>
          <li>
            Under <b>My account</b> you choose which kinds you want to be told of. Whoever is
            mentioned with <kbd>@</kbd> in a note is told; only people who see the deal can be
            mentioned.
          </li>
          <li>
            If you may no longer see a record, its notifications stay in the list but say nothing
            about it. Notifications are kept for 90 days, the newest 500 of each person.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: "calendar",
    title: "Your steps in your calendar",
    body: (
      <>
        <p>
          Under <b>My account</b>, <b>Calendar</b> makes a secret address. Subscribe to it in your
          calendar program (“from URL”, “by address”), and your next steps and meetings appear there
          and stay up to date; how often it looks is up to the program, often once an hour.
        </p>
        <ul>
          <li>
            Calls, meetings and demos stand at their time, everything else on its day. What was done
            in the last 30 days stays, with a tick.
          </li>
          <li>
            The address is shown once. Whoever has it can read your steps without signing in, so
            treat it like a password. <b>New address</b> makes the old one worthless, and so does{" "}
            <b>End it</b>.
          </li>
          <li>The feed is for reading: what you change in the calendar program stays there.</li>
        </ul>
      </>
    ),
  },
  {
    id: "people",
    title: "Roles and deputies",
    body: (
      <>
        <p>
          A role says what somebody may do and whose records he may change; what he sees is set for
          each person. <b>Team</b>, then <b>Edit roles</b>, shows every role beside the others. Tick
          what is to change, read below what that comes to, and save.
        </p>
        <ul>
          <li>A role of your own begins as a copy of another. The owner’s cannot be changed.</li>
          <li>Nobody can give what he may not do himself.</li>
        </ul>
        <p>
          When you are away, name a deputy in your account. Until you are back he sees your Today
          and works on what is yours; if you both lead, also on your team’s records and approvals,
          in your name. He cannot give any of it away.
        </p>
      </>
    ),
  },
  {
    id: "keyboard",
    title: "Keyboard",
    body: (
      <>
        <p>
          <kbd>Ctrl</kbd> <kbd>K</kbd> finds any deal, account, page or action. <kbd>?</kbd> shows
          every key that works on the page you are on. <kbd>G</kbd> and then a letter goes to a
          page: <kbd>T</kbd> today, <kbd>B</kbd> board, <kbd>D</kbd> deals, <kbd>Y</kbd> cycle,{" "}
          <kbd>H</kbd> this guide.
        </p>
        <p>
          On the board, <kbd>Space</kbd> picks up a card, the arrow keys carry it, <kbd>Space</kbd>{" "}
          puts it down. Keys are silent while you type or compose Chinese.
        </p>
      </>
    ),
  },
];
