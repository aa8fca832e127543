import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { Checkbox } from "@/components/ui/checkbox";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { DateInput } from "@/components/ui/date-input";
import { FormScopeProvider } from "@/components/ui/form-state";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { FormValues } from "@/lib/core/action-state";
import { html } from "./render";

const options = [
  { value: "na-an", label: "Nà An" },
  { value: "chieng-hin", label: "Chiềng Hin" },
];

function afterSending(values: FormValues, control: ReactNode): string {
  return html(<FormScopeProvider value={{ id: "form", values, errors: {} }}>{control}</FormScopeProvider>);
}

describe("a control after a refused sending", () => {
  it("keeps the typed text", () => {
    const control = <TextInput name="fullName" label="Họ và tên" defaultValue="cũ" />;
    expect(afterSending({ fullName: "Hà Thị Ẩm" }, control)).toContain('value="Hà Thị Ẩm"');
  });

  it("keeps an emptied text empty", () => {
    const control = <TextInput name="fullName" label="Họ và tên" defaultValue="cũ" />;
    expect(afterSending({ fullName: "" }, control)).toContain('value=""');
  });

  it("keeps several lines", () => {
    const control = <TextArea name="note" label="Ghi chú" />;
    expect(afterSending({ note: "dòng" }, control)).toContain(">dòng</textarea>");
  });

  it("keeps the typed date as it was typed", () => {
    expect(afterSending({ bornOn: "31/02/1970" }, <DateInput name="bornOn" label="Ngày sinh" />)).toContain(
      'value="31/02/1970"',
    );
  });

  it("keeps the chosen option", () => {
    const control = <Select name="branchId" label="Chi bộ" options={options} defaultValue="na-an" />;
    expect(afterSending({ branchId: "chieng-hin" }, control)).toContain('value="chieng-hin" selected=""');
  });

  it("keeps the chosen radio button and the ticks of a group", () => {
    const radio = <RadioGroup name="branchId" label="Chi bộ" choices={options} defaultValue="na-an" />;
    expect(afterSending({ branchId: "chieng-hin" }, radio)).toMatch(
      /value="chieng-hin"[^>]*checked|checked=""[^>]*value="chieng-hin"/,
    );
    const group = <CheckboxGroup name="roles" label="Vai trò" choices={options} defaultValues={["na-an"]} />;
    expect(afterSending({ roles: ["chieng-hin"] }, group).match(/checked=""/g)).toHaveLength(1);
  });

  it("keeps a removed tick removed", () => {
    const control = <Checkbox name="agreed" label="Đồng ý" defaultChecked />;
    expect(afterSending({}, control)).not.toContain("checked");
    expect(html(control)).toContain("checked");
  });

  it("never gives a password back", () => {
    const control = <TextInput name="password" type="password" label="Mật khẩu" />;
    expect(afterSending({ password: "Hoa-ban" }, control)).not.toContain("Hoa-ban");
  });
});

describe("a control with a problem", () => {
  const message = { key: "errors.fillIn", text: "Nhập họ và tên" };
  const scope = { id: "form", values: {}, errors: { fullName: [message] } };

  it("shows the words beside the field and ties them to it", () => {
    const shown = html(
      <FormScopeProvider value={scope}>
        <TextInput name="fullName" label="Họ và tên" hint="Như trong giấy tờ" />
      </FormScopeProvider>,
    );
    expect(shown).toContain("Nhập họ và tên");
    expect(shown).toContain('aria-invalid="true"');
    expect(shown).toContain('aria-describedby="form-fullName-hint form-fullName-error"');
  });

  it("says when an answer is optional, in both languages", () => {
    const control = <TextInput name="note" label="Ghi chú" optional />;
    expect(html(control)).toContain("(không bắt buộc)");
    expect(html(control, "en")).toContain("(optional)");
  });
});
