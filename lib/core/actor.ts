import { type Day, day } from "@/lib/core/day";

/** Rights as the policy table names them. SECRETARY and IN_CHARGE come from dated offices and assignments, never from a grant. */
export type ActorRole =
  | "OFFICE"
  | "LEADER"
  | "INSPECTOR"
  | "ADMIN"
  | "SYSTEM"
  | "SECRETARY"
  | "IN_CHARGE"
  | "PARTY_SECRETARY"
  | "INSPECTION_HEAD";

/** A register that stands as a backup held it, and waits to be accepted. */
export type PendingRestore = { readonly id: string; readonly takenAt: Date };

/** Who is asking, as the database resolved it from the session token in the running transaction. */
export type Actor = {
  readonly sessionToken: string;
  readonly sessionId: string;
  readonly accountId: string | null;
  readonly committeeId: string;
  readonly memberId: string | null;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly ActorRole[];
  readonly ownBranchIds: readonly string[];
  readonly assignedBranchIds: readonly string[];
  readonly mustChangePassword: boolean;
  /** The restored state of the register that no leader has accepted yet: everybody reads, nobody writes. */
  readonly pendingRestore?: PendingRestore | null;
  readonly today: Day;
};

const rightLetters: Record<string, ActorRole> = {
  O: "OFFICE",
  L: "LEADER",
  I: "INSPECTOR",
  A: "ADMIN",
  S: "SYSTEM",
  B: "SECRETARY",
  C: "IN_CHARGE",
  P: "PARTY_SECRETARY",
  H: "INSPECTION_HEAD",
};

/** What `app.enter` answers for a live session. */
export type SessionContext = {
  sessionId: string;
  kind: "PERSON" | "SYSTEM";
  accountId: string | null;
  committeeId: string | null;
  memberId: string | null;
  rights: string;
  ownBranchIds: string[];
  assignedBranchIds: string[];
  username: string | null;
  displayName: string | null;
  mustChangePassword: boolean;
  pendingRestore: { id: string; takenAt: string } | null;
  stale: boolean;
  today: string;
};

/** Turns the database's answer into an actor. A session without a register is no actor: null. */
export function actorFrom(sessionToken: string, context: SessionContext): Actor | null {
  if (context.committeeId === null) return null;
  const roles = [...context.rights].flatMap((letter) => rightLetters[letter] ?? []);
  return {
    sessionToken,
    sessionId: context.sessionId,
    accountId: context.accountId,
    committeeId: context.committeeId,
    memberId: context.memberId,
    username: context.username ?? "",
    displayName: context.displayName ?? "",
    roles: [...new Set(roles)],
    ownBranchIds: context.ownBranchIds,
    assignedBranchIds: context.assignedBranchIds,
    mustChangePassword: context.mustChangePassword,
    pendingRestore: pendingIn(context),
    today: day(context.today),
  };
}

function pendingIn({ pendingRestore }: SessionContext): PendingRestore | null {
  return pendingRestore && { id: pendingRestore.id, takenAt: new Date(pendingRestore.takenAt) };
}

/** True where the actor holds at least one of the roles. */
export function hasRole(actor: Pick<Actor, "roles">, ...roles: ActorRole[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
