import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import type { InspectionBody } from "@/lib/core/db/generated/enums";
import type { LineView } from "@/lib/features/inspection-programmes/queries/get-programme";
import type { LineStanding } from "@/lib/features/inspection-programmes/schema";

const tones: Record<LineStanding, Tone> = {
  DONE: "ok",
  UNDER_WAY: "info",
  DUE: "warn",
  TO_COME: "neutral",
  DROPPED: "neutral",
};

/** How a line stands, in a word. */
export function StandingTag({ standing }: { standing: LineStanding }) {
  const t = useTranslations("inspectionProgrammes.standings");
  return <Tag tone={tones[standing]}>{t(standing)}</Tag>;
}

/** Whose programme it is. */
export function useProgrammeName() {
  const t = useTranslations("inspectionProgrammes.of");
  return (of: { readonly body: InspectionBody | null; readonly branch: string | null }) =>
    of.body ? t(of.body) : t("branch", { branch: of.branch ?? "" });
}

/** A line in one sentence, for the heading of a form about it. */
export function useLineName() {
  const t = useTranslations("inspectionProgrammes");
  const words = useTranslations("inspections");
  return ({ month, mode, topic }: Pick<LineView, "month" | "mode" | "topic">) =>
    t("which", {
      month: t("month", { month: String(month) }),
      mode: words(`modes.${mode}`),
      topic: words(`topics.${topic}`),
    });
}
