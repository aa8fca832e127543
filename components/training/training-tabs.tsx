import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

type TrainingTabsProps = { current: "/training" | "/training/gaps" | "/training/planning"; canReadPlan: boolean };

/** The parts of the training pages. */
export function TrainingTabs({ current, canReadPlan }: TrainingTabsProps) {
  const t = useTranslations("training.tabs");
  const tabs = [
    { href: "/training", label: t("courses") },
    { href: "/training/gaps", label: t("gaps") },
    ...(canReadPlan ? [{ href: "/training/planning", label: t("planning") }] : []),
  ];
  return (
    <div className="screen-only">
      <Tabs label={t("label")} tabs={tabs} current={current} />
    </div>
  );
}
