import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { BadgeKind, BadgeState } from "@/lib/core/db/generated/enums";

const tones = { DUE: "warn", PROPOSED: "info", AWARDED: "ok", WITHDRAWN: "neutral" } as const;

/** How far a badge is: due, proposed, awarded, withdrawn. */
export function BadgeStateTag({ state }: { state: BadgeState | "DUE" }) {
  const t = useTranslations("badges.states");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

/** The badge by its years, and what is unusual about it. */
export function BadgeName({ years, kind }: { years: number; kind: BadgeKind }) {
  const t = useTranslations("badges");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {t("badgeOf", { years })}
      {kind !== "ON_TIME" && <Tag tone="info">{t(`kinds.${kind}`)}</Tag>}
    </span>
  );
}
