// Numbers and dates as the reader's own locale writes them, money always in US dollars.

const locale = navigator.languages as string[];

const dollars = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
const cents = new Intl.NumberFormat(locale, { style: "currency", currency: "USD" });
const signedDollars = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", maximumFractionDigits: 0, signDisplay: "exceptZero" });
const signedCents = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", signDisplay: "exceptZero" });
const compactDollars = new Intl.NumberFormat(locale, { style: "currency", currency: "USD", notation: "compact", maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
const signedShare = new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const upTo2 = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const weight = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
const minute = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

/** USD without cents, for prices that people compare. */
export const usd = (value: number): string => dollars.format(value);
/** USD to the cent, where sums must add up. */
export const usdCents = (value: number): string => cents.format(value);
export const usdChange = (value: number): string => signedDollars.format(value);
export const usdCentsChange = (value: number): string => signedCents.format(value);
export const usdShort = (value: number): string => compactDollars.format(value);
/** A share such as 0.9 as "90 %". */
export const percent = (value: number): string => share.format(value);
export const percentChange = (value: number): string => signedShare.format(value);
export const count = (value: number): string => whole.format(value);
/** Hundreds of USD per carat, as price lists say it. */
export const hundreds = (usdPerCarat: number): string => oneDecimal.format(usdPerCarat / 100);
export const decimal = (value: number): string => upTo2.format(value);
export const hundredths = (value: number): string => weight.format(value);
export const carats = (value: number): string => `${weight.format(value)} ct`;
export const millimetres = (value: number): string => `${weight.format(value)} mm`;
export const date = (iso: string): string => day.format(new Date(iso));
export const dateTime = (iso: string): string => minute.format(new Date(iso));
