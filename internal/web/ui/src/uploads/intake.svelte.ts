// An intake: an upload from the choice of files to what became of each.

import { fetchAnswer, Refusal, type Schemas } from "../api/client";
import { refusalOf } from "../api/loading.svelte";
import { session } from "../session.svelte";
import { events } from "./events";
import { send } from "./send";

type Job = Schemas["Job"];
export type Outcome = Schemas["JobResult"];

export class Intake {
  /** Which part of the bytes has left, from 0 to 1. */
  sent = $state(0);
  /** The job that reads the files, once they are there. */
  job = $state.raw<Job>();
  results = $state.raw<Outcome[]>([]);
  refusal = $state.raw<Refusal>();
  cancelled = $state(false);
  #abort = new AbortController();

  constructor(readonly files: File[]) {}

  get ended(): boolean {
    return this.cancelled || this.refusal !== undefined || (this.job !== undefined && over(this.job));
  }

  /** Sends the files and follows the job to its end; the promise is always kept. */
  async run(): Promise<void> {
    try {
      this.job = await send(this.files, session.headers, (part) => (this.sent = part), this.#abort.signal);
      await this.#follow(this.job);
    } catch (e) {
      if (this.#abort.signal.aborted) this.cancelled = true;
      else this.refusal = refusalOf(e);
      if (this.refusal?.problem.status === 401) session.leave();
    }
  }

  /** Calls it off: the files that are on their way, or the job. */
  async cancel(): Promise<void> {
    if (!this.job) return this.#abort.abort();
    try {
      await session.write(this.job.links.self, { method: "DELETE" });
    } catch (e) {
      this.refusal = refusalOf(e);
    }
  }

  /** Reads the events of the job; a stream that breaks off is taken up behind the last. */
  async #follow({ links }: Job): Promise<void> {
    let last = "0";
    while (!this.ended) {
      const stream = await fetchAnswer(`${links.events}?after=${last}`, { headers: session.headers });
      for await (const { id, event, data } of events(stream.body!)) {
        last = id;
        if (event === "result") this.results = [...this.results, JSON.parse(data) as Outcome];
        if (event === "state") this.job = { ...(JSON.parse(data) as Job), links };
      }
      const job = await session.write<Job>(links.self);
      [this.job, this.results] = [job, job.results];
    }
  }
}

const over = (job: Job) => job.state !== "waiting" && job.state !== "running";
