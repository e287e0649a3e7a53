/** The answers of `work` in the order of what was asked, while the next ones are worked on already. */
export async function* inOrder<Asked, Answer>(
  asked: AsyncIterable<Asked>,
  ahead: number,
  work: (each: Asked) => Promise<Answer>,
): AsyncGenerator<Answer> {
  const running: Promise<Answer>[] = []
  try {
    for await (const each of asked) {
      const answer = work(each)
      // Whoever waits for it is told of its failure; nobody waits for those behind it.
      answer.catch(() => {})
      running.push(answer)
      const first = running.length > ahead ? running.shift() : undefined
      if (first) yield await first
    }
    for (let first = running.shift(); first; first = running.shift()) yield await first
  } finally {
    await Promise.allSettled(running)
  }
}
