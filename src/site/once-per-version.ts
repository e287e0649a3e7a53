import type { ContentVersion } from '../database/index.ts'

/** Keys come and go between two versions, as rankings do. */
const mostKept = 100

/**
 * What many pages ask for is read once for each key, until something changes that readers see. Only for what does not change
 * by itself as time goes by. While the version is not known, it is read each time.
 */
export function oncePerVersion<Key, Value>(
  contentVersion: ContentVersion,
  read: (key: Key) => Promise<Value>,
): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>()
  let keptVersion: number | null = null

  return (key) => {
    const version = contentVersion.current()
    if (version === null) return read(key)
    if (version !== keptVersion || kept.size === mostKept) kept.clear()
    keptVersion = version
    return kept.get(key) ?? begin(key)
  }

  function begin(key: Key): Promise<Value> {
    const reading = read(key)
    kept.set(key, reading)
    // A failure is nobody's answer but of those who waited for it.
    reading.catch(() => kept.get(key) === reading && kept.delete(key))
    return reading
  }
}
