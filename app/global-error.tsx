"use client";

import { CrashMessage } from "@/components/shared/crash-message";
import en from "@/lib/core/i18n/messages/en/crash.json";
import vi from "@/lib/core/i18n/messages/vi/crash.json";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** When the frame itself fails nobody knows the person's language any more, so both are shown. */
export default function GlobalError({ error, retry }: GlobalErrorProps) {
  const code = error.digest;
  return (
    <html lang="vi" data-theme="system" data-text-size="100">
      <body>
        <title>{vi.title}</title>
        <main className="mx-auto grid w-full max-w-xl gap-8 px-4 py-6">
          {[vi, en].map((text) => (
            <CrashMessage
              key={text.title}
              title={text.title}
              explain={text.explain}
              reference={code && text.reference.replace("{code}", code)}
              retry={{ label: text.retry, run: retry }}
              home={text.home}
            />
          ))}
        </main>
      </body>
    </html>
  );
}
