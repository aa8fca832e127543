import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { FilterScope } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { ReorganizationKind } from "@/lib/core/db/generated/enums";
import type { StandingBranch } from "@/lib/features/reorganizations/rules/plan";
import { MOST_PARTS } from "@/lib/features/reorganizations/schema";

/** What has been chosen so far, as the address has it. */
export type ChosenSoFar = {
  readonly kind: string;
  readonly from: readonly string[];
  readonly survivorId: string;
  readonly parts: string;
  readonly effectiveOn: string;
};

type ChooseFormProps = { branches: readonly StandingBranch[]; chosen: ChosenSoFar; isIncomplete: boolean };

/** The first step: how, which branches, from which day on. */
export function ChooseForm({ branches, chosen, isIncomplete }: ChooseFormProps) {
  const t = useTranslations("reorganizations");
  const names = branches.map(({ id, name }) => ({ value: id, label: name }));
  const counts = Array.from({ length: MOST_PARTS - 1 }, (_, place) => String(place + 2));
  return (
    <Form action="/branches/reorganize" className="grid max-w-3xl gap-5" prefetch={false}>
      {isIncomplete && <Notice tone="err">{t("choose.incomplete")}</Notice>}
      <FilterScope>
        <RadioGroup
          name="kind"
          label={t("choose.kind")}
          choices={Object.values(ReorganizationKind).map((value) => ({
            value,
            label: t(`kinds.${value}`),
            hint: t(`kindHints.${value}`),
          }))}
          defaultValue={chosen.kind}
        />
        <CheckboxGroup name="from" label={t("choose.from")} choices={names} defaultValues={chosen.from} />
        <Select
          name="survivorId"
          label={t("choose.survivor")}
          hint={t("choose.survivorHint")}
          options={names}
          placeholder={t("choose.noSurvivor")}
          defaultValue={chosen.survivorId}
          width="full"
          optional
        />
        <Select
          name="parts"
          label={t("choose.partCount")}
          hint={t("choose.partCountHint")}
          options={counts.map((value) => ({ value, label: t("choose.partOption", { count: value }) }))}
          defaultValue={chosen.parts}
          width="short"
          optional
        />
        <DateInput name="effectiveOn" label={t("choose.effectiveOn")} defaultValue={chosen.effectiveOn} />
      </FilterScope>
      <div>
        <Button type="submit" tone="primary">
          {t("choose.next")}
        </Button>
      </div>
    </Form>
  );
}
