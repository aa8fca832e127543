import { useTranslations } from "next-intl";
import { SessionsTable } from "@/components/accounts/sessions-table";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { endOtherOwnSessionsAction, endOwnSessionAction } from "@/lib/features/accounts/actions";
import type { SessionRow } from "@/lib/features/accounts/queries/list-sessions";

/** The own sessions, each other one with a way to end it. */
export function OwnSessions({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useTranslations("accounts.own");
  return (
    <div className="grid gap-4">
      <SessionsTable
        sessions={sessions}
        act={{
          header: t("endSession"),
          cell: ({ id }) => (
            <FormFrame id={`end-${id}`} action={endOwnSessionAction}>
              <input type="hidden" name="sessionId" value={id} />
              <div>
                <SubmitButton tone="secondary">{t("endSession")}</SubmitButton>
              </div>
            </FormFrame>
          ),
        }}
      />
      {sessions.length > 1 && (
        <FormFrame id="end-others" action={endOtherOwnSessionsAction}>
          <div>
            <SubmitButton tone="secondary">{t("endOthers")}</SubmitButton>
          </div>
        </FormFrame>
      )}
    </div>
  );
}
