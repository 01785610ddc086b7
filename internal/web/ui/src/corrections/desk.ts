// Sends corrections to the server, which reads the records that they touch again.

import { Refusal, type Schemas } from "../api/client";
import { session } from "../session.svelte";
import type { Entry } from "./entry";

export type Correction = Schemas["Correction"];
export type Review = Schemas["Review"];
export type Job = Schemas["Job"];

const inJson = { "Content-Type": "application/json", Prefer: "wait=60" };

export const corrections = () =>
  session.write<Schemas["CorrectionList"]>("/api/v1/corrections").then((list) => list.corrections);

export const review = () => session.write<Review>("/api/v1/review?limit=100");

/** Makes a correction; when the promise is kept, it is seen everywhere. */
export async function make(entry: Entry): Promise<Job> {
  const init = { method: "POST", headers: inJson, body: JSON.stringify(entry) };
  return ended((await session.write<Schemas["CorrectionMade"]>("/api/v1/corrections", init)).job);
}

/** Takes back a correction that was made here. */
export async function withdraw(id: string): Promise<Job> {
  const href = "/api/v1/corrections/" + encodeURIComponent(id);
  return ended(await session.write<Job>(href, { method: "DELETE", headers: { Prefer: "wait=60" } }));
}

/** Waits for a job that takes longer than the server let one wait, and says why it failed. */
async function ended(job: Job): Promise<Job> {
  if (job.state === "waiting" || job.state === "running") {
    const events = await fetch(job.links.events, { headers: session.headers });
    await events.text(); // the stream ends with the job
    job = await session.write<Job>(job.links.self);
  }
  if (job.state !== "done")
    throw new Refusal({ title: "Not done", status: 0, detail: job.error ?? `it was ${job.state}` });
  return job;
}
