-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('PERSON', 'SYSTEM');

-- CreateEnum
CREATE TYPE "CodePurpose" AS ENUM ('INVITE', 'RESET', 'SETUP_ADMIN', 'SETUP_LEADER');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OFFICE', 'LEADER', 'INSPECTOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "AssignmentRole" AS ENUM ('MAIN', 'SUPPORTING');

-- CreateEnum
CREATE TYPE "InspectionMode" AS ENUM ('INSPECTION', 'SUPERVISION');

-- CreateEnum
CREATE TYPE "InspectionTopic" AS ENUM ('COMPLIANCE', 'INSPECTION_WORK', 'PARTY_FEES', 'WORKING_RULES', 'SIGNS_OF_VIOLATION', 'DENUNCIATION', 'COMPLAINT', 'OTHER');

-- CreateEnum
CREATE TYPE "InspectionBody" AS ENUM ('COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMISSION');

-- CreateEnum
CREATE TYPE "InspectionState" AS ENUM ('IN_PROGRESS', 'CONCLUDED');

-- CreateEnum
CREATE TYPE "TeamRole" AS ENUM ('HEAD', 'MEMBER');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "Education" AS ENUM ('NONE', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY');

-- CreateEnum
CREATE TYPE "Qualification" AS ENUM ('NONE', 'ELEMENTARY', 'INTERMEDIATE', 'COLLEGE', 'UNIVERSITY', 'MASTER', 'DOCTOR');

-- CreateEnum
CREATE TYPE "TheoryLevel" AS ENUM ('NONE', 'ELEMENTARY', 'INTERMEDIATE', 'ADVANCED');

-- CreateEnum
CREATE TYPE "MembershipKind" AS ENUM ('OFFICIAL', 'TEMPORARY');

-- CreateEnum
CREATE TYPE "MembershipEnd" AS ENUM ('TRANSFERRED', 'MOVED_AWAY', 'DECEASED', 'RESIGNED', 'REMOVED', 'EXPELLED');

-- CreateEnum
CREATE TYPE "MemberStatusKind" AS ENUM ('EXEMPT', 'SUSPENDED', 'INTERRUPTED');

-- CreateEnum
CREATE TYPE "SuperiorKind" AS ENUM ('DISTRICT', 'PROVINCE');

-- CreateEnum
CREATE TYPE "CommitteeOfficeKind" AS ENUM ('SECRETARY', 'DEPUTY', 'STANDING_MEMBER', 'MEMBER', 'INSPECTION_HEAD', 'INSPECTION_DEPUTY', 'INSPECTION_MEMBER');

-- CreateEnum
CREATE TYPE "BranchKind" AS ENUM ('VILLAGE', 'VILLAGE_CLUSTER', 'AGENCY', 'SCHOOL', 'HEALTH', 'POLICE', 'MILITARY');

-- CreateEnum
CREATE TYPE "BranchOfficeKind" AS ENUM ('SECRETARY', 'DEPUTY', 'COMMITTEE_MEMBER');

-- CreateEnum
CREATE TYPE "CivilOfficeKind" AS ENUM ('VILLAGE_HEAD');

-- CreateEnum
CREATE TYPE "RatingSubject" AS ENUM ('MEMBER', 'BRANCH', 'COMMITTEE');

-- CreateEnum
CREATE TYPE "RatingLevel" AS ENUM ('EXCELLENT', 'GOOD', 'COMPLETED', 'FAILED');

-- CreateEnum
CREATE TYPE "NotRatedReason" AS ENUM ('EXEMPT', 'SUSPENDED', 'ADMITTED_LATE', 'ARRIVED_LATE', 'ESTABLISHED_LATE', 'OTHER');

-- CreateEnum
CREATE TYPE "RatingState" AS ENUM ('PROPOSED', 'RECORDED', 'DECIDED');

-- CreateEnum
CREATE TYPE "RuleKind" AS ENUM ('RATING', 'BADGE', 'DISCIPLINE');

-- CreateEnum
CREATE TYPE "TargetKind" AS ENUM ('BRANCHES_GOOD_OR_BETTER', 'MEMBERS_GOOD_OR_BETTER', 'INSPECTIONS');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT false,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "kind" "SessionKind" NOT NULL DEFAULT 'PERSON',
    "accountId" UUID,
    "committeeId" UUID,
    "startedBy" TEXT,
    "address" TEXT,
    "device" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idleSeconds" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" UUID NOT NULL,
    "purpose" "CodePurpose" NOT NULL,
    "accountId" UUID,
    "codeHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "grantedById" UUID,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "AccountMember" (
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "linkedById" UUID,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AccountMember_pkey" PRIMARY KEY ("committeeId","accountId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" "AssignmentRole" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "decisionNumber" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "committeeId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "sessionId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID,
    "subjectName" TEXT,
    "branchId" UUID,
    "params" JSONB NOT NULL,
    "reason" TEXT,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("committeeId","seq")
);

