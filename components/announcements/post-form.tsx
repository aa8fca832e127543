import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { postAnnouncementAction } from "@/lib/features/announcements/actions";
import { announcementReaches } from "@/lib/features/announcements/schema";

/** Tells all branches something, or some of them. */
export function PostForm({ branches }: { branches: readonly { id: string; name: string }[] }) {
  const t = useTranslations("announcements.form");
  return (
    <FormFrame action={postAnnouncementAction}>
      <TextInput name="title" label={t("heading")} maxLength={150} autoComplete="off" />
      <TextArea name="text" label={t("text")} hint={t("textHint")} rows={8} maxLength={5000} />
      <RadioGroup
        name="reach"
        label={t("reach")}
        defaultValue="ALL"
        choices={announcementReaches.map((value) => ({ value, label: t(value) }))}
      />
      <CheckboxGroup
        name="branches"
        label={t("branches")}
        hint={t("branchesHint")}
        optional
        choices={branches.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Actions>
        <SubmitButton>{t("submit")}</SubmitButton>
        <ButtonLink href="/announcements">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
