import { useTranslations } from "next-intl";
import { ThingFields } from "@/components/reorganizations/thing-fields";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Fieldset } from "@/components/ui/fieldset";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { typedForm } from "@/lib/core/day";
import { BranchKind } from "@/lib/core/db/generated/enums";
import { proposeReorganizationAction } from "@/lib/features/reorganizations/actions";
import type { ReorganizationDraft } from "@/lib/features/reorganizations/queries/get-draft";
import type { ReorganizationChoice } from "@/lib/features/reorganizations/schema";

type PlanFormProps = { choice: ReorganizationChoice; draft: ReorganizationDraft; backHref: string };

/** The second step: the new branches, the decision, and where everything goes that hangs on the old ones. */
export function PlanForm({ choice, draft, backHref }: PlanFormProps) {
  const t = useTranslations("reorganizations.plan");
  const { kind, from, effectiveOn } = choice;
  const { olds, survivor, openedCount, things } = draft;
  const keys = Array.from({ length: openedCount }, (_, place) => String(place + 1));
  const nameOf = (key: string) => (openedCount === 1 ? t("newBranch") : t("newBranchNumber", { place: key }));
  const targets: Option[] = [
    ...(survivor ? [{ value: survivor.id, label: survivor.name }] : []),
    ...keys.map((key) => ({ value: key, label: nameOf(key) })),
  ];
  const renamed = kind === "RENAME" ? olds[0] : undefined;
  return (
    <FormFrame action={proposeReorganizationAction}>
      <input type="hidden" name="kind" value={kind} />
      {from.map((id) => (
        <input key={id} type="hidden" name="from" value={id} />
      ))}
      <input type="hidden" name="survivorId" value={survivor?.id ?? ""} />
      <input type="hidden" name="effectiveOn" value={typedForm(effectiveOn)} />
      <Fieldset legend={t("decision")}>
        <TextInput name="decisionNumber" label={t("decisionNumber")} width="medium" maxLength={60} autoComplete="off" />
        <DateInput name="decisionOn" label={t("decisionOn")} />
        <TextInput name="decisionBody" label={t("decisionBody")} maxLength={160} autoComplete="off" />
      </Fieldset>
      {keys.map((key) => (
        <Fieldset key={key} legend={nameOf(key)}>
          <TextInput
            name={`name-${key}`}
            label={t("name")}
            maxLength={120}
            defaultValue={renamed?.name}
            autoComplete="off"
          />
          <BranchKindSelect name={`kind-${key}`} label={t("kind")} defaultValue={renamed?.kind} />
        </Fieldset>
      ))}
      <ThingFields kind={kind} things={things} olds={olds} targets={targets} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={backHref}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function BranchKindSelect(props: { name: string; label: string; defaultValue?: BranchKind }) {
  const t = useTranslations("organization.kinds");
  return <Select {...props} options={Object.values(BranchKind).map((value) => ({ value, label: t(value) }))} />;
}
