import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MemberList } from "@/components/members/member-list";
import { dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { reachesBranch, scopesOf } from "@/lib/core/policy-table";
import { listEthnicities, listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listViews } from "@/lib/features/saved-views/queries/list-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const asked = Object.keys(query).map((name) => [name, textIn(query, name)]);
  const state = { ...memberListInput.parse(Object.fromEntries(asked)), on: on === actor.today ? "" : on };
  const size = state.size === "all" ? null : Number(state.size);
  const [found, branches, ethnicities, register, saved, { locale, columns }] = await Promise.all([
    onPage(listMembers(actor, state, on, { page: state.page, size })),
    onPage(listBranchChoices(actor, on)),
    onPage(listEthnicities(actor)),
    onPage(getRegister(actor, on)),
    onPage(listViews(actor)),
    readPreferences(),
  ]);
  if (!found.can.list) forbidden();
  return (
    <MemberList
      found={found}
      state={{ ...state, page: found.page }}
      branches={branches.filter(({ id }) => reachesBranch(actor, "member", "read", id)).map(optionOf)}
      ethnicities={ethnicities}
      unreadable={unreadable}
      keptColumns={columns}
      saved={saved}
      mayImport={scopesOf(actor, "rosterImport", "create").length > 0}
      mayMerge={scopesOf(actor, "memberMerge", "read").length > 0}
      mayArchive={scopesOf(actor, "memberArchive", "read").length > 0}
      mayEditMany={scopesOf(actor, "bulkEdit", "create").length > 0}
      print={{
        bodyName: register.name ?? "",
        printedAt: formatIn(locale).moment(new Date()),
        printedBy: actor.displayName,
      }}
    />
  );
}

function optionOf({ id, name }: { id: string; name: string }) {
  return { value: id, label: name };
}
