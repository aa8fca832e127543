import Link from "next/link";
import { useTranslations } from "next-intl";
import { Actions, ButtonLink } from "@/components/ui/button";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Tag, type Tone } from "@/components/ui/tag";
import { type Day, fullYearsBetween, type PartialDay } from "@/lib/core/day";
import { firstPossibleDay, lastPossibleDay } from "@/lib/core/day/partial-day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { maskedCard } from "@/lib/core/text/masked-card";
import type { MemberView } from "@/lib/features/members/queries/get-member";

type MemberIdentityProps = {
  member: MemberView;
  today: Day;
  branchHref: string | null;
  formHref: string | null;
  mayTransfer: boolean;
};

const activityTones: Record<string, Tone> = { EXEMPT: "draft", SUSPENDED: "warn", INTERRUPTED: "warn" };

/** Whose record this is, how the person stands today, and what the reader may do with it. */
export function MemberIdentity({ member, today, branchHref, formHref, mayTransfer }: MemberIdentityProps) {
  const t = useTranslations("members");
  const format = useFormat();
  const { can, branch, birthOn, profile } = member;
  const age = (born: PartialDay) => {
    const from = Math.max(0, fullYearsBetween(lastPossibleDay(born), today));
    const to = Math.max(0, fullYearsBetween(firstPossibleDay(born), today));
    return from === to ? t("page.age", { years: from }) : t("page.ageBetween", { from, to });
  };
  const facts = [
    branch && (branchHref ? <Link href={branchHref}>{branch.name}</Link> : branch.name),
    t(`sex.${member.sex}`),
    birthOn && `${t("page.born", { day: format.partialDay(birthOn) })} (${age(birthOn)})`,
    member.partyAge !== null && t("page.partyAge", { years: member.partyAge }),
    profile?.cardNumber && t("page.card", { number: maskedCard(profile.cardNumber) ?? "" }),
  ].filter((fact) => fact !== null && fact !== undefined && fact !== "");
  return (
    <IdentityBar
      name={member.fullName}
      tags={<StandingTags member={member} />}
      facts={facts}
      actions={
        (can.edit || can.editRegister || mayTransfer || formHref) && (
          <Actions>
            {can.edit && (
              <ButtonLink href={`/members/${member.id}/edit`} tone="primary">
                {t("page.edit")}
              </ButtonLink>
            )}
            {can.editRegister && (
              <ButtonLink href={`/members/${member.id}/register`}>{t("page.editRegister")}</ButtonLink>
            )}
            {mayTransfer && (
              <ButtonLink href={`/transfers/new?member=${member.id}`}>
                {t(branch ? "page.move" : "page.comeBack")}
              </ButtonLink>
            )}
            {formHref && (
              <ButtonLink href={formHref} download>
                {t("page.form")}
              </ButtonLink>
            )}
          </Actions>
        )
      }
    />
  );
}

/** How the member stands today, in words. */
export function StandingTags({ member: { standing } }: { member: MemberView }) {
  const t = useTranslations("members");
  if (standing.kind !== "MEMBER") return <Tag tone="neutral">{t(`status.${standing.kind}`)}</Tag>;
  const { stage, activity, guestBranchId } = standing;
  return (
    <>
      <Tag tone={stage === "OFFICIAL" ? "ok" : "info"}>{t(`status.${stage}`)}</Tag>
      {activity !== "ACTIVE" && <Tag tone={activityTones[activity] ?? "neutral"}>{t(`status.${activity}`)}</Tag>}
      {guestBranchId !== null && <Tag tone="neutral">{t("page.guest")}</Tag>}
    </>
  );
}
