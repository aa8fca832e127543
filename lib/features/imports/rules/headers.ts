import { foldText } from "@/lib/core/text/fold";
import type { ImportField } from "@/lib/features/imports/schema/fields";

/** What stands over a column: the names of its heads from the top down. */
export type HeadPath = readonly string[];

/** A column's meaning by its head: a field, known but not taken (`null`), or not known at all (`undefined`). */
export type HeadMeaning = ImportField | null | undefined;

type Reading = readonly [RegExp, ImportField | null];

/* Folded, without signs. The last name of a path is tried first, then the whole path. */
const PLAIN: readonly Reading[] = [
  [/^ma ban ghi trong so$/u, "record"],
  [/^(stt|tt|so tt|so thu tu|id|ma dang vien|ghi chu|loi|chuc vu|chuc vu dang|tuoi dang|tuoi|huy hieu.*)$/u, null],
  [/^(noi|ngay) cap.*(cccd|cmnd|can cuoc|dinh danh)/u, null],
  [
    /^(ho va ten|ho ten|ho va ten dang vien|ho ten dang vien|ten dang vien|dang vien|ho va ten khai sinh|ho ten khai sinh)$/u,
    "fullName",
  ],
  [/^(ho va ten|ho ten).*(dang dung|thuong dung)$/u, "fullName"],
  [/^(ho dem|ho lot|ho va ten dem|ho va dem|ho va chu dem|ho chu dem|ho va ten lot|ten)$/u, "fullName"],
  [/^(ten goi khac|ten khac|bi danh|ten thuong goi|ten thuong dung)/u, "otherName"],
  [/^(gioi tinh|gioi|phai|nam nu)$/u, "sex"],
  [/^nu( gioi)?$/u, "female"],
  [
    /^(sinh ngay|ngay sinh|nam sinh|ngay thang nam sinh|ngay thang sinh|ngay,? thang,? nam sinh|sinh nam|sinh)$/u,
    "birthOn",
  ],
  [/^dan toc$/u, "ethnicity"],
  [/^ton giao$/u, "religion"],
  [/so dinh danh|ma dinh danh|can cuoc|cccd/u, "idNumber"],
  [/cmnd|cmtnd|chung minh/u, "oldIdNumber"],
  [/^so the.*(85|cu$)/u, "oldCardNumber"],
  [/^(so the|the dang)/u, "cardNumber"],
  [/^noi (cap|phat)( the.*)?$/u, "cardIssuedBy"],
  [/^ngay (cap|phat)( the.*)?$/u, "cardIssuedOn"],
  [/^so (ly lich|ll)/u, "recordNumber"],
  [/de nghi xoa/u, "removal"],
  [/^(trang thai|tinh trang)/u, "status"],
  [/^ngay (roi|mat|mien|tu tran)/u, "statusOn"],
  [/^(vao dang|ket nap|ngay (vao dang|ket nap)).*chinh thuc/u, "admittedThenOfficial"],
  [/(quyet dinh|qd).*chinh thuc/u, "officialDecidedOn"],
  [/(ngay|ngay vao dang) chinh thuc|^chinh thuc$|^ngay ct$|^ngay cong nhan/u, "officialOn"],
  [/^le ket nap|^ngay (to chuc )?le ket nap/u, "ceremonyOn"],
  [
    /^(ngay|ngay,? thang,? nam|ngay thang) (vao dang|ket nap)|^(vao dang|ngay vd|du bi|ngay du bi|vao dang ngay)$/u,
    "admittedOn",
  ],
  [/^(to chuc dang|chi bo|don vi sinh hoat|noi sinh hoat|sinh hoat tai)/u, "branch"],
  [/^ngay (chuyen den|ve chi bo|den chi bo|bat dau sinh hoat)/u, "startsOn"],
  [/dien thoai|^sdt|^so dt|di dong/u, "phone"],
  [/^(nghe nghiep|cong viec|nghe)/u, "occupation"],
  [/van hoa|hoc van|pho thong|gdpt/u, "education"],
  [/ly luan|llct/u, "theoryLevel"],
  [/^(chuyen nganh|nganh)/u, "profession"],
  [/chuyen mon|bang cap|hoc vi/u, "qualification"],
  [/ngoai ngu/u, "foreignLanguages"],
  [/tin hoc/u, "informatics"],
  [/vao doan/u, "youthUnionOn"],
  [/nhap ngu/u, "enlistedOn"],
  [/xuat ngu|phuc vien/u, "dischargedOn"],
  [/^(tinh trang )?suc khoe/u, "health"],
  [/^(noi o hien nay|tam tru|cho o hien nay)/u, "temporaryResidence"],
];

type Part = "Country" | "Province" | "Place";
const PLACES: readonly (readonly [RegExp, Readonly<Record<Part, ImportField>>])[] = [
  [/khai sinh|dkks|noi sinh/u, { Country: "birthCountry", Province: "birthProvince", Place: "birthPlace" }],
  [/que quan|nguyen quan/u, { Country: "homeCountry", Province: "homeProvince", Place: "homePlace" }],
  [/thuong tru|ho khau/u, { Country: "permanentCountry", Province: "permanentProvince", Place: "permanentResidence" }],
];

/** A head as it is compared: folded, without signs and stars. */
export function foldedHead(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9 ]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Under which key the meaning of a head is remembered; the same for every spelling of it. */
export function headKey(path: HeadPath): string {
  return path.map(foldedHead).join(" / ").slice(0, 300);
}

/** What a column means by its head, as far as the words of the trade tell. */
export function meaningOfHead(path: HeadPath): HeadMeaning {
  const last = path.at(-1) ?? "";
  const names = path.map(foldedHead);
  const [name = ""] = names.slice(-1);
  if (name === "nam" && last.normalize("NFC").toLowerCase().includes("nam")) return "male";
  const whole = names.join(" ");
  return placeOf(names) ?? plainMeaning(name) ?? datePart(names) ?? plainMeaning(whole);
}

function plainMeaning(name: string): HeadMeaning {
  const found = PLAIN.find(([form]) => form.test(name));
  return found?.[1];
}

/* "Sinh" over "ngay", "thang", "nam": one date in three columns. */
function datePart(names: readonly string[]): HeadMeaning {
  const [name = "", over = ""] = [names.at(-1), names.at(-2)];
  return /^(ngay|thang|nam)$/u.test(name) ? plainMeaning(over) : undefined;
}

function placeOf(names: readonly string[]): HeadMeaning {
  const whole = names.join(" ");
  if (/(ho|ten).*khai sinh|ngay|so dinh danh/u.test(whole)) return undefined;
  const fields = PLACES.find(([form]) => form.test(whole))?.[1];
  if (fields === undefined) return undefined;
  if (/quoc gia|nuoc/u.test(whole)) return fields.Country;
  const [last = ""] = names.slice(-1);
  return /tinh|thanh pho/u.test(last) && !/\b(xa|huyen|phuong|chi tiet)\b/u.test(last) ? fields.Province : fields.Place;
}
