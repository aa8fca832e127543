import { useTranslations } from "next-intl";

/** How something hangs on a branch, in a word; null where the kind says it all. */
export function useRoleWord(): (role: string | null) => string | null {
  const t = useTranslations("reorganizations.roles");
  const words: Readonly<Record<string, string>> = {
    OFFICIAL: t("OFFICIAL"),
    TEMPORARY: t("TEMPORARY"),
    SECRETARY: t("SECRETARY"),
    DEPUTY: t("DEPUTY"),
    COMMITTEE_MEMBER: t("COMMITTEE_MEMBER"),
    MAIN: t("MAIN"),
    SUPPORTING: t("SUPPORTING"),
    ADMISSION: t("ADMISSION"),
    RECOGNITION: t("RECOGNITION"),
    EXEMPTION: t("EXEMPTION"),
    REMOVAL: t("REMOVAL"),
    RESIGNATION: t("RESIGNATION"),
    EXPULSION: t("EXPULSION"),
    DEATH: t("DEATH"),
  };
  return (role) => (role === null ? null : (words[role] ?? null));
}
