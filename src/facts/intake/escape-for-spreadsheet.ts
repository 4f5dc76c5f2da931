const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?(\d+([.,]\d+)?|\d{1,3}([.,]\d{3})+([.,]\d+)?)$/;

/**
 * Text that no spreadsheet takes for a formula: an apostrophe in front where it begins with a
 * sign that could start one. Plain numbers stay as they are.
 *
 * @example escapeForSpreadsheet('=1+1') // "'=1+1"
 */
export function escapeForSpreadsheet(text: string): string {
  return DANGEROUS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
