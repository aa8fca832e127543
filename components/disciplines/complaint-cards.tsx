import { useTranslations } from "next-intl";
import { Sourced } from "@/components/disciplines/discipline-words";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ComplaintView } from "@/lib/features/disciplines/queries/complaint-views";
import type { DisciplineView } from "@/lib/features/disciplines/queries/get-discipline";

/** The complaints about a decision, each with what the reader may do with it. */
export function ComplaintCards({ of }: { of: DisciplineView }) {
  const t = useTranslations("disciplines.complaints");
  const format = useFormat();
  return of.complaints.map((one) => (
    <Card key={one.id} title={t("titleOf", { day: format.day(one.receivedOn) })}>
      <ComplaintFacts of={of} complaint={one} />
      <div className="mt-4">
        <Actions>
          {one.can.confirm && (
            <ButtonLink href={`/disciplines/complaints/${one.id}/confirm`} tone="primary">
              {t("confirm.open")}
            </ButtonLink>
          )}
          {one.can.settle && (
            <ButtonLink href={`/disciplines/complaints/${one.id}/settle`}>{t("settle.open")}</ButtonLink>
          )}
          {one.can.withdraw && (
            <ButtonLink href={`/disciplines/complaints/${one.id}/withdraw`}>{t("withdraw.open")}</ButtonLink>
          )}
        </Actions>
      </div>
    </Card>
  ));
}

/** A complaint in all its parts, with how it was settled. */
export function ComplaintFacts({ of, complaint }: { of: DisciplineView; complaint: ComplaintView }) {
  const t = useTranslations("disciplines.complaints");
  const format = useFormat();
  const { settlement, confirmed, withdrawn, dueOn } = complaint;
  return (
    <DescriptionList
      facts={[
        { term: t("state"), value: t(`states.${complaint.state}`) },
        { term: t("by"), value: complaint.representative ?? of.name },
        { term: t("receivedOn"), value: format.day(complaint.receivedOn) },
        { term: t("content"), value: <span className="whitespace-pre-line">{complaint.content}</span> },
        { term: t("addressedTo"), value: complaint.addressedTo },
        {
          term: t("recorded"),
          value: t("hand", { by: complaint.recordedBy, day: format.moment(complaint.recordedAt) }),
        },
        ...(dueOn ? [{ term: t("dueOn"), value: <Sourced {...of.complaintDays} text={format.day(dueOn)} /> }] : []),
        ...(settlement
          ? [
              { term: t("outcome"), value: t(`outcomes.${settlement.outcome}`) },
              { term: t("settlementNumber"), value: settlement.number },
              { term: t("settledOn"), value: format.day(settlement.on) },
              { term: t("settlingBody"), value: settlement.body },
              { term: t("settlementBy"), value: settlement.by },
              {
                term: t("confirmedBy"),
                value: confirmed ? t("hand", { by: confirmed.by, day: format.day(confirmed.on) }) : t("notYet"),
              },
            ]
          : []),
        ...(withdrawn
          ? [
              {
                term: t("withdrawn"),
                value: t("withdrawnBy", { ...withdrawn, day: format.day(withdrawn.on) }),
              },
            ]
          : []),
      ]}
    />
  );
}
