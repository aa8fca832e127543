import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { Lineage, Relative } from "@/lib/features/organization/queries/lineage";

/** What the branch grew from and what it became, with the day and the decision of each. */
export function BranchLineage({ lineage: { predecessors, successors } }: { lineage: Lineage }) {
  if (predecessors.length + successors.length === 0) return null;
  return (
    <Notice>
      {groupsOf(predecessors).map((group) => (
        <Group key={`from ${group[0].id}`} word="from" relatives={group} />
      ))}
      {groupsOf(successors).map((group) => (
        <Group key={`into ${group[0].id}`} word="into" relatives={group} />
      ))}
    </Notice>
  );
}

type Together = readonly [Relative, ...Relative[]];

function Group({ word, relatives }: { word: "from" | "into"; relatives: Together }) {
  const t = useTranslations("reorganizations.lineage");
  const format = useFormat();
  const [{ on, reorganization }] = relatives;
  return (
    <p>
      {t.rich(word, { day: format.day(on), names: () => <Names relatives={relatives} /> })}
      {reorganization && (
        <>
          {". "}
          <Link href={`/branches/reorganizations/${reorganization.id}`} prefetch={false}>
            {t("decision", { number: reorganization.number, day: format.day(reorganization.decidedOn) })}
          </Link>
        </>
      )}
    </p>
  );
}

function Names({ relatives }: { relatives: Together }) {
  return relatives.map(({ id, name, isOpen }, place) => (
    <Fragment key={id}>
      {place > 0 && ", "}
      {isOpen ? (
        <Link href={`/branches/${id}`} prefetch={false}>
          {name}
        </Link>
      ) : (
        name
      )}
    </Fragment>
  ));
}

/* Those of one reorganisation stand in one sentence. */
function groupsOf(relatives: readonly Relative[]): Together[] {
  const keyOf = ({ on, reorganization }: Relative) => reorganization?.id ?? on;
  const keys = [...new Set(relatives.map(keyOf))];
  return keys.flatMap((key) => {
    const [first, ...rest] = relatives.filter((one) => keyOf(one) === key);
    return first ? [[first, ...rest] as const] : [];
  });
}
