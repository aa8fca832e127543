import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { StateFacts } from "@/lib/features/restores/queries/list-restores";

type RestoreFactsProps = { facts: StateFacts; wordOf: (type: string) => string };

/** What a leader compares with what he knows: how much the restored state holds, and what was done in it last. */
export function RestoreFacts({ facts, wordOf }: RestoreFactsProps) {
  const t = useTranslations("restores");
  const format = useFormat();
  const { members, branches, entries, head, lost, events } = facts;
  return (
    <Card
      title={t("facts.title")}
      actions={
        <ButtonLink href="/audit" tone="secondary">
          {t("facts.trail")}
        </ButtonLink>
      }
    >
      <DescriptionList
        facts={[
          { term: t("facts.members"), value: format.number(members) },
          { term: t("facts.branches"), value: format.number(branches) },
          { term: t("facts.entries"), value: format.number(entries) },
          { term: t("facts.head"), value: <code>{head}</code> },
          {
            term: t("facts.lost"),
            value: lost === null ? t("facts.lostUnknown") : t("facts.lostNote", { count: lost }),
          },
        ]}
      />
      <Table
        caption={t("events.caption")}
        rows={events}
        rowId={({ id }) => id}
        columns={[
          {
            id: "what",
            header: t("events.what"),
            card: "title",
            cell: ({ type, subjectName }) => [wordOf(type), subjectName].filter(Boolean).join(": "),
          },
          { id: "who", header: t("events.who"), cell: ({ actorName }) => actorName },
          { id: "at", header: t("events.at"), cell: ({ at }) => format.exactMoment(at) },
        ]}
      />
    </Card>
  );
}