-- CreateTable
CREATE TABLE "AuditChange" (
    "committeeId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "record" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditChange_pkey" PRIMARY KEY ("committeeId","seq","position")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "committeeId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("committeeId")
);

-- CreateTable
CREATE TABLE "AccessLog" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accountId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subjectId" UUID,
    "params" JSONB NOT NULL,

    CONSTRAINT "AccessLog_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "CommandReceipt" (
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "formKey" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "inputHash" BYTEA NOT NULL,
    "result" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommandReceipt_pkey" PRIMARY KEY ("committeeId","accountId","formKey")
);

-- CreateTable
CREATE TABLE "Inspection" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "mode" "InspectionMode" NOT NULL,
    "body" "InspectionBody" NOT NULL,
    "title" TEXT NOT NULL,
    "decisionNumber" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "periodFrom" DATE,
    "periodTo" DATE,
    "state" "InspectionState" NOT NULL,
    "conclusion" TEXT,
    "conclusionNumber" TEXT,
    "concludedOn" DATE,
    "disciplineFollows" BOOLEAN,
    "openedById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Inspection_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "InspectionTopicRow" (
    "committeeId" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "topic" "InspectionTopic" NOT NULL,

    CONSTRAINT "InspectionTopicRow_pkey" PRIMARY KEY ("committeeId","inspectionId","topic")
);

-- CreateTable
CREATE TABLE "InspectionSubject" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "branchId" UUID,
    "memberId" UUID,
    "finding" TEXT,

    CONSTRAINT "InspectionSubject_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "InspectionTeamMember" (
    "committeeId" UUID NOT NULL,
    "inspectionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "role" "TeamRole" NOT NULL,

    CONSTRAINT "InspectionTeamMember_pkey" PRIMARY KEY ("committeeId","inspectionId","memberId")
);

-- CreateTable
CREATE TABLE "Member" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "fullName" TEXT NOT NULL,
    "otherName" TEXT,
    "nameKey" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "sex" "Sex" NOT NULL,
    "originId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "MemberProfile" (
    "committeeId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "birthOn" TEXT NOT NULL,
    "birthCountry" TEXT,
    "birthProvince" TEXT,
    "birthPlace" TEXT,
    "homeCountry" TEXT,
    "homeProvince" TEXT,
    "homePlace" TEXT,
    "cardNumber" TEXT,
    "oldCardNumber" TEXT,
    "cardIssuedBy" TEXT,
    "cardIssuedOn" DATE,
    "recordNumber" TEXT,
    "admittedOn" DATE NOT NULL,
    "ceremonyOn" DATE,
    "officialOn" DATE,
    "officialDecidedOn" DATE,
    "admittedAt" TEXT,
    "officialAt" TEXT,
    "firstIntroducer" TEXT,
    "secondIntroducer" TEXT,
    "youthUnionOn" TEXT,
    "recruitedOn" TEXT,
    "enlistedOn" TEXT,
    "dischargedOn" TEXT,
    "otherOrganizations" TEXT,
    "familyClass" TEXT,
    "occupation" TEXT,
    "education" "Education" NOT NULL,
    "qualification" "Qualification" NOT NULL DEFAULT 'NONE',
    "profession" TEXT,
    "academicTitle" TEXT,
    "theoryLevel" "TheoryLevel" NOT NULL DEFAULT 'NONE',
    "foreignLanguages" TEXT,
    "informatics" TEXT,
    "rewards" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MemberProfile_pkey" PRIMARY KEY ("committeeId","memberId")
);

-- CreateTable
CREATE TABLE "MemberSensitive" (
    "committeeId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "ethnicity" TEXT NOT NULL,
    "religion" TEXT,
    "phone" TEXT,
    "permanentCountry" TEXT,
    "permanentProvince" TEXT,
    "permanentResidence" TEXT,
    "temporaryResidence" TEXT,
    "health" TEXT,
    "invalidGrade" TEXT,
    "policyFamily" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MemberSensitive_pkey" PRIMARY KEY ("committeeId","memberId")
);

-- CreateTable
CREATE TABLE "MemberIdentity" (
    "committeeId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "keyId" TEXT NOT NULL,
    "idNumber" BYTEA,
    "idNumberHash" BYTEA,
    "idNumberTail" TEXT,
    "oldIdNumber" BYTEA,
    "oldIdNumberHash" BYTEA,
    "oldIdNumberTail" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MemberIdentity_pkey" PRIMARY KEY ("committeeId","memberId")
);

