"use client";

import { type FormEvent, useState } from "react";
import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";

/** The words of the form, which stay on the server otherwise. */
export type UploadWords = Readonly<
  Record<"file" | "hint" | "submit" | "sending" | "tooBig" | "none" | "refusedTitle", string>
>;

/** How the form is worded, and why the last file was refused. */
export type UploadWording = { words: UploadWords; refused: string | null };

type UploadFormProps = UploadWording & {
  /** The route that counts the bytes and judges the file by its content. */
  action: string;
  /** Endings of the files it takes. */
  accept: string;
  mostBytes: number;
  cancel?: { href: string; label: string };
};

/** Chooses a file and sends it; works without JavaScript, which only spares the way of a file that is too big. */
export function UploadForm({ action, words, accept, mostBytes, refused, cancel }: UploadFormProps) {
  const [problem, setProblem] = useState(refused);
  const [isSending, setIsSending] = useState(false);
  const lines = problem === null ? [] : [{ field: "file", message: { key: "upload", text: problem } }];

  function send(event: FormEvent<HTMLFormElement>) {
    const file = new FormData(event.currentTarget).get("file");
    const isChosen = file instanceof File && file.size > 0;
    const found = !isChosen ? words.none : file.size > mostBytes ? words.tooBig : null;
    setProblem(found);
    if (found !== null || isSending) event.preventDefault();
    else setIsSending(true);
  }

  return (
    <form
      id="upload"
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="grid max-w-3xl gap-5"
    >
      <ErrorSummary formId="upload" title={words.refusedTitle} lines={lines} />
      <Field id="upload-file" label={words.file} hint={words.hint} messages={lines.map(({ message }) => message)}>
        <input
          id="upload-file"
          type="file"
          name="file"
          className="control control-full"
          accept={accept}
          aria-describedby={problem === null ? "upload-file-hint" : "upload-file-hint upload-file-error"}
          aria-invalid={problem !== null || undefined}
        />
      </Field>
      <Actions>
        <Button type="submit" tone="primary" aria-busy={isSending || undefined}>
          {words.submit}
        </Button>
        {cancel && <ButtonLink href={cancel.href}>{cancel.label}</ButtonLink>}
        <span role="status" className="text-ink-2">
          {isSending && words.sending}
        </span>
      </Actions>
    </form>
  );
}
