import { pictureResponse } from "@/lib/core/files/attachment-file";
import { idIn } from "@/lib/core/page";
import { getPhoto } from "@/lib/features/meetings/queries/list-photos";
import { answerFile } from "../../answer-download";

/** A photo of the notebook of a meeting, or with `size=small` its thumbnail, for who reads the meeting. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = idIn((await params).id);
  const size = new URL(request.url).searchParams.get("size") === "small" ? "small" : "whole";
  return answerFile(async (actor) => pictureResponse(await getPhoto(actor, id, size), `anh-bien-ban_${id}.jpg`, "JPG"));
}
