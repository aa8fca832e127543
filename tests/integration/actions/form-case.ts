import { addMember } from "@/lib/features/members/commands/add-member";
import { memberInput } from "../../support/member-input";
import { ownerRows } from "../../support/register";
import { openRatedRegister, type RatedRegister } from "../ratings/round";
import type { Form } from "./request";

/** The register the forms are sent in, and the people who try. */
export type FormWorld = RatedRegister;
export type Person = keyof FormWorld["actors"];

/** One form of the product: who sends it, who else may, and what a valid sending looks like. */
export type FormCase = {
  readonly by: Person;
  /** Who may send it besides. Nobody else gets anything done by it. */
  readonly also?: readonly Person[];
  /** Makes what the form is about and fills the form in, as the screen would send it. */
  readonly fillIn: (world: FormWorld) => Form | Promise<Form>;
  /** What the page binds to the action before the state and the form. */
  readonly bound?: (world: FormWorld) => readonly unknown[];
  /** Controls that may be sent several times. */
  readonly several?: readonly string[];
  /** Controls that name somebody or nobody. */
  readonly optional?: readonly string[];
  /** What makes the same form another one; its version where nothing is said. */
  readonly otherwise?: Form;
  /** What the form is about stands in the way of every other form, so it is tried in registers of its own. */
  readonly alone?: true;
  /** A check step leads on and writes nothing. */
  readonly writes?: "NOTHING";
};

/** Everybody besides the office. */
export const everyone: readonly Person[] = [
  "leader",
  "second",
  "inspector",
  "admin",
  "secretary",
  "otherSecretary",
  "inCharge",
  "ordinary",
];

export const openFormWorld = openRatedRegister;

/** A member of their own for one form, in the first branch unless said. */
export async function someone(world: FormWorld, branchId = world.branchId): Promise<{ id: string; name: string }> {
  const name = `Lò Văn ${NAMES[count++ % NAMES.length]} ${NAMES[Math.floor(count / NAMES.length) % NAMES.length]}`;
  const { id } = await addMember(world.system, memberInput(name, branchId));
  return { id, name };
}

let count = 0;
const NAMES = [
  "Bình",
  "Cường",
  "Dũng",
  "Giang",
  "Hải",
  "Khánh",
  "Long",
  "Minh",
  "Nam",
  "Phúc",
  "Quang",
  "Sơn",
  "Thành",
  "Tuấn",
  "Vinh",
  "Yên",
];

/** The only row of a statement, as the owner sees it. */
export async function theRow(sql: string, values: unknown[]): Promise<Record<string, string>> {
  const [row] = await ownerRows<Record<string, string>>(sql, values);
  if (!row) throw new Error(`no row of ${sql}`);
  return row;
}
