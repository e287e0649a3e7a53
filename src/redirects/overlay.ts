import { createHash } from 'node:crypto'
import type { Target } from './target.ts'

/** What a trial would have kept by now. Of each address only a mark, so that a million of them have room. */
export type Overlay = {
  put(key: string, target: Target): void
  /** Those that are kept, and over them those that would be. */
  over(targets: Map<string, Target>, keys: readonly string[]): Map<string, Target>
}

export function createOverlay(): Overlay {
  const marks = new Map<string, string>()
  const markOf = (key: string) => createHash('sha1').update(key).digest('latin1').slice(0, 12)

  return {
    put: (key, target) =>
      void marks.set(markOf(key), target.kind === 'path' ? target.path : `${target.kind} ${target.id}`),
    over(targets, keys) {
      for (const key of keys) {
        const text = marks.get(markOf(key))
        if (text !== undefined) targets.set(key, readMark(text))
      }
      return targets
    },
  }
}

function readMark(text: string): Target {
  const [kind, id] = text.split(' ')
  return kind === 'article' || kind === 'category' ? { kind, id: Number(id) } : { kind: 'path', path: text }
}
