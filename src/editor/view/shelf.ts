/** A picture of the library, as `src/media/picture-choice.ts` tells it. */
export type ShelfPicture = {
  id: number
  thumbnail: string
  alternativeText: string
  caption: string
}

export type Shelf = {
  /** Null where the library has no such picture, or cannot be asked. */
  find(address: string): Promise<ShelfPicture | null>
}

type Waiting = { id: number; tell(picture: ShelfPicture | null): void }

/** Asks for all pictures of a page at once, and for each only once. */
export function createShelf(chooser: string): Shelf {
  const known = new Map<number, Promise<ShelfPicture | null>>()
  let waiting: Waiting[] = []

  function find(address: string): Promise<ShelfPicture | null> {
    const id = Number(/^anh:([1-9]\d{0,8})$/.exec(address)?.[1])
    if (!id) return Promise.resolve(null)
    const asked = known.get(id) ?? new Promise<ShelfPicture | null>((tell) => askSoon({ id, tell }))
    known.set(id, asked)
    return asked
  }

  function askSoon(one: Waiting) {
    if (waiting.length === 0) setTimeout(() => void ask())
    waiting.push(one)
  }

  async function ask() {
    const asked = waiting
    waiting = []
    const ids = [...new Set(asked.map(({ id }) => id))].join('.')
    const pictures = await fetch(`${chooser}?${new URLSearchParams({ so: ids })}`, {
      headers: { Accept: 'application/json' },
    })
      .then((answer) =>
        answer.ok && !answer.redirected ? (answer.json() as Promise<{ pictures: ShelfPicture[] }>) : null,
      )
      .catch(() => null)
    for (const { id, tell } of asked) {
      // What could not be asked is asked again.
      if (pictures === null) known.delete(id)
      tell(pictures?.pictures.find((picture) => picture.id === id) ?? null)
    }
  }

  return { find }
}
