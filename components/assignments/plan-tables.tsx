import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import type { AssignmentRole } from "@/lib/core/db/generated/enums";
import type { PlanBranch, PlanPerson, PlanView } from "@/lib/features/assignments/queries/get-plan";
import type { PlaceChange } from "@/lib/features/assignments/rules/planning";

const tones: Readonly<Record<PlaceChange["kind"], Tone>> = {
  BEGUN: "info",
  MOVED: "info",
  ENDED: "warn",
  KEPT: "neutral",
};

type Props = { plan: PlanView };

/** The plan branch by branch beside what it follows, with the way to change each. */
export function PlanByBranch({ plan }: Props) {
  const t = useTranslations("assignmentPlans");
  const actOf = ({ id, name }: PlanBranch) => (
    <Link
      href={`/assignments/plans/${plan.id}/branches/${id}`}
      prefetch={false}
      className="screen-only"
      aria-label={t("page.changeOf", { branch: name })}
    >
      {t("page.change")}
    </Link>
  );
  const columns: Column<PlanBranch>[] = [
    { id: "branch", header: t("columns.branch"), card: "title", cell: (row) => row.name },
    { id: "members", header: t("columns.members"), numeric: true, cell: (row) => row.members ?? "–" },
    { id: "villages", header: t("columns.villages"), cell: (row) => row.villages.join(", ") || "–" },
    { id: "before", header: t("columns.before"), cell: (row) => <Parts changes={row.changes} of="before" /> },
    { id: "after", header: t("columns.after"), cell: (row) => <Parts changes={row.changes} of="after" /> },
    {
      id: "change",
      header: t("columns.change"),
      cell: (row) => <Differences changes={row.changes} name="memberName" />,
    },
    ...(plan.can.change ? [{ id: "act", header: t("columns.act"), cell: actOf }] : []),
  ];
  return <Table caption={t("page.byBranch")} columns={columns} rows={plan.branches} rowId={(row) => row.id} />;
}

/** The plan person by person: how many branches before and after, with how many members and villages. */
export function PlanByPerson({ plan }: Props) {
  const t = useTranslations("assignmentPlans");
  const words = useTranslations("assignments");
  const columns: Column<PlanPerson>[] = [
    {
      id: "person",
      header: t("columns.person"),
      card: "title",
      cell: ({ name, seat }) => (
        <>
          {name}
          <span className="block text-small font-normal">
            {seat === null ? words("noSeat") : words(`seats.${seat}`)}
          </span>
        </>
      ),
    },
    { id: "load", header: t("columns.load"), cell: ({ before }) => words("loadWords", before) },
    {
      id: "planned",
      header: t("columns.planned"),
      cell: ({ after, members, villages }) => (
        <>
          {words("loadWords", after)}
          <span className="block text-small">{t("page.total", { members, villages: villages.length })}</span>
        </>
      ),
    },
    {
      id: "change",
      header: t("columns.change"),
      cell: (row) => <Differences changes={row.changes} name="branchName" />,
    },
  ];
  return <Table caption={t("page.byPerson")} columns={columns} rows={plan.people} rowId={(row) => row.id} />;
}

function Parts({ changes, of }: { changes: readonly PlaceChange[]; of: "before" | "after" }) {
  const t = useTranslations("assignmentPlans.page");
  const words = useTranslations("assignments.roleShort");
  const parts = changes.flatMap((change) => {
    const role: AssignmentRole | null = change[of];
    return role === null
      ? []
      : [{ id: change.memberId, text: t("part", { name: change.memberName, role: words(role) }) }];
  });
  if (parts.length === 0) return t("nobody");
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.id}>{part.text}</li>
      ))}
    </ul>
  );
}

function Differences({ changes, name }: { changes: readonly PlaceChange[]; name: "memberName" | "branchName" }) {
  const t = useTranslations("assignmentPlans");
  if (changes.length === 0) return t("page.nothingPlanned");
  return (
    <ul className="grid gap-1">
      {changes.map((change) => (
        <li key={`${change.branchId} ${change.memberId}`}>
          <Tag tone={tones[change.kind]}>{t(`changes.${change.kind}`)}</Tag> {change[name]}
        </li>
      ))}
    </ul>
  );
}
