import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateInput } from "@/components/ui/date-input";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useFormat } from "@/lib/core/i18n/use-format";
import {
  confirmRevisionAction,
  discardRevisionAction,
  editRevisionAction,
  openRevisionAction,
  returnRevisionAction,
  submitRevisionAction,
} from "@/lib/features/rule-sets/actions";
import type { RevisionView } from "@/lib/features/rule-sets/queries/revisions";

/** Opens a next version of a rule set. */
export function OpenRevisionForm({ ruleSet }: { ruleSet: { id: string; document: string } }) {
  const t = useTranslations("ruleSets.revision");
  return (
    <FormFrame action={openRevisionAction}>
      <input type="hidden" name="ruleSetId" value={ruleSet.id} />
      <HeadFields document={ruleSet.document} />
      <Actions>
        <SubmitButton>{t("open")}</SubmitButton>
        <ButtonLink href="/ratings/rules">{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

/** Puts right what a draft says of itself. */
export function EditRevisionForm({ revision }: { revision: RevisionView }) {
  const t = useTranslations("ruleSets.revision");
  const { id, document, startsOn, reason, version } = revision;
  const back = `/ratings/rules/revisions/${id}`;
  return (
    <FormFrame
      action={editRevisionAction}
      version={version}
      compare={[
        { name: "document", label: t("document") },
        { name: "startsOn", label: t("startsOn") },
        { name: "reason", label: t("reason") },
      ]}
      reloadHref={`${back}/edit`}
    >
      <input type="hidden" name="id" value={id} />
      <HeadFields document={document} startsOn={useFormat().day(startsOn)} reason={reason} />
      <Actions>
        <SubmitButton>{t("save")}</SubmitButton>
        <ButtonLink href={back}>{t("cancel")}</ButtonLink>
      </Actions>
    </FormFrame>
  );
}

function HeadFields({ document, startsOn, reason }: { document: string; startsOn?: string; reason?: string }) {
  const t = useTranslations("ruleSets.revision");
  return (
    <>
      <TextInput
        name="document"
        label={t("document")}
        hint={t("documentHint")}
        defaultValue={document}
        maxLength={300}
        width="full"
        autoComplete="off"
      />
      <DateInput name="startsOn" label={t("startsOn")} hint={t("startsOnHint")} defaultValue={startsOn} />
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} defaultValue={reason} maxLength={1000} />
    </>
  );
}

const steps = {
  submit: { action: submitRevisionAction, tone: "primary" },
  confirm: { action: confirmRevisionAction, tone: "primary" },
} as const;

type StepProps<By> = { revision: Pick<RevisionView, "id" | "version">; by: By };

/** Takes the next version one step on. */
export function RevisionStepForm({ revision: { id, version }, by }: StepProps<keyof typeof steps>) {
  const t = useTranslations("ruleSets.revision");
  return (
    <div className="screen-only">
      <Card title={t(`${by}Title`)}>
        <p className="prose-line mb-4">{t(`${by}Lead`)}</p>
        <FormFrame id={by} action={steps[by].action} version={version}>
          <input type="hidden" name="id" value={id} />
          <Actions>
            <SubmitButton>{t(by)}</SubmitButton>
          </Actions>
        </FormFrame>
      </Card>
    </div>
  );
}

const closings = {
  return: { action: returnRevisionAction, tone: "secondary" },
  takeBack: { action: returnRevisionAction, tone: "secondary" },
  discard: { action: discardRevisionAction, tone: "danger" },
} as const;

/** Sends the next version back, takes it back or gives it up, with the reason. */
export function CloseRevisionForm({ revision: { id, version }, by }: StepProps<keyof typeof closings>) {
  const t = useTranslations("ruleSets.revision");
  return (
    <div className="screen-only">
      <Card title={t(`${by}Title`)}>
        <FormFrame id={by} action={closings[by].action} version={version}>
          <input type="hidden" name="id" value={id} />
          <TextArea name="reason" label={t("why")} maxLength={500} />
          <Actions>
            <SubmitButton tone={closings[by].tone}>{t(by)}</SubmitButton>
          </Actions>
        </FormFrame>
      </Card>
    </div>
  );
}
