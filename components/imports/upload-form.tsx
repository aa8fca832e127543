"use client";

import { type FormEvent, useState } from "react";
import { Actions, Button, ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";

/** The words of the form, which stay on the server otherwise. */
export type UploadWords = Readonly<
  Record<"file" | "hint" | "secrecy" | "submit" | "reading" | "tooBig" | "none" | "refusedTitle" | "cancel", string>
>;

type UploadFormProps = { words: UploadWords; refused: string | null; mostBytes: number };

/** Chooses a file and sends it to the route that counts its bytes; works without JavaScript, which only spares the way. */
export function UploadForm({ words, refused, mostBytes }: UploadFormProps) {
  const [problem, setProblem] = useState(refused);
  const [isReading, setIsReading] = useState(false);
  const lines = problem === null ? [] : [{ field: "file", message: { key: "imports.upload", text: problem } }];

  function send(event: FormEvent<HTMLFormElement>) {
    const file = new FormData(event.currentTarget).get("file");
    const isChosen = file instanceof File && file.size > 0;
    const found = !isChosen ? words.none : file.size > mostBytes ? words.tooBig : null;
    setProblem(found);
    if (found !== null || isReading) event.preventDefault();
    else setIsReading(true);
  }

  return (
    <form
      id="upload"
      action="/api/uploads/imports"
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
          accept=".xlsx,.ods,.csv"
          aria-describedby={problem === null ? "upload-file-hint" : "upload-file-hint upload-file-error"}
          aria-invalid={problem !== null || undefined}
        />
      </Field>
      <p className="prose-line text-ink-2">{words.secrecy}</p>
      <Actions>
        <Button type="submit" tone="primary" aria-busy={isReading || undefined}>
          {words.submit}
        </Button>
        <ButtonLink href="/imports">{words.cancel}</ButtonLink>
        <span role="status" className="text-ink-2">
          {isReading && words.reading}
        </span>
      </Actions>
    </form>
  );
}
