// Cytoscape as a page of ours can have it.

/** Cytoscape would write a style element, which the policy forbids, where it finds none of this id. */
const styleId = "__________cytoscape_stylesheet";

export type Cytoscape = Awaited<ReturnType<typeof loadCytoscape>>;

/** Loads Cytoscape with its arrangement by force, "fcose". The box of a drawing must be positioned by itself. */
export async function loadCytoscape() {
  const [{ default: cytoscape }, { default: fcose }] = await Promise.all([
    import("cytoscape"),
    import("cytoscape-fcose"),
  ]);
  cytoscape.use(fcose);
  if (!document.getElementById(styleId)) {
    const instead = document.createElement("meta");
    instead.id = styleId;
    document.head.append(instead);
  }
  return cytoscape;
}
