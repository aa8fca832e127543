import { useTranslations } from "next-intl";
import { ConfirmGrantForm, EndGrantForm } from "@/components/accounts/grant-forms";
import { type Column, Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { AccountView, GrantView } from "@/lib/features/accounts/queries/get-account";

const tones: Record<GrantView["state"], Tone> = { IN_FORCE: "ok", PENDING: "warn", AHEAD: "info", ENDED: "neutral" };

/** The rights of an account with their days, and what the reader may do about each. */
export function AccountGrants({ account }: { account: AccountView }) {
  const t = useTranslations("accounts");
  const format = useFormat();
  if (account.grants.length === 0) return <p>{t("page.noGrants")}</p>;
  const columns: Column<GrantView>[] = [
    { id: "role", header: t("page.role"), card: "title", cell: (grant) => t(`roles.${grant.role}`) },
    { id: "period", header: t("page.period"), cell: (grant) => format.period(grant.startsOn, grant.lastDay) },
    {
      id: "state",
      header: t("page.state"),
      card: "status",
      cell: (grant) => <Tag tone={tones[grant.state]}>{t(`grantStates.${grant.state}`)}</Tag>,
    },
  ];
  if (account.grants.some(({ can }) => can.confirm || can.end)) {
    columns.push({
      id: "acts",
      header: t("page.acts"),
      card: "status",
      cell: (grant) => (
        <>
          {grant.can.confirm && <ConfirmGrantForm accountId={account.id} grant={grant} />}
          {grant.can.end && <EndGrantForm accountId={account.id} grant={grant} />}
        </>
      ),
    });
  }
  return (
    <Table
      caption={t("page.grantsCaption", { name: account.displayName })}
      columns={columns}
      rows={account.grants}
      rowId={(grant) => grant.id}
    />
  );
}
