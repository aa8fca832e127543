import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CitedParameter, RuleSetView } from "@/lib/features/rule-sets/queries/rule-sets";

/** Every rule set with its values, each beside its source and how sure it is. */
export function RuleSetList({ sets }: { sets: readonly RuleSetView[] }) {
  return sets.map((set) => <RuleSetCard key={set.id} set={set} />);
}

function RuleSetCard({ set }: { set: RuleSetView }) {
  const t = useTranslations("ruleSets");
  const format = useFormat();
  const columns: Column<CitedParameter>[] = [
    { id: "what", header: t("parameter"), card: "title", cell: (one) => <ParameterName name={one.name} /> },
    { id: "value", header: t("value"), cell: (one) => <ParameterValue value={one.value} /> },
    { id: "source", header: t("source"), cell: (one) => one.citation ?? "–" },
    {
      id: "certainty",
      header: t("certainty"),
      card: "status",
      cell: (one) => (
        <Tag tone={one.certainty === "CONFIRMED" ? "ok" : "warn"}>{t(`certainties.${one.certainty}`)}</Tag>
      ),
    },
  ];
  return (
    <Card title={`${t(`kinds.${set.kind}`)}: ${set.document}`}>
      <p className="mb-3 text-ink-2">{t("fromTo", { period: format.period(set.startsOn, set.lastDay) })}</p>
      <Table
        caption={t("caption", { document: set.document })}
        columns={columns}
        rows={set.parameters}
        rowId={(one) => one.name}
      />
    </Card>
  );
}

function ParameterName({ name }: { name: string }) {
  const t = useTranslations("ruleSets.parameters");
  return isKey(t, name) ? t(name) : name;
}

function isKey<Key extends string>(t: { has: (key: Key) => boolean }, name: string): name is Key {
  const has: (key: never) => boolean = t.has;
  return has(name as never);
}

/** Codes in words, fractions as such, lists with commas. */
function ParameterValue({ value }: { value: unknown }) {
  const t = useTranslations("ruleSets.values");
  if (value === true || value === false) return t(value ? "yes" : "no");
  if (typeof value === "string") return isKey(t, value) ? t(value) : value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((one) => plain(one)).join(", ");
  return plain(value);
}

function plain(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return Object.values(value).join("/");
}
