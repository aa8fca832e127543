import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-sprite";

type StateProps = { title?: ReactNode; explain?: ReactNode; children?: ReactNode };

function StatePanel({ icon, title, explain, children }: StateProps & { icon: IconName }) {
  return (
    <div className="state">
      <Icon name={icon} />
      <p className="text-h3 font-bold">{title}</p>
      {explain && <p className="prose-line">{explain}</p>}
      {children}
    </div>
  );
}

/** Nothing has been entered yet; children are the next step. */
export function EmptyState({ title, ...state }: StateProps & { title: ReactNode }) {
  return <StatePanel icon="empty" title={title} {...state} />;
}

/** There are records, but none under these filters; children lead back to all of them. */
export function NoneFound(state: StateProps) {
  const t = useTranslations("common.state");
  return <StatePanel icon="noneFound" title={t("noneFoundTitle")} explain={t("noneFoundExplain")} {...state} />;
}

/** A block that failed while the rest of the page stands. */
export function ErrorState({ reloadHref, ...state }: StateProps & { reloadHref?: string }) {
  const t = useTranslations("common.state");
  return (
    <StatePanel icon="failed" title={t("failedTitle")} explain={t("failedExplain")} {...state}>
      {state.children}
      {reloadHref && (
        <a href={reloadHref} className="btn">
          {t("reload")}
        </a>
      )}
    </StatePanel>
  );
}

/** A block that this person may not see. */
export function NoPermission(state: StateProps) {
  const t = useTranslations("common.state");
  return <StatePanel icon="locked" title={t("noPermissionTitle")} explain={t("noPermissionExplain")} {...state} />;
}

/** A block on its way, for waits over 300 ms. */
export function Loading({ children }: { children?: ReactNode }) {
  const t = useTranslations("common.state");
  return (
    <div className="state state-busy" role="status">
      <Icon name="busy" />
      <p className="text-h3 font-bold">{children ?? t("loading")}</p>
      <p>{t("loadingExplain")}</p>
    </div>
  );
}
