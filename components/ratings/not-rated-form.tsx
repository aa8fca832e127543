import { useTranslations } from "next-intl";
import { reasonOptions } from "@/components/ratings/rating-choices";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { markNotRatedAction } from "@/lib/features/ratings/actions";
import type { RatedSubjectView } from "@/lib/features/ratings/queries/get-rated-subject";

type NotRatedFormProps = { view: RatedSubjectView; reloadHref: string; tone: "primary" | "secondary" };

/** Enters that a member is not rated in the round, and why; the reason the rules give is chosen beforehand. */
export function NotRatedForm({ view, reloadHref, tone }: NotRatedFormProps) {
  const t = useTranslations("ratings");
  const { round, current, memberId, ruledOut } = view;
  return (
    <FormFrame
      id="not-rated"
      action={markNotRatedAction.bind(null, round.period)}
      version={current?.version}
      reloadHref={reloadHref}
      compare={[
        { name: "reason", label: t("form.reason"), options: reasonOptions(t) },
        { name: "note", label: t("form.note") },
      ]}
    >
      <input type="hidden" name="roundId" value={round.id} />
      <input type="hidden" name="memberId" value={memberId ?? ""} />
      <Select
        name="reason"
        label={t("form.reason")}
        options={reasonOptions(t)}
        defaultValue={current?.notRatedReason ?? ruledOut ?? ""}
      />
      <TextInput
        name="note"
        label={t("form.note")}
        hint={t("form.noteHint")}
        optional
        autoComplete="off"
        defaultValue={current?.note ?? ""}
      />
      <Actions>
        <SubmitButton tone={tone}>{t("form.saveNotRated")}</SubmitButton>
      </Actions>
    </FormFrame>
  );
}
