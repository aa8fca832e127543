import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { PlanView } from "@/lib/features/training/queries/get-plan";

type Measure = NonNullable<PlanView["measured"]>["women"] & { readonly name: string };

/** The whole plan against the rules: shares with their fractions, and who is planned for too many posts. Nothing here is confirmed. */
export function PlanMeasures({ view }: { view: PlanView }) {
  const t = useTranslations("training.planning");
  const format = useFormat();
  const { document, measured, youngUnder, overloaded } = view;
  if (document === null || measured === null) return <p>{t("noRules")}</p>;
  const rows: Measure[] = [
    { name: t("women"), ...measured.women },
    { name: t("young", { age: youngUnder ?? 0 }), ...measured.young },
  ];
  const columns: Column<Measure>[] = [
    { id: "name", header: t("measure"), card: "title", cell: ({ name }) => name },
    { id: "actual", header: t("actual"), cell: ({ part, whole }) => format.share(part, whole) },
    {
      id: "expected",
      header: t("expected"),
      cell: ({ expected }) => t("atLeast", { percent: format.percent(expected.numerator / expected.denominator) }),
    },
    {
      id: "state",
      header: t("state"),
      card: "status",
      cell: ({ isMet }) => <Tag tone={isMet ? "ok" : "warn"}>{t(isMet ? "met" : "notMet")}</Tag>,
    },
  ];
  return (
    <Card title={t("measures")}>
      <p className="mb-3 flex flex-wrap items-center gap-2 text-ink-2">
        <Link href="/ratings/rules" prefetch={false}>
          {t("rule", { document })}
        </Link>
        <Tag tone="warn">{t("unconfirmed")}</Tag>
      </p>
      {measured.people > 0 && (
        <Table
          caption={t("caption", { count: measured.people })}
          columns={columns}
          rows={rows}
          rowId={({ name }) => name}
        />
      )}
      <p className="mt-3">
        {overloaded.length > 0 ? t("overloaded", { names: overloaded.join(", ") }) : t("unknownOverload")}
      </p>
    </Card>
  );
}
