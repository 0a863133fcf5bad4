import { useTeams } from "@/api/team/teams";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { Fact, FactNote } from "@/components/fact-list";
import { InlinePick } from "@/components/inline-field";
import type { Write } from "@/features/accounts/record/record-context";
import { useT } from "@/i18n";

type Owned = Pick<Shape<"Account">, "owner_id" | "team_id">;

export function OwnerFact<T extends Owned, Body>({
  record,
  write,
}: {
  record: T;
  write: Write<T, Body>;
}) {
  const { t } = useT();
  const users = useUsers();
  const team = useTeams().find((each) => each.id === record.team_id);
  const nameOf = (id: number) => users.find((user) => user.id === id)?.name ?? `#${id}`;
  const body = (id: number) => ({ owner_id: id }) as Body;
  return (
    <Fact label={t("record.owner")}>
      <InlinePick
        label={t("record.owner")}
        value={String(record.owner_id)}
        display={nameOf(record.owner_id)}
        options={users.map((user) => ({ value: String(user.id), label: user.name }))}
        onSave={(id) =>
          id
            ? write(
                body(Number(id)),
                {
                  what: t("record.owner"),
                  mine: nameOf(Number(id)),
                  theirs: (found) => nameOf(found.owner_id),
                },
                body(record.owner_id),
              )
            : Promise.resolve(true)
        }
      />
      {team && <FactNote>{team.name}</FactNote>}
    </Fact>
  );
}
