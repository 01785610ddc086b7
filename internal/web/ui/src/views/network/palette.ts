// The colours that drawings have now, from the tokens of the style.

import { hue } from "../../kinds";
import { colour } from "../../theme.svelte";
import { drawnKinds, type Palette } from "./look";

export const paletteOfNow = (): Palette => ({
  ink: colour("--ink"),
  paper: colour("--raised"),
  line: colour("--edge"),
  accent: colour("--accent"),
  kinds: new Map(drawnKinds.map((k) => [k.id, colour(hue(k.id))])),
});
