"use client";

import { useState } from "react";
import { TextInput, type TextInputProps } from "@/components/ui/text-input";

type PasswordInputProps = Pick<TextInputProps, "name" | "label" | "hint"> & {
  autoComplete: "current-password" | "new-password";
  /** The words of the tick that shows what was typed. */
  show: string;
};

/** A password that can be shown while it is typed, pasted, and filled in by a password manager. */
export function PasswordInput({ show, ...input }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="grid gap-1">
      <TextInput {...input} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="none" />
      <label className="choice needs-script">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <span>{show}</span>
      </label>
    </div>
  );
}
