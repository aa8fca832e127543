import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { type Day, firstDayOfYear, lastDayOfYear, yearOf } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  discardPlanAction,
  openPlanAction,
  planBranchAction,
  renamePlanAction,
  returnPlanAction,
} from "@/lib/features/assignments/actions";
import type { PlannedBranchForm } from "@/lib/features/assignments/queries/get-planned-branch";

/** Starts a plan, of the coming year unless something else is typed. */
export function OpenPlanForm({ today }: { today: Day }) {
  const t = useTranslations("assignmentPlans.open");
  const words = useTranslations("assignmentPlans");
  const format = useFormat();
  const year = yearOf(today) + 1;
  return (
    <FormFrame action={openPlanAction}>
      <TextInput
        name="name"
        label={t("name")}
        maxLength={120}
        defaultValue={t("defaultName", { year: String(year) })}
        autoComplete="off"
      />
      <DateInput name="startsOn" label={t("startsOn")} defaultValue={format.day(firstDayOfYear(year))} />
      <DateInput name="lastDay" label={t("lastDay")} defaultValue={format.day(lastDayOfYear(year))} />
      <DateInput name="copiedOn" label={t("copiedOn")} defaultValue={format.day(today)} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href="/assignments/plans">{words("toPlans")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Calls a draft otherwise. */
export function RenamePlanForm({
  plan: { id, version, name },
}: {
  plan: { id: string; version: number; name: string };
}) {
  const t = useTranslations("assignmentPlans.rename");
  const words = useTranslations("assignmentPlans.open");
  return (
    <div className="screen-only">
      <Card title={t("title")}>
        <FormFrame
          id="rename"
          action={renamePlanAction}
          version={version}
          compare={[{ name: "name", label: words("name") }]}
          reloadHref={`/assignments/plans/${id}`}
        >
          <input type="hidden" name="id" value={id} />
          <TextInput name="name" label={words("name")} maxLength={120} defaultValue={name} autoComplete="off" />
          <Actions>
            <SubmitButton tone="secondary">{t("save")}</SubmitButton>
          </Actions>
        </FormFrame>
      </Card>
    </div>
  );
}

/** Who is to be in charge of one branch and who supports there. */
export function PlanBranchForm({ form }: { form: PlannedBranchForm }) {
  const t = useTranslations("assignmentPlans.branch");
  const { plan, branch, people, mainId, supportingIds } = form;
  const options = people.map(({ id, name, load }) => ({ value: id, label: t("option", { name, ...load }) }));
  return (
    <FormFrame action={planBranchAction} version={plan.version}>
      <input type="hidden" name="id" value={plan.id} />
      <input type="hidden" name="branchId" value={branch.id} />
      <Select
        name="mainId"
        label={t("main")}
        options={options}
        placeholder={t("nobody")}
        defaultValue={options.some((one) => one.value === mainId) ? (mainId ?? undefined) : undefined}
        optional
        width="full"
      />
      <CheckboxGroup
        name="supportingIds"
        label={t("supporting")}
        choices={options}
        defaultValues={supportingIds}
        optional
      />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={`/assignments/plans/${plan.id}`}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

const closings = {
  return: { action: returnPlanAction, tone: "secondary" },
  takeBack: { action: returnPlanAction, tone: "secondary" },
  discard: { action: discardPlanAction, tone: "danger" },
} as const;

type ClosePlanFormProps = { plan: { id: string; version: number }; by: keyof typeof closings };

/** Sends a plan back, takes it back or gives it up, with the reason. */
export function ClosePlanForm({ plan: { id, version }, by }: ClosePlanFormProps) {
  const t = useTranslations("assignmentPlans.check");
  return (
    <div className="screen-only">
      <Card title={t(`${by}Title`)}>
        <FormFrame id={by} action={closings[by].action} version={version}>
          <input type="hidden" name="id" value={id} />
          <TextArea name="reason" label={t("reason")} maxLength={500} />
          <Actions>
            <SubmitButton tone={closings[by].tone}>{t(by)}</SubmitButton>
          </Actions>
        </FormFrame>
      </Card>
    </div>
  );
}
