import { useTranslations } from "next-intl";
import { BranchLinesTable } from "@/components/ratings/branch-lines-table";
import { CapCard } from "@/components/ratings/cap-card";
import { CommitteeResult } from "@/components/ratings/committee-result";
import { MemberLinesTable } from "@/components/ratings/member-lines-table";
import { NotRatedRules } from "@/components/ratings/not-rated-rules";
import { RoundFilters } from "@/components/ratings/round-filters";
import { RoundSteps } from "@/components/ratings/round-steps";
import { RoundTallyCards } from "@/components/ratings/round-tally-cards";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { rowsOfPage } from "@/components/ui/page-numbers";
import { Pagination, pageSizeOf } from "@/components/ui/pagination";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import type { RoundFilter } from "@/lib/features/ratings/schema";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { StandingCounts } from "@/lib/features/self-reviews/rules";

type RoundScreenProps = {
  view: RoundView;
  filter: RoundFilter;
  superiorName: string | null;
  /** How many members stand where with their reviews; null once all is decided. */
  reviews: StandingCounts | null;
};

/** A year's round: members, branches or the Party organisation itself, with the numbers and the cap above the list. */
export function RoundScreen({ view, filter, superiorName, reviews }: RoundScreenProps) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const { round, caps, tally, targets, members } = view;
  const { tab } = filter;
  const path = `/ratings/${round.period}`;
  const hrefOf = (one: RoundFilter["tab"]) => addressOf(path, { tab: one === "members" ? null : one });
  const tabs = [
    { href: hrefOf("members"), label: t("tabs.members"), count: members.length },
    { href: hrefOf("branches"), label: t("tabs.branches"), count: view.branches.length },
    ...(round.leading ? [] : [{ href: hrefOf("committee"), label: t("tabs.committee") }]),
  ];
  return (
    <>
      {round.closedOn && <Notice tone="info">{t("closedOn", { day: format.day(round.closedOn) })}</Notice>}
      {view.reach === "BRANCHES" && <Notice tone="info">{t("scopeOwn")}</Notice>}
      <RoundSteps view={view} reviews={reviews} />
      <Tabs label={t("tabs.label")} tabs={tabs} current={hrefOf(tab)} />
      {tab === "committee" ? (
        <CommitteeResult
          period={round.period}
          line={view.committee}
          mayRecord={view.can.recordCommittee}
          superiorName={superiorName}
        />
      ) : (
        <>
          <RoundTallyCards period={round.period} tab={tab} tally={tally[tab]} target={targets[tab]} />
          {caps && (
            <CapCard
              of={tab}
              cap={caps[tab]}
              scope={tab === "members" ? round.parameters.memberCap.scope.value : "PARTY_COMMITTEE"}
              document={round.document}
              proposedHref={addressOf(path, { tab: tab === "members" ? null : tab, state: "proposed" })}
            />
          )}
          <NotRatedRules view={view} tab={tab} />
          <RoundFilters period={round.period} filter={filter} branches={view.branches} />
          <Lines view={view} filter={filter} />
        </>
      )}
    </>
  );
}

function Lines({ view, filter }: { view: RoundView; filter: RoundFilter }) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const { round, shown, members, branches } = view;
  const isBranches = filter.tab === "branches";
  if ((isBranches ? branches : members).length === 0) {
    return <EmptyState title={t("nobody")} explain={t("nobodyExplain")} />;
  }
  if ((isBranches ? shown.branches : shown.members).length === 0) {
    return (
      <NoneFound>
        <ButtonLink href={addressOf(`/ratings/${round.period}`, { tab: isBranches ? "branches" : null })}>
          {t("actions.back", { period: format.yearOrQuarter(round.period) })}
        </ButtonLink>
      </NoneFound>
    );
  }
  if (isBranches) return <BranchLinesTable period={round.period} lines={shown.branches} members={members} />;
  return <MemberLines period={round.period} lines={shown.members} filter={filter} />;
}

type MemberLinesProps = { period: RatingPeriod; lines: RoundView["shown"]["members"]; filter: RoundFilter };

function MemberLines({ period, lines, filter }: MemberLinesProps) {
  const { branch, level, state, reason, q } = filter;
  const size = pageSizeOf(filter.size);
  const { page, from, to } = rowsOfPage(lines.length, filter.page, size);
  return (
    <>
      <MemberLinesTable period={period} lines={lines.slice(from, to)} total={lines.length} />
      <Pagination
        total={lines.length}
        page={page}
        size={size}
        hrefFor={(of, perPage) =>
          addressOf(`/ratings/${period}`, {
            ...{ q, branch, level, state, reason },
            size: perPage === 25 ? null : perPage,
            page: of === 1 ? null : of,
          })
        }
      />
    </>
  );
}
