const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/**
 * The code that the answer is found by, made here so that it is known before anything is sent and is not lost with an
 * answer: fifteen random symbols and a check symbol, as the server's ClaimCode.
 */
export function newClaimCode(random = crypto.getRandomValues(new Uint8Array(length - 1))): string {
  const values = Array.from(random, byte => byte & 31);
  values.push(check(values));
  return values.map(value => letters[value]!).join('').replace(/(.{4})(?=.)/g, '$1-');
}

const check = (values: number[]) => values.reduce((sum, value) => double(sum ^ value), 0);
const double = (value: number) => ((value & 16) === 0 ? value << 1 : ((value << 1) ^ 0b100101) & 31);
