import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";
import type { OpenBranch, StepCount, StepView } from "@/lib/features/ratings/rules/round-steps";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import type { StandingCounts } from "@/lib/features/self-reviews/rules";

type RoundStepsProps = { view: RoundView; reviews: StandingCounts | null };

/** The steps of a round as a list: by when, how many have done it, and which branches have not. Folded away once all is decided. */
export function RoundSteps({ view, reviews }: RoundStepsProps) {
  const t = useTranslations("ratingDeadlines");
  const { round, steps, can } = view;
  const isDated = steps.some(({ on }) => on !== null);
  const toDeadlines = (
    <ButtonLink href={`/ratings/${round.period}/deadlines`}>
      {t(can.setDeadlines ? (isDated ? "change" : "set") : "see")}
    </ButtonLink>
  );
  if (steps.some(({ step, isDone }) => step === "decision" && isDone)) {
    return (
      <Disclosure summary={t("steps.finished")}>
        <StepList view={view} reviews={reviews} />
        {toDeadlines}
      </Disclosure>
    );
  }
  return (
    <Card title={t("steps.title")} actions={toDeadlines}>
      {isDated && round.deadlinesWait && round.closedOn === null && <Tag tone="warn">{t("waits")}</Tag>}
      <StepList view={view} reviews={reviews} />
    </Card>
  );
}

function StepList({ view: { round, steps }, reviews }: RoundStepsProps) {
  return (
    <ol className="step-list">
      {steps.map((step) => (
        <li key={step.step}>
          <StepHead step={step} isClosed={round.closedOn !== null} />
          {step.counts.length > 0 && (
            <p>
              {step.counts.map((count, place) => (
                <span key={count.doneState}>
                  {place > 0 && "; "}
                  <Count period={round.period} count={count} />
                </span>
              ))}
            </p>
          )}
          {step.step === "selfReview" && reviews && <Reviews period={round.period} counts={reviews} />}
          <NotYet period={round.period} step={step} />
        </li>
      ))}
    </ol>
  );
}

/* Of those whom the rules ask for a review; who is asked for none is not counted. */
function Reviews({ period, counts: { HANDED_IN, DRAFT, NONE } }: { period: RatingPeriod; counts: StandingCounts }) {
  const t = useTranslations("ratingDeadlines");
  const total = HANDED_IN + DRAFT + NONE;
  if (total === 0) return null;
  const linkTo = (standing: "HANDED_IN" | "DRAFT" | "NONE") => (words: ReactNode) => (
    <Link href={addressOf(`/ratings/${period}/self-reviews`, { standing })} prefetch={false}>
      {words}
    </Link>
  );
  return (
    <p>
      {t.rich("counts.handedIn", { done: HANDED_IN, total, none: NONE, yes: linkTo("HANDED_IN"), no: linkTo("NONE") })}
      {DRAFT > 0 && t.rich("counts.drafts", { drafts: DRAFT, draft: linkTo("DRAFT") })}
    </p>
  );
}

/* Which branches are not done with a step; while none of several is, they are not named one by one. */
function NotYet({ period, step: { step, open, counts } }: { period: RatingPeriod; step: StepView }) {
  const t = useTranslations("ratingDeadlines");
  if (open.length === 0) return null;
  if (open.length > 1 && open.length === counts[0]?.total) return <p>{t("noneYetDone")}</p>;
  return (
    <p>
      {t("notYet")}{" "}
      {open.map((branch, place) => (
        <span key={branch.branchId}>
          {place > 0 && "; "}
          {step === "meeting" ? (
            <Link href={addressOf(`/ratings/${period}`, { branch: branch.branchId })} prefetch={false}>
              {branch.branch}
            </Link>
          ) : (
            <Open period={period} branch={branch} isDecision={step === "decision"} />
          )}
        </span>
      ))}
    </p>
  );
}

function StepHead({ step: { step, on, daysLeft, isDone, counts }, isClosed }: { step: StepView; isClosed: boolean }) {
  const t = useTranslations("ratingDeadlines");
  const format = useFormat();
  const isOver = daysLeft !== null && daysLeft < 0;
  return (
    <p className="step-head">
      <span className="font-semibold">{t(`steps.${step}`)}</span>
      <span>{on === null ? t("none") : <b>{t("dueOn", { day: format.day(on) })}</b>}</span>
      {isDone && <Tag tone="ok">{t("done")}</Tag>}
      {!isDone && !isClosed && daysLeft !== null && daysLeft >= 0 && (
        <Tag tone="info">{t("left", { days: daysLeft })}</Tag>
      )}
      {!isDone && isOver && counts.length > 0 && <Tag tone="err">{t("over", { days: -daysLeft })}</Tag>}
      {isOver && counts.length === 0 && !isClosed && <Tag tone="neutral">{t("past")}</Tag>}
    </p>
  );
}

function Count({
  period,
  count: { of, done, total, doneState, openState },
}: {
  period: RatingPeriod;
  count: StepCount;
}) {
  const t = useTranslations("ratingDeadlines");
  const tab = of === "branches" ? "branches" : null;
  const hrefOf = (state: StepCount["doneState"] | StepCount["openState"]) =>
    addressOf(`/ratings/${period}`, { tab, state });
  return t.rich(`counts.${doneState}`, {
    done,
    total,
    open: total - done,
    yes: (words) => (
      <Link href={hrefOf(doneState)} prefetch={false}>
        {words}
      </Link>
    ),
    no: (words) => (
      <Link href={hrefOf(openState)} prefetch={false}>
        {words}
      </Link>
    ),
  });
}

function Open({ period, branch, isDecision }: { period: RatingPeriod; branch: OpenBranch; isDecision: boolean }) {
  const t = useTranslations("ratingDeadlines");
  const { branchId, branch: name, members, isOwnOpen } = branch;
  const path = `/ratings/${period}`;
  const state = isDecision ? "undecided" : "toPropose";
  return (
    <>
      {name}
      {" ("}
      {members > 0 && (
        <Link href={addressOf(path, { branch: branchId, state })} prefetch={false}>
          {t("openMembers", { count: members })}
        </Link>
      )}
      {members > 0 && isOwnOpen && ", "}
      {isOwnOpen && (
        <Link href={addressOf(path, { tab: "branches", branch: branchId })} prefetch={false}>
          {t("openOwn")}
        </Link>
      )}
      {")"}
    </>
  );
}
