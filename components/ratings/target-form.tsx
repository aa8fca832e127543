import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextInput } from "@/components/ui/text-input";
import type { TargetKind } from "@/lib/core/db/generated/enums";
import { setTargetAction } from "@/lib/features/ratings/actions";
import type { TargetLine } from "@/lib/features/ratings/queries/list-rounds";

type TargetFormProps = { year: number; kind: TargetKind; target: TargetLine | undefined };

/** One target of a year. */
export function TargetForm({ year, kind, target }: TargetFormProps) {
  const t = useTranslations("ratings");
  const isCount = kind === "INSPECTIONS";
  const label = t("form.targetValue");
  return (
    <Card title={t(`targetKinds.${kind}`)}>
      <FormFrame
        id={`target-${kind.toLowerCase().replaceAll("_", "-")}`}
        action={setTargetAction}
        version={target?.version}
        reloadHref={`/ratings/targets?year=${year}`}
        compare={[
          { name: "value", label },
          { name: "document", label: t("form.document") },
        ]}
      >
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="kind" value={kind} />
        <TextInput
          name="value"
          label={label}
          hint={t(isCount ? "form.countHint" : "form.percentHint")}
          width="short"
          inputMode={isCount ? "numeric" : "decimal"}
          defaultValue={target?.typed ?? ""}
        />
        <TextInput
          name="document"
          label={t("form.document")}
          optional
          autoComplete="off"
          defaultValue={target?.document ?? ""}
        />
        <Actions>
          <SubmitButton tone="secondary">{t("form.saveTarget")}</SubmitButton>
        </Actions>
      </FormFrame>
    </Card>
  );
}