-- CreateTable
CREATE TABLE "Membership" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "kind" "MembershipKind" NOT NULL DEFAULT 'OFFICIAL',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "endReason" "MembershipEnd",
    "decisionNumber" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "MemberStatus" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "MemberStatusKind" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "reason" TEXT,
    "decisionNumber" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MemberStatus_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Committee" (
    "id" UUID NOT NULL,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "originId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeName" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "superiorKind" "SuperiorKind" NOT NULL,
    "superiorName" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CommitteeName_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Term" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "CommitteeOffice" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "CommitteeOfficeKind" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "decisionNumber" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CommitteeOffice_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Branch" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "BranchKind" NOT NULL,
    "name" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "decisionNumber" TEXT,
    "phone" TEXT,
    "meetingPlace" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Branch_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "BranchSuccession" (
    "committeeId" UUID NOT NULL,
    "predecessorId" UUID NOT NULL,
    "successorId" UUID NOT NULL,
    "takesEffectOn" DATE NOT NULL,

    CONSTRAINT "BranchSuccession_pkey" PRIMARY KEY ("committeeId","predecessorId","successorId")
);

-- CreateTable
CREATE TABLE "Village" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sortKey" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Village_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "BranchVillage" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "villageId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "BranchVillage_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "BranchOffice" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "branchId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "BranchOfficeKind" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "decisionNumber" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BranchOffice_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "CivilOffice" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "villageId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "CivilOfficeKind" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CivilOffice_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "RatingRound" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER,
    "ruleSetId" UUID NOT NULL,
    "reckoningOn" DATE NOT NULL,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RatingRound_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "subject" "RatingSubject" NOT NULL,
    "memberId" UUID,
    "branchId" UUID,
    "state" "RatingState" NOT NULL,
    "notRatedReason" "NotRatedReason",
    "notRatedNote" TEXT,
    "voteBase" INTEGER,
    "votesExcellent" INTEGER,
    "votesGood" INTEGER,
    "votesCompleted" INTEGER,
    "votesFailed" INTEGER,
    "votesInvalid" INTEGER,
    "votedOn" DATE,
    "proposedLevel" "RatingLevel",
    "proposedById" UUID,
    "level" "RatingLevel",
    "decisionNumber" TEXT,
    "decidedOn" DATE,
    "minutesNumber" TEXT,
    "presentCount" INTEGER,
    "recordedById" UUID,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "supersedesId" UUID,
    "supersededById" UUID,
    "correctionReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "RuleSet" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "RuleKind" NOT NULL,
    "code" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "parameters" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateTable
