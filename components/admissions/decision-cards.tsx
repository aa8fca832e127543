import { useTranslations } from "next-intl";
import { ClockWords } from "@/components/admissions/clock-words";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { SheetFacts } from "@/components/votes/sheet-facts";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** Probation, the votes, the decision and the ceremony of a dossier, as far as it has come. */
export function DecisionCards({ dossier }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const { branchVote, committeeVote, decision, probation, steps } = dossier;
  const ruleOf = (kind: "VOTED" | "RECORDED") => steps.find((step) => step.kind === kind)?.rule;
  const [ofVote, ofDecision] = [ruleOf("VOTED"), ruleOf("RECORDED")];
  return (
    <>
      {probation && (
        <Card title={t("page.probation")}>
          <DescriptionList
            facts={[
              { term: t("columns.dueOn"), value: format.day(probation.dueOn) },
              { term: t("columns.clock"), value: <ClockWords clock={probation} /> },
            ]}
          />
        </Card>
      )}
      {branchVote && ofVote && (
        <Card title={t("page.vote")}>
          <SheetFacts sheet={branchVote} rule={ofVote} />
        </Card>
      )}
      {decision && (
        <Card title={t("page.decision")}>
          <DescriptionList
            facts={[
              { term: t("fields.decidedBy"), value: t(`bodies.${decision.decidedBy}`) },
              { term: t("fields.decisionNumber"), value: decision.decisionNumber },
              { term: t("fields.decidedOn"), value: format.day(decision.decidedOn) },
              { term: t("fields.minutesNumber"), value: decision.minutesNumber },
              ...(decision.effectiveOn
                ? [
                    {
                      term: t(dossier.kind === "EXEMPTION" ? "effectiveOn.EXEMPTION" : "effectiveOn.LEAVING"),
                      value: format.day(decision.effectiveOn),
                    },
                  ]
                : []),
              ...(dossier.kind === "ADMISSION"
                ? [{ term: t("fields.receivedOn"), value: decision.receivedOn && format.day(decision.receivedOn) }]
                : []),
            ]}
          />
        </Card>
      )}
      {committeeVote && ofDecision && (
        <Card title={t("page.committeeVote")}>
          <SheetFacts sheet={committeeVote} rule={ofDecision} />
        </Card>
      )}
      <CeremonyCard dossier={dossier} />
    </>
  );
}

function CeremonyCard({ dossier: { kind, state, ceremony } }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const { heldOn, dueOn, countsFrom, lateConsent } = ceremony;
  if (kind !== "ADMISSION" || (state !== "DECIDED" && state !== "DONE")) return null;
  const due =
    dueOn && countsFrom
      ? t("page.ceremonyDue", { day: format.day(dueOn), from: countsFrom })
      : t("page.ceremonyUnknown");
  return (
    <Card title={t("page.ceremony")}>
      {heldOn === null && <p>{due}</p>}
      {heldOn !== null && (
        <DescriptionList
          facts={[
            { term: t("fields.ceremonyOn"), value: format.day(heldOn) },
            ...(lateConsent ? [{ term: t("fields.lateConsent"), value: lateConsent }] : []),
          ]}
        />
      )}
    </Card>
  );
}
