import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag, type Tone } from "@/components/ui/tag";
import type { ReorganizationState } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ReorganizationList as Found } from "@/lib/features/reorganizations/queries/list-reorganizations";

const tones: Readonly<Record<ReorganizationState, Tone>> = {
  PROPOSED: "info",
  CONFIRMED: "ok",
  REJECTED: "warn",
  CANCELLED: "neutral",
};

/** The state of a reorganisation in words. */
export function ReorganizationStateTag({ state }: { state: ReorganizationState }) {
  const t = useTranslations("reorganizations.states");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

/** The reorganisations of branches, and the way to a new one; nothing where there are none and none may be proposed. */
export function ReorganizationList({ found: { lines, can } }: { found: Found }) {
  const t = useTranslations("reorganizations");
  const format = useFormat();
  if (lines.length === 0 && !can.propose) return null;
  const start = can.propose && <ButtonLink href="/branches/reorganize">{t("list.start")}</ButtonLink>;
  return (
    <div className="screen-only">
      <Card title={t("list.title")} actions={start}>
        <ul className="grid gap-2">
          {lines.map(({ id, kind, state, effectiveOn, olds, successors }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={`/branches/reorganizations/${id}`} prefetch={false}>
                {`${t(`kinds.${kind}`)}: ${olds.join(", ")} → ${successors.join(", ")}`}
              </Link>
              <span className="text-ink-2">{t("list.on", { day: format.day(effectiveOn) })}</span>
              <ReorganizationStateTag state={state} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
