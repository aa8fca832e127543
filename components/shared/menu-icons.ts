import {
  CalendarDays,
  FileChartColumn,
  FileText,
  KeyRound,
  Landmark,
  LayoutDashboard,
  Network,
  ScrollText,
  Settings,
  ShieldCheck,
  Star,
  UserCheck,
  Users,
} from "lucide-react";

/** The pictures beside the words of the menu, by what they stand for. */
export const menuIcons = {
  accounts: KeyRound,
  assignments: UserCheck,
  audit: ScrollText,
  branches: Network,
  committee: Landmark,
  dashboard: LayoutDashboard,
  documents: FileText,
  inspections: ShieldCheck,
  meetings: CalendarDays,
  members: Users,
  ratings: Star,
  reports: FileChartColumn,
  settings: Settings,
} as const;

/** An entry of the menu; `phoneLabel` is its short word in the phone's bottom bar, which holds four at most. */
export type MenuEntry = { href: string; label: string; icon: keyof typeof menuIcons; phoneLabel?: string };
