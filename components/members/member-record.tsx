import Link from "next/link";
import { useTranslations } from "next-intl";
import { MemberActs, type MemberRights } from "@/components/members/member-acts";
import { MemberHistory } from "@/components/members/member-history";
import { MemberIdentity } from "@/components/members/member-identity";
import { MemberSummary } from "@/components/members/member-summary";
import type { TimelineKind } from "@/components/members/use-timeline";
import { BackLink } from "@/components/shared/back-link";
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
  formHref: string | null;
  fullFormHref: string | null;
  rights: MemberRights;
  history: TimelineKind | null;
  sources: ReadonlyMap<string, FieldSource> | null;
  pendingArchiveHref: string | null;
  done: string;
};

const doneWords = ["added", "edited", "registerEdited", "statusStarted", "statusEnded"] as const;

/** The page of one member: who it is, what the record says, and the dated history. */
export function MemberRecord({
  member,
  today,
  branchHref,
  badgesHref,
  formHref,
  fullFormHref,
  rights,
  history,
  sources,
  pendingArchiveHref,
  done,
}: MemberRecordProps) {
  const t = useTranslations("members");
  const doneWord = doneWords.find((word) => word === done);
  return (
    <div className="grid gap-4">
      <BackLink href="/members">{t("page.back")}</BackLink>
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <MemberIdentity
        member={member}
        today={today}
        branchHref={branchHref}
        formHref={formHref}
        mayTransfer={rights.transfer}
      />
      {member.profile === null && <Notice tone="info">{t("page.restricted")}</Notice>}
      {pendingArchiveHref && (
        <Notice tone="warn">
          <Link href={pendingArchiveHref} prefetch={false}>
            {t("page.archivePending")}
          </Link>
        </Notice>
      )}
      <MemberActs member={member} rights={rights} />
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
          {member.can.readFile && (
            <>
              {" · "}
              <Link href={`/members/${member.id}/file`} prefetch={false}>
                {t("page.wholeFile")}
              </Link>
            </>
          )}
          {member.can.revealIdNumbers && (
            <>
              {" · "}
              <Link href={`/members/${member.id}/id-numbers`} prefetch={false}>
                {t("reveal.open")}
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
          {fullFormHref && (
            <>
              {" · "}
              <Link href={fullFormHref} prefetch={false}>
                {t("page.fullForm")}
              </Link>
            </>
          )}
        </p>
      )}
      <MemberHistory member={member} kind={history} />
    </div>
  );
}
