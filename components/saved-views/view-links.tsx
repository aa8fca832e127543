import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SavedView } from "@/lib/features/saved-views/queries/list-views";

type ViewLinksProps = {
  views: readonly SavedView[];
  /** The query of the list that is open. */
  list: string;
  /** Whether the reader keeps views. */
  canKeep: boolean;
};

/** The saved views above a list of members: all of them first, and the way to keep what is shown now. */
export function ViewLinks({ views, list, canKeep }: ViewLinksProps) {
  const t = useTranslations("savedViews.links");
  if (!canKeep && views.length === 0) return null;
  const links = [{ id: "all", name: t("all"), list: "" }, ...views];
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="chips">
        {links.map((view) => (
          <li key={view.id}>
            <Link
              href={membersHref(view.list)}
              className="chips-clear"
              prefetch={false}
              aria-current={view.list === list ? "page" : undefined}
            >
              {view.name}
            </Link>
          </li>
        ))}
        {canKeep && list !== "" && (
          <li>
            <Link href={`/members/views/new?${list}`} className="chip" prefetch={false}>
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

/** The list of members that a view keeps. */
export function membersHref(list: string): string {
  return list === "" ? "/members" : `/members?${list}`;
}
