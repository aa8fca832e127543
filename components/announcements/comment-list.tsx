import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import { hideCommentAction } from "@/lib/features/announcements/actions";
import type { CommentView } from "@/lib/features/announcements/queries/get-announcement";

type CommentListProps = { comments: readonly CommentView[]; mayHide: boolean };

/** What was said about an announcement, oldest first, each under a name; the office hides what does not belong there. */
export function CommentList({ comments, mayHide }: CommentListProps) {
  const t = useTranslations("announcements.page");
  const format = useFormat();
  return (
    <Card title={t("comments", { count: comments.length })}>
      <ul className="grid gap-4">
        {comments.map((one) => (
          <li key={one.id} className="grid gap-1">
            <p className="field-hint">{t("by", { name: one.writtenBy, at: format.moment(one.writtenAt) })}</p>
            <p className="prose-line whitespace-pre-line">{one.text}</p>
            {one.hidden && <p>{t("hidden", { name: one.hidden.by, reason: one.hidden.reason })}</p>}
            {mayHide && !one.hidden && (
              <Disclosure summary={t("hide")}>
                <FormFrame id={`hide-${one.id}`} action={hideCommentAction} version={one.version}>
                  <input type="hidden" name="id" value={one.id} />
                  <TextInput name="reason" label={t("hideReason")} maxLength={300} autoComplete="off" />
                  <SubmitButton tone="danger">{t("hideSubmit")}</SubmitButton>
                </FormFrame>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
