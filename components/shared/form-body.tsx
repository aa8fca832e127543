"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useMemo } from "react";
import { type ComparedField, ConflictPanel } from "@/components/shared/conflict-panel";
import { CorrectionReason } from "@/components/shared/correction-reason";
import { FormPendingProvider } from "@/components/shared/form-pending";
import { PasswordAgain } from "@/components/shared/password-again";
import { useFormSending } from "@/components/shared/use-form-sending";
import { ErrorSummary, type SummaryLine } from "@/components/ui/error-summary";
import { FormScopeProvider } from "@/components/ui/form-state";
import { ResultBanner } from "@/components/ui/result-banner";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import { CORRECTION_REASON, PASSWORD_AGAIN } from "@/lib/core/form-input";

type FormBodyProps = {
  id: string;
  formKey: string;
  action: FormAction;
  version?: string;
  compare?: readonly ComparedField[];
  reloadHref?: string;
  reasonAsked?: string;
  children: ReactNode;
};

/** The part of `FormFrame` that runs in the browser. */
export function FormBody({ id, formKey, action, version, compare = [], reloadHref, ...rest }: FormBodyProps) {
  const { reasonAsked, children } = rest;
  const t = useTranslations("common.form");
  const { state, postAction, submit, pending, timesDone } = useFormSending(action, formKey);
  const lines = useMemo(() => summaryLines(state), [state]);
  const scope = useMemo(() => scopeOf(id, state), [id, state]);
  const knownVersion = versionSeen(state) ?? version;

  return (
    <FormScopeProvider value={scope}>
      <FormPendingProvider value={pending}>
        <form id={id} action={postAction} onSubmit={submit} noValidate className="grid max-w-3xl gap-5">
          <ErrorSummary formId={id} title={state.status === "refused" ? t("refusedTitle") : undefined} lines={lines} />
          {state.status === "conflict" && (
            <ConflictPanel formId={id} state={state} fields={compare} reloadHref={reloadHref} />
          )}
          {asksPassword(state) && <PasswordAgain formId={id} state={state} />}
          <CorrectionReason formId={id} state={state} asked={reasonAsked} />
          {state.status === "done" && state.message && <ResultBanner>{state.message.text}</ResultBanner>}
          <input type="hidden" name="formKey" value={formKey} />
          {knownVersion !== undefined && <input type="hidden" name="version" value={knownVersion} />}
          {/* Once saved, the controls start again from what is stored. */}
          <Fragment key={timesDone}>{children}</Fragment>
        </form>
      </FormPendingProvider>
    </FormScopeProvider>
  );
}

/** After a conflict the person has seen the newer version; every later attempt names that one. */
function versionSeen(state: ActionState): string | undefined {
  if (state.status === "conflict") return state.version;
  const sent = "values" in state ? state.values.version : undefined;
  return typeof sent === "string" ? sent : undefined;
}

/* That the password or a reason is wanted is no fault: their own panels say so, and only a wrong one is marked. */
const WANTED = ["refusals.secret.again", "refusals.closedPeriod"];

function asksPassword(state: ActionState): boolean {
  return state.status === "invalid" && PASSWORD_AGAIN in state.fieldErrors;
}

function summaryLines(state: ActionState): SummaryLine[] {
  if (state.status === "refused") return [{ message: state.reason }];
  if (state.status !== "invalid") return [];
  const fields = Object.entries(state.fieldErrors).filter(([field]) => field !== PASSWORD_AGAIN);
  const faults = fields.map(
    ([field, messages]) => [field, messages.filter(({ key }) => !WANTED.includes(key))] as const,
  );
  return [
    ...state.formErrors.map((message) => ({ message })),
    ...faults.flatMap(([field, messages]) => messages.map((message) => ({ field, message }))),
  ];
}

function scopeOf(id: string, state: ActionState) {
  const values = "values" in state ? state.values : null;
  if (state.status !== "invalid") return { id, values, errors: {} };
  const errors = { ...state.fieldErrors };
  for (const field of [PASSWORD_AGAIN, CORRECTION_REASON]) {
    const messages = errors[field];
    if (messages) errors[field] = messages.filter(({ key }) => !WANTED.includes(key));
  }
  return { id, values, errors };
}
