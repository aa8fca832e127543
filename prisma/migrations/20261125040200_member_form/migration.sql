-- What form 2-HSĐV asks for beyond the national file, family relations left out.
ALTER TABLE public."MemberProfile"
  ADD COLUMN "vocationalTraining" TEXT,
  ADD COLUMN "trainingCourses" TEXT,
  ADD COLUMN "careerHistory" TEXT,
  ADD COLUMN "badges" TEXT,
  ADD COLUMN "honours" TEXT;
ALTER TABLE public."MemberSensitive"
  ADD COLUMN "pastDiscipline" TEXT,
  ADD COLUMN "historicalNotes" TEXT,
  ADD COLUMN "foreignRelations" TEXT,
  ADD COLUMN "economicSituation" TEXT;
