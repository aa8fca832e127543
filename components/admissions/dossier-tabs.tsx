import { useTranslations } from "next-intl";
import { type DossierTab, dossierTabs } from "@/components/admissions/dossier-words";
import { Tabs } from "@/components/ui/tabs";

/** The way between the lists of dossiers. */
export function DossierTabs({ current }: { current: DossierTab }) {
  const t = useTranslations("admissions.tabs");
  const open = dossierTabs.find((tab) => tab.name === current)?.href ?? "";
  return (
    <Tabs label={t("label")} tabs={dossierTabs.map(({ name, href }) => ({ href, label: t(name) }))} current={open} />
  );
}
