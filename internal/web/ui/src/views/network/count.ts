/** A number of things, as it is said: "1 link", "2,000 links". */
export const count = (n: number, one: string, many: string) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
