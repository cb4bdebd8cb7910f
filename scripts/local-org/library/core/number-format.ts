/** Puts the group marks of the en_US locale into a plain decimal text: `12345.679` → `12,345.679`. */
export function groupedNumber(plain: string): string {
  const [whole, fraction] = plain.split('.') as [string, string | undefined];
  const isNegative = whole.startsWith('-');
  const grouped = (isNegative ? whole.slice(1) : whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const kept = fraction?.replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${grouped}${kept ? `.${kept}` : ''}`;
}
