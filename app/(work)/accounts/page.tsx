import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AccountsTable } from "@/components/accounts/accounts-table";
import { EndAllSessions } from "@/components/accounts/end-all-sessions";
import { RefusedOften } from "@/components/accounts/refused-often";
import { PageHeader } from "@/components/shared/page-header";
import { SearchForm } from "@/components/shared/search-form";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { ResultBanner } from "@/components/ui/result-banner";
import { Select } from "@/components/ui/select";
import { EmptyState, NoneFound } from "@/components/ui/states";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { Role } from "@/lib/core/db/generated/enums";
import { onPage } from "@/lib/core/page";
import { reachesRegister } from "@/lib/core/policy-table";
import { listAccounts } from "@/lib/features/accounts/queries/list-accounts";
import { listRefusedPeople } from "@/lib/features/accounts/queries/list-refused-people";
import { accountFilter, accountStates } from "@/lib/features/accounts/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("title") };
}

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const filter = accountFilter.parse(query);
  const [{ rows, showsRoles }, refused, t] = await Promise.all([
    onPage(listAccounts(actor, filter)),
    onPage(listRefusedPeople(actor)),
    getTranslations("accounts"),
  ]);
  const { q, role, state } = filter;
  const without = (name: "q" | "role" | "state") => addressOf("/accounts", { q, role, state, [name]: null });
  const chips = [
    ...(q ? [{ label: t("filters.query"), value: q, removeHref: without("q") }] : []),
    ...(role ? [{ label: t("filters.role"), value: t(`roles.${role}`), removeHref: without("role") }] : []),
    ...(state ? [{ label: t("filters.state"), value: t(`states.${state}`), removeHref: without("state") }] : []),
  ];
  const options = {
    role: Object.values(Role).map((value) => ({ value, label: t(`roles.${value}`) })),
    state: accountStates.map((value) => ({ value, label: t(`states.${value}`) })),
  };
  const canInvite = reachesRegister(actor, "account", "create");
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          canInvite && (
            <ButtonLink href="/accounts/new" tone="primary">
              {t("invite")}
            </ButtonLink>
          )
        }
      />
      {textIn(query, "done") === "sessions" && <ResultBanner>{t("done.sessions")}</ResultBanner>}
      <RefusedOften people={refused} />
      <SearchForm
        action="/accounts"
        label={t("search")}
        defaultValue={q}
        filtersOpen={role !== null || state !== null}
        filters={
          <>
            {showsRoles && (
              <Select name="role" label={t("filters.role")} options={options.role} defaultValue={role ?? ""} optional />
            )}
            <Select
              name="state"
              label={t("filters.state")}
              options={options.state}
              defaultValue={state ?? ""}
              optional
            />
          </>
        }
      />
      <FilterChips chips={chips} clearHref="/accounts" />
      <p className="screen-only">
        <Link href="/account/rights" prefetch={false}>
          {t("rightsPage.rolesLink")}
        </Link>
      </p>
      {rows.length > 0 && <AccountsTable rows={rows} showsRoles={showsRoles} />}
      {canInvite && <EndAllSessions />}
      {rows.length === 0 && (chips.length > 0 ? <NoneFound /> : <EmptyState title={t("noneYet")} />)}
    </div>
  );
}
