import { useTranslations } from "next-intl";
import { CommentList } from "@/components/announcements/comment-list";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { commentOnAction, withdrawAnnouncementAction } from "@/lib/features/announcements/actions";
import type { AnnouncementView } from "@/lib/features/announcements/queries/get-announcement";
import { COMMENT_LENGTH } from "@/lib/features/announcements/schema";

/** One announcement, what is said about it, and the form to say something. */
export function AnnouncementScreen({ announcement }: { announcement: AnnouncementView }) {
  const t = useTranslations("announcements");
  const format = useFormat();
  const { id, text, postedAt, postedBy, branches, withdrawn, version, comments, can } = announcement;
  return (
    <div className="grid grid-cols-1 gap-4">
      {withdrawn && (
        <Notice tone="warn">{t("page.withdrawn", { name: withdrawn.by, reason: withdrawn.reason })}</Notice>
      )}
      <p className="prose-line">
        {t("page.posted", { name: postedBy, at: format.moment(postedAt) })}{" "}
        {t("page.for", { branches: branches.join("; ") || t("list.all") })}
      </p>
      <p className="prose-line whitespace-pre-line">{text}</p>
      <CommentList comments={comments} mayHide={can.hide} />
      {can.comment && (
        <div className="screen-only">
          <FormFrame id="comment" action={commentOnAction}>
            <input type="hidden" name="announcementId" value={id} />
            <TextArea
              name="text"
              label={t("page.comment")}
              hint={t("page.commentHint", COMMENT_LENGTH)}
              most={COMMENT_LENGTH.most}
            />
            <SubmitButton>{t("page.send")}</SubmitButton>
          </FormFrame>
        </div>
      )}
      {can.withdraw && (
        <div className="screen-only">
          <Disclosure summary={t("page.withdraw")}>
            <FormFrame id="withdraw" action={withdrawAnnouncementAction} version={version}>
              <input type="hidden" name="id" value={id} />
              <TextInput name="reason" label={t("page.withdrawReason")} maxLength={300} autoComplete="off" />
              <SubmitButton tone="danger">{t("page.withdrawSubmit")}</SubmitButton>
            </FormFrame>
          </Disclosure>
        </div>
      )}
    </div>
  );
}
