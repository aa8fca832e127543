import { addDays, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { rejectTransfer } from "@/lib/features/transfers/commands/close-transfer";
import { issueLetter, receiveMember } from "@/lib/features/transfers/commands/keep-transfer";
import { proposeArrival, proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import type { ProposeTransferInput } from "@/lib/features/transfers/schema";
import type { SamplePeople } from "./accounts";
import { sampleBranches } from "./commune";
import { type EnteredMember, idOf, type SampleRegister } from "./structure";

const papers = {
  direction: "WITHIN",
  kind: "OFFICIAL",
  toBranchId: null,
  otherParty: null,
  cause: "WORK",
  causedOn: null,
  lastDay: null,
  decisionNumber: null,
  letterNumber: null,
  letterOn: null,
} as const satisfies Partial<ProposeTransferInput>;

/** Deaths and moves to other Party organisations, each on its day. */
export async function recordDepartures(people: SamplePeople, register: SampleRegister): Promise<void> {
  for (const { id: memberId, departure } of register.members) {
    if (departure?.reason === "DECEASED") {
      await recordDeath(people.office, { memberId, diedOn: departure.lastDay, reason: null });
    }
    if (departure?.reason !== "MOVED_AWAY") continue;
    const effectiveOn = addDays(departure.lastDay, 1);
    const otherParty = "Đảng bộ thị trấn Mẫu";
    const out = { ...papers, memberId, direction: "OUT", otherParty, causedOn: effectiveOn, effectiveOn } as const;
    const { id } = await proposeTransfer(people.office, out);
    await acceptTransfer(people.leader, { id, version: 1 });
  }
}

/** Transfers of 2024 to 2026: inside the commune, in, temporary, waiting and rejected. */
export async function moveMembers(people: SamplePeople, register: SampleRegister): Promise<void> {
  const { office, leader } = people;
  const branchId = (key: string) => {
    const branch = sampleBranches.find((one) => one.key === key);
    return branch ? idOf(register.branchIds, branch) : "";
  };
  const propose = async (
    from: string,
    changes: Partial<ProposeTransferInput> & Pick<ProposeTransferInput, "effectiveOn">,
  ) => proposeTransfer(office, { ...papers, memberId: plainMember(register, from).id, ...changes });

  const moved = await propose("coquan", {
    toBranchId: branchId("congan"),
    causedOn: day("2024-06-10"),
    effectiveOn: day("2024-07-01"),
    decisionNumber: "18-QĐ/ĐU",
    letterNumber: "06-GT/ĐU",
    letterOn: day("2024-06-24"),
  });
  await acceptTransfer(leader, { id: moved.id, version: 1 });
  await receiveMember(office, { id: moved.id, version: 2, receivedOn: day("2024-07-03") });

  const away = await propose("chiengnua", {
    kind: "TEMPORARY",
    direction: "OUT",
    otherParty: "Đảng bộ Khu công nghiệp Mẫu",
    effectiveOn: day("2026-03-02"),
    lastDay: day("2027-02-28"),
  });
  await acceptTransfer(leader, { id: away.id, version: 1 });
  await issueLetter(office, { id: away.id, version: 2, letterNumber: "04-GT/ĐU", letterOn: day("2026-02-25") });

  const guest = await propose("thin", {
    kind: "TEMPORARY",
    toBranchId: branchId("tun"),
    cause: "RESIDENCE",
    effectiveOn: day("2026-05-04"),
    lastDay: day("2027-05-03"),
  });
  await acceptTransfer(leader, { id: guest.id, version: 1 });

  const refused = await propose("pulau", {
    toBranchId: branchId("nahieng"),
    cause: "OTHER",
    effectiveOn: day("2026-06-01"),
  });
  await rejectTransfer(leader, { id: refused.id, version: 1, reason: "Chưa có xác nhận thay đổi nơi cư trú" });

  await propose("truonghoc", {
    direction: "OUT",
    otherParty: "Đảng bộ xã Mẫu Hai",
    causedOn: day("2026-10-15"),
    effectiveOn: day("2026-11-02"),
  });

  const arrival = await proposeArrival(office, {
    ...papers,
    toBranchId: branchId("tramyte"),
    otherParty: "Đảng bộ Bệnh viện Mẫu",
    causedOn: day("2025-09-15"),
    effectiveOn: day("2025-10-01"),
    letterNumber: "21-GT/ĐU",
    letterOn: day("2025-09-26"),
    fullName: "Lường Thị Khuyên",
    sex: "FEMALE",
    birthOn: partialDay("1988-04-12"),
    ethnicity: "Thái",
    education: "UPPER_SECONDARY",
    admittedOn: day("2013-09-02"),
    ceremonyOn: day("2013-10-02"),
    officialOn: day("2014-10-02"),
    cardNumber: null,
    oldCardNumber: null,
  });
  await acceptTransfer(leader, { id: arrival.id, version: 1 });
}

/** Somebody of the branch without an office, an exemption or a departure. */
function plainMember(register: SampleRegister, key: string): EnteredMember {
  const found = register.members.findLast(
    (one) =>
      one.branch.key === key &&
      one.order > 4 &&
      !register.seated.includes(one) &&
      one.departure === null &&
      one.exemptFrom === null,
  );
  if (!found) throw new Error(`Nobody left to move from ${key}`);
  return found;
}
