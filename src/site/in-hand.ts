/** How much work of one kind is being done or waits for its turn. */
export type InHand = {
  during<T>(work: Promise<T>): Promise<T>
  count(): number
}

export function createInHand(): InHand {
  let count = 0
  return {
    during(work) {
      count += 1
      return work.finally(() => {
        count -= 1
      })
    },
    count: () => count,
  }
}
