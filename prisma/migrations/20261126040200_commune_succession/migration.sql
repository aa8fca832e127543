-- A commune that follows others: the decision on it, and whose organisations it follows, stand beside its name from that day on.
ALTER TABLE "CommitteeName" ADD COLUMN "decisionNumber" TEXT,
ADD COLUMN "decisionOn" DATE,
ADD COLUMN "decisionBody" TEXT,
ADD COLUMN "predecessors" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "CommitteeName" ADD CONSTRAINT "CommitteeName_decision"
  CHECK (num_nulls("decisionNumber", "decisionOn", "decisionBody") IN (0, 3) AND ("decisionNumber" IS NOT NULL OR cardinality("predecessors") = 0));

-- The Party organisation that a branch belonged to before it came here.
ALTER TABLE "Branch" ADD COLUMN "originBody" TEXT;
