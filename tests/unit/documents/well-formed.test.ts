import { describe, expect, it } from "vitest";
import { isWellFormed } from "@/lib/core/files/template-reader/well-formed";

describe("a part of a document", () => {
  it.each([
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="c > d" e=\'f\'><w:g/>Ẩm &amp; &#10;</a>',
    "\uFEFF<a/>",
    "<a >x</a >",
  ])("is well-formed: %s", (xml) => expect(isWellFormed(xml)).toBe(true));

  it.each([
    "",
    "text",
    "<a>",
    "<a></b>",
    "<a></a></a>",
    "<a>&</a>",
    "<a>&x;</a>",
    "<a b=c/>",
    '<a b="<"/>',
    "<a><!-- <b> --></a>",
    "<a><![CDATA[x]]></a>",
    "<a><?x?></a>",
    "<a",
  ])("is not: %s", (xml) => expect(isWellFormed(xml)).toBe(false));
});
