import type { ReactNode } from "react";
import { AppShell } from "@/components/shared/app-shell";
import { workMenu } from "@/components/shared/work-menu";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const register = await onPage(getRegister(actor));
  return (
    <AppShell
      bodyName={register.name}
      userName={actor.displayName}
      menu={workMenu(actor)}
      sampleData={register.isSample}
    >
      {children}
    </AppShell>
  );
}
