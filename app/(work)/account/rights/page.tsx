import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MissingRightList } from "@/components/accounts/missing-right-list";
import { RightSentenceList } from "@/components/accounts/right-sentence-list";
import { RoleGrid } from "@/components/accounts/role-grid";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getAccount } from "@/lib/features/accounts/queries/get-account";
import { getRights } from "@/lib/features/accounts/queries/get-rights";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts.rightsPage"))("title") };
}

export default async function RightsPage() {
  const actor = await requireActor();
  const [t, account] = await Promise.all([
    getTranslations("accounts"),
    onPage(getAccount(actor, actor.accountId ?? "")),
  ]);
  const { roles, table, missing } = getRights(actor);
  return (
    <div className="print-landscape grid gap-4">
      <PageHeader title={t("rightsPage.title")} back={{ href: "/account", label: t("own.title") }} />
      <Card title={t("rightsPage.yours")}>
        <RightSentenceList sentences={account.sentences} />
      </Card>
      <Card title={t("rightsPage.why")}>
        <div className="grid gap-3">
          <p className="prose-line text-ink-2">{t("rightsPage.whyLead")}</p>
          <MissingRightList missing={missing} />
        </div>
      </Card>
      <Card title={t("rightsPage.roles")}>
        <RoleGrid roles={roles} table={table} />
      </Card>
    </div>
  );
}
