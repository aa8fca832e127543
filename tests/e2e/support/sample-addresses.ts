import { ownerRows } from "./database";

type Ids = Readonly<Record<string, string>>;

/** Records of the branch Nà An as the sample has them, or of the whole where there are none of a branch. */
export async function sampleIds(): Promise<Ids> {
  const [ids] = await ownerRows<Ids>(
    `WITH branch AS (SELECT id FROM "Branch" WHERE name LIKE '%Nà An')
     SELECT (SELECT id FROM branch) AS branch,
       (SELECT "memberId" FROM "Membership" m, branch WHERE m."branchId" = branch.id AND m."endsOn" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "AccountMember" a WHERE a."memberId" = m."memberId")
          AND EXISTS (SELECT 1 FROM "MemberIdentity" i WHERE i."memberId" = m."memberId" AND i."idNumberTail" IS NOT NULL)
          ORDER BY 1 LIMIT 1) AS member,
       (SELECT o.id FROM "BranchOffice" o, branch WHERE o."branchId" = branch.id AND o."endsOn" IS NULL ORDER BY 1 LIMIT 1) AS officer,
       (SELECT c.id FROM "CivilOffice" c JOIN "BranchVillage" v ON v."villageId" = c."villageId", branch
          WHERE v."branchId" = branch.id AND c."endsOn" IS NULL ORDER BY 1 LIMIT 1) AS head,
       (SELECT t.id FROM "BranchTerm" t, branch WHERE t."branchId" = branch.id ORDER BY t."startsOn" DESC LIMIT 1) AS term,
       (SELECT a.id FROM "Assignment" a, branch WHERE a."branchId" = branch.id ORDER BY a."startsOn" DESC, 1 LIMIT 1) AS assignment,
       (SELECT id FROM "AssignmentPlan" WHERE state = 'DRAFT' ORDER BY "startsOn" LIMIT 1) AS plan,
       (SELECT m.id FROM "Meeting" m, branch WHERE m."branchId" = branch.id ORDER BY m."monthOn" LIMIT 1) AS meeting,
       (SELECT id FROM "PartyDocument" WHERE audience = 'ALL_BRANCHES' AND direction = 'INCOMING' ORDER BY "issuedOn" LIMIT 1) AS document,
       (SELECT w.id FROM "WorkingRegulation" w, branch WHERE w."branchId" = branch.id AND NOT EXISTS (SELECT 1
          FROM "WorkingRegulationFile" f WHERE f."regulationId" = w.id) ORDER BY w."startsOn" LIMIT 1) AS regulation,
       (SELECT p.id FROM "InspectionProgramme" p, branch WHERE p."branchId" = branch.id) AS programme,
       (SELECT l.id FROM "ProgrammeLine" l JOIN "InspectionProgramme" p ON p.id = l."programmeId", branch WHERE p."branchId" = branch.id
          AND l."doneOn" IS NULL ORDER BY l.month LIMIT 1) AS "programmeLine",
       (SELECT d.id FROM "Discipline" d, branch WHERE d."branchId" = branch.id AND d.state = 'CONFIRMED' LIMIT 1) AS discipline,
       (SELECT d.id FROM "Difficulty" d, branch WHERE d."branchId" = branch.id LIMIT 1) AS difficulty,
       (SELECT t.id FROM "Task" t, branch WHERE t."branchId" = branch.id AND t.state = 'IN_HAND' AND t.giver = 'COMMITTEE' ORDER BY t."givenOn", 1 LIMIT 1) AS task,
       (SELECT id FROM "Announcement" WHERE NOT "isToAll" ORDER BY "postedAt" LIMIT 1) AS announcement,
       (SELECT v.id FROM "VisitReport" v, branch WHERE v."branchId" = branch.id ORDER BY v."visitedOn" LIMIT 1) AS visit,
       (SELECT id FROM "TrainingCourse" WHERE name = 'Lớp bồi dưỡng bí thư chi bộ năm 2021') AS course,
       (SELECT id FROM "CommitteeOffice" WHERE "endsOn" IS NULL ORDER BY 1 LIMIT 1) AS seat,
       (SELECT i.id FROM "Inspection" i WHERE i.year = 2022 AND NOT EXISTS (SELECT 1 FROM "InspectionSubject" s
          JOIN "Branch" b ON b.id = s."branchId" WHERE s."inspectionId" = i.id AND b.name ~ '(Nà An|Thín)$')
          AND NOT EXISTS (SELECT 1 FROM "InspectionSubject" s WHERE s."inspectionId" = i.id AND s."memberId" IS NOT NULL)
          ORDER BY 1 LIMIT 1) AS inspection,
       (SELECT d.id FROM "Dossier" d, branch WHERE d."branchId" = branch.id AND d.kind = 'ADMISSION' ORDER BY d."openedOn" LIMIT 1) AS dossier,
       (SELECT id FROM "Transfer" WHERE state = 'PENDING' ORDER BY 1 LIMIT 1) AS transfer,
       (SELECT id FROM "Account" WHERE username = 'tramyte') AS account,
       (SELECT id FROM "RuleRevision" WHERE state = 'DRAFT' LIMIT 1) AS revision,
       (SELECT s.id FROM "SelfReview" s, branch WHERE s."branchId" = branch.id AND s.subject = 'BRANCH' LIMIT 1) AS "selfReview",
       (SELECT o.id FROM "RatingOpinion" o, branch WHERE o."branchId" = branch.id ORDER BY o."recordedAt", 1 LIMIT 1) AS opinion,
       (SELECT id FROM "RuleSet" WHERE code = 'rating-2023') AS "ruleSet",
       (SELECT r.id FROM "Rating" r JOIN "RatingRound" o ON o.id = r."roundId", branch
          WHERE r."branchId" = branch.id AND r.subject = 'BRANCH' AND o.year = 2022 LIMIT 1) AS rating`,
  );
  if (!ids) throw new Error("no sample");
  return ids;
}

