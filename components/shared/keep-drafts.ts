/** Where a draft stands: kept at a time, not kept for want of a connection and tried again, or refused. */
export type DraftStanding =
  | { readonly kind: "NONE" | "WAITING" | "REFUSED" }
  | { readonly kind: "KEPT"; readonly time: string };

const SOON_MS = 2000;
const AGAIN_MS = 15_000;
const LONGEST_MS = 20_000;

/**
 * Sends what stands in the form two seconds after somebody has typed, and at once when the page goes out of sight; again and again
 * while there is no connection, at once when it is back. Sending the form itself comes before. Returns what ends it.
 */
export function keepDrafts(
  form: HTMLFormElement,
  address: string,
  tell: (standing: DraftStanding) => void,
): () => void {
  const ended = new AbortController();
  let running: AbortController | null = null;
  let timer: number | null = null;
  let hasNews = false;

  async function keep(leaving = false) {
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    if (!hasNews || running) return;
    hasNews = false;
    const run = new AbortController();
    running = run;
    const tooLong = window.setTimeout(() => run.abort(), LONGEST_MS);
    const standing = await send(address, draftOf(form), { signal: run.signal, keepalive: leaving });
    window.clearTimeout(tooLong);
    if (running !== run) return;
    running = null;
    tell(standing);
    if (standing.kind === "WAITING") hasNews = true;
    if (hasNews) wait(standing.kind === "WAITING" ? AGAIN_MS : SOON_MS);
  }

  function wait(milliseconds: number) {
    timer ??= window.setTimeout(() => void keep(), milliseconds);
  }

  function note() {
    hasNews = true;
    wait(SOON_MS);
  }

  function stop() {
    running?.abort();
    running = null;
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
  }

  /* What is saved needs no draft; what could not be saved gets one. */
  function stepAside() {
    stop();
    hasNews = true;
    wait(AGAIN_MS);
  }

  function leave() {
    if (document.visibilityState === "hidden") void keep(true);
  }

  const until = { signal: ended.signal };
  form.addEventListener("input", note, until);
  form.addEventListener("submit", stepAside, until);
  window.addEventListener("online", () => void keep(), until);
  document.addEventListener("visibilitychange", leave, until);
  return () => {
    ended.abort();
    stop();
  };
}

/* Neither what belongs to the sending of the form nor a file is text that was typed. */
const NOT_TYPED = /^(formKey|passwordAgain|correctionReason|\$.*)$/;

function draftOf(form: HTMLFormElement) {
  const typed = [...new FormData(form)].filter(([name, value]) => !NOT_TYPED.test(name) && typeof value === "string");
  const { id, version, ...entries } = Object.fromEntries(typed);
  return { id, version, entries };
}

async function send(address: string, draft: object, init: RequestInit): Promise<DraftStanding> {
  const headers = { "Content-Type": "application/json" };
  try {
    const answer = await fetch(address, { ...init, method: "POST", headers, body: JSON.stringify(draft) });
    if (answer.status >= 500) return { kind: "WAITING" };
    if (!answer.ok) return { kind: "REFUSED" };
    const said: unknown = await answer.json();
    const isTold = typeof said === "object" && said !== null && "time" in said && typeof said.time === "string";
    return isTold ? { kind: "KEPT", time: String(said.time) } : { kind: "REFUSED" };
  } catch {
    return { kind: "WAITING" };
  }
}
