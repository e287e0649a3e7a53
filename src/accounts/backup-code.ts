/** How many are made at once. */
export const backupCodeCount = 10
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** Sixty random bits each, for when the phone is lost. The letters leave out those that look like digits. */
export const newBackupCodes = (random: (bytes: number) => Buffer): string[] =>
  Array.from({ length: backupCodeCount }, () => [...random(length)].map((byte) => letters[byte % 32]).join(''))

/** In groups of four, as it stands on her paper. */
export const spelledBackupCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/** As it was made, however it was copied from paper: O read for 0, I and L for 1, any case, any gap. */
export const normalBackupCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
