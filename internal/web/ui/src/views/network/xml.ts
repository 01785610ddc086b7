// Text as XML can hold it.

const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Puts the sign of an unknown character where one stands that XML has no place for, however it is written. */
export const fitForXML = (text: string) => text.replace(unfit, "\ufffd");
