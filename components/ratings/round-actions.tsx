import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { addressOf } from "@/lib/core/address";
import type { RoundView } from "@/lib/features/ratings/queries/find-round";

/** What the reader may do with the round as a whole: enter a meeting, record decisions, confirm them. */
export function RoundActions({ view, branch }: { view: RoundView; branch: string | null }) {
  const t = useTranslations("ratings.actions");
  const { round, can, tally } = view;
  const path = `/ratings/${round.period}`;
  const own = branch ?? (can.proposeIn.length === 1 ? can.proposeIn[0] : null);
  const mayPropose = own !== null && own !== undefined && can.proposeIn.includes(own) && tally.members.none > 0;
  const toRecord = [tally.members, tally.branches].some((one) => one.proposed + one.recorded > 0);
  const waiting = tally.members.recorded + tally.branches.recorded > 0 || view.committee?.step === "RECORDED";
  const isFinished = view.steps.some(({ step, isDone }) => step === "decision" && isDone);
  return (
    <>
      <ButtonLink href={`${path}/self-reviews`}>{t("selfReviews")}</ButtonLink>
      {round.quarter === null && <ButtonLink href={`${path}/runs`}>{t("runs")}</ButtonLink>}
      {can.takePapers && <ButtonLink href={`${path}/papers`}>{t("papers")}</ButtonLink>}
      {mayPropose && <ButtonLink href={addressOf(`${path}/meeting`, { branch: own })}>{t("meeting")}</ButtonLink>}
      {can.record && toRecord && <ButtonLink href={addressOf(`${path}/record`, { branch })}>{t("record")}</ButtonLink>}
      {can.close && isFinished && <ButtonLink href={`${path}/close`}>{t("close")}</ButtonLink>}
      {can.confirm && waiting && (
        <ButtonLink href={addressOf(`${path}/confirm`, { branch })} tone="primary">
          {t("confirmAll")}
        </ButtonLink>
      )}
    </>
  );
}
