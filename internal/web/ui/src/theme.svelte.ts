// Light or dark: as the system has it, unless the reader chose.

import { lasting } from "./storage";

export type Theme = "system" | "light" | "dark";

const key = "rapporteur.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

class Look {
  #chosen = $state<Theme>("system");
  #system = $state(dark.matches);

  constructor() {
    const kept = lasting.getItem(key);
    if (kept === "light" || kept === "dark") this.choose(kept);
    dark.addEventListener("change", () => (this.#system = dark.matches));
  }

  get chosen(): Theme {
    return this.#chosen;
  }

  /** What is shown now; reading it follows changes of both. */
  get dark(): boolean {
    return this.#chosen === "system" ? this.#system : this.#chosen === "dark";
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    if (theme === "system") {
      delete document.documentElement.dataset.theme;
      lasting.removeItem(key);
    } else {
      document.documentElement.dataset.theme = theme;
      lasting.setItem(key, theme);
    }
  }
}

export const look = new Look();

/**
 * The colour that a custom property has now, such as colour("--ink"), for what draws by itself and
 * knows no custom properties (charts, networks). Read look.dark beside it to follow changes.
 */
export function colour(property: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
