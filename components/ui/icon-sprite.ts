import {
  ArrowDown,
  ArrowRightLeft,
  ArrowUp,
  ArrowUpDown,
  Award,
  CalendarCheck,
  CalendarDays,
  ChevronDown,
  ChevronLeft,
  CircleCheck,
  CircleOff,
  ClipboardList,
  Construction,
  Ellipsis,
  FileText,
  GraduationCap,
  House,
  type IconNode,
  Inbox,
  Info,
  KeyRound,
  Landmark,
  LayoutDashboard,
  ListTodo,
  LoaderCircle,
  LockKeyhole,
  Megaphone,
  Network,
  OctagonAlert,
  Printer,
  ScrollText,
  SearchX,
  ShieldCheck,
  Stamp,
  Star,
  TrendingUpDown,
  TriangleAlert,
  UserCheck,
  UserPlus,
  Users,
  X,
} from "lucide";

/* The pictures of the product, by what they stand for. */
const icons = {
  accounts: KeyRound,
  admissions: UserPlus,
  announcements: Megaphone,
  ascending: ArrowUp,
  assignments: UserCheck,
  audit: ScrollText,
  back: ChevronLeft,
  badges: Award,
  bodyMeetings: CalendarDays,
  branches: Network,
  busy: LoaderCircle,
  committee: Landmark,
  dashboard: LayoutDashboard,
  descending: ArrowDown,
  difficulties: Construction,
  documents: FileText,
  empty: Inbox,
  error: OctagonAlert,
  failed: CircleOff,
  info: Info,
  home: House,
  inspections: ShieldCheck,
  locked: LockKeyhole,
  meetings: CalendarDays,
  members: Users,
  more: Ellipsis,
  noneFound: SearchX,
  ok: CircleCheck,
  open: ChevronDown,
  partyDocuments: Stamp,
  print: Printer,
  ratings: Star,
  remove: X,
  roll: TrendingUpDown,
  sortable: ArrowUpDown,
  tasks: ListTodo,
  training: GraduationCap,
  transfers: ArrowRightLeft,
  visits: ClipboardList,
  warning: TriangleAlert,
  work: CalendarCheck,
} satisfies Record<string, IconNode>;

/** What a picture stands for; also its id in the sprite. */
export type IconName = keyof typeof icons;

/** All pictures in one file, so that a page names them and browsers fetch them once for good. */
export function iconSprite(): string {
  const symbols = Object.entries(icons).map(([id, shapes]) => element("symbol", { id, viewBox: "0 0 24 24" }, shapes));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}

function element(tag: string, attributes: IconNode[number][1], shapes: IconNode = []): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join("")}>${shapes.map(([name, own]) => element(name, own)).join("")}</${tag}>`;
}
