import { addressFromRequest, namesOf } from './legacy-address.ts'

export type HomeMemory = ReturnType<typeof createHomeMemory>

/** What another process changed is seen after so long. */
const trustedMs = 30_000

/**
 * `/?p=123` is the address of an article in old portals and of our home page in what readers share. Which it is follows from
 * the parameters that old addresses name; they are remembered, so that a kept home page needs no query.
 */
export function createHomeMemory() {
  let known: { shapes: string[][]; until: number } | null = null

  return {
    mayBeOld(url: string): boolean {
      if (!/^\/+\?/.test(url)) return false
      if (known === null || Date.now() > known.until) return true
      const names = namesOf(addressFromRequest(url) ?? { path: '', parameters: [] }).split('&')
      return known.shapes.some((shape) => shape.every((name) => names.includes(name)))
    },
    learn(shapes: readonly string[]): void {
      known = { shapes: shapes.map((names) => names.split('&')), until: Date.now() + trustedMs }
    },
    forget(): void {
      known = null
    },
  }
}
