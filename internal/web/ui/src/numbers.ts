// Numbers as people read them.

const grouped = new Intl.NumberFormat("en");

/** A number with its thousands apart. */
export const digits = (n: number) => grouped.format(n);

/** How many of what there are, such as "1 paragraph" or "1,204 paragraphs". */
export const counted = (n: number, one: string, many = one + "s") => `${digits(n)} ${n === 1 ? one : many}`;
