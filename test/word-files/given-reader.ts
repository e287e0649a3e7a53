import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWordReader, type DraftFromFile } from '../../src/word-files/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'

/** One reader for a test file, and a folder for what the test makes itself. */
export function givenReader() {
  const reader = createWordReader()
  const folder = mkdtemp(join(tmpdir(), 'word-files-'))
  closeAfterTest(async () => {
    await reader.close()
    await rm(await folder, { recursive: true })
  })

  let files = 0
  const readFixture = (name: string) => reader.read({ path: join(import.meta.dirname, 'fixtures', name), name })

  async function fileOf(bytes: Uint8Array): Promise<string> {
    files++
    const name = String(files)
    const path = join(await folder, name)
    await writeFile(path, bytes)
    return path
  }

  const readBytes = async (bytes: Uint8Array, name = 'bai.docx') => reader.read({ path: await fileOf(bytes), name })

  return {
    fileOf,
    readFixture,
    readBytes,
    draftOf: async (name: string) => draftIn(await readFixture(name)),
    draftFrom: async (bytes: Uint8Array, name?: string) => draftIn(await readBytes(bytes, name)),
  }
}

function draftIn(answer: Awaited<ReturnType<ReturnType<typeof createWordReader>['read']>>): DraftFromFile {
  assert.ok(!('refused' in answer), JSON.stringify(answer))
  return answer
}

/** How often something was left out or changed; 0 where nothing was told. */
export const toldOf = ({ dropped }: Pick<DraftFromFile, 'dropped'>, what: string): number =>
  dropped.find((each) => each.what === what)?.count ?? 0
