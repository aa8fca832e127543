import type { Actor } from "@/lib/core/actor";
import { newToken } from "@/lib/core/auth/session-token";
import { endSession } from "@/lib/core/auth/sessions";
import { inContext } from "@/lib/core/db/context";
import type { Role } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { confirmGrant } from "@/lib/features/accounts/commands/grant-role";
import { inviteAccount } from "@/lib/features/accounts/commands/invite-account";
import { confirmLink } from "@/lib/features/accounts/commands/link-member";
import { redeemCode } from "@/lib/features/accounts/commands/redeem-code";
import { committeeSeats, sampleBranches } from "./commune";
import type { EnteredMember, SampleRegister } from "./structure";

/** The password of every account of the demonstration, and of nothing else. */
export const SAMPLE_PASSWORD = "Hoa-ban-trang-2022";

/** An account of the sample as the demonstration prints it. */
export type SampleAccount = { readonly username: string; readonly password: string; readonly role: string };

type Plan = { username: string; member: EnteredMember | null; roles: Role[]; title: string };

/** The people at work in the sample: actors with live sessions, to be ended after the filling. */
export type SamplePeople = Readonly<Record<"office" | "leader" | "deputy" | "inspector" | "secretary", Actor>>;

function plans(register: SampleRegister): Plan[] {
  const seat = (account: string) => register.seated[committeeSeats.findIndex((one) => one.account === account)] ?? null;
  const clerk = register.members.find(
    (one) => one.branch.key === "coquan" && one.order > 2 && !register.seated.includes(one) && one.departure === null,
  );
  const secretaries = sampleBranches.map((branch) => ({
    username: branch.key,
    member: register.members.find((one) => one.branch.key === branch.key && one.order === 0) ?? null,
    roles: [],
    title: `Bí thư ${branch.name}`,
  }));
  return [
    { username: "vanphong", member: clerk ?? null, roles: ["OFFICE"], title: "Văn phòng Đảng ủy" },
    { username: "bithu", member: seat("bithu"), roles: ["LEADER"], title: "Bí thư Đảng ủy" },
    { username: "phobithu", member: seat("phobithu"), roles: ["LEADER"], title: "Phó Bí thư Đảng ủy" },
    { username: "ubkt", member: seat("ubkt"), roles: ["INSPECTOR"], title: "Chủ nhiệm Ủy ban Kiểm tra" },
    { username: "quantri", member: null, roles: ["ADMIN"], title: "Quản trị" },
    ...secretaries,
  ];
}

/** Invites everyone, confirms their rights, and has each set the sample's password with the code. */
export async function openAccounts(
  system: Actor,
  register: SampleRegister,
): Promise<{ accounts: SampleAccount[]; people: SamplePeople; end: () => Promise<void> }> {
  const tokens = new Map<string, string>();
  const accounts: SampleAccount[] = [];
  for (const plan of plans(register)) {
    tokens.set(plan.username, await openAccount(system, plan));
    accounts.push({ username: plan.username, password: SAMPLE_PASSWORD, role: plan.title });
  }
  const actorOf = (username: string) => inContext(tokens.get(username) ?? "", async (_tx, actor) => actor);
  const people = {
    office: await actorOf("vanphong"),
    leader: await actorOf("bithu"),
    deputy: await actorOf("phobithu"),
    inspector: await actorOf("ubkt"),
    secretary: await actorOf("naan"),
  };
  const end = async () => {
    for (const token of tokens.values()) await endSession(token, "SIGNED_OUT");
  };
  return { accounts, people, end };
}

async function openAccount(system: Actor, plan: Plan): Promise<string> {
  const { username, roles, member } = plan;
  const { id: accountId, issued } = await inviteAccount(system, {
    username,
    displayName: member?.input.fullName ?? plan.title,
    member: member ? { id: member.id } : null,
    roles,
    startsOn: system.today,
    lastDay: null,
  });
  const grants = await readAs(system, (tx) =>
    tx.roleGrant.findMany({
      where: { committeeId: system.committeeId, accountId, role: { not: "OFFICE" } },
      select: { id: true, version: true },
    }),
  );
  for (const grant of grants) await confirmGrant(system, { accountId, grantId: grant.id, version: grant.version });
  if (member) await confirmLink(system, { accountId, version: 1 });
  const { token } = await redeemCode(
    { username, code: issued?.code ?? "", password: SAMPLE_PASSWORD, repeatedPassword: SAMPLE_PASSWORD },
    { address: "127.0.0.1", userAgent: "", deviceToken: newToken() },
  );
  return token;
}
