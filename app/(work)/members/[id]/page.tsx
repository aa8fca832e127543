import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchivedRecord } from "@/components/member-archives/archived-record";
import { MergedRecord } from "@/components/member-merges/merged-record";
import { MemberRecord } from "@/components/members/member-record";
import { timelineKinds } from "@/components/members/use-timeline";
import { TasksOfYearCard } from "@/components/tasks/tasks-of-year";
import { PrintHeader } from "@/components/ui/print-header";
import type { Actor } from "@/lib/core/actor";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { reachesBranch, reachesRegister } from "@/lib/core/policy-table";
import { findWhereabouts } from "@/lib/features/member-archives/queries/find-whereabouts";
import { getOpenedMember, type MemberView } from "@/lib/features/members/queries/get-member";
import { listFieldSources } from "@/lib/features/members/queries/list-field-sources";
import { getRegister } from "@/lib/features/organization/queries/register";
import { listTasksOfMember } from "@/lib/features/tasks/queries/list-tasks";

type MemberPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("page.title") };
}

export default async function MemberPage({ params, searchParams }: MemberPageProps) {
  const actor = await requireActor();
  const [{ id: address }, query] = await Promise.all([params, searchParams]);
  const id = idIn(address);
  const gone = await onPage(findWhereabouts(actor, id));
  if (gone?.kind === "MERGED") return <MergedRecord merge={gone} />;
  if (gone?.kind === "ARCHIVED") return <ArchivedRecord archive={gone} />;
  const isAsked = textIn(query, "sources") === "yes";
  const [member, register, { locale }, t, sources, tasks] = await Promise.all([
    onPage(getOpenedMember(actor, id)),
    onPage(getRegister(actor)),
    readPreferences(),
    getTranslations("members"),
    isAsked ? onPage(listFieldSources(actor, id)) : null,
    onPage(listTasksOfMember(actor, id, null)),
  ]);
  const { branch } = member;
  const mayTakeForm = reachesBranch(actor, "memberProfile", "export", branch?.id ?? null);
  return (
    <>
      <PrintHeader
        bodyName={register.name ?? ""}
        title={t("page.title")}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <MemberRecord
        member={member}
        today={actor.today}
        branchHref={branch && reachesBranch(actor, "member", "read", branch.id) ? `/branches/${branch.id}` : null}
        badgesHref={reachesBranch(actor, "badge", "read", branch?.id ?? null) ? `/badges/members/${member.id}` : null}
        formHref={member.profile && mayTakeForm ? `/api/export/member-form/${member.id}` : null}
        fullFormHref={
          member.profile && reachesRegister(actor, "memberSensitive", "export") ? `/members/${member.id}/form` : null
        }
        rights={rightsOver(actor, member)}
        history={timelineKinds.find((kind) => kind === textIn(query, "history")) ?? null}
        sources={sources}
        pendingArchiveHref={gone ? `/members/archive/${gone.id}` : null}
        done={textIn(query, "done")}
      />
      <TasksOfYearCard question={{ person: member.id }} tasks={tasks} />
    </>
  );
}

/** Nobody begins anything about themselves; who has left may come back unless the Party itself was left, or the person has died. */
function rightsOver(actor: Actor, { id, branch, standing }: MemberView) {
  if (actor.memberId === id) return { inBranch: false, inRegister: false, transfer: false, archive: false };
  const branchId = branch?.id ?? null;
  const mayComeBack = standing.kind !== "LEFT" || standing.reason === "MOVED_AWAY";
  return {
    inBranch: branchId !== null && reachesBranch(actor, "dossier", "create", branchId),
    inRegister: reachesRegister(actor, "dossier", "create"),
    transfer: mayComeBack && reachesBranch(actor, "transfer", "create", branchId),
    archive: reachesRegister(actor, "memberArchive", "create"),
  };
}
