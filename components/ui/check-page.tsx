import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type CheckRow = { id: string; label: string; before?: ReactNode; after: ReactNode; changeHref?: string };

type CheckPageProps = { rows: readonly CheckRow[]; lead?: ReactNode; children: ReactNode };

/** What is about to happen, line by line, old and new; children are the form that confirms it. */
export function CheckPage({ rows, lead, children }: CheckPageProps) {
  const t = useTranslations("common.check");
  const changes = rows.some((row) => row.before !== undefined);
  const returns = rows.some((row) => row.changeHref !== undefined);
  return (
    <div className="grid max-w-3xl gap-5">
      {lead && <div className="prose-line">{lead}</div>}
      <table className="table as-cards">
        <thead>
          <tr>
            <th scope="col">{t("item")}</th>
            {changes && <th scope="col">{t("before")}</th>}
            <th scope="col">{t("after")}</th>
            {returns && <th scope="col">{t("change")}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {changes && <td data-h={t("before")}>{row.before}</td>}
              <td data-h={t("after")} className="font-semibold">
                {row.after}
              </td>
              {returns && (
                <td>
                  {row.changeHref && (
                    <Link href={row.changeHref} aria-label={t("changeFor", { field: row.label })}>
                      {t("change")}
                    </Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </div>
  );
}
