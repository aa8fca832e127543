import { getTranslations } from "next-intl/server";
import { trailHref } from "@/components/audit/audit-address";
import { SearchForm } from "@/components/shared/search-form";
import { DateInput } from "@/components/ui/date-input";
import { FilterChips } from "@/components/ui/filter-chips";
import { Select } from "@/components/ui/select";
import type { AuditListInput } from "@/lib/features/audit/schema";

const kinds = {
  events: [
    "member",
    "memberStatus",
    "dossier",
    "transfer",
    "branch",
    "branchOffice",
    "reorganization",
    "village",
    "committeeSeat",
    "assignment",
    "assignmentPlan",
    "meeting",
    "partyDocument",
    "workingRegulation",
    "visit",
    "difficulty",
    "task",
    "badge",
    "badges",
    "rating",
    "ratings",
    "ratingRound",
    "target",
    "roll",
    "inspection",
    "inspectionProgramme",
    "course",
    "cadrePlan",
    "account",
    "accountCode",
    "accountLink",
    "accountPassword",
    "roleGrant",
    "rosterImport",
    "ruleSets",
    "auditChain",
    "membersFile",
    "savedView",
    "bulkEdit",
    "memberMerge",
    "memberArchive",
    "announcement",
    "restore",
  ],
  accesses: ["session", "access", "members", "audit"],
} as const;

type EventFilterFormProps = {
  input: AuditListInput;
  /** The record that the trail is narrowed to, by name. */
  subject: string | null;
};

/** Narrows the trail by person, kind, record and days; the state is the address. */
export async function EventFilterForm({ input, subject }: EventFilterFormProps) {
  const t = await getTranslations("audit");
  const { tab, q, kind, record, event, from, to, size } = input;
  const options = kinds[tab].map((value) => ({ value, label: t(`kinds.${value}`) }));
  const chips = [
    { label: t("filter.personChip"), value: q, without: { q: "" } },
    { label: t("columns.subject"), value: subject, without: { record: null } },
    { label: t("columns.what"), value: event && t("filter.oneEvent"), without: { event: null } },
    { label: t("filter.kind"), value: options.find((one) => one.value === kind)?.label, without: { kind: "" } },
    { label: t("filter.from"), value: from, without: { from: "" } },
    { label: t("filter.to"), value: to, without: { to: "" } },
  ].flatMap(({ label, value, without }) => (value ? [{ label, value, removeHref: trailHref(input, without) }] : []));
  const kept = { tab: tab === "events" ? "" : tab, record: record ?? "", size: size === "25" ? "" : size };
  return (
    <>
      <SearchForm
        action="/audit"
        label={t("filter.person")}
        defaultValue={q}
        keep={kept}
        filtersLabel={t("filter.more", { count: [kind, from, to].filter(Boolean).length })}
        filters={
          <>
            <Select name="kind" label={t("filter.kind")} options={options} defaultValue={kind} optional />
            <DateInput name="from" label={t("filter.from")} defaultValue={from} optional />
            <DateInput name="to" label={t("filter.to")} defaultValue={to} optional />
          </>
        }
      />
      <FilterChips
        chips={chips}
        clearHref={trailHref(input, { q: "", kind: "", record: null, event: null, from: "", to: "" })}
      />
    </>
  );
}
