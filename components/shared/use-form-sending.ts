"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { type ActionState, type FormAction, idleState } from "@/lib/core/action-state";
import { formEntries, typedValues } from "@/lib/core/form-input";

/**
 * Sends a form by hand where JavaScript runs, so that React does not empty it and a lost connection does not take the
 * page away; `postAction` is what the bare `<form>` posts to where it does not.
 */
export function useFormSending(action: FormAction, formKey: string) {
  const t = useTranslations("common.form");
  const [posted, postAction] = useActionState(action, idleState);
  const [answered, setAnswered] = useState<ActionState | null>(null);
  const [timesDone, setTimesDone] = useState(0);
  const [pending, startTransition] = useTransition();
  const sending = useRef(false);
  const spentKey = useRef("");
  const state = answered ?? posted;

  useEffect(() => {
    if (state.status === "done") spentKey.current = formKey;
  }, [state, formKey]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    sending.current = true;
    const data = new FormData(event.currentTarget, submitterOf(event));
    if (spentKey.current === formKey) data.set("formKey", crypto.randomUUID());
    startTransition(async () => {
      const answer = await answerTo(data).finally(() => {
        sending.current = false;
      });
      startTransition(() => {
        setAnswered(answer);
        if (answer.status === "done") setTimesDone((times) => times + 1);
      });
    });
  }

  async function answerTo(data: FormData): Promise<ActionState> {
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      return { status: "refused", values: typedValues(formEntries(data)), reason: failure(digestOf(error)) };
    }
  }

  function failure(code: string) {
    if (code === "") return { key: "common.form.notSent", text: t("notSent") };
    return { key: "common.form.failed", text: t("failed", { code }) };
  }

  return { state, postAction, submit, pending, timesDone };
}

function submitterOf(event: FormEvent<HTMLFormElement>): HTMLElement | null {
  return event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
}

function digestOf(error: unknown): string {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : "";
}
