"use client";

import { Button } from "@/components/ui/button";

type CrashMessageProps = {
  title: string;
  explain: string;
  reference?: string;
  retry: { label: string; run: () => void };
  home: string;
};

/** That something went wrong, its code, and two ways on; the link loads the page anew, past whatever broke. */
export function CrashMessage({ title, explain, reference, retry, home }: CrashMessageProps) {
  return (
    <div className="grid gap-4" role="alert">
      <h1>{title}</h1>
      <p>{explain}</p>
      {reference && <p className="font-semibold">{reference}</p>}
      <div className="actions">
        <Button tone="primary" onClick={retry.run}>
          {retry.label}
        </Button>
        <a href="/" className="btn">
          {home}
        </a>
      </div>
    </div>
  );
}
