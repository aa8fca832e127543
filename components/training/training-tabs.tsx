import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

/** The parts of the training pages. */
export function TrainingTabs({ current }: { current: "/training" | "/training/gaps" }) {
  const t = useTranslations("training.tabs");
  const tabs = [
    { href: "/training", label: t("courses") },
    { href: "/training/gaps", label: t("gaps") },
  ];
  return (
    <div className="screen-only">
      <Tabs label={t("label")} tabs={tabs} current={current} />
    </div>
  );
}
