import { ButtonLink } from "@/components/ui/button";
import { addressOf } from "@/lib/core/address";

type BranchChoiceProps = { branches: readonly { readonly id: string; readonly name: string }[]; path: string };

/** The branches that a new report or difficulty may be about, each a step on. */
export function BranchChoice({ branches, path }: BranchChoiceProps) {
  return (
    <ul className="card grid gap-3">
      {branches.map(({ id, name }) => (
        <li key={id}>
          <ButtonLink href={addressOf(path, { branch: id })}>{name}</ButtonLink>
        </li>
      ))}
    </ul>
  );
}
