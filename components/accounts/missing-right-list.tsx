import { useTranslations } from "next-intl";
import type { MissingRight } from "@/lib/features/accounts/rules/missing-rights";

/** What a person does not see or sees in part, and which roles see all of it. */
export function MissingRightList({ missing }: { missing: readonly MissingRight[] }) {
  const t = useTranslations("accounts");
  if (missing.length === 0) return <p>{t("rightsPage.nothingMissing")}</p>;
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {missing.map(({ resource, sees, roles }) => (
        <li key={resource}>
          {t(`rightsPage.missing.${sees}`, {
            what: t(`rights.resources.${resource}`),
            roles: roles.map((role) => t(`holders.${role}`)).join(", "),
          })}
        </li>
      ))}
    </ul>
  );
}
