import Link from "next/link";
import { useTranslations } from "next-intl";
import { BigEntry } from "@/components/month-work/big-entry";
import { useWorkWords } from "@/components/month-work/use-work-words";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { Home } from "@/lib/features/month-work/queries/get-home";
import type { HomeEntry } from "@/lib/features/month-work/rules/home";

/** The first page of a branch's secretary, or of who is in charge of branches: large entries, what cannot wait, what is told. */
export function HomeScreen({ home, today }: { home: Home; today: Day }) {
  const t = useTranslations("monthWork.home");
  const format = useFormat();
  const { own, inCharge } = home;
  const isOfBranch = own.entries.length > 0;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={isOfBranch ? own.branches.join("; ") : t("inCharge")}
        lead={
          isOfBranch
            ? format.day(today)
            : t("today", { branches: inCharge.branches.join("; "), day: format.day(today) })
        }
      />
      <Entries entries={isOfBranch ? own.entries : inCharge.entries} />
      {isOfBranch && inCharge.entries.length > 0 && (
        <section className="grid gap-2" aria-labelledby="in-charge">
          <h2 id="in-charge" className="text-h3">
            {t("inCharge")}
          </h2>
          <p className="prose-line">{inCharge.branches.join("; ")}</p>
          <Entries entries={inCharge.entries} />
        </section>
      )}
      <Pressing home={home} />
      <Told home={home} />
    </div>
  );
}

function Entries({ entries }: { entries: readonly HomeEntry[] }) {
  return (
    <ul className="big-entries">
      {entries.map((entry) => (
        <li key={entry.place}>
          <BigEntry entry={entry} />
        </li>
      ))}
    </ul>
  );
}

function Pressing({ home: { pressing, open } }: { home: Home }) {
  const t = useTranslations("monthWork");
  const words = useWorkWords();
  return (
    <Card title={t("home.pressing")}>
      {pressing.length === 0 && <p>{t("none")}</p>}
      <ul>
        {pressing.map((line) => (
          <li key={line.kind + line.href + line.on} className="py-0.5">
            <Link href={line.href} prefetch={false} className="list-act">
              {words.line(line)}
            </Link>{" "}
            {line.isLate && <Tag tone="err">{t("late")}</Tag>}
            <span className="field-hint block">{t(`groups.${line.kind}`)}</span>
          </li>
        ))}
      </ul>
      {open > pressing.length && (
        <p>
          <Link href="/month-work" prefetch={false} className="list-act">
            {t("home.all", { count: open })}
          </Link>
        </p>
      )}
    </Card>
  );
}

function Told({ home: { announcements } }: { home: Home }) {
  const t = useTranslations("monthWork.home");
  const format = useFormat();
  const standing = announcements.filter(({ isWithdrawn }) => !isWithdrawn);
  if (standing.length === 0) return null;
  return (
    <Card title={t("announcements")}>
      <ul>
        {standing.map(({ id, title, postedAt, postedBy }) => (
          <li key={id} className="py-0.5">
            <Link href={`/announcements/${id}`} prefetch={false} className="list-act">
              {title}
            </Link>
            <span className="field-hint block">{t("posted", { name: postedBy, at: format.moment(postedAt) })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
