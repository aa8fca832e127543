import { ButtonLink } from "@/components/ui/button";
import { addressOf } from "@/lib/core/address";

type BranchChoiceProps = {
  branches: readonly { readonly id: string; readonly name: string }[];
  path: string;
  /** What else the next step is asked with. */
  question?: Readonly<Record<string, string | null>>;
};

/** The branches that something new may be about, each a step on. */
export function BranchChoice({ branches, path, question = {} }: BranchChoiceProps) {
  return (
    <ul className="card grid gap-3">
      {branches.map(({ id, name }) => (
        <li key={id}>
          <ButtonLink href={addressOf(path, { branch: id, ...question })}>{name}</ButtonLink>
        </li>
      ))}
    </ul>
  );
}
