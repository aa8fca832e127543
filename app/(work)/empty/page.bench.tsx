import { requireActor } from "@/lib/core/auth/require-actor";

/** Nothing but the frame: what a signed-in page costs before it shows anything. Only the bench builds it. */
export default async function EmptyPage() {
  await requireActor();
  return <h1>–</h1>;
}
