import { useTranslations } from "next-intl";
import { useBulkWords } from "@/components/bulk-edits/use-bulk-words";
import { optionsOf } from "@/components/members/use-member-words";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { prepareBulkEditAction } from "@/lib/features/bulk-edits/actions";
import type { BulkChoice } from "@/lib/features/bulk-edits/queries/get-bulk-choice";
import type { BulkField } from "@/lib/features/bulk-edits/schema";

type ValueFormProps = { list: string; field: BulkField; choice: BulkChoice; backHref: string };

/** The second step of a bulk edit: the value, and for whom; everyone stands there with the value of now. */
export function ValueForm({ list, field, choice, backHref }: ValueFormProps) {
  const t = useTranslations("bulkEdits.form");
  const words = useBulkWords();
  const options = words.choices(field);
  const value = { name: "value", label: t("value", { field: words.field(field) }) };
  return (
    <Card title={t("title")}>
      <FormFrame id="bulk" action={prepareBulkEditAction}>
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="field" value={field} />
        {options ? (
          <Select {...value} options={optionsOf(options)} />
        ) : (
          <TextInput {...value} maxLength={200} autoComplete="off" spellCheck={false} />
        )}
        <RadioGroup
          name="reach"
          label={t("reach")}
          defaultValue="CHOSEN"
          choices={[
            { value: "CHOSEN", label: t("chosen") },
            { value: "ALL", label: t("all", { count: choice.total }) },
          ]}
        />
        <CheckboxGroup
          name="members"
          label={t("members")}
          choices={choice.members.map(({ id, name, branch, now }) => ({
            value: id,
            label: name,
            hint: t("now", { branch, value: now === null ? t("empty") : words.value(field, now) }),
          }))}
        />
        <Actions>
          <SubmitButton>{t("submit")}</SubmitButton>
          <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
        </Actions>
      </FormFrame>
    </Card>
  );
}
