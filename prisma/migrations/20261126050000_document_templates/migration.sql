CREATE TYPE "DocumentKind" AS ENUM ('MEMBER_FORM', 'LETTER_WITHIN', 'LETTER_OUT', 'LETTER_TEMPORARY', 'BADGE_LIST', 'BADGE_PROPOSAL', 'MEMBER_REGISTER');

CREATE TABLE "DocumentTemplate" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "version" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "fileName" TEXT,
    "bytes" BYTEA,
    "acceptedById" UUID NOT NULL,
    "acceptedBy" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentTemplate_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE TABLE "TemplateCheck" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "accountId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "bytes" BYTEA,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TemplateCheck_pkey" PRIMARY KEY ("committeeId","id")
);
CREATE UNIQUE INDEX "DocumentTemplate_committeeId_kind_version_key" ON "DocumentTemplate"("committeeId", "kind", "version");
ALTER TABLE "DocumentTemplate" ADD CONSTRAINT "DocumentTemplate_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TemplateCheck" ADD CONSTRAINT "TemplateCheck_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."DocumentTemplate"
  ADD CONSTRAINT "DocumentTemplate_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "DocumentTemplate_file" CHECK (("bytes" IS NULL) = ("fileName" IS NULL) AND octet_length("bytes") <= 2000000);
ALTER TABLE public."TemplateCheck"
  ADD CONSTRAINT "TemplateCheck_file" CHECK (octet_length("bytes") <= 2000000);

-- What was accepted stays: no right to change or remove it is given to anybody.
GRANT SELECT, INSERT ON public."DocumentTemplate" TO sodb_app;
GRANT SELECT, INSERT, DELETE ON public."TemplateCheck" TO sodb_app;
GRANT SELECT ON public."DocumentTemplate", public."TemplateCheck" TO sodb_backup;
ALTER TABLE public."DocumentTemplate" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."DocumentTemplate" FORCE ROW LEVEL SECURITY;
ALTER TABLE public."TemplateCheck" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."TemplateCheck" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."DocumentTemplate" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON public."TemplateCheck" TO CURRENT_USER USING (true) WITH CHECK (true);

-- Whoever takes documents away needs their templates; a template holds nothing about anybody.
CREATE POLICY template_read ON public."DocumentTemplate" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SOLB]')));
CREATE POLICY template_insert ON public."DocumentTemplate" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND "acceptedById" = (SELECT app.account()));
CREATE POLICY check_read ON public."TemplateCheck" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND "accountId" = (SELECT app.account()));
CREATE POLICY check_insert ON public."TemplateCheck" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND "accountId" = (SELECT app.account()));
CREATE POLICY check_delete ON public."TemplateCheck" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('O')) AND "accountId" = (SELECT app.account()));
