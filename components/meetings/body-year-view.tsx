import Link from "next/link";
import { useTranslations } from "next-intl";
import { MeetingTabs } from "@/components/meetings/meeting-tabs";
import { PresenceTag, StateTag } from "@/components/meetings/meeting-words";
import { PageHeader } from "@/components/shared/page-header";
import { Actions, ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BodyMeetingLine, BodyMeetingYear, BodyYear } from "@/lib/features/meetings/queries/list-body-meetings";
import type { BodyAttendance } from "@/lib/features/meetings/rules/bodies";

const PAGE = "/meetings/bodies";

/** A year of the committee's bodies: each with its meetings, and how often it met. */
export function BodyYearView({ view }: { view: BodyMeetingYear }) {
  const t = useTranslations("meetings");
  const { year, bodies, can } = view;
  return (
    <>
      <PageHeader
        title={t("bodies.yearTitle", { year: String(year) })}
        lead={t("bodies.lead")}
        actions={
          <>
            <ButtonLink href={addressOf(PAGE, { year: year - 1 })}>
              {t("previousYear", { year: String(year - 1) })}
            </ButtonLink>
            <ButtonLink href={addressOf(PAGE, { year: year + 1 })}>
              {t("nextYear", { year: String(year + 1) })}
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
      {view.hasBranches && <MeetingTabs current={PAGE} />}
      {bodies.map((of) => (
        <BodySection key={of.body} of={of} year={year} mayOpen={can.open} />
      ))}
      {bodies.length === 0 && <EmptyState title={t("bodies.none")} explain={t("bodies.noneExplain")} />}
    </>
  );
}

function BodySection({ of, year, mayOpen }: { of: BodyYear; year: number; mayOpen: boolean }) {
  const t = useTranslations("meetings.bodies");
  const name = t(`names.${of.body}`);
  return (
    <section className="grid gap-3" aria-labelledby={of.body}>
      <h2 id={of.body} className="first-letter:uppercase">
        {name}
      </h2>
      {mayOpen && (
        <Actions>
          <ButtonLink href={addressOf(`${PAGE}/new`, { body: of.body })} tone="primary">
            {t("open")}
          </ButtonLink>
        </Actions>
      )}
      {of.meetings.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <MeetingTable of={of} caption={t("listOf", { body: name, year: String(year) })} />
      )}
    </section>
  );
}

function MeetingTable({ of, caption }: { of: BodyYear; caption: string }) {
  const t = useTranslations("meetings");
  const format = useFormat();
  const columns: Column<BodyMeetingLine>[] = [
    {
      id: "heldOn",
      header: t("bodies.columns.heldOn"),
      card: "title",
      cell: ({ id, heldOn, isHeld }) => (
        <>
          <Link href={`/meetings/${id}`} prefetch={false}>
            {format.day(heldOn)}
          </Link>{" "}
          {!isHeld && <Tag tone="info">{t("bodies.planned")}</Tag>}
        </>
      ),
    },
    { id: "kind", header: t("bodies.columns.kind"), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      id: "attendance",
      header: t("bodies.columns.attendance"),
      cell: ({ roll }) => (roll ? format.share(roll.present, roll.called) : t("noRollYet")),
    },
    { id: "state", header: t("bodies.columns.state"), cell: ({ state }) => <StateTag state={state} ofBody /> },
  ];
  return (
    <>
      <p>{t("bodies.held", { held: of.held, uncalled: of.uncalled })}</p>
      <Table caption={caption} columns={columns} rows={of.meetings} rowId={({ id }) => id} />
      {of.attendance.length > 0 && <AttendanceTable of={of} />}
    </>
  );
}

/** How often each came, with the meetings that were missed. */
function AttendanceTable({ of }: { of: BodyYear }) {
  const t = useTranslations("meetings.bodies");
  const format = useFormat();
  const columns: Column<BodyAttendance>[] = [
    { id: "name", header: t("attendance.name"), card: "title", cell: ({ name }) => name },
    {
      id: "present",
      header: t("attendance.present"),
      cell: ({ present, called }) => format.share(present, called),
    },
    {
      id: "missed",
      header: t("attendance.missed"),
      cell: ({ missed }) =>
        missed.length === 0
          ? t("attendance.none")
          : missed.map(({ id, heldOn, presence }) => (
              <span key={id} className="block">
                <Link href={`/meetings/${id}`} prefetch={false}>
                  {format.day(heldOn)}
                </Link>{" "}
                <PresenceTag presence={presence} />
              </span>
            )),
    },
  ];
  return (
    <Table
      caption={t("attendance.caption", { body: t(`names.${of.body}`) })}
      columns={columns}
      rows={of.attendance}
      rowId={({ memberId }) => memberId}
    />
  );
}
