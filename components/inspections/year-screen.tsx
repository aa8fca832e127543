import { useTranslations } from "next-intl";
import { InspectionTable, SubjectTable } from "@/components/inspections/inspection-lists";
import { Card } from "@/components/ui/card";
import { FilterChips } from "@/components/ui/filter-chips";
import { Notice } from "@/components/ui/notice";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { InspectionYear } from "@/lib/features/inspections/queries/list-inspections";
import { caseFilters, type InspectionFilter } from "@/lib/features/inspections/schema";

type YearScreenProps = { view: InspectionYear; filter: InspectionFilter };

/** A year's inspections and supervisions: the numbers with the rule they are counted by, and the list behind each. */
export function YearScreen({ view, filter }: YearScreenProps) {
  const t = useTranslations("inspections");
  const { year, years, tally } = view;
  const kept = keptOf(filter);
  const hrefOf = (values: Record<string, string>) => addressOf("/inspections", { year, ...values });
  const hrefWithin = (values: Record<string, string>) => hrefOf({ ...kept, ...values });
  return (
    <>
      {view.reach === "OWN" && <Notice tone="info">{t("scopeOwn")}</Notice>}
      <Tabs
        label={t("year")}
        tabs={years.map((one) => ({ href: addressOf("/inspections", { year: one }), label: String(one) }))}
        current={hrefOf({})}
      />
      <Numbers view={view} hrefOf={hrefOf} />
      <p>
        {t("sentence", {
          year: String(year),
          events: tally.events.length,
          inspections: tally.inspections.length,
          supervisions: tally.supervisions.length,
          branches: tally.branches.length,
          members: tally.members.length,
        })}{" "}
        {t("discipline", { count: view.withDiscipline })}
      </p>
      <p className="text-ink-2">{t("countingRule")}</p>
      <Tabs
        label={t("tabs.label")}
        tabs={[
          { href: hrefWithin({}), label: t("tabs.events"), count: view.concluded.length },
          { href: hrefWithin({ subjects: "branches" }), label: t("tabs.branches"), count: view.branches.length },
          { href: hrefWithin({ subjects: "members" }), label: t("tabs.members"), count: view.members.length },
        ]}
        current={hrefWithin(filter.subjects ? { subjects: filter.subjects } : {})}
      />
      <CaseChips kept={kept} filter={filter} hrefOf={hrefOf} />
      <List view={view} filter={filter} />
      {view.open.length > 0 && (
        <Card title={t("openCases")}>
          <p className="mb-3 text-ink-2">{t("openLead")}</p>
          <InspectionTable caption={t("caption.open")} lines={view.open} />
        </Card>
      )}
    </>
  );
}

/* The parts of the filter that are set, as the address writes them. */
function keptOf(filter: InspectionFilter): Record<string, string> {
  return Object.fromEntries(caseFilters.flatMap((name) => (filter[name] === null ? [] : [[name, filter[name]]])));
}

type ChipsProps = {
  kept: Readonly<Record<string, string>>;
  filter: InspectionFilter;
  hrefOf: (values: Record<string, string>) => string;
};

function CaseChips({ kept, filter, hrefOf }: ChipsProps) {
  const t = useTranslations("inspections");
  const { mode, body, topic, programme, violation, discipline, subjects } = filter;
  const words = {
    mode: mode && t(`modes.${mode}`),
    body: body && t(`bodies.${body}`),
    topic: topic && t(`topics.${topic}`),
    programme: programme && t(`programme.${programme}`),
    violation: violation && t("violationFound"),
    discipline: discipline && t("disciplineWords.yes"),
  };
  const chosen: Record<string, string> = subjects === null ? {} : { subjects };
  const without = (name: string) =>
    hrefOf({ ...Object.fromEntries(Object.entries(kept).filter(([one]) => one !== name)), ...chosen });
  const chips = caseFilters.flatMap((name) =>
    words[name] ? [{ label: t(`filter.${name}`), value: words[name], removeHref: without(name) }] : [],
  );
  return chips.length > 0 && <FilterChips chips={chips} clearHref={hrefOf(chosen)} />;
}

function List({ view, filter }: YearScreenProps) {
  const t = useTranslations("inspections");
  const { subjects: kind } = filter;
  const subjects = kind === null ? null : view[kind];
  if (kind !== null && subjects !== null && subjects.length > 0) {
    return <SubjectTable caption={t(`caption.${kind}`, { count: subjects.length })} subjects={subjects} />;
  }
  if (!subjects && view.concluded.length > 0) {
    return <InspectionTable caption={t("caption.events", { count: view.concluded.length })} lines={view.concluded} />;
  }
  return <EmptyState title={t("none")} explain={t("noneExplain")} />;
}

type NumbersProps = { view: InspectionYear; hrefOf: (values: Record<string, string>) => string };

function Numbers({ view, hrefOf }: NumbersProps) {
  const t = useTranslations("inspections.tally");
  const format = useFormat();
  const { tally, withDiscipline } = view;
  return (
    <StatCards>
      <StatCard value={format.number(tally.events.length)} label={t("events")} href={hrefOf({})} />
      <StatCard
        value={format.number(tally.branches.length)}
        label={t("branches")}
        href={hrefOf({ subjects: "branches" })}
      />
      <StatCard
        value={format.number(tally.members.length)}
        label={t("members")}
        href={hrefOf({ subjects: "members" })}
      />
      <StatCard
        value={format.number(withDiscipline)}
        label={t("discipline")}
        href={hrefOf({ discipline: "follows" })}
      />
    </StatCards>
  );
}