const idOf: readonly (readonly [RegExp, string])[] = [
  [/^\/accounts\//, "account"],
  [/^\/admissions\//, "dossier"],
  [/^\/announcements\//, "announcement"],
  [/^\/assignments\/plans\/|^\/api\/export\/assignment-decision\//, "plan"],
  [/^\/assignments\//, "assignment"],
  [/^\/branches\/reorganizations\//, "reorganization"],
  [/^\/branches\/working-regulations\//, "regulation"],
  [/^\/branches\//, "branch"],
  [/^\/committee\/seats\//, "seat"],
  [/^\/disciplines\/complaints\//, "complaint"],
  [/^\/disciplines\//, "discipline"],
  [/^\/inspections\/programmes\/lines\//, "programmeLine"],
  [/^\/inspections\/programmes\//, "programme"],
  [/^\/inspections\/|^\/api\/export\/inspections\//, "inspection"],
  [/^\/meetings\/|^\/api\/export\/meeting-minutes\//, "meeting"],
  [/^\/members\/export\/|^\/api\/export\/(document-)?orders\/|^\/documents\/orders\//, "order"],
  [/^\/members\/views\//, "view"],
  [/^\/members\/bulk\//, "bulkEdit"],
  [/^\/members\/duplicates\//, "merge"],
  [/^\/members\/archive\//, "archive"],
  [/^\/((badges\/)?members|api\/export\/member-form)\//, "member"],
  [/^\/party-documents\//, "document"],
  [/^\/ratings\/\[period\]\/opinions\//, "opinion"],
  [/^\/ratings\/\[period\]\/self-reviews\//, "selfReview"],
  [/^\/ratings\/rules\/revisions\//, "revision"],
  [/^\/ratings\/rules\//, "ruleSet"],
  [/^\/tasks\//, "task"],
  [/^\/training\//, "course"],
  [/^\/transfers\//, "transfer"],
  [/^\/visits\//, "visit"],
  [/^\/difficulties\//, "difficulty"],
];
/** Addresses about a member whom the question names. */
const aboutMember = ["/admissions/death", "/admissions/departure", "/admissions/readmission", "/transfers/new"];

/** What is entered in a round of ratings needs an open one. */
const inOpenRound = /^\/ratings\/\[period\]\/(close|confirm|deadlines|opinions|record)/;

/** The address with real records in place of its parameters. */
export function addressWith(route: string, ids: Ids): string {
  const id = ids[idOf.find(([pattern]) => pattern.test(route))?.[1] ?? ""] ?? "00000000-0000-4000-8000-000000000000";
  const office = (route.includes("village-head") ? ids.head : ids.officer) ?? "";
  const branch = [
    "/api/export/branch-book",
    "/meetings/new",
    "/visits/new",
    "/difficulties/new",
    "/tasks/new",
  ].includes(route)
    ? `?branch=${ids.branch}`
    : "";
  const body = route === "/meetings/bodies/new" ? "?body=COMMITTEE" : branch;
  const question = aboutMember.includes(route) ? `?member=${ids.member}&kind=EXEMPTION` : body;
  return `${route}${question}`
    .replace("[id]", id)
    .replace("[office]", office)
    .replace("[branch]", ids.branch ?? "")
    .replace("[step]", "deadline")
    .replace("[stage]", "FILE_HANDOVER")
    .replace("[paper]", "thong-bao-ket-luan")
    .replace("[term]", ids.term ?? "")
    .replace("[ratingId]", ids.rating ?? "")
    .replace("[kind]", "member-form")
    .replace("[name]", "memberCap_base")
    .replace("[period]", inOpenRound.test(route) ? "2021" : "2022");
}
