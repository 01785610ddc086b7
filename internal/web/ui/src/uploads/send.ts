// Sends files to the server, which answers with the job that reads them.

import { accepted, Refusal, type Schemas } from "../api/client";

const unreachable = "the upload broke off; is the server still running, and are the files not too large?";

/**
 * Sends files, and tells which part of their bytes has left, from 0 to 1. It is no fetch,
 * which cannot tell that.
 */
export function send(
  files: File[],
  headers: Record<string, string>,
  onsent: (part: number) => void,
  signal: AbortSignal,
): Promise<Schemas["Job"]> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  const request = new XMLHttpRequest();
  request.open("POST", "/api/v1/records");
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.onprogress = (e) => e.lengthComputable && onsent(e.loaded / e.total);
  signal.addEventListener("abort", () => request.abort());
  return new Promise((resolve, reject) => {
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new Refusal({ title: "No answer", status: 0, detail: unreachable }));
    request.onabort = () => reject(new DOMException("called off", "AbortError"));
    request.send(form);
  });
}

async function answerOf({ status, statusText, responseText }: XMLHttpRequest): Promise<Schemas["Job"]> {
  const answer = await accepted(new Response(responseText, { status, statusText }));
  return (await answer.json()) as Schemas["Job"];
}
