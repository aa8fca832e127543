import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { OpinionList, OpinionView } from "@/lib/features/rating-opinions/queries/list-opinions";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type OpinionsCardProps = { list: OpinionList; period: RatingPeriod };

/** All opinions on a subject side by side, none in the place of another, with who gave and who entered each. */
export function OpinionsCard({ list, period }: OpinionsCardProps) {
  const t = useTranslations("ratingOpinions");
  const { opinions, giveHref, can } = list;
  if (opinions.length === 0 && !can.give) return null;
  return (
    <Card title={t("title")} actions={can.give && <ButtonLink href={giveHref}>{t("give")}</ButtonLink>}>
      {opinions.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <ul className="grid gap-4 md:grid-cols-2">
          {opinions.map((one) => (
            <li key={one.id}>
              <Opinion period={period} opinion={one} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Opinion({ period, opinion }: { period: RatingPeriod; opinion: OpinionView }) {
  const t = useTranslations("ratingOpinions");
  const levels = useTranslations("ratings.levels");
  const format = useFormat();
  const { id, giver, giverName, givenOn, text, level, recordedBy, withdrawn, can } = opinion;
  return (
    <article className="grid gap-1">
      <h3 className="font-semibold">{t(`givers.${giver}`)}</h3>
      <p className="text-ink-2">{t("givenBy", { name: giverName, day: format.day(givenOn) })}</p>
      {withdrawn ? (
        <p>
          <Tag tone="neutral">{t("withdrawn")}</Tag>{" "}
          {t("withdrawnBy", { day: format.day(withdrawn.on), by: withdrawn.by, reason: withdrawn.reason })}
        </p>
      ) : (
        <>
          <p className="whitespace-pre-line">{text}</p>
          {level && <p>{t("suggests", { level: levels(level) })}</p>}
        </>
      )}
      <p className="field-hint">{t("recordedBy", { by: recordedBy })}</p>
      {can.withdraw && (
        <p className="screen-only">
          <Link href={`/ratings/${period}/opinions/${id}/withdraw`} prefetch={false}>
            {t("withdraw.open")}
          </Link>
        </p>
      )}
    </article>
  );
}
