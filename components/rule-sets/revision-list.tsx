import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { Day } from "@/lib/core/day";
import type { RuleKind, RuleRevisionState } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";

const tones = { DRAFT: "neutral", SUBMITTED: "warn", CONFIRMED: "ok", DISCARDED: "neutral" } as const;

/** Where a next version stands, in words. */
export function RevisionStateTag({ state }: { state: RuleRevisionState }) {
  const t = useTranslations("ruleSets.revision.states");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

type OpenRevision = {
  readonly id: string;
  readonly kind: RuleKind;
  readonly document: string;
  readonly startsOn: Day;
  readonly state: RuleRevisionState;
};

/** The next versions on which somebody has the next word. */
export function OpenRevisions({ revisions }: { revisions: readonly OpenRevision[] }) {
  const t = useTranslations("ruleSets");
  const format = useFormat();
  if (revisions.length === 0) return null;
  return (
    <Card title={t("revision.openTitle")}>
      <ul className="grid gap-3">
        {revisions.map(({ id, kind, document, startsOn, state }) => (
          <li key={id}>
            <Link href={`/ratings/rules/revisions/${id}`} prefetch={false}>
              {t("revision.line", { kind: t(`kinds.${kind}`), document, day: format.day(startsOn) })}
            </Link>{" "}
            <RevisionStateTag state={state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
