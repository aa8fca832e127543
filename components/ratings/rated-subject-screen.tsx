import Link from "next/link";
import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/ratings/confirm-form";
import { LevelTag, StepTag } from "@/components/ratings/rating-tags";
import { RecordCard } from "@/components/ratings/record-card";
import { CertaintyTag } from "@/components/rule-sets/certainty-tag";
import { RuleCitation } from "@/components/rule-sets/rule-citation";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { Timeline } from "@/components/ui/timeline";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";
import type { Run } from "@/lib/features/ratings/rules/runs";

type RatedSubjectScreenProps = { view: RatedSubjectView; bodyName: string; refusal: string | null };

/** One subject of a round: where it stands, its records, and the next step for who may take it. */
export function RatedSubjectScreen({ view, bodyName, refusal }: RatedSubjectScreenProps) {
  const t = useTranslations("ratings");
  const format = useFormat();
  const { round, current, waiting, records, ruledOut, can, isSelf } = view;
  const step = current?.state ?? "NONE";
  const old = records.filter((one) => one !== current && one !== waiting);
  const { newMember, memberMinimumMonths } = round.parameters;
  return (
    <>
      <IdentityBar
        name={view.name ?? bodyName}
        tags={<StepTag step={step} waits={waiting !== null} />}
        facts={[
          t("yearTitle", { period: format.yearOrQuarter(round.period) }),
          ...(view.subject === "MEMBER" && view.branch ? [view.branch] : []),
          t("reckonedOn", { day: format.day(round.reckoningOn) }),
        ]}
        actions={<NextSteps view={view} />}
      />
      {isSelf && <Notice tone="info">{t("detail.own")}</Notice>}
      {ruledOut && step !== "DECIDED" && (
        <Notice tone="info">{t("detail.ruledOut", { reason: t(`reasons.${ruledOut}`) })}</Notice>
      )}
      {refusal && <Notice tone="warn">{refusal}</Notice>}
      {!isSelf && (
        <p>
          <span className="font-semibold">{t("detail.turn")}: </span>
          {t(`detail.turns.${waiting ? "RECORDED" : step}`)}
        </p>
      )}
      {waiting && <RecordCard title={t("detail.waiting")} record={waiting} />}
      {current && <RecordCard title={t(step === "DECIDED" ? "detail.inForce" : "detail.progress")} record={current} />}
      {can.confirm && (
        <ConfirmForm
          period={round.period}
          roundId={round.id}
          ratings={[{ ratingId: can.confirm.id, version: can.confirm.version }]}
          overCapByReason={round.parameters.memberCap.overCap.value === "BLOCK" ? "NOT_ALLOWED" : "ASKED"}
          backHref={`/ratings/${round.period}`}
        />
      )}
      {old.map((record) => (
        <RecordCard key={record.id} title={t("detail.replaced")} record={record} />
      ))}
      {view.run && <RunNotice run={view.run} document={round.document} />}
      <HistoryCard view={view} />
      <p className="text-ink-2">
        {t("rules")}: <RuleCitation document={round.document} parts={{ newMember, months: memberMinimumMonths }} />
      </p>
    </>
  );
}

function NextSteps({ view }: { view: RatedSubjectView }) {
  const t = useTranslations("ratings.actions");
  const { round, memberId, branchId, current, can, subject } = view;
  const path = `/ratings/${round.period}`;
  const proposeHref = addressOf(`${path}/propose`, memberId ? { member: memberId } : { branch: branchId });
  const recordHref =
    subject === "COMMITTEE" ? `${path}/committee` : addressOf(`${path}/record`, { rating: current?.id });
  return (
    <div className="screen-only flex flex-wrap gap-2">
      {can.propose && (
        <ButtonLink href={proposeHref} tone={current ? "secondary" : "primary"}>
          {t("propose")}
        </ButtonLink>
      )}
      {can.record && <ButtonLink href={recordHref}>{t("record")}</ButtonLink>}
      {can.correct && (
        <ButtonLink href={addressOf(`${path}/correct`, { rating: current?.id })}>{t("correct")}</ButtonLink>
      )}
      {can.notify && (
        <ButtonLink
          href={addressOf(`/api/export/rating-notice/${round.period}`, { branch: branchId, member: memberId })}
          download
        >
          {t("notice")}
        </ButtonLink>
      )}
    </div>
  );
}

function RunNotice({ run: { level, years, needed }, document }: { run: Run; document: string }) {
  const t = useTranslations("ratingRuns.notice");
  return (
    <Notice tone="info" title={t(level, { years })}>
      <CertaintyTag certainty={needed.certainty} /> {needed.citation ?? document}
    </Notice>
  );
}

function HistoryCard({ view }: { view: RatedSubjectView }) {
  const t = useTranslations("ratings");
  const format = useFormat();
  if (view.subject === "COMMITTEE" && view.history.length === 0) return null;
  const entries = view.history.map((one) => ({
    id: one.period,
    title: <LevelTag level={one.level} notRatedReason={one.level === null ? "OTHER" : null} />,
    date: (
      <Link href={`/ratings/${one.period}`} prefetch={false}>
        {one.period.includes("-q") ? format.yearOrQuarter(one.period) : one.period}
      </Link>
    ),
  }));
  return (
    <Card title={t("detail.history")}>
      {entries.length > 0 ? <Timeline entries={entries} /> : <p className="text-ink-2">{t("detail.noHistory")}</p>}
    </Card>
  );
}
