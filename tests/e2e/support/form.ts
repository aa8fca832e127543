import { expect, type Locator, type Page } from "@playwright/test";

/** What a person enters, by the name of the control; a choice by the words it is offered in. */
export type Entries = Readonly<Record<string, string>>;

/** The form of the page that the person works in. */
export function mainForm(page: Page, id = "form"): Locator {
  return page.locator(`main form#${id}`);
}

/** Enters values into a form, whatever kind of control each has. */
export async function fillIn(form: Locator, entries: Entries): Promise<void> {
  for (const [name, value] of Object.entries(entries)) {
    const control = form.locator(`[name="${name}"]:not([type=hidden])`).first();
    const kind = await kindOf(control);
    if (kind === "select") await control.selectOption({ label: value });
    else if (kind === "choice") await choiceCalled(form, name, value).check();
    else await control.fill(value);
  }
}

/** Expects that a form shows these values. */
export async function expectEntries(form: Locator, entries: Entries): Promise<void> {
  for (const [name, value] of Object.entries(entries)) {
    const control = form.locator(`[name="${name}"]:not([type=hidden])`).first();
    const kind = await kindOf(control);
    if (kind === "select") await expect(control.locator("option:checked"), name).toHaveText(value);
    else if (kind === "choice") await expect(choiceCalled(form, name, value), name).toBeChecked();
    else await expect(control, name).toHaveValue(value);
  }
}

/** Expects the summary of problems on top, in focus, with the words that stand beside each field, some after the field's label, each leading to its field. */
export async function expectProblems(page: Page, problems: Entries, id = "form"): Promise<void> {
  const summary = page.locator(`.error-summary:has(#${id}-summary)`);
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^(Lỗi|Error):/);
  await expect(summary.getByRole("link")).toContainText(Object.values(problems));
  for (const [name, words] of Object.entries(problems)) {
    await expect(page.locator(`#${id}-${name}-error`)).toContainText(words);
    await summary.getByRole("link", { name: words }).first().click();
    await expect(page.locator(`[id="${id}-${name}"]`)).toBeFocused();
  }
}

/** Expects that nothing was saved, with this reason on top and in focus. */
export async function expectRefusal(page: Page, reason: string | RegExp): Promise<void> {
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(reason);
}

async function kindOf(control: Locator): Promise<"select" | "choice" | "text"> {
  return control.evaluate((element) => {
    if (element instanceof HTMLSelectElement) return "select";
    return element instanceof HTMLInputElement && ["radio", "checkbox"].includes(element.type) ? "choice" : "text";
  });
}

function choiceCalled(form: Locator, name: string, words: string): Locator {
  const named = form.page().locator(`[name="${name}"]`);
  return form.locator("label.choice").filter({ has: named, hasText: words }).locator("input");
}
