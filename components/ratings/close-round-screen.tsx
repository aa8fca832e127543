import Link from "next/link";
import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import { closeRatingRoundAction } from "@/lib/features/ratings/actions";
import type { RoundToClose } from "@/lib/features/ratings/queries/closing";

/** What of a round is open still, each with the list behind it; the form that closes it once nothing is. */
export function CloseRoundScreen({ found: { round, version, open } }: { found: RoundToClose }) {
  const t = useTranslations("ratingDeadlines.close");
  const format = useFormat();
  const path = `/ratings/${round.period}`;
  if (round.closedOn !== null) return <Notice>{t("closed", { day: format.day(round.closedOn) })}</Notice>;
  if (open.length > 0) {
    return (
      <Card title={t("open")}>
        <ul className="grid gap-1">
          {open.map(({ branchId, branch, count }) => (
            <li key={branchId}>
              <Link
                href={addressOf(path, branchId === null ? { tab: "committee" } : { branch: branchId })}
                prefetch={false}
                className="list-act"
              >
                {branch === null ? t("committee") : t("branch", { branch, count })}
              </Link>
            </li>
          ))}
        </ul>
        <p className="mt-3">{t("openExplain")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("ready")}>
      <p className="prose-line mb-3">{t("final")}</p>
      <FormFrame action={closeRatingRoundAction.bind(null, round.period)} version={version}>
        <input type="hidden" name="roundId" value={round.id} />
        <Actions>
          <SubmitButton>{t("do")}</SubmitButton>
          <ButtonLink href={path}>{t("back")}</ButtonLink>
        </Actions>
      </FormFrame>
    </Card>
  );
}
