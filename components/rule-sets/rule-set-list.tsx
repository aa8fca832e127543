import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { formatIn } from "@/lib/core/i18n/format";
import { type AnyKeyTranslator, getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { CitedParameter, RuleSetView } from "@/lib/features/rule-sets/queries/rule-sets";

/** Every rule set with its values, each beside its source and how sure it is. */
export function RuleSetList({ sets }: { sets: readonly RuleSetView[] }) {
  return sets.map((set) => <RuleSetCard key={set.id} set={set} />);
}

async function RuleSetCard({ set }: { set: RuleSetView }) {
  const [t, words, { locale }] = await Promise.all([
    getTranslations("ruleSets"),
    getAnyKeyTranslator(),
    readPreferences(),
  ]);
  const columns: Column<CitedParameter>[] = [
    { id: "what", header: t("parameter"), card: "title", cell: (one) => words(`ruleSets.parameters.${one.name}`) },
    { id: "value", header: t("value"), cell: (one) => inWords(one.value, words) },
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
  const period = formatIn(locale).period(set.startsOn, set.lastDay);
  return (
    <Card title={`${t(`kinds.${set.kind}`)}: ${set.document}`}>
      <p className="mb-3 text-ink-2">{t("fromTo", { period })}</p>
      <Table
        caption={t("caption", { document: set.document })}
        columns={columns}
        rows={set.parameters}
        rowId={(one) => one.name}
      />
    </Card>
  );
}

/** Codes in words, fractions as such, lists with commas. */
function inWords(value: unknown, words: AnyKeyTranslator): string {
  if (typeof value === "boolean") return words(`ruleSets.values.${value ? "yes" : "no"}`);
  if (typeof value === "string") return /^[A-Z_]+$/u.test(value) ? words(`ruleSets.values.${value}`) : value;
  if (Array.isArray(value)) return value.map((one) => inWords(one, words)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const { comparison, ...parts } = { comparison: null, ...value };
  const said = Object.values(parts).map((one) => inWords(one, words));
  const together = said.join(Object.values(parts).every((one) => typeof one === "number") ? "/" : " ");
  return comparison === null ? together : `${inWords(comparison, words)} ${together}`;
}
