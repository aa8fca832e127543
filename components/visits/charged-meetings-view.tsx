import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ChargedMeetingList } from "@/lib/features/visits/queries/year-figures";
import type { ChargedMeetingFilter } from "@/lib/features/visits/schema";

type Line = ChargedMeetingList["meetings"][number];
type ChargedMeetingsViewProps = { list: ChargedMeetingList; filter: ChargedMeetingFilter };

/** The monthly meetings behind a figure, each with who was in charge and the report on attending it. */
export function ChargedMeetingsView({ list, filter }: ChargedMeetingsViewProps) {
  const t = useTranslations("visits.meetings");
  const format = useFormat();
  const { year, meetings } = list;
  const { branch, person, part } = filter;
  const columns: Column<Line>[] = [
    {
      id: "day",
      header: t("day"),
      card: "title",
      cell: ({ id, heldOn }) => (
        <Link href={`/meetings/${id}`} prefetch={false}>
          {format.day(heldOn)}
        </Link>
      ),
    },
    { id: "branch", header: t("branch"), cell: (line) => line.branch },
    { id: "people", header: t("people"), cell: ({ people }) => <People people={people} /> },
  ];
  return (
    <>
      <PageHeader
        title={t("title", { part, year: String(year) })}
        lead={t("lead")}
        back={{ href: addressOf("/visits", { year, branch, person }), label: t("back") }}
        actions={<PrintButton />}
      />
      {meetings.length > 0 ? (
        <Table
          caption={t("caption", { count: meetings.length })}
          columns={columns}
          rows={meetings}
          rowId={(line) => line.id}
        />
      ) : (
        <EmptyState title={t("none")} />
      )}
    </>
  );
}

function People({ people }: Pick<Line, "people">) {
  const t = useTranslations("visits.meetings");
  return people.map(({ memberId, name, reportId }) => (
    <div key={memberId}>
      {reportId ? (
        <Link href={`/visits/${reportId}`} prefetch={false}>
          {t("attended", { name })}
        </Link>
      ) : (
        t("notAttended", { name })
      )}
    </div>
  ));
}
