import Link from "next/link";
import { useTranslations } from "next-intl";
import { HoldList } from "@/components/member-archives/hold-list";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { proposeArchiveAction } from "@/lib/features/member-archives/actions";
import type { CandidateView } from "@/lib/features/member-archives/queries/get-archive";

/** What leaves the lists with a record, what keeps it where it is, and the form that proposes it. */
export function ProposeScreen({ candidate }: { candidate: CandidateView }) {
  const t = useTranslations("memberArchives.propose");
  const { id, name, version, branch, stays, statuses, obstacles } = candidate;
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="prose-line">{t("where", { name, branch: branch ?? t("noBranch") })}</p>
      <p className="prose-line">{t("only")}</p>
      {obstacles.length > 0 ? (
        <>
          <HoldList obstacles={obstacles} />
          <p>
            <Link href="/members/duplicates" prefetch={false}>
              {t("duplicates")}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="prose-line">{t("what", { stays, statuses })}</p>
          <FormFrame action={proposeArchiveAction} version={version}>
            <input type="hidden" name="memberId" value={id} />
            <TextArea name="reason" label={t("reason")} maxLength={500} />
            <Actions>
              <SubmitButton>{t("submit")}</SubmitButton>
              <ButtonLink href={`/members/${id}`}>{t("cancel")}</ButtonLink>
            </Actions>
          </FormFrame>
        </>
      )}
    </div>
  );
}
