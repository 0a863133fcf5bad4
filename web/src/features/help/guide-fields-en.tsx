import type { Chapter } from "@/features/help/guide";

export const fields: Chapter = {
  id: "fields",
  title: "Fields of your own",
  body: (
    <>
      <p>
        What your organisation wants to know of a deal beyond what every deal has, owners define
        under <b>Fields</b>: text, number, amount, day, one or several choices, a colleague, a link,
        yes or no. They stand on the deal page and are changed in place there; the list of deals
        shows them as <b>Columns</b> and can be filtered by them.
      </p>
      <ul>
        <li>
          A field's <b>key</b> and <b>kind</b> stay for good: files and the API call it by the key.
          Its name, help, choices and rules can change. What is in use is archived, never deleted;
          an archived field still shows what it holds.
        </li>
        <li>
          A <b>rule</b> makes a field required, read-only or hidden, for a role, in a pipeline, or
          everywhere. Of several rules the strictest counts. Owners see and change every field.
        </li>
        <li>
          <b>Required</b> is asked when a deal is created and when the field would be emptied. To
          ask for it later, at a stage, let an exit criterion ask for the field instead.
        </li>
        <li>
          <b>Hidden</b> means as if it were not there: on the page, in the timeline, in the audit,
          and in every formula that would tell of it.
        </li>
        <li>
          A <b>formula</b> is worked out whenever a deal is shown:{" "}
          <code>if(seats &gt; 100, budget * 0.9, budget)</code>. What is unknown makes the whole
          unknown; <code>either(a, b)</code> takes the first that is known.
        </li>
      </ul>
    </>
  ),
};
