import { redirect } from "next/navigation";
import { requireActor } from "@/lib/core/auth/require-actor";

/** Nothing but the frame: what a signed-in page costs before it shows anything. Only the bench builds it. */
export default async function EmptyPage() {
  await requireActor();
  return (
    <form action={doNothing}>
      <h1>–</h1>
    </form>
  );
}

/** What a sent form costs before it does anything. */
async function doNothing(): Promise<void> {
  "use server";
  await requireActor();
  redirect("/empty");
}
