import { Fact } from "@/components/fact-list";
import { InlineText } from "@/components/inline-field";
import type { Write } from "@/features/accounts/record/record-context";

// A text of a record that is edited where it stands.
export function TextFact<Name extends string, T extends Record<Name, string>, Body>({
  record,
  name,
  label,
  required = false,
  write,
}: {
  record: T;
  name: Name;
  label: string;
  required?: boolean;
  write: Write<T, Body>;
}) {
  const body = (value: string) => ({ [name]: value }) as Body;
  return (
    <Fact label={label}>
      <InlineText
        label={label}
        value={record[name]}
        required={required}
        onSave={(value) =>
          value === record[name]
            ? Promise.resolve(true)
            : write(
                body(value),
                { what: label, mine: value, theirs: (found) => found[name] },
                body(record[name]),
              )
        }
      />
    </Fact>
  );
}
