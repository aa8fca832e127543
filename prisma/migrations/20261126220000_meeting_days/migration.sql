-- When and where a branch usually meets, from a day on, with another time in a season of the year.
CREATE TABLE public."MeetingDay" (
  "committeeId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "branchId" UUID NOT NULL,
  "startsOn" DATE NOT NULL,
  "endsOn" DATE,
  "monthDay" INTEGER,
  "startTime" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "seasonFrom" TEXT,
  "seasonTo" TEXT,
  "seasonTime" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "MeetingDay_pkey" PRIMARY KEY ("committeeId", "id")
);
CREATE INDEX "MeetingDay_committeeId_branchId_idx" ON public."MeetingDay"("committeeId", "branchId");
ALTER TABLE public."MeetingDay" ADD CONSTRAINT "MeetingDay_committeeId_branchId_fkey"
  FOREIGN KEY ("committeeId", "branchId") REFERENCES public."Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE public."MeetingDay"
  ADD CONSTRAINT "MeetingDay_period" CHECK ("endsOn" IS NULL OR "endsOn" > "startsOn"),
  ADD CONSTRAINT "MeetingDay_month_day" CHECK ("monthDay" BETWEEN 1 AND 28),
  ADD CONSTRAINT "MeetingDay_times" CHECK ("startTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND "seasonTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT "MeetingDay_season" CHECK (num_nulls("seasonFrom", "seasonTo", "seasonTime") IN (0, 3)
    AND "seasonFrom" ~ '^(0[1-9]|1[0-2])-[0-3][0-9]$' AND "seasonTo" ~ '^(0[1-9]|1[0-2])-[0-3][0-9]$'),
  ADD CONSTRAINT "MeetingDay_one_at_a_time"
    EXCLUDE USING gist ("committeeId" WITH =, "branchId" WITH =, daterange("startsOn", "endsOn") WITH &&);

GRANT SELECT, INSERT ON public."MeetingDay" TO sodb_app;
GRANT UPDATE ("endsOn", "monthDay", "startTime", "place", "seasonFrom", "seasonTo", "seasonTime", "version") ON public."MeetingDay" TO sodb_app;
GRANT SELECT ON public."MeetingDay" TO sodb_backup;
ALTER TABLE public."MeetingDay" ENABLE ROW LEVEL SECURITY;
ALTER TABLE public."MeetingDay" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON public."MeetingDay" TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY meeting_day_read ON public."MeetingDay" FOR SELECT TO sodb_app
  USING ("committeeId" = (SELECT app.committee()) AND ((SELECT app.has('[SOL]')) OR "branchId" = ANY ((SELECT app.read_branches())::uuid[])));
CREATE POLICY meeting_day_insert ON public."MeetingDay" FOR INSERT TO sodb_app
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
CREATE POLICY meeting_day_update ON public."MeetingDay" FOR UPDATE TO sodb_app
  USING ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])))
  WITH CHECK ("committeeId" = (SELECT app.committee())
    AND ((SELECT app.has('[SO]')) OR "branchId" = ANY ((SELECT app.own_branches())::uuid[])));
