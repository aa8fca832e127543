import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SignForm } from "@/components/meetings/meeting-forms";
import { holderName, StateTag } from "@/components/meetings/meeting-words";
import { AddendaView, MinutesView } from "@/components/meetings/minutes-view";
import { QualityView } from "@/components/meetings/quality-view";
import { type RollPart, RollView } from "@/components/meetings/roll-view";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { yearOf } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MeetingQuality } from "@/lib/features/meetings/queries/find-meeting-score";
import type { MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import type { NextMeeting } from "@/lib/features/meetings/rules/next-meeting";

type MeetingScreenProps = {
  meeting: MeetingView;
  /** Null for a meeting of a body of the committee, which is not scored. */
  quality: MeetingQuality | null;
  part: RollPart | null;
  /** What the meeting of a branch finds of its tasks, between the roll and the minutes. */
  tasks: ReactNode;
};

/** One meeting: what it was, who came, how good it was, and what is to be done next. */
export function MeetingScreen({ meeting, quality, part, tasks }: MeetingScreenProps) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const { id, can, counts, kind, body } = meeting;
  const year = yearOf(meeting.monthOn);
  return (
    <>
      <PageHeader
        title={
          body === null
            ? t("page.title", { kind, month: format.month(meeting.monthOn) })
            : t("bodies.title", { kind, body: holderName(meeting, t) })
        }
        back={
          body === null
            ? { href: addressOf("/meetings", { branch: meeting.branchId, year }), label: t("page.back") }
            : { href: addressOf("/meetings/bodies", { year }), label: t("bodies.back") }
        }
        actions={
          <>
            {(can.invite || meeting.invitedOn) && (
              <ButtonLink href={`/meetings/${id}/invitation`}>{t("page.invitation")}</ButtonLink>
            )}
            {can.edit && (
              <>
                <ButtonLink href={`/meetings/${id}/attendance`} tone={counts ? "secondary" : "primary"}>
                  {t("page.takeRoll")}
                </ButtonLink>
                <ButtonLink href={`/meetings/${id}/minutes`}>{t("page.write")}</ButtonLink>
                <ButtonLink href={`/meetings/${id}/edit`}>{t("page.edit")}</ButtonLink>
                {counts && meeting.items.length > 0 && (
                  <ButtonLink href={`/meetings/${id}/send`} tone="primary">
                    {t(body === null ? "page.send" : "bodies.send")}
                  </ButtonLink>
                )}
              </>
            )}
            {meeting.items.length > 0 && <ButtonLink href={`/meetings/${id}/paper`}>{t("page.paper")}</ButtonLink>}
            {meeting.state !== "DRAFT" && (
              <ButtonLink href={`/api/export/meeting-minutes/${id}`} download>
                {t("page.word")}
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      <Card title={t(body === null ? "page.facts" : "bodies.facts")}>
        <MeetingFacts meeting={meeting} />
      </Card>
      {counts ? (
        <RollView meeting={meeting} counts={counts} part={part} />
      ) : (
        <EmptyState
          title={t("page.noRoll")}
          explain={can.edit ? t(body === null ? "page.noRollExplain" : "bodies.noRollExplain") : undefined}
        />
      )}
      {tasks}
      <MinutesView meeting={meeting} />
      {(can.amend || meeting.addenda.length > 0) && <AddendaView meeting={meeting} />}
      {counts && quality && <QualityView meetingId={id} quality={quality} />}
      {can.sign && (
        <Card title={t("signing.title")}>
          <SignForm meeting={meeting} />
        </Card>
      )}
    </>
  );
}

function MinutesNumber({ meeting: { number, sign, state, body } }: { meeting: MeetingView }) {
  const t = useTranslations("meetings.page");
  if (number === null)
    return t(state === "SENT" ? "noNumberYet" : "noNumber", { of: body === null ? "branch" : "body" });
  return (
    <>
      {sign} <Tag tone="warn">{t("numberingUnconfirmed")}</Tag>
    </>
  );
}

function nextLine({ heldOn, startTime, place }: NextMeeting, format: ReturnType<typeof useFormat>): string {
  return [startTime, format.day(heldOn), place].filter((part) => part !== null).join(", ");
}

function MeetingFacts({ meeting }: { meeting: MeetingView }) {
  const words = useTranslations("meetings");
  const t = useTranslations("meetings.page");
  const format = useFormat();
  const { branchId, branch, body, heldOn, place, chairName, writerName, guests, sentOn, sentBy, signedOn } = meeting;
  const { startTime, invitedOn, invitedBy, next } = meeting;
  const steps = [
    invitedOn && t("invited", { by: invitedBy ?? "", day: format.day(invitedOn) }),
    sentOn && words(body === null ? "page.sent" : "bodies.sent", { by: sentBy ?? "", day: format.day(sentOn) }),
    signedOn && t("signed", { day: format.day(signedOn) }),
  ].filter((step) => step !== null);
  return (
    <DescriptionList
      facts={[
        body === null
          ? {
              term: t("branch"),
              value: (
                <Link href={`/branches/${branchId}`} prefetch={false}>
                  {branch}
                </Link>
              ),
            }
          : { term: words("bodies.body"), value: words(`bodies.names.${body}`) },
        { term: t("heldOn"), value: startTime ? `${startTime}, ${format.day(heldOn)}` : format.day(heldOn) },
        { term: t("place"), value: place },
        { term: t("chair"), value: chairName },
        { term: t("writer"), value: writerName },
        ...(meeting.state === "DRAFT"
          ? []
          : [
              { term: t("number"), value: <MinutesNumber meeting={meeting} /> },
              { term: t("next"), value: next ? nextLine(next, format) : t("noNext") },
            ]),
        { term: t("guests"), value: guests && <span className="whitespace-pre-line">{guests}</span> },
        {
          term: t("state"),
          value: (
            <>
              <StateTag state={meeting.state} ofBody={body !== null} /> {steps.join("; ")}
            </>
          ),
        },
      ]}
    />
  );
}
