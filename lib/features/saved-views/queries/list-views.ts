import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Tx } from "@/lib/core/db/context";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canEditView, canKeepViews, canShareViews, visibleViews } from "@/lib/features/saved-views/policy";

/** A saved view: the list's query as it was kept, which may name filters that the product no longer knows. */
export type SavedView = {
  readonly id: string;
  readonly name: string;
  readonly list: string;
  readonly isShared: boolean;
  readonly ownerName: string;
  readonly version: number;
  readonly can: { readonly edit: boolean };
};

/** The views that the reader sees, the own ones first, and what the reader may do with views. */
export type SavedViews = {
  readonly views: readonly SavedView[];
  readonly can: { readonly keep: boolean; readonly share: boolean };
};

const fields = { id: true, accountId: true, name: true, list: true, isShared: true, ownerName: true, version: true };

/** A view that the actor sees, in the running transaction. Refuses with NOT_FOUND any other. */
export async function getView(tx: Tx, actor: Actor, id: string) {
  const view = await tx.savedView.findFirst({ where: { AND: [{ id }, whereVisible(actor)] }, select: fields });
  if (!view) throw notFound();
  return view;
}

/** The views of the reader and those shared with the reader, by name. */
export function listViews(actor: Actor): Promise<SavedViews> {
  return readAs(actor, async (tx) => {
    const rows = await tx.savedView.findMany({
      where: whereVisible(actor),
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: fields,
    });
    const views = rows.map(({ accountId, ...view }) => ({ ...view, can: { edit: canEditView(actor, { accountId }) } }));
    return {
      views: [...views.filter(({ can }) => can.edit), ...views.filter(({ can }) => !can.edit)],
      can: { keep: canKeepViews(actor), share: canShareViews(actor) },
    };
  });
}

/** One view of the reader's own, to be changed. Refuses with NOT_FOUND what the reader does not see, with FORBIDDEN another's. */
export function getOwnView(actor: Actor, id: string): Promise<SavedView & { readonly canShare: boolean }> {
  return readAs(actor, async (tx) => {
    const { accountId, ...view } = await getView(tx, actor, id);
    authorize(canEditView(actor, { accountId }));
    return { ...view, can: { edit: true }, canShare: canShareViews(actor) };
  });
}

function whereVisible(actor: Actor) {
  const { accountId, shared } = visibleViews(actor);
  const own = accountId === null ? [] : [{ accountId }];
  return { committeeId: actor.committeeId, OR: [...own, ...(shared ? [{ isShared: true }] : [])] };
}
