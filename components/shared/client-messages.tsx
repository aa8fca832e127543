import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { clientNamespaces, type Messages } from "@/lib/core/i18n/namespaces";

type ClientMessagesProps = { namespaces?: readonly (keyof Messages)[]; children: ReactNode };

/** Sends further namespaces to the browser for the client components inside; every screen has the kit's own. */
export function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const messages = useMessages();
  const sent = [...clientNamespaces, ...namespaces].map((name) => [name, messages[name]] as const);
  return <NextIntlClientProvider messages={Object.fromEntries(sent)}>{children}</NextIntlClientProvider>;
}
