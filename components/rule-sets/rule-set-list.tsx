import { getTranslations } from "next-intl/server";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { inWords } from "@/components/rule-sets/value-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { formatIn } from "@/lib/core/i18n/format";
import { getAnyKeyTranslator } from "@/lib/core/i18n/problem-text";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import type { RuleSetView } from "@/lib/features/rule-sets/queries/rule-sets";
import type { CitedParameter } from "@/lib/features/rule-sets/rules/revisions";

/** Every rule set with its values, each beside its source and how sure it is. */
export function RuleSetList({ sets, mayRevise }: { sets: readonly RuleSetView[]; mayRevise: boolean }) {
  return sets.map((set) => <RuleSetCard key={set.id} set={set} mayRevise={mayRevise} />);
}

async function RuleSetCard({ set, mayRevise }: { set: RuleSetView; mayRevise: boolean }) {
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
      cell: (one) => <CertaintyTag certainty={one.certainty} />,
    },
  ];
  const period = formatIn(locale).period(set.startsOn, set.lastDay);
  return (
    <Card
      title={`${t(`kinds.${set.kind}`)}: ${set.document}`}
      actions={mayRevise && <ButtonLink href={`/ratings/rules/${set.id}/revise`}>{t("revision.open")}</ButtonLink>}
    >
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
