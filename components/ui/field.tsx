import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ActionMessage } from "@/lib/core/action-state";

/** Ids of the texts that belong to a control, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, messages: readonly ActionMessage[]): string | undefined {
  const ids = [hint ? `${id}-hint` : null, messages.length > 0 ? `${id}-error` : null].filter((part) => part !== null);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function OptionalMark() {
  const t = useTranslations("common.form");
  return <span className="field-optional"> {t("optional")}</span>;
}

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <span id={`${id}-hint`} className="field-hint">
      {children}
    </span>
  );
}

export function FieldErrors({ id, messages }: { id: string; messages: readonly ActionMessage[] }) {
  const t = useTranslations("common.form");
  if (messages.length === 0) return null;
  return (
    <span id={`${id}-error`} className="field-error">
      {messages.map((message) => (
        <span key={message.text} className="block">
          <span className="sr-only">{t("errorPrefix")} </span>
          {message.text}
        </span>
      ))}
    </span>
  );
}

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  messages?: readonly ActionMessage[];
  children: ReactNode;
};

/** A label above its control, with hint and messages between them. */
export function Field({ id, label, hint, optional, messages = [], children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldErrors id={id} messages={messages} />
      {children}
    </div>
  );
}
