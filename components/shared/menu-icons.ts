import {
  ArrowRightLeft,
  Award,
  CalendarDays,
  FileText,
  KeyRound,
  Landmark,
  LayoutDashboard,
  Network,
  ScrollText,
  ShieldCheck,
  Star,
  TrendingUpDown,
  UserCheck,
  UserPlus,
  Users,
} from "lucide-react";

/** The pictures beside the words of the menu, by what they stand for. */
export const menuIcons = {
  accounts: KeyRound,
  admissions: UserPlus,
  assignments: UserCheck,
  audit: ScrollText,
  badges: Award,
  branches: Network,
  committee: Landmark,
  dashboard: LayoutDashboard,
  documents: FileText,
  inspections: ShieldCheck,
  meetings: CalendarDays,
  members: Users,
  ratings: Star,
  roll: TrendingUpDown,
  transfers: ArrowRightLeft,
} as const;

/** What a menu may lead to; also the key of its words. */
export type Place = keyof typeof menuIcons;

/** An entry of the menu; the phone's bottom bar holds four at most. */
export type MenuEntry = { href: string; icon: Place; inPhoneBar?: true };
