import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { encodingOf, type TextEncoding } from '../../word-files/index.ts'
import { type Problem, problem } from '../old-article.ts'

export type TextStream = {
  problems: Problem[]
  /** The beginning, decoded. */
  start: string
  chunks(): AsyncGenerator<string>
  progress(): number
}

const sampleBytes = 256 * 1024
/** So many broken letters among foreign ones are mistakes; more of them are another encoding. */
const fewBroken = 0.2

/** A file as text, piece by piece. What it says of its encoding counts only where its bytes agree. */
export async function openTextStream(path: string): Promise<TextStream> {
  const { sample, bytes } = await readSample(path)
  const { encoding, problems } = judgeEncoding(sample)
  let read = 0

  async function* chunks() {
    const decode = decoderOf(encoding)
    for await (const chunk of createReadStream(path)) {
      read += (chunk as Buffer).length
      yield decode(chunk as Buffer, true)
    }
    yield decode(Buffer.alloc(0), false)
  }

  const start = decoderOf(encoding)(sample, true)
  return { problems, start, chunks, progress: () => (bytes === 0 ? 1 : Math.min(1, read / bytes)) }
}

/** A whole page, with what is to be told of its encoding. */
export function decodePage(bytes: Buffer): { text: string; problems: Problem[] } {
  const { encoding, problems } = judgeEncoding(bytes)
  return { text: decoderOf(encoding)(bytes, false), problems }
}

async function readSample(path: string): Promise<{ sample: Buffer; bytes: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, sampleBytes)), 0)
    const sample = buffer.subarray(0, bytesRead)
    // A letter that the sample cuts in two would speak against UTF-8.
    const end = bytesRead < size ? sample.lastIndexOf(0x3e) + 1 || bytesRead : bytesRead
    return { sample: sample.subarray(0, end), bytes: size }
  } finally {
    await file.close()
  }
}

function judgeEncoding(bytes: Buffer): { encoding: string; problems: Problem[] } {
  const declared = declaredEncoding(bytes)
  const found = encodingOf(bytes)
  if (found === 'utf-8' || found.startsWith('utf-16')) return told(found, declared)
  if (!declared || declared === 'utf-8') {
    // A pipe of many pages has a stray byte somewhere; that is no reason to read all others wrongly.
    return hasFewBroken(bytes) ? { encoding: 'utf-8', problems: [] } : told(found, declared)
  }
  const isOwnFont = found === 'TCVN3' || found === 'VNI'
  return isOwnFont ? told(found, declared) : { encoding: declared, problems: [] }
}

function told(found: TextEncoding, declared: string | null) {
  const isSaid = declared === null ? found === 'utf-8' || found.startsWith('utf-16') : isAlike(declared, found)
  const names = declared === null || isAlike(declared, found) ? found : `${declared} → ${found}`
  return { encoding: found as string, problems: isSaid ? [] : [problem('encoding', names)] }
}

/** Plain letters are written alike in all of them but UTF-16, whose files cannot say so in their own first bytes. */
const isAlike = (declared: string, found: TextEncoding) =>
  declared === found || (declared.startsWith('utf-16') && found.startsWith('utf-16'))

const namedEncoding =
  /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]+)["']|<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w-]+)/i

function declaredEncoding(bytes: Buffer): string | null {
  const [, xml, meta] = namedEncoding.exec(bytes.subarray(0, 4096).toString('latin1')) ?? []
  const name = xml ?? meta
  if (!name) return null
  try {
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

function hasFewBroken(bytes: Buffer): boolean {
  const foreign = new TextDecoder().decode(bytes).match(/[^\p{ASCII}]/gu) ?? []
  return foreign.filter((letter) => letter === '\ufffd').length <= foreign.length * fewBroken
}

/** Letters of old fonts stay the bytes that they are; whoever judges the text converts them. */
function decoderOf(encoding: string): (bytes: Buffer, goesOn: boolean) => string {
  if (encoding === 'TCVN3' || encoding === 'VNI') return (bytes) => bytes.toString('latin1')
  const decoder = new TextDecoder(encoding)
  const isPartly = encoding === 'windows-1258'
  return (bytes, stream) => {
    const text = decoder.decode(bytes, { stream })
    return isPartly ? text.normalize('NFC') : text
  }
}
