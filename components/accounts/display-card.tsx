import { useTranslations } from "next-intl";
import {
  LanguageChoice,
  ShortcutControl,
  TextSizeControl,
  ThemeControl,
} from "@/components/shared/preference-controls";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";

/** How pages look for this person, on every device. */
export function DisplayCard() {
  const t = useTranslations("shell");
  const controls = [
    { term: t("textSize"), value: <TextSizeControl /> },
    { term: t("language"), value: <LanguageChoice /> },
    { term: t("theme"), value: <ThemeControl /> },
    { term: t("shortcuts"), value: <ShortcutControl /> },
  ];
  return (
    <Card title={t("preferences")}>
      <p className="prose-line mb-3 text-ink-2">{t("preferencesKept")}</p>
      <DescriptionList
        facts={controls.map(({ term, value }) => ({ term, value: <div className="preferences">{value}</div> }))}
      />
    </Card>
  );
}
