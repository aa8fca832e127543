import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { type Column, Table } from "@/components/ui/table";
import type { RightsView } from "@/lib/features/accounts/queries/get-rights";
import type { ResourceRights, RoleRight } from "@/lib/features/accounts/rules/missing-rights";

/** What each role is for, and what each may do on what, from the table of rights itself. */
export function RoleGrid({ roles, table }: Pick<RightsView, "roles" | "table">) {
  const t = useTranslations("accounts");
  const columns: Column<ResourceRights>[] = [
    { id: "what", header: t("rightsPage.what"), card: "title", cell: (row) => t(`rights.resources.${row.resource}`) },
    ...roles.map(
      (role): Column<ResourceRights> => ({
        id: role,
        header: t(`holders.${role}`),
        cell: (row) => <Rights rights={row.rights[role]} />,
      }),
    ),
  ];
  return (
    <div className="grid gap-4">
      <DescriptionList facts={roles.map((role) => ({ term: t(`holders.${role}`), value: t(`holderHints.${role}`) }))} />
      <Table
        caption={t("rightsPage.grid")}
        columns={columns}
        rows={table}
        rowId={(row) => row.resource}
        density="compact"
      />
    </div>
  );
}

function Rights({ rights }: { rights: readonly RoleRight[] }) {
  const t = useTranslations("accounts");
  return rights.map(({ verbs, scope }) => (
    <span key={scope} className="block">
      {verbs.map((verb) => t(`rights.verbs.${verb}`)).join(", ")}
      {scope !== "REGISTER" && <span className="block text-ink-2 text-small">{t(`rightsPage.scopes.${scope}`)}</span>}
    </span>
  ));
}
