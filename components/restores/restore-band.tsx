import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Actor } from "@/lib/core/actor";
import { useFormat } from "@/lib/core/i18n/use-format";
import { reachesRegister } from "@/lib/core/policy-table";

/** Says on every page that the data were restored and wait for a leader, with the way there for who may see it. */
export function RestoreBand({ actor, takenAt }: { actor: Actor; takenAt: Date }) {
  const t = useTranslations("restores.band");
  const format = useFormat();
  return (
    <aside className="restore-band" aria-label={t("label")}>
      <span>{t("text", { at: format.moment(takenAt) })}</span>
      {reachesRegister(actor, "restore", "read") && (
        <Link href="/restores" prefetch={false}>
          {reachesRegister(actor, "restore", "confirm") ? t("open") : t("read")}
        </Link>
      )}
    </aside>
  );
}
