import { after, getTestContext } from 'node:test'

/** Of the test that is running, or of the process when none is. */
export function closeAfterTest(close: () => Promise<void>) {
  const running = getTestContext()
  if (running && 'after' in running) running.after(close)
  else after(close)
}
