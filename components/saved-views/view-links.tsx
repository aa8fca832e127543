import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ListState, listHref, listValues } from "@/components/members/list-address";
import { addressOf } from "@/lib/core/address";
import { memberListInput } from "@/lib/features/members/schema";
import type { SavedView } from "@/lib/features/saved-views/queries/list-views";

type ViewLinksProps = {
  views: readonly SavedView[];
  /** The list that is open. */
  state: ListState;
  /** Whether the reader keeps views. */
  canKeep: boolean;
};

/** The saved views above a list of members: all of them first, and the way to keep what is shown now. */
export function ViewLinks({ views, state, canKeep }: ViewLinksProps) {
  const t = useTranslations("savedViews.links");
  if (!canKeep && views.length === 0) return null;
  const open = listHref(state);
  const links = [{ id: "all", name: t("all"), list: "" }, ...views];
  return (
    <nav aria-label={t("label")}>
      <ul className="chips">
        {links.map(({ id, name, list }) => {
          const href = membersHref(list);
          return (
            <li key={id}>
              <Link
                href={href}
                className="chips-clear"
                prefetch={false}
                aria-current={href === open ? "page" : undefined}
              >
                {name}
              </Link>
            </li>
          );
        })}
        {canKeep && open !== membersHref("") && (
          <li>
            <Link
              href={addressOf("/members/views/new", listValues({ ...state, page: 1 }))}
              className="chip"
              prefetch={false}
            >
              {t("save")}
            </Link>
          </li>
        )}
        <li>
          <Link href="/members/views" className="chips-clear" prefetch={false}>
            {t("manage")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

/** The list of members that a view keeps; what the product no longer knows in it falls away. */
export function membersHref(list: string): string {
  return listHref(memberListInput.parse(Object.fromEntries(new URLSearchParams(list))));
}
