import Link from "next/link";
import { useTranslations } from "next-intl";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { TrainingTabs } from "@/components/training/training-tabs";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PrintButton } from "@/components/ui/print-button";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { Gap, GapView, Holder } from "@/lib/features/training/queries/get-gaps";
import type { GapFilter, GapList } from "@/lib/features/training/schema/requirements";

type GapScreenProps = { view: GapView; filter: GapFilter; isToday: boolean; unreadable: string | null };

/** What posts require on a day, and by name who has it and who lacks it. */
export function GapScreen({ view, filter, isToday, unreadable }: GapScreenProps) {
  const t = useTranslations("training.gaps");
  const format = useFormat();
  const { on, document } = view;
  const hrefOf = (of: Gap["requirement"], show: GapList) =>
    `${addressOf("/training/gaps", { on: isToday ? null : on, of, show })}#${of}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={[t("lead", { day: format.day(on) }), view.isOwnOnly && t("leadOwn")].filter(Boolean).join(" ")}
        actions={<PrintButton />}
      />
      <TrainingTabs current="/training/gaps" canReadPlan={view.can.readPlan} />
      <OnDayForm action="/training/gaps" on={on} unreadable={unreadable} />
      {document === null && (
        <EmptyState title={t("noRules")} explain={t("noRulesExplain", { day: format.day(on) })}>
          <Actions>
            <ButtonLink href="/ratings/rules">{t("toRules")}</ButtonLink>
          </Actions>
        </EmptyState>
      )}
      {view.gaps.map((gap) => (
        <GapCard
          key={gap.requirement}
          gap={gap}
          show={filter.of === gap.requirement ? filter.show : "LACKING"}
          hrefOf={(show) => hrefOf(gap.requirement, show)}
        />
      ))}
    </>
  );
}

type GapCardProps = { gap: Gap; show: GapList; hrefOf: (show: GapList) => string };

function GapCard({ gap, show, hrefOf }: GapCardProps) {
  const t = useTranslations("training.gaps");
  const { requirement, level, citation, isConfirmed, holders } = gap;
  const shown = onList(holders, show);
  const columns: Column<Holder>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ memberId, name }) => (
        <Link href={`/members/${memberId}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    {
      id: "post",
      header: t("columns.post"),
      cell: ({ posts }) =>
        posts.map(({ office, place }) => t(`offices.${office}`, { place: place ?? "none" })).join("; "),
    },
    {
      id: "state",
      header: t("columns.state"),
      card: "status",
      cell: ({ meets }) => <Tag tone={meets ? "ok" : "warn"}>{t(meets ? "meets" : "lacks")}</Tag>,
    },
  ];
  return (
    <section id={requirement}>
      <Card title={t(`requirements.${requirement}`, { level })}>
        <p className="mb-3 flex flex-wrap items-center gap-2 text-ink-2">
          <Link href="/ratings/rules" prefetch={false}>
            {citation === null ? t("noSource") : t("rule", { document: citation })}
          </Link>
          {!isConfirmed && <Tag tone="warn">{t("unconfirmed")}</Tag>}
        </p>
        <div className="grid gap-3">
          <StatCards>
            <StatCard value={holders.length} label={t("holders")} href={hrefOf("ALL")} />
            <StatCard value={onList(holders, "MEETING").length} label={t("meeting")} href={hrefOf("MEETING")} />
            <StatCard value={onList(holders, "LACKING").length} label={t("lacking")} href={hrefOf("LACKING")} />
          </StatCards>
          {holders.length === 0 && <p>{t("nobody")}</p>}
          {holders.length > 0 && shown.length === 0 && <p>{t(`lists.${show}`, { count: 0 })}</p>}
          {shown.length > 0 && (
            <Table
              caption={t(`lists.${show}`, { count: shown.length })}
              columns={columns}
              rows={shown}
              rowId={({ memberId }) => memberId}
            />
          )}
        </div>
      </Card>
    </section>
  );
}

function onList(holders: readonly Holder[], list: GapList): Holder[] {
  return holders.filter(({ meets }) => list === "ALL" || meets === (list === "MEETING"));
}
