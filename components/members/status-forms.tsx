import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextInput } from "@/components/ui/text-input";
import { MemberStatusKind } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import { endStatusAction, startStatusAction } from "@/lib/features/members/actions";
import type { MemberView } from "@/lib/features/members/queries/get-member";

type StatusFormsProps = { memberId: string; current: MemberView["statuses"][number] | undefined };

/** The status in force with the form that ends it, and the form for a new one. */
export function StatusForms({ memberId, current }: StatusFormsProps) {
  const t = useTranslations("members");
  const format = useFormat();
  return (
    <div className="grid gap-4">
      {current && (
        <Card title={t("statusForm.end")}>
          <p className="mb-4">
            {t("statusForm.current", { status: t(`status.${current.kind}`), since: format.day(current.startsOn) })}
          </p>
          <FormFrame id="end" action={endStatusAction.bind(null, memberId)} version={current.version}>
            <input type="hidden" name="id" value={current.id} />
            <DateInput name="lastDay" label={t("fields.lastDay")} />
            <Actions>
              <SubmitButton>{t("statusForm.saveEnd")}</SubmitButton>
            </Actions>
          </FormFrame>
        </Card>
      )}
      <Card title={t("statusForm.start")}>
        {!current && <p className="mb-4">{t("statusForm.none")}</p>}
        <FormFrame id="start" action={startStatusAction}>
          <input type="hidden" name="memberId" value={memberId} />
          <RadioGroup
            name="kind"
            label={t("fields.kind")}
            choices={Object.values(MemberStatusKind).map((value) => ({ value, label: t(`status.${value}`) }))}
          />
          <DateInput name="startsOn" label={t("statusForm.startsOn")} />
          <DateInput name="lastDay" label={t("fields.lastDay")} hint={t("hints.lastDay")} optional />
          <TextInput name="reason" label={t("fields.reason")} optional maxLength={200} autoComplete="off" />
          <TextInput
            name="decisionNumber"
            label={t("fields.decisionNumber")}
            optional
            width="medium"
            maxLength={60}
            autoComplete="off"
          />
          <Actions>
            <SubmitButton tone={current ? "secondary" : "primary"}>{t("statusForm.saveStart")}</SubmitButton>
            <ButtonLink href={`/members/${memberId}`}>{t("actions.cancel")}</ButtonLink>
          </Actions>
        </FormFrame>
      </Card>
    </div>
  );
}
