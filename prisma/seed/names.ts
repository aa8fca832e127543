import type { Sex } from "@/lib/core/db/generated/enums";
import type { SampleBranch } from "./commune";
import type { Random } from "./random";

type People = "THAI" | "MUONG" | "MONG" | "KINH";

const families: Record<People, readonly string[]> = {
  THAI: ["Hà", "Lò", "Ngần", "Vì", "Lường", "Hoàng", "Quàng", "Cầm", "Tòng"],
  MUONG: ["Mùi", "Đinh", "Bùi", "Hà", "Xa", "Quách"],
  MONG: ["Sồng", "Giàng", "Vàng", "Mùa", "Thào", "Tráng"],
  KINH: ["Nguyễn", "Trần", "Phạm", "Lê", "Vũ", "Đỗ", "Đặng", "Ngô"],
};
const maleMiddle: Record<People, readonly string[]> = {
  THAI: ["Văn"],
  MUONG: ["Văn", "Công"],
  MONG: ["A"],
  KINH: ["Văn", "Đức", "Quốc", "Xuân"],
};
const maleGiven = [
  "An",
  "Bình",
  "Chung",
  "Dũng",
  "Đại",
  "Đức",
  "Giang",
  "Hải",
  "Hặc",
  "Hom",
  "Hùng",
  "Inh",
  "Khánh",
  "Kiên",
  "Lả",
  "Long",
  "Minh",
  "Nam",
  "Ổn",
  "Ộp",
  "Phong",
  "Phúc",
  "Quyết",
  "Sơn",
  "Tâm",
  "Thắng",
  "Thưởng",
  "Toàn",
  "Trọng",
  "Ui",
  "Vinh",
  "Xôm",
  "Ỏn",
];
const femaleGiven = [
  "Ẩm",
  "Ánh",
  "Bích",
  "Chiêu",
  "Dung",
  "Duyên",
  "Đào",
  "Én",
  "Hạnh",
  "Hằng",
  "Hoa",
  "Hồng",
  "Hương",
  "Lan",
  "Lệ",
  "Liên",
  "Mai",
  "Nga",
  "Nguyệt",
  "Oanh",
  "Phượng",
  "Quý",
  "Sen",
  "Thảo",
  "Thắm",
  "Thơm",
  "Thủy",
  "Tươi",
  "Vân",
  "Xuân",
  "Yến",
];
const mongMale = ["Chu", "Dế", "Dơ", "Khua", "Lồng", "Páo", "Páo", "Sếnh", "Sử", "Tủa", "Vư", "Xà"];
const mongFemale = ["Chía", "Dợ", "Ka", "Mỷ", "Pàng", "Sua", "Vá", "Xi"];

/** Ethnicities as the population register writes them. */
export const ethnicities: Record<People, string> = { THAI: "Thái", MUONG: "Mường", MONG: "Mông", KINH: "Kinh" };

function peopleOf(branch: SampleBranch, random: Random): People {
  if (branch.people !== "MIXED") return random.chance(92) ? branch.people : "KINH";
  return random.pick(["KINH", "KINH", "THAI", "THAI", "MUONG", "MONG"]);
}

/** An invented person who has not been named before. */
export function inventPerson(branch: SampleBranch, random: Random, taken: Set<string>) {
  for (;;) {
    const people = peopleOf(branch, random);
    const sex: Sex = random.chance(branch.kind === "SCHOOL" || branch.kind === "HEALTH" ? 62 : 27) ? "FEMALE" : "MALE";
    const family = random.pick(families[people]);
    const given = random.pick(
      people === "MONG" ? (sex === "MALE" ? mongMale : mongFemale) : sex === "MALE" ? maleGiven : femaleGiven,
    );
    const middle = sex === "FEMALE" ? "Thị" : random.pick(maleMiddle[people]);
    const fullName = `${family} ${middle} ${given}`;
    if (taken.has(fullName)) continue;
    taken.add(fullName);
    return { fullName, sex, ethnicity: ethnicities[people] };
  }
}
