import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { UnfinishedThing } from "@/lib/features/reorganizations/queries/list-unfinished";

/** What has to be finished before the branches are reorganised, each with the way there; nothing where nothing is. */
export function UnfinishedList({ things }: { things: readonly UnfinishedThing[] }) {
  const t = useTranslations("reorganizations.unfinished");
  if (things.length === 0) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      <p>{t("lead")}</p>
      <ul className="mt-2 grid gap-1">
        {things.map((thing) => (
          <li key={thing.id}>
            <Link href={thing.href} prefetch={false}>
              {thing.name}
            </Link>
            {`: ${t(thing.kind)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
