/** Whether a key pressed there is meant for what is being typed. */
export function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable]") !== null;
}
