import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RefusedPerson } from "@/lib/features/accounts/queries/list-refused-people";

/** Who was refused again and again lately, for the one who keeps the accounts. */
export function RefusedOften({ people }: { people: readonly RefusedPerson[] }) {
  const t = useTranslations("accounts.refusedOften");
  const format = useFormat();
  if (people.length === 0) return null;
  return (
    <Notice tone="warn" title={t("title")}>
      <ul>
        {people.map(({ accountId, name, count, lastAt }) => (
          <li key={accountId}>
            <Link href={`/accounts/${accountId}`} prefetch={false}>
              {t("line", { name, count, at: format.moment(lastAt) })}
            </Link>
          </li>
        ))}
      </ul>
      <p>{t("advice")}</p>
    </Notice>
  );
}
