import { describe, expect, it } from "vitest";
import { workMenu } from "@/components/shared/work-menu";
import type { ActorRole } from "@/lib/core/actor";

const placesOf = (...roles: ActorRole[]) => workMenu({ roles }).map(({ icon }) => icon);

describe("the menu", () => {
  it("leads who oversees cases to them and to what waits, and nowhere that others alone read", () => {
    for (const role of ["PARTY_SECRETARY", "INSPECTION_HEAD"] as const)
      expect(placesOf(role)).toEqual(expect.arrayContaining(["work", "inspections"]));
    expect(placesOf("PARTY_SECRETARY")).not.toContain("accounts");
  });

  it("leads nobody without a right to inspections, accounts or the trail", () => {
    for (const place of ["inspections", "accounts", "audit", "members"] as const) {
      expect(placesOf()).not.toContain(place);
      expect(placesOf("IN_CHARGE").includes(place)).toBe(place === "members");
    }
  });

  it("leads to the meetings of the committee's bodies whom no role leads to meetings, where they sit in one", () => {
    const own = workMenu({ roles: [] }, ["bodyMeeting"]);
    expect(own).toContainEqual({ icon: "bodyMeetings", href: "/meetings/bodies", inPhoneBar: true });
    for (const roles of [[], ["OFFICE"], ["LEADER"], ["SECRETARY"]] as const)
      expect(placesOf(...roles)).not.toContain("bodyMeetings");
  });

  it("names every part once, however many rights lead there", () => {
    const places = placesOf("OFFICE", "LEADER", "INSPECTOR", "ADMIN", "PARTY_SECRETARY", "SECRETARY");
    expect(new Set(places).size).toBe(places.length);
    expect(places).toEqual(expect.arrayContaining(["inspections", "accounts", "audit", "work"]));
  });

  it("puts four parts in the bar of a phone, inspections first for an inspector", () => {
    const bar = (...roles: ActorRole[]) => workMenu({ roles }).filter(({ inPhoneBar }) => inPhoneBar);
    expect(bar("OFFICE")).toHaveLength(4);
    expect(bar("INSPECTOR").map(({ icon }) => icon)).toContain("inspections");
    expect(bar("OFFICE").map(({ icon }) => icon)).not.toContain("inspections");
  });
});
