import type { IconName } from "@/components/ui/icon-sprite";

/** Where the sprite lies. Its name is the hash of what is in it, so it may be kept for good. */
export const ICON_SPRITE = "/icons/644ce850.svg";

/** A picture beside a word that says the same; those who listen hear the word only. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `icon ${className}` : "icon"} aria-hidden="true">
      <use href={`${ICON_SPRITE}#${name}`} />
    </svg>
  );
}
