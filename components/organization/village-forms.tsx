import Form from "next/form";
import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { FilterScope } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { typedForm } from "@/lib/core/day";
import { reorganizeVillagesAction } from "@/lib/features/organization/actions/keep-branches";
import type { getVillageDraft } from "@/lib/features/organization/queries/village-heads";
import type { VillageRow } from "@/lib/features/organization/queries/villages";
import { HEAD_ENDS, MOST_VILLAGES, type VillageChoice } from "@/lib/features/organization/schema/villages";

const numbers = (count: number) => Array.from({ length: count }, (_, place) => String(place + 1));

/** The first step: which villages, how many they become, from which day on. */
export function ChooseVillagesForm({
  villages,
  isIncomplete,
}: {
  villages: readonly VillageRow[];
  isIncomplete: boolean;
}) {
  const t = useTranslations("organization.villages");
  const standing = villages.filter((village) => village.lastDay === null);
  return (
    <Form action="/branches/villages" className="grid max-w-3xl gap-5" prefetch={false}>
      {isIncomplete && <Notice tone="err">{t("incomplete")}</Notice>}
      <FilterScope>
        <CheckboxGroup
          name="from"
          label={t("choose")}
          choices={standing.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="parts"
          label={t("parts")}
          hint={t("partsHint")}
          options={numbers(MOST_VILLAGES).map((value) => ({ value, label: t("partOption", { count: value }) }))}
          defaultValue="1"
          width="short"
        />
        <DateInput name="effectiveOn" label={t("effectiveOn")} />
      </FilterScope>
      <div>
        <Button type="submit">{t("next")}</Button>
      </div>
    </Form>
  );
}

type VillagesFormProps = { choice: VillageChoice; draft: Awaited<ReturnType<typeof getVillageDraft>> };

/** The second step: the new names, the decision, and which village each head goes on to head. */
export function ReorganizeVillagesForm({ choice, draft }: VillagesFormProps) {
  const t = useTranslations("organization.villages");
  const keys = numbers(choice.parts);
  const nameOf = (key: string) => (keys.length === 1 ? t("newVillage") : t("newVillageNumber", { place: key }));
  return (
    <FormFrame action={reorganizeVillagesAction}>
      {choice.from.map((id) => (
        <input key={id} type="hidden" name="from" value={id} />
      ))}
      <input type="hidden" name="effectiveOn" value={typedForm(choice.effectiveOn)} />
      {keys.map((key) => (
        <TextInput key={key} name={`name-${key}`} label={nameOf(key)} maxLength={120} autoComplete="off" />
      ))}
      <TextInput name="decisionNumber" label={t("decisionNumber")} width="medium" maxLength={60} autoComplete="off" />
      <DateInput name="decisionOn" label={t("decisionOn")} />
      <TextInput name="decisionBody" label={t("decisionBody")} maxLength={160} autoComplete="off" />
      {draft.heads.map((head) => (
        <Select
          key={head.id}
          name={`head-${head.id}`}
          label={t("head", { name: head.name, village: head.villageName })}
          options={[
            ...keys.map((key) => ({ value: key, label: t("goesOn", { village: nameOf(key) }) })),
            { value: HEAD_ENDS, label: t("headEnds") },
          ]}
          width="full"
        />
      ))}
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href="/branches/villages">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}
