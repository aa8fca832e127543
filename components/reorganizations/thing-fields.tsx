import { useTranslations } from "next-intl";
import { useRoleWord } from "@/components/reorganizations/use-role-word";
import { Fieldset } from "@/components/ui/fieldset";
import { type Option, Select } from "@/components/ui/select";
import { type ReorganizationKind, SettledKind } from "@/lib/core/db/generated/enums";
import type { StandingBranch } from "@/lib/features/reorganizations/rules/plan";
import type { Hanging } from "@/lib/features/reorganizations/rules/settling";
import { ENDS } from "@/lib/features/reorganizations/schema";

type ThingFieldsProps = {
  kind: ReorganizationKind;
  things: readonly Hanging[];
  olds: readonly StandingBranch[];
  targets: readonly Option[];
};

/** Everything that hangs on the branches, by name, each with the question where it goes; what has one answer is told instead. */
export function ThingFields({ kind, things, olds, targets }: ThingFieldsProps) {
  const t = useTranslations("reorganizations");
  const roleWord = useRoleWord();
  const [first] = targets;
  const only = targets.length === 1 ? first : undefined;
  const branchOf = (thing: Hanging) => olds.find((branch) => branch.id === thing.branchId)?.name ?? "";
  const hintOf = (thing: Hanging) => {
    const [role, branch] = [roleWord(thing.role), branchOf(thing)];
    return role ? t("plan.as", { role, branch }) : t("plan.of", { branch });
  };
  const hasOneAnswer = (thing: Hanging) => only !== undefined && !canEnd(thing);
  return Object.values(SettledKind).map((of) => {
    const those = things.filter((thing) => thing.kind === of);
    if (those.length === 0) return null;
    const asked = those.filter((thing) => !hasOneAnswer(thing));
    const told = those.filter(hasOneAnswer);
    return (
      <Fieldset key={of} legend={t(`things.${of}`)} hint={t(`thingHints.${of}`)}>
        {only && told.length > 0 && (
          <div>
            <p>{t(of === "DOSSIER" ? "plan.dossiers" : "plan.everybody", { count: told.length, name: only.label })}</p>
            <p className="text-ink-2">{told.map((thing) => thing.name).join(", ")}</p>
          </div>
        )}
        {asked.length > 0 && (
          <div className="grid gap-4 md:grid-cols-2">
            {asked.map((thing) => (
              <Select
                key={thing.id}
                name={`to-${thing.id}`}
                label={thing.name}
                hint={hintOf(thing)}
                options={[...targets, ...(canEnd(thing) ? [{ value: ENDS, label: t("plan.ends") }] : [])]}
                defaultValue={defaultOf(kind, thing, only)}
                width="full"
              />
            ))}
          </div>
        )}
      </Fieldset>
    );
  });
}

/** Whether it may end with its branch; a member and a candidate's dossier may not. */
function canEnd(thing: Hanging): boolean {
  return thing.kind !== "DOSSIER" && !(thing.kind === "STAY" && thing.role === "OFFICIAL");
}

/* A new name takes everything along, and a village goes where the branch goes; offices and assignments are chosen one by one. */
function defaultOf(kind: ReorganizationKind, thing: Hanging, only: Option | undefined): string | undefined {
  const goesAlong = kind === "RENAME" || thing.kind === "VILLAGE" || thing.kind === "STAY";
  return goesAlong ? only?.value : undefined;
}
