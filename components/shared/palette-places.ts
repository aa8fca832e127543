import type { useTranslations } from "next-intl";
import type { MenuEntry } from "@/components/shared/menu-entry";
import type { Actor } from "@/lib/core/actor";
import { scopesOf } from "@/lib/core/policy-table";
import type { Resource, Verb } from "@/lib/core/policy-table/row";
import { matchesAllWords, searchText } from "@/lib/core/text/search";

type PlaceName = Parameters<ReturnType<typeof useTranslations<"palette.places">>>[0];

/** Something to go to: its address and how it is called. */
export type PaletteTarget = { readonly href: string; readonly label: string };

/* What lies one step beyond the menu; without a resource it is everybody's. */
const beyond: readonly { name: PlaceName; href: string; resource?: Resource; verb?: Verb }[] = [
  { name: "newMember", href: "/members/new", resource: "member", verb: "create" },
  { name: "imports", href: "/imports", resource: "rosterImport", verb: "create" },
  { name: "bulkEdit", href: "/members/bulk", resource: "bulkEdit", verb: "create" },
  { name: "duplicates", href: "/members/duplicates", resource: "memberMerge" },
  { name: "archive", href: "/members/archive", resource: "memberArchive" },
  { name: "views", href: "/members/views", resource: "memberProfile" },
  { name: "register", href: "/reports/register", resource: "formerMember" },
  { name: "newDossier", href: "/admissions/new", resource: "dossier", verb: "create" },
  { name: "newTransfer", href: "/transfers/new", resource: "transfer", verb: "create" },
  { name: "posts", href: "/committee/posts", resource: "committeeOffice" },
  { name: "villages", href: "/branches/villages", resource: "organization" },
  { name: "rules", href: "/ratings/rules", resource: "ruleSet" },
  { name: "account", href: "/account" },
  { name: "rights", href: "/account/rights" },
  { name: "keys", href: "/keys" },
];

/** The places that this person may go to and whose name holds every word asked for, those of the menu that is open to them first. */
export function placesCalled(
  actor: Pick<Actor, "roles">,
  open: readonly MenuEntry[],
  asked: string,
  words: {
    readonly menu: ReturnType<typeof useTranslations<"shell.places">>;
    readonly beyond: ReturnType<typeof useTranslations<"palette.places">>;
  },
): PaletteTarget[] {
  const menu = open.map(({ href, icon }) => ({ href, label: words.menu(icon) }));
  const others = beyond.filter(({ resource, verb }) => !resource || reachesMore(actor, resource, verb ?? "read"));
  return [...menu, ...others.map(({ href, name }) => ({ href, label: words.beyond(name) }))].filter(({ label }) =>
    matchesAllWords(searchText(label, []), asked),
  );
}

function reachesMore(actor: Pick<Actor, "roles">, resource: Resource, verb: Verb): boolean {
  return scopesOf(actor, resource, verb).some((scope) => scope !== "SELF" && scope !== "CASE");
}
