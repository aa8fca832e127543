import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { KeptImport, KeptMember, Retention } from "@/lib/features/reports/queries/find-retention";

const periods = ["formerMemberMonths", "importMonths", "accessMonths"] as const;

/** What has been kept past its time: under which periods, whose records, which imports, how many readings, and what to do. */
export function RetentionView({ retention }: { retention: Retention }) {
  const t = useTranslations("reports.retention");
  const rules = useTranslations("ruleSets");
  const { document, parameters } = retention;
  return (
    <>
      <Card title={t("periods", { document })}>
        <ul className="grid gap-1">
          {periods.map((name) => (
            <li key={name}>
              {t(name, { months: parameters[name].value })}{" "}
              {parameters[name].certainty !== "CONFIRMED" && <Tag tone="warn">{rules("unconfirmed")}</Tag>}
            </li>
          ))}
        </ul>
      </Card>
      <Notice tone="info" title={t("todo")}>
        {t("todoExplain")}
      </Notice>
      <Members members={retention.members} />
      <Imports imports={retention.imports} />
      <Accesses accesses={retention.accesses} />
    </>
  );
}

function Members({ members }: { members: readonly KeptMember[] }) {
  const t = useTranslations("reports");
  const format = useFormat();
  if (members.length === 0) return <Notice tone="ok">{t("retention.noMembers")}</Notice>;
  const columns: Column<KeptMember>[] = [
    {
      id: "name",
      header: t("roll.name"),
      card: "title",
      cell: (one) => (
        <Link href={`/members/${one.id}`} prefetch={false}>
          {one.fullName}
        </Link>
      ),
    },
    { id: "reason", header: t("roll.ended"), cell: (one) => one.reason && t(`roll.ends.${one.reason}`) },
    { id: "endedOn", header: t("retention.leftOn"), cell: (one) => format.day(one.endedOn) },
    { id: "dueOn", header: t("retention.dueOn"), cell: (one) => format.day(one.dueOn) },
  ];
  const caption = t("retention.members", { count: members.length });
  return <Table caption={caption} columns={columns} rows={members} rowId={(one) => one.id} />;
}

function Imports({ imports }: { imports: readonly KeptImport[] }) {
  const t = useTranslations("reports.retention");
  const format = useFormat();
  if (imports.length === 0) return <Notice tone="ok">{t("noImports")}</Notice>;
  const columns: Column<KeptImport>[] = [
    {
      id: "file",
      header: t("file"),
      card: "title",
      cell: (one) => (
        <Link href={`/imports/${one.id}`} prefetch={false}>
          {one.fileName}
        </Link>
      ),
    },
    { id: "at", header: t("stagedAt"), cell: (one) => format.moment(one.stagedAt) },
  ];
  const caption = t("imports", { count: imports.length });
  return <Table caption={caption} columns={columns} rows={imports} rowId={(one) => one.id} />;
}

function Accesses({ accesses: { count, firstAt } }: Pick<Retention, "accesses">) {
  const t = useTranslations("reports.retention");
  const format = useFormat();
  if (firstAt === null) return <Notice tone="ok">{t("noAccesses")}</Notice>;
  return <Notice tone="info">{t("accesses", { count, first: format.moment(firstAt) })}</Notice>;
}
