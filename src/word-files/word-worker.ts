import { readFile } from 'node:fs/promises'
import { composeDraft } from './compose-draft.ts'
import type { DraftFromFile } from './draft.ts'
import { mostTextBytes } from './limits.ts'
import type { OfficeText } from './office-text.ts'
import { openArchive } from './reading/archive.ts'
import { readDocx } from './reading/read-docx.ts'
import { readOdt } from './reading/read-odt.ts'
import { readText } from './reading/read-text.ts'
import { recogniseFile } from './reading/recognise-file.ts'
import { type Refusal, Unreadable } from './refusal.ts'

/** `path` is the file, `name` what its owner calls it. */
export type WordTask = { path: string; name: string }

/** Runs in a thread of its own, which is ended when it takes too long or too much. */
export default async function readWordFile(task: WordTask): Promise<DraftFromFile | { refused: Refusal }> {
  const document = await readDocument(task).catch(refusalOf)
  if ('refused' in document) return document
  const draft = composeDraft(document)
  const isEmpty = draft.title === '' && draft.lead === '' && draft.body === ''
  return isEmpty ? { refused: 'empty' } : draft
}

function refusalOf(error: unknown): { refused: Refusal } {
  if (error instanceof Unreadable) return { refused: error.refused }
  throw error
}

async function readDocument({ path, name }: WordTask): Promise<OfficeText> {
  if ((await recogniseFile(path, name)) === 'text') return readPlain(path)
  const archive = await openArchive(path)
  try {
    if (archive.names.has('content.xml')) return await readOdt(archive)
    return await readDocx(archive)
  } finally {
    archive.close()
  }
}

async function readPlain(path: string): Promise<OfficeText> {
  const bytes = await readFile(path)
  if (bytes.length > mostTextBytes) throw new Unreadable('too-large')
  return readText(bytes)
}
