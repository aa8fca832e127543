import type { ReactNode } from "react";
import { findWorkMenu } from "@/app/find-work-menu";
import { RestoreBand } from "@/components/restores/restore-band";
import { AppShell } from "@/components/shared/app-shell";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [register, menu, { locale }] = await Promise.all([
    onPage(getRegister(actor)),
    onPage(findWorkMenu(actor)),
    readPreferences(),
  ]);
  return (
    <AppShell
      bodyName={register.name}
      userName={actor.displayName}
      menu={menu}
      sampleData={register.isSample}
      band={actor.pendingRestore && <RestoreBand actor={actor} takenAt={actor.pendingRestore.takenAt} />}
      openedAt={formatIn(locale).moment(new Date())}
    >
      {children}
    </AppShell>
  );
}
