import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { EmptyState } from "@/components/ui/states";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import { correctPassingAction, passOnAction } from "@/lib/features/party-documents/actions";
import type { PassingForm as Form } from "@/lib/features/party-documents/queries/find-passing-form";

/** Says at which of its meetings a branch passed a paper on, or names another one. */
export function PassingForm({ form }: { form: Form }) {
  const t = useTranslations("partyDocuments.dissemination");
  const kinds = useTranslations("meetings.kinds");
  const format = useFormat();
  const { documentId, branchId, passing, meetings } = form;
  if (meetings.length === 0) {
    return (
      <EmptyState title={t("noMeeting")} explain={t("noMeetingExplain", { day: format.day(form.issuedOn) })}>
        <ButtonLink href={addressOf("/meetings", { branch: branchId })}>{t("toMeetings")}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <FormFrame
      action={passing ? correctPassingAction : passOnAction}
      version={passing?.version}
      compare={[{ name: "meetingId", label: t("meeting") }]}
    >
      {passing ? (
        <input type="hidden" name="id" value={passing.id} />
      ) : (
        <>
          <input type="hidden" name="documentId" value={documentId} />
          <input type="hidden" name="branchId" value={branchId} />
        </>
      )}
      <Select
        name="meetingId"
        label={t("chooseMeeting")}
        hint={t("chooseHint")}
        options={meetings.map(({ id, kind, heldOn }) => ({
          value: id,
          label: t("meetingOption", { kind: kinds(kind), day: format.day(heldOn) }),
        }))}
        defaultValue={passing?.meetingId}
        width="full"
      />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/party-documents/${documentId}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
