// Copies, in this browser, of text that the server does not have. They outlive a closed window; each person finds her own.
//
// A copy is { at, fields, windowKey }: the moment in milliseconds, what the form would send, and the window that it is from.

const prefix = 'cong-tin-unsent:'
/** As long as the server keeps what nobody came back for. */
const longestMs = 30 * 24 * 3_600_000
const mostLetters = 2_000_000

export function createCopies(staffId) {
  const own = `${prefix}${staffId}:`
  for (const [key, copy] of stored(prefix)) if (!(copy?.at > Date.now() - longestMs)) drop(key)

  return {
    /** False when there is no room, or this browser keeps nothing. */
    keep(slot, copy) {
      const text = JSON.stringify(copy)
      if (text.length > mostLetters) return false
      try {
        localStorage.setItem(`${own}${slot}:${copy.windowKey}`, text)
        return true
      } catch {
        return false
      }
    },

    drop: (slot, windowKey) => drop(`${own}${slot}:${windowKey}`),

    /** Newest first, each with its slot. */
    list() {
      const found = stored(own).map(([key, copy]) => ({ ...copy, slot: key.slice(own.length, key.lastIndexOf(':')) }))
      return found.sort((a, b) => b.at - a.at)
    },
  }
}

function stored(start) {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(start))
    return keys.map((key) => [key, parsed(localStorage.getItem(key))])
  } catch {
    return []
  }
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function drop(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}
