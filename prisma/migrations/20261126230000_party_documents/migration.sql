CREATE TYPE "DocumentDirection" AS ENUM ('INCOMING', 'OWN');
CREATE TYPE "PartyDocumentKind" AS ENUM ('RESOLUTION', 'DIRECTIVE', 'DECISION', 'CONCLUSION', 'STATUTE', 'REGULATION', 'GUIDANCE', 'NOTICE', 'REPORT', 'PLAN', 'PROGRAMME', 'SUBMISSION', 'OFFICIAL_LETTER', 'MINUTES', 'SCHEME', 'OPTIONS');
CREATE TYPE "DocumentAudience" AS ENUM ('NO_BRANCH', 'ALL_BRANCHES', 'CHOSEN_BRANCHES');

CREATE TABLE "PartyDocument" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "direction" "DocumentDirection" NOT NULL,
    "kind" "PartyDocumentKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "sign" TEXT NOT NULL,
    "termId" UUID,
    "issuedOn" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "issuerKey" TEXT NOT NULL,
    "subjectLine" TEXT NOT NULL,
    "receivedOn" DATE,
    "audience" "DocumentAudience" NOT NULL,
    "deadlineOn" DATE,
    "enclosures" TEXT,
    "searchText" TEXT NOT NULL,
    "recordedById" UUID,
    "recordedBy" TEXT NOT NULL,
    "annulledOn" DATE,
    "annulledBy" TEXT,
    "annulledReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PartyDocument_pkey" PRIMARY KEY ("committeeId","id")
);

CREATE TABLE "PartyDocumentBranch" (
    "committeeId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "branchId" UUID NOT NULL,

    CONSTRAINT "PartyDocumentBranch_pkey" PRIMARY KEY ("committeeId","documentId","branchId")
);

CREATE INDEX "PartyDocument_committeeId_issuedOn_idx" ON "PartyDocument"("committeeId", "issuedOn");
CREATE INDEX "PartyDocumentBranch_committeeId_branchId_idx" ON "PartyDocumentBranch"("committeeId", "branchId");

ALTER TABLE "PartyDocument" ADD CONSTRAINT "PartyDocument_committeeId_termId_fkey" FOREIGN KEY ("committeeId", "termId") REFERENCES "Term"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PartyDocumentBranch" ADD CONSTRAINT "PartyDocumentBranch_committeeId_documentId_fkey" FOREIGN KEY ("committeeId", "documentId") REFERENCES "PartyDocument"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PartyDocumentBranch" ADD CONSTRAINT "PartyDocumentBranch_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE public."PartyDocument"
  ADD CONSTRAINT "PartyDocument_number" CHECK (number BETWEEN 1 AND 99999),
  ADD CONSTRAINT "PartyDocument_way" CHECK (CASE direction
    WHEN 'OWN' THEN "termId" IS NOT NULL AND "receivedOn" IS NULL
    ELSE "termId" IS NULL AND "receivedOn" IS NOT NULL AND "receivedOn" >= "issuedOn" END),
  ADD CONSTRAINT "PartyDocument_deadline" CHECK ("deadlineOn" IS NULL OR audience <> 'NO_BRANCH' AND "deadlineOn" >= "issuedOn"),
  ADD CONSTRAINT "PartyDocument_annulled" CHECK (num_nonnulls("annulledOn", "annulledBy", "annulledReason") IN (0, 3));
-- A number of its own is given once per kind and term, and stays taken when the paper is annulled.
CREATE UNIQUE INDEX "PartyDocument_own_number" ON public."PartyDocument" ("committeeId", "termId", kind, number) WHERE direction = 'OWN';
-- A superior body numbers its papers per kind and sign; the year tells its terms apart.
CREATE UNIQUE INDEX "PartyDocument_incoming_number" ON public."PartyDocument"
  ("committeeId", "issuerKey", kind, number, sign, (extract(year FROM "issuedOn"))) WHERE direction = 'INCOMING' AND "annulledOn" IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['PartyDocument', 'PartyDocumentBranch'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('GRANT SELECT, INSERT ON public.%I TO sodb_app', t);
    EXECUTE format('GRANT SELECT ON public.%I TO sodb_backup', t);
  END LOOP;
END $$;
-- Whose number it is never changes: neither the direction nor, of own papers, what the number was given for.
GRANT UPDATE (kind, number, sign, "issuedOn", issuer, "issuerKey", "subjectLine", "receivedOn", audience, "deadlineOn", enclosures,
  "searchText", "annulledOn", "annulledBy", "annulledReason", version) ON public."PartyDocument" TO sodb_app;
GRANT DELETE ON public."PartyDocumentBranch" TO sodb_app;

-- What is for all branches is for everybody with an office; the rest for office and leadership, and for the branches it is addressed to.
CREATE POLICY document_read ON public."PartyDocument" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]'))
    OR audience = 'ALL_BRANCHES' AND (SELECT app.has('[IBC]'))
    OR audience = 'CHOSEN_BRANCHES' AND EXISTS (SELECT 1 FROM public."PartyDocumentBranch" b WHERE b."committeeId" = "PartyDocument"."committeeId"
      AND b."documentId" = "PartyDocument".id AND b."branchId" = ANY ((SELECT app.read_branches())::uuid[]))));
CREATE POLICY document_insert ON public."PartyDocument" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "annulledOn" IS NULL
    AND "recordedById" IS NOT DISTINCT FROM (SELECT app.account()));
CREATE POLICY document_update ON public."PartyDocument" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')) AND "annulledOn" IS NULL)
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- Each branch reads that a paper is for it, not for whom else.
CREATE POLICY addressee_read ON public."PartyDocumentBranch" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY addressee_insert ON public."PartyDocumentBranch" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));
CREATE POLICY addressee_delete ON public."PartyDocumentBranch" FOR DELETE TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND (SELECT app.has('[SO]')));

-- What a number of its own was given for does not change.
CREATE FUNCTION public.own_number_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.kind, NEW.number, NEW.sign) IS DISTINCT FROM (OLD.kind, OLD.number, OLD.sign) THEN
    RAISE EXCEPTION 'an own number stays' USING ERRCODE = '23514', CONSTRAINT = 'PartyDocument_own_number_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PartyDocument_own_number_stays" BEFORE UPDATE ON public."PartyDocument"
  FOR EACH ROW WHEN (OLD.direction = 'OWN') EXECUTE FUNCTION public.own_number_stays();
