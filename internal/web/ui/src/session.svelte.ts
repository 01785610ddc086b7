// Whether somebody may write, and the token that lets them. The token stays in this
// tab and goes to this server alone.

import { follow, read, Refusal } from "./api/client";
import { ofTab } from "./storage";

const key = "rapporteur.token";

class Session {
  /** Whether the server takes in records and corrections at all. */
  writing = $state(false);
  /** Whether the token given here is right. */
  authorized = $state(false);
  /** Whether the server was asked, with or without success: nothing that depends on it will still appear. */
  asked = $state(false);
  #token = ofTab.getItem(key) ?? "";

  /** Asks the server what this tab may do. */
  async begin(): Promise<void> {
    const ask = read((api) => api.GET("/api/v1/session", { headers: this.headers }));
    const state = await ask.finally(() => (this.asked = true));
    this.writing = state.writing;
    this.authorized = state.authorized;
    if (!state.authorized) this.leave(); // a token of another server, or of yesterday, is not kept
  }

  /** Takes a token; false where it is not the right one. */
  async enter(token: string): Promise<boolean> {
    this.#token = token.trim();
    await this.begin();
    if (this.authorized) ofTab.setItem(key, this.#token);
    return this.authorized;
  }

  leave(): void {
    this.#token = "";
    this.authorized = false;
    ofTab.removeItem(key);
  }

  get headers(): Record<string, string> {
    return this.#token ? { Authorization: "Bearer " + this.#token } : {};
  }

  /** Fetches what needs the token, from this server: an address elsewhere is an error of the program. */
  async write<T>(href: string, init: RequestInit = {}): Promise<T> {
    if (new URL(href, location.origin).origin !== location.origin) throw new Error("not of this server: " + href);
    try {
      return await follow<T>(href, { ...init, headers: { ...this.headers, ...init.headers } });
    } catch (e) {
      if (e instanceof Refusal && e.problem.status === 401) this.leave();
      throw e;
    }
  }
}

export const session = new Session();
