import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

/** The meetings of branches beside those of the committee's bodies, for who reads both. */
export function MeetingTabs({ current }: { current: "/meetings" | "/meetings/bodies" }) {
  const t = useTranslations("meetings.bodies.tabs");
  const tabs = [
    { href: "/meetings", label: t("branches") },
    { href: "/meetings/bodies", label: t("bodies") },
  ];
  return (
    <div className="screen-only">
      <Tabs label={t("label")} tabs={tabs} current={current} />
    </div>
  );
}
