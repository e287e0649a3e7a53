import type { Role } from './roles.ts'

export type Staff = {
  id: number
  email: string
  name: string
  role: Role
  hasPassword: boolean
  closedAt: string | null
  /** Each sign-in asks for a code of her phone besides the password. */
  hasSecondFactor: boolean
}

/** Accounts are found by this form of the address. */
export const emailKey = (email: string): string => email.trim().toLowerCase()

export const isEmail = (text: string): boolean => text.length <= 250 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

/** The first administrator has no address of her own until she opens her link. */
export const unnamedEmail = 'quan-tri@portal.invalid'
