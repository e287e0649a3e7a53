import { createHash } from 'node:crypto'

/** 128 random bits as 22 letters of an address: nobody finds one by trying. */
export const newToken = (random: (bytes: number) => Buffer): string => random(16).toString('base64url')

/** What the database keeps of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
