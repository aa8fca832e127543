import { useTranslations } from "next-intl";
import { Tag, type Tone } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RegulationView } from "@/lib/features/working-regulations/queries/find-regulations";
import type { RegulationStanding, VersionStanding } from "@/lib/features/working-regulations/schema";

const versionTones: Record<VersionStanding, Tone> = {
  IN_FORCE: "ok",
  COMING: "info",
  REPLACED: "neutral",
  ANNULLED: "warn",
};
const branchTones: Record<RegulationStanding, Tone> = {
  CURRENT: "ok",
  OLDER_TERM: "warn",
  COMING: "info",
  NONE: "err",
};

/** How a version stands, in a word. */
export function VersionTag({ standing }: { standing: VersionStanding }) {
  const t = useTranslations("workingRegulations.versions");
  return <Tag tone={versionTones[standing]}>{t(standing)}</Tag>;
}

/** How a branch stands with its working regulations, in a few words. */
export function RegulationTag({ standing }: { standing: RegulationStanding }) {
  const t = useTranslations("workingRegulations.standings");
  return <Tag tone={branchTones[standing]}>{t(standing)}</Tag>;
}

/** The paper of a version to take away, or that there is none. */
export function PaperLink({ of: { id, file } }: { of: Pick<RegulationView, "id" | "file"> }) {
  const t = useTranslations("workingRegulations");
  const sizes = useTranslations("partyDocuments.files.sizes");
  const format = useFormat();
  if (file === null) return t("noPaper");
  const size = sizes(file.size.unit, { amount: format.number(file.size.amount) });
  return (
    <a href={`/api/export/working-regulation-files/${id}`} download>
      {t("download", { name: file.fileName, size })}
    </a>
  );
}
