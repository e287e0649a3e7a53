import type { StaffRoute } from '../../src/site/staff-router.ts'
import type { Answer } from './client.ts'

export const signOutPath = '/quan-tri/dang-xuat'
const nobodysId = '999999999'

/** An address of this route where nothing is: no id is that high, no name is that odd. */
export const addressOf = ({ path }: StaffRoute): string =>
  path.replace(/:\w+/g, nobodysId).replace(/\*\w+/g, 'khong/co').replace(/[{}]/g, '')

/** Led to the sign-in page, or told that this is somebody else's work. */
export const isKeptOut = ({ status, location }: Answer): boolean =>
  status === 403 || (status === 303 && (location ?? '').startsWith('/quan-tri/dang-nhap'))

/** Signing out comes last: the session is gone then. */
export const inOrder = (routes: readonly StaffRoute[]): StaffRoute[] =>
  routes.toSorted((a, b) => Number(a.path === signOutPath) - Number(b.path === signOutPath))
