import { z } from "zod";
import { VoteMethod } from "@/lib/core/db/generated/enums";
import { choice, count, dayField, id, optionalText } from "@/lib/core/fields";

/** Several ticked boxes of one name, one of them, or none. */
const ids = () =>
  z
    .union([id().transform((one) => [one]), z.array(id())])
    .optional()
    .transform((chosen) => chosen ?? []);

/** The controls of a vote sheet of a branch. `presentExempt` are the exempt members who came and so are counted. */
export const ballotControls = {
  heldOn: dayField(),
  method: choice(VoteMethod),
  present: count(0, 10_000),
  yes: count(0, 10_000),
  no: count(0, 10_000),
  blank: count(0, 10_000),
  minutesNumber: optionalText(60),
  presentExempt: ids(),
};
