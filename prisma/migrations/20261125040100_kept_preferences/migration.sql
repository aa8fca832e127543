-- How a person wants to see every page. Cookies carry it from page to page; this row carries it to the next device.
CREATE TABLE public."AccountPreference" (
    "accountId" UUID NOT NULL,
    "locale" TEXT,
    "textSize" TEXT,
    "theme" TEXT,
    "columns" TEXT,
    "shortcuts" TEXT,

    CONSTRAINT "AccountPreference_pkey" PRIMARY KEY ("accountId"),
    CONSTRAINT "AccountPreference_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES public."Account" ("id")
        ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AccountPreference_short" CHECK (
        length("locale") <= 10 AND length("textSize") <= 10 AND length("theme") <= 10 AND length("columns") <= 400 AND length("shortcuts") <= 10)
);
ALTER TABLE public."AccountPreference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."AccountPreference" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."AccountPreference" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY resolver_reads ON public."AccountPreference" FOR SELECT TO sodb_resolver USING (true);

-- Everyone keeps the own; sign-in reads it to set the cookies.
GRANT SELECT, INSERT, UPDATE ON public."AccountPreference" TO sodb_app;
GRANT SELECT ON public."AccountPreference" TO sodb_signin, sodb_backup;
CREATE POLICY preference_read ON public."AccountPreference" FOR SELECT TO sodb_app
  USING ("accountId" = (SELECT app.account()));
CREATE POLICY preference_insert ON public."AccountPreference" FOR INSERT TO sodb_app
  WITH CHECK ("accountId" = (SELECT app.account()));
CREATE POLICY preference_update ON public."AccountPreference" FOR UPDATE TO sodb_app
  USING ("accountId" = (SELECT app.account())) WITH CHECK ("accountId" = (SELECT app.account()));
CREATE POLICY signin_reads ON public."AccountPreference" FOR SELECT TO sodb_signin USING (true);
