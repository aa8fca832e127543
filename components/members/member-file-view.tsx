import { useTranslations } from "next-intl";
import { FileTrail } from "@/components/members/file-trail";
import { StandingTags } from "@/components/members/member-identity";
import { MemberSummary } from "@/components/members/member-summary";
import { useTimeline } from "@/components/members/use-timeline";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Table } from "@/components/ui/table";
import { Timeline } from "@/components/ui/timeline";
import type { Day } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberFile } from "@/lib/features/members/queries/get-member-file";

/** One member's whole file, from the record itself down to who changed and who read it; made to be printed. */
export function MemberFileView({ file, today }: { file: MemberFile; today: Day }) {
  const t = useTranslations("members");
  const { member } = file;
  const milestones = useTimeline(member);
  const facts = [
    { term: t("file.standing"), value: <StandingTags member={member} /> },
    { term: t("columns.branch"), value: member.branch?.name },
    { term: t("columns.sex"), value: t(`sex.${member.sex}`) },
    { term: t("file.partyAge"), value: member.partyAge !== null && t("page.partyAge", { years: member.partyAge }) },
  ];
  return (
    <>
      <Card title={t("file.today")}>
        <DescriptionList facts={facts} />
      </Card>
      <MemberSummary member={member} today={today} sources={null} />
      <Card title={t("timeline.title")}>
        {milestones.length === 0 ? <p>{t("timeline.empty")}</p> : <Timeline entries={milestones} />}
      </Card>
      <Transfers transfers={file.transfers} />
      <Dossiers dossiers={file.dossiers} />
      <Badges badges={file.badges} />
      <Courses courses={member.courses} />
      <FileTrail changes={file.changes} readings={file.readings} />
    </>
  );
}

function Transfers({ transfers }: Pick<MemberFile, "transfers">) {
  const t = useTranslations("members.file");
  const words = useTranslations("transfers");
  const format = useFormat();
  if (transfers.length === 0) return null;
  return (
    <Table
      caption={t("transfers", { count: transfers.length })}
      rows={transfers}
      rowId={(row) => row.id}
      columns={[
        {
          id: "what",
          header: t("transfer"),
          card: "title",
          cell: (row) => `${words(`directions.${row.direction}`)}, ${words(`kinds.${row.kind}`).toLowerCase()}`,
        },
        { id: "from", header: t("from"), cell: (row) => row.from ?? "–" },
        { id: "to", header: t("to"), cell: (row) => row.to ?? "–" },
        { id: "on", header: t("effectiveOn"), cell: (row) => format.day(row.effectiveOn) },
        { id: "decision", header: t("decision"), cell: (row) => row.decisionNumber ?? "–" },
        { id: "state", header: t("state"), card: "status", cell: (row) => words(`states.${row.state}`) },
      ]}
    />
  );
}

function Dossiers({ dossiers }: Pick<MemberFile, "dossiers">) {
  const t = useTranslations("members.file");
  const words = useTranslations("admissions");
  const format = useFormat();
  if (dossiers.length === 0) return null;
  return (
    <Table
      caption={t("dossiers", { count: dossiers.length })}
      rows={dossiers}
      rowId={(row) => row.id}
      columns={[
        { id: "what", header: t("dossier"), card: "title", cell: (row) => words(`kinds.${row.kind}`) },
        { id: "opened", header: t("openedOn"), cell: (row) => format.day(row.openedOn) },
        { id: "on", header: t("effectiveOn"), cell: (row) => (row.effectiveOn ? format.day(row.effectiveOn) : "–") },
        { id: "decision", header: t("decision"), cell: (row) => row.decisionNumber ?? "–" },
        { id: "state", header: t("state"), card: "status", cell: (row) => words(`states.${row.state}`) },
      ]}
    />
  );
}

function Badges({ badges }: Pick<MemberFile, "badges">) {
  const t = useTranslations("members.file");
  const words = useTranslations("badges");
  const format = useFormat();
  if (badges.length === 0) return null;
  return (
    <Table
      caption={t("badges", { count: badges.length })}
      rows={badges}
      rowId={(row) => row.id}
      columns={[
        {
          id: "what",
          header: t("badge"),
          card: "title",
          cell: (row) => words("badgeOf", { years: row.years }),
        },
        { id: "kind", header: t("kind"), cell: (row) => words(`kinds.${row.kind}`) },
        { id: "on", header: words("columns.awardOn"), cell: (row) => format.day(row.awardOn) },
        { id: "decision", header: t("decision"), cell: (row) => row.decisionNumber ?? "–" },
        { id: "number", header: t("badgeNumber"), cell: (row) => row.badgeNumber ?? "–" },
        { id: "state", header: t("state"), card: "status", cell: (row) => words(`states.${row.state}`) },
      ]}
    />
  );
}

function Courses({ courses }: Pick<MemberFile["member"], "courses">) {
  const t = useTranslations("members.file");
  const words = useTranslations("training");
  const format = useFormat();
  if (courses.length === 0) return null;
  return (
    <Table
      caption={t("courses", { count: courses.length })}
      rows={courses}
      rowId={(row) => row.id}
      columns={[
        { id: "what", header: t("course"), card: "title", cell: (row) => row.name },
        { id: "kind", header: words("columns.kind"), cell: (row) => words(`kinds.${row.kind}`) },
        { id: "organizer", header: words("columns.organizer"), cell: (row) => row.organizer },
        { id: "days", header: words("columns.days"), cell: (row) => format.period(row.startsOn, lastDayOf(row)) },
        { id: "certificate", header: words("columns.certificate"), cell: (row) => row.certificateNumber ?? "–" },
        {
          id: "result",
          header: words("columns.result"),
          card: "status",
          cell: (row) => [words(`results.${row.result}`), row.reason].filter(Boolean).join(": "),
        },
      ]}
    />
  );
}
