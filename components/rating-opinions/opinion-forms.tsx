import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { RatingLevel } from "@/lib/core/db/generated/enums";
import { giveOpinionAction, withdrawOpinionAction } from "@/lib/features/rating-opinions/actions";
import type { OpinionForm } from "@/lib/features/rating-opinions/queries/get-opinion-form";
import type { OpinionToWithdraw } from "@/lib/features/rating-opinions/queries/list-opinions";

/** What somebody says of a subject. Nothing of what is said is filled in beforehand; who says it is, where it can be nobody else. */
export function GiveOpinionForm({ form }: { form: OpinionForm }) {
  const t = useTranslations("ratingOpinions");
  const levels = useTranslations("ratings.levels");
  const { period, roundId, memberId, branchId, givers, ownName, subjectHref } = form;
  return (
    <FormFrame action={giveOpinionAction.bind(null, period)}>
      <input type="hidden" name="roundId" value={roundId} />
      <input type="hidden" name="memberId" value={memberId ?? ""} />
      <input type="hidden" name="branchId" value={memberId === null ? (branchId ?? "") : ""} />
      <Select
        name="giver"
        label={t("form.giver")}
        options={givers.map((value) => ({ value, label: t(`givers.${value}`) }))}
        defaultValue={givers.length === 1 ? givers[0] : ""}
      />
      <TextInput
        name="giverName"
        label={t("form.giverName")}
        hint={t("form.giverNameHint")}
        autoComplete="off"
        defaultValue={ownName ?? ""}
      />
      <DateInput name="givenOn" label={t("form.givenOn")} hint={t("form.givenOnHint")} />
      <TextArea name="text" label={t("form.text")} hint={t("form.textHint")} rows={6} />
      <Select
        name="level"
        label={t("form.level")}
        options={Object.values(RatingLevel).map((value) => ({ value, label: levels(value) }))}
        defaultValue=""
        optional
      />
      <Actions>
        <SubmitButton>{t("form.save")}</SubmitButton>
        <ButtonLink href={subjectHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Why an opinion was entered by mistake. */
export function WithdrawOpinionForm({ opinion }: { opinion: OpinionToWithdraw }) {
  const t = useTranslations("ratingOpinions");
  const { id, period, version, subjectHref } = opinion;
  return (
    <FormFrame action={withdrawOpinionAction.bind(null, period)} version={version} reloadHref={subjectHref}>
      <input type="hidden" name="id" value={id} />
      <TextArea name="reason" label={t("withdraw.reason")} rows={3} />
      <Actions>
        <SubmitButton tone="danger">{t("withdraw.save")}</SubmitButton>
        <ButtonLink href={subjectHref}>{t("form.cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