CREATE TABLE "Target" (
    "committeeId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "TargetKind" NOT NULL,
    "value" INTEGER NOT NULL,
    "document" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("committeeId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_username_key" ON "Account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeCode_codeHash_key" ON "OneTimeCode"("codeHash");

-- CreateIndex
CREATE INDEX "OneTimeCode_accountId_idx" ON "OneTimeCode"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "KnownDevice_tokenHash_key" ON "KnownDevice"("tokenHash");

-- CreateIndex
CREATE INDEX "KnownDevice_accountId_idx" ON "KnownDevice"("accountId");

-- CreateIndex
CREATE INDEX "RoleGrant_accountId_idx" ON "RoleGrant"("accountId");

-- CreateIndex
CREATE INDEX "AccountMember_accountId_idx" ON "AccountMember"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "AccountMember_committeeId_memberId_key" ON "AccountMember"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Assignment_committeeId_branchId_idx" ON "Assignment"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "Assignment_committeeId_memberId_idx" ON "Assignment"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "AuditEvent_committeeId_subjectId_idx" ON "AuditEvent"("committeeId", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEvent_committeeId_at_idx" ON "AuditEvent"("committeeId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_committeeId_id_key" ON "AuditEvent"("committeeId", "id");

-- CreateIndex
CREATE INDEX "AuditChange_committeeId_recordId_idx" ON "AuditChange"("committeeId", "recordId");

-- CreateIndex
CREATE INDEX "AccessLog_committeeId_at_idx" ON "AccessLog"("committeeId", "at");

-- CreateIndex
CREATE INDEX "InspectionSubject_committeeId_inspectionId_idx" ON "InspectionSubject"("committeeId", "inspectionId");

-- CreateIndex
CREATE INDEX "InspectionSubject_committeeId_branchId_idx" ON "InspectionSubject"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "InspectionSubject_committeeId_memberId_idx" ON "InspectionSubject"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "InspectionTeamMember_committeeId_memberId_idx" ON "InspectionTeamMember"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Member_committeeId_sortKey_idx" ON "Member"("committeeId", "sortKey");

-- CreateIndex
CREATE INDEX "Member_committeeId_nameKey_idx" ON "Member"("committeeId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "MemberIdentity_committeeId_idNumberHash_key" ON "MemberIdentity"("committeeId", "idNumberHash");

-- CreateIndex
CREATE INDEX "Membership_committeeId_memberId_idx" ON "Membership"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Membership_committeeId_branchId_idx" ON "Membership"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "MemberStatus_committeeId_memberId_idx" ON "MemberStatus"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "CommitteeOffice_committeeId_memberId_idx" ON "CommitteeOffice"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "BranchVillage_committeeId_branchId_idx" ON "BranchVillage"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "BranchVillage_committeeId_villageId_idx" ON "BranchVillage"("committeeId", "villageId");

-- CreateIndex
CREATE INDEX "BranchOffice_committeeId_branchId_idx" ON "BranchOffice"("committeeId", "branchId");

-- CreateIndex
CREATE INDEX "BranchOffice_committeeId_memberId_idx" ON "BranchOffice"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "CivilOffice_committeeId_villageId_idx" ON "CivilOffice"("committeeId", "villageId");

-- CreateIndex
CREATE INDEX "CivilOffice_committeeId_memberId_idx" ON "CivilOffice"("committeeId", "memberId");

-- CreateIndex
CREATE INDEX "Rating_committeeId_roundId_branchId_idx" ON "Rating"("committeeId", "roundId", "branchId");

-- CreateIndex
CREATE INDEX "Rating_committeeId_memberId_idx" ON "Rating"("committeeId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleSet_committeeId_code_key" ON "RuleSet"("committeeId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Target_committeeId_year_kind_key" ON "Target"("committeeId", "year", "kind");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountMember" ADD CONSTRAINT "AccountMember_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountMember" ADD CONSTRAINT "AccountMember_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountMember" ADD CONSTRAINT "AccountMember_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditChange" ADD CONSTRAINT "AuditChange_committeeId_seq_fkey" FOREIGN KEY ("committeeId", "seq") REFERENCES "AuditEvent"("committeeId", "seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Inspection" ADD CONSTRAINT "Inspection_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionTopicRow" ADD CONSTRAINT "InspectionTopicRow_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionSubject" ADD CONSTRAINT "InspectionSubject_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionSubject" ADD CONSTRAINT "InspectionSubject_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionSubject" ADD CONSTRAINT "InspectionSubject_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionTeamMember" ADD CONSTRAINT "InspectionTeamMember_committeeId_inspectionId_fkey" FOREIGN KEY ("committeeId", "inspectionId") REFERENCES "Inspection"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InspectionTeamMember" ADD CONSTRAINT "InspectionTeamMember_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberProfile" ADD CONSTRAINT "MemberProfile_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberSensitive" ADD CONSTRAINT "MemberSensitive_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberIdentity" ADD CONSTRAINT "MemberIdentity_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberStatus" ADD CONSTRAINT "MemberStatus_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeName" ADD CONSTRAINT "CommitteeName_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeOffice" ADD CONSTRAINT "CommitteeOffice_committeeId_termId_fkey" FOREIGN KEY ("committeeId", "termId") REFERENCES "Term"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeOffice" ADD CONSTRAINT "CommitteeOffice_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Branch" ADD CONSTRAINT "Branch_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchSuccession" ADD CONSTRAINT "BranchSuccession_committeeId_predecessorId_fkey" FOREIGN KEY ("committeeId", "predecessorId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchSuccession" ADD CONSTRAINT "BranchSuccession_committeeId_successorId_fkey" FOREIGN KEY ("committeeId", "successorId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Village" ADD CONSTRAINT "Village_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchVillage" ADD CONSTRAINT "BranchVillage_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchVillage" ADD CONSTRAINT "BranchVillage_committeeId_villageId_fkey" FOREIGN KEY ("committeeId", "villageId") REFERENCES "Village"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchOffice" ADD CONSTRAINT "BranchOffice_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BranchOffice" ADD CONSTRAINT "BranchOffice_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CivilOffice" ADD CONSTRAINT "CivilOffice_committeeId_villageId_fkey" FOREIGN KEY ("committeeId", "villageId") REFERENCES "Village"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CivilOffice" ADD CONSTRAINT "CivilOffice_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingRound" ADD CONSTRAINT "RatingRound_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingRound" ADD CONSTRAINT "RatingRound_committeeId_ruleSetId_fkey" FOREIGN KEY ("committeeId", "ruleSetId") REFERENCES "RuleSet"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_committeeId_roundId_fkey" FOREIGN KEY ("committeeId", "roundId") REFERENCES "RatingRound"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_committeeId_memberId_fkey" FOREIGN KEY ("committeeId", "memberId") REFERENCES "Member"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_committeeId_branchId_fkey" FOREIGN KEY ("committeeId", "branchId") REFERENCES "Branch"("committeeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
