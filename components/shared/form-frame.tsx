import type { ReactNode } from "react";
import type { ComparedField } from "@/components/shared/conflict-panel";
import { FormBody } from "@/components/shared/form-body";
import type { FormAction } from "@/lib/core/action-state";

type FormFrameProps = {
  /** Part of every control's id; name it when a page has more than one form. */
  id?: string;
  action: FormAction;
  /** The version of the record being edited; posted as `version`. */
  version?: string | number;
  /** The fields that two people may have changed, for the side-by-side view of a conflict. */
  compare?: readonly ComparedField[];
  /** Address of the stored record, offered when the person gives up in a conflict. */
  reloadHref?: string;
  /** Why a reason for a correction is asked for from the start. */
  reasonAsked?: string;
  children: ReactNode;
};

/**
 * A form that sends to a server action, with JavaScript or without: it keeps what was typed, shows every problem on
 * top, ignores a second press, and posts a fresh `formKey` so that sending twice changes nothing.
 */
export function FormFrame({ id = "form", version, ...frame }: FormFrameProps) {
  const shown = version === undefined ? undefined : String(version);
  return <FormBody {...frame} id={id} version={shown} formKey={crypto.randomUUID()} />;
}
