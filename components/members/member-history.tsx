import Link from "next/link";
import { useTranslations } from "next-intl";
import { type TimelineKind, timelineKinds, useTimeline } from "@/components/members/use-timeline";
import { Card } from "@/components/ui/card";
import { Tabs } from "@/components/ui/tabs";
import { Timeline } from "@/components/ui/timeline";
import type { MemberView } from "@/lib/features/members/queries/get-member";

/** The dated history of a member, all of it or one kind. */
export function MemberHistory({ member, kind }: { member: MemberView; kind: TimelineKind | null }) {
  const t = useTranslations("members.timeline");
  const milestones = useTimeline(member);
  const shown = milestones.filter((one) => kind === null || one.kind === kind);
  const base = `/members/${member.id}`;
  const tabs = [
    { href: base, label: t("kinds.all"), count: milestones.length },
    ...timelineKinds
      .map((one) => ({
        href: `${base}?history=${one}`,
        label: t(`kinds.${one}`),
        count: milestones.filter((milestone) => milestone.kind === one).length,
      }))
      .filter((tab) => tab.count > 0),
  ];
  return (
    <Card title={t("title")}>
      <div className="grid gap-4">
        <Tabs label={t("filter")} tabs={tabs} current={kind === null ? base : `${base}?history=${kind}`} />
        {shown.length === 0 ? <p>{t("empty")}</p> : <Timeline entries={shown.map(entryOf)} />}
      </div>
    </Card>
  );
}

function entryOf({ href, title, ...milestone }: ReturnType<typeof useTimeline>[number]) {
  const linked = href ? (
    <Link href={href} prefetch={false}>
      {title}
    </Link>
  ) : (
    title
  );
  return { ...milestone, title: linked };
}
