import Link from "next/link";
import { useTranslations } from "next-intl";
import { MemberHistory } from "@/components/members/member-history";
import { MemberIdentity } from "@/components/members/member-identity";
import { MemberSummary } from "@/components/members/member-summary";
import type { TimelineKind } from "@/components/members/use-timeline";
import { BackLink } from "@/components/shared/back-link";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import type { Day } from "@/lib/core/day";
import type { MemberView } from "@/lib/features/members/queries/get-member";
import type { FieldSource } from "@/lib/features/members/queries/list-field-sources";

type MemberRecordProps = {
  member: MemberView;
  today: Day;
  branchHref: string | null;
  badgesHref: string | null;
  history: TimelineKind | null;
  sources: ReadonlyMap<string, FieldSource> | null;
  done: string;
};

const doneWords = ["added", "edited", "registerEdited", "moved", "departed", "statusStarted", "statusEnded"] as const;

/** The page of one member: who it is, what the record says, and the dated history. */
export function MemberRecord({ member, today, branchHref, badgesHref, history, sources, done }: MemberRecordProps) {
  const t = useTranslations("members");
  const doneWord = doneWords.find((word) => word === done);
  return (
    <div className="grid gap-4">
      <BackLink href="/members">{t("page.back")}</BackLink>
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <MemberIdentity member={member} today={today} branchHref={branchHref} />
      {member.profile === null && <Notice tone="info">{t("page.restricted")}</Notice>}
      {member.can.move && member.branch && (
        <div className="screen-only">
          <Disclosure summary={t("page.more")}>
            <Actions>
              <ButtonLink href={`/members/${member.id}/status`}>{t("page.status")}</ButtonLink>
              <ButtonLink href={`/members/${member.id}/departure`}>{t("page.depart")}</ButtonLink>
            </Actions>
          </Disclosure>
        </div>
      )}
      <MemberSummary member={member} today={today} sources={sources} />
      {member.profile !== null && (
        <p className="screen-only">
          <Link href={sources ? `/members/${member.id}` : `/members/${member.id}?sources=yes`} prefetch={false}>
            {t(sources ? "sources.hide" : "sources.show")}
          </Link>
          {member.can.readTrail && (
            <>
              {" · "}
              <Link href={`/audit?record=${member.id}`} prefetch={false}>
                {t("sources.trail")}
              </Link>
            </>
          )}
          {badgesHref && (
            <>
              {" · "}
              <Link href={badgesHref} prefetch={false}>
                {t("page.badges")}
              </Link>
            </>
          )}
        </p>
      )}
      <MemberHistory member={member} kind={history} />
    </div>
  );
}
