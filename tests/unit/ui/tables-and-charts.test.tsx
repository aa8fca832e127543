import { describe, expect, it } from "vitest";
import { BarChart } from "@/components/ui/bar-chart";
import { ErrorSummary } from "@/components/ui/error-summary";
import { pageNumbers } from "@/components/ui/page-numbers";
import { Pagination } from "@/components/ui/pagination";
import { segments } from "@/components/ui/stack-segments";
import { StackedBar } from "@/components/ui/stacked-bar";
import { Table } from "@/components/ui/table";
import { html } from "./render";

const parts = [
  { level: "excellent", label: "Xuất sắc", value: 33, href: "/ratings/2022?level=excellent" },
  { level: "good", label: "Tốt", value: 167 },
  { level: "completed", label: "Hoàn thành", value: 21 },
  { level: "failed", label: "Không hoàn thành", value: 0 },
] as const;

describe("a table", () => {
  const shown = html(
    <Table
      caption="Chi bộ"
      rows={[{ id: "1", name: "Nà An", members: 25 }]}
      rowId={(row) => row.id}
      columns={[
        {
          id: "name",
          header: "Chi bộ",
          card: "title",
          cell: (row) => row.name,
          sort: { href: "?sort=name", direction: "ascending" },
        },
        { id: "members", header: "Đảng viên", numeric: true, cell: (row) => row.members },
      ]}
    />,
  );

  it("has a caption, heads with a scope, the order in force, and a frame the keyboard can scroll", () => {
    expect(shown).toContain("<caption");
    expect(shown).toContain('<th scope="col" aria-sort="ascending">');
    expect(shown).toContain('<th scope="row">Nà An</th>');
    expect(shown).toMatch(/role="region"[^>]*tabindex="0"/i);
  });

  it("names each fact for the cards of a phone", () => {
    expect(shown).toContain('data-h="Đảng viên">25</td>');
  });
});

describe("charts", () => {
  it("print every value, link it, and carry their table", () => {
    const shown = html(
      <BarChart title="Đảng viên" bars={[{ id: "1", label: "Nà An", value: 25, href: "/members" }]} />,
    );
    expect(shown).toContain('href="/members"');
    expect(shown).toContain("Xem bảng số liệu");
    expect(shown).not.toContain("style=");
  });

  it("fill a bar of parts exactly, leaving empty parts out", () => {
    const drawn = segments(parts);
    expect(drawn.map((segment) => segment.part.level)).toEqual(["excellent", "good", "completed"]);
    const widths = drawn.reduce((sum, segment) => sum + Number.parseFloat(segment.width), 0);
    expect(widths).toBeCloseTo(100, 6);
  });

  it("show the count of every part, also of an empty one", () => {
    const shown = html(<StackedBar title="Xếp loại" rows={[{ id: "2022", label: "2022", parts, target: 0.9 }]} />);
    for (const count of ["33", "167", "21", "0"]) expect(shown).toContain(`>${count}<`);
    expect(shown).toContain("Mục tiêu: 90%");
    expect(shown).not.toContain("style=");
  });
});

describe("the pager", () => {
  const hrefFor = (page: number, size: number | "all") => `?page=${page}&size=${size}`;

  it("shows where the page stands and goes to the last page beyond the end", () => {
    expect(html(<Pagination total={232} page={99} size={25} hrefFor={hrefFor} />)).toContain(
      "Hiển thị 226–232 trong 232",
    );
    expect(html(<Pagination total={232} page={1} size="all" hrefFor={hrefFor} />)).toContain(
      "Hiển thị 1–232 trong 232",
    );
  });

  it("leaves gaps only where pages are left out", () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(2, 10)).toEqual([1, 2, 3, null, 10]);
    expect(pageNumbers(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("the summary of problems", () => {
  it("leads to the field with the field's own words", () => {
    const lines = [{ field: "bornOn", message: { key: "x", text: "Nhập ngày sinh" } }];
    const shown = html(<ErrorSummary formId="form" lines={lines} />);
    expect(shown).toContain('href="#form-bornOn"');
    expect(shown).toContain("Nhập ngày sinh");
    expect(shown).toContain("Có 1 lỗi cần sửa");
  });

  it("is absent without problems", () => {
    expect(html(<ErrorSummary formId="form" lines={[]} />)).toBe("");
  });
});
