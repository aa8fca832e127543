import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import {
  loadRevision,
  moveRevision,
  parametersIn,
  revisionSubject,
} from "@/lib/features/rule-sets/commands/revision-steps";
import { canReviseRules } from "@/lib/features/rule-sets/policy";
import {
  citedIn,
  draftObstacle,
  valueObstacle,
  valueText,
  withParameter,
} from "@/lib/features/rule-sets/rules/revisions";
import { parameterSchemas } from "@/lib/features/rule-sets/schema/parameters";
import type { ChangeParameterInput } from "@/lib/features/rule-sets/schema/revisions";

/**
 * Changes one value of a draft with its source and how sure it is. For the office. Refuses a value that the rule set does not
 * have (NOT_FOUND), what is no draft any more, floors that do not fall and a share of more than all (RULE).
 */
export function changeParameter(actor: Actor, input: ChangeParameterInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "changeParameter", input, ...sending }, async (context) => {
    const { actor, audit } = context;
    const { id, kind, name, value, citation, certainty } = input;
    const found = await loadRevision(context, id);
    authorize(canReviseRules(actor));
    const before = citedIn(parametersIn(found.parameters)).find((one) => one.name === name);
    if (found.followed.kind !== kind || !before) throw notFound();
    requireNoObstacle(draftObstacle(found.state) ?? valueObstacle(name, value));
    if (certainty === "CONFIRMED" && citation === null) {
      throw new DomainError("RULE", "ruleSets.errors.confirmedBySource", {}, "citation");
    }
    const after = { name, value, citation, certainty };
    const parameters = parameterSchemas[kind].parse(withParameter(parametersIn(found.parameters), after));
    await moveRevision(context, input, { parameters });
    const told = ({ value: of, citation: source, certainty: sure }: typeof before) => ({
      ...{ ruleValue: valueText(of), citation: source, certainty: sure },
    });
    audit({
      type: "ruleRevision.changed",
      subject: revisionSubject(found),
      params: { parameter: name },
      changes: [{ record: "RuleRevision", recordId: id, before: told(before), after: told(after) }],
    });
    return { id };
  });
}
