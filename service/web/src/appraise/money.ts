/**
 * USD as people write them: 12500, 12,500, $ 12 500.50, 12.500,50. Cents have two digits, so three behind a point or
 * a comma are thousands. NaN where it is no amount.
 */
export function money(text: string): number {
  const plain = text.replace(/USD|\$/gi, "").trim().replace(/[\s'’]/g, "");
  const [, whole, cents] = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  return whole === undefined ? Number.NaN : Number(`${whole.replace(/[.,]/g, "")}.${cents ?? 0}`);
}
