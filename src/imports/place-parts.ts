import type { Picture } from '../media/index.ts'
import { type Block, mapParagraphs, type Piece } from '../word-files/index.ts'
import type { HtmlText } from './html/read-html.ts'
import { isDocumentAddress } from './media-folder.ts'
import { type OldArticle, type OldPicture, type Problem, problem } from './old-article.ts'
import { type FileTools, takeDocument, takePicture } from './take-files.ts'

/** A text whose pictures and files lie in our libraries: pieces of pictures carry their numbers there. */
export type BodyParts = {
  blocks: Block[]
  /** By number; null in a trial. */
  pictures: Map<number, { picture: Picture | null; name: string }>
  firstPictureId: number | null
  cover: { id: number; said: Pick<OldPicture, 'alternativeText' | 'caption'> } | null
  documentIds: number[]
  problems: Problem[]
}

type Tools = FileTools & { hosts: ReadonlySet<string> }

const mostDocuments = 50

/** Pictures and files go to their libraries; what cannot be found is left out, and told. */
export async function placeParts(tools: Tools, text: HtmlText, old: OldArticle): Promise<BodyParts> {
  const problems: Problem[] = []
  const pictures: BodyParts['pictures'] = new Map()
  const places = new Map<number, number>()
  for (const [at, wanted] of text.pictures.entries()) {
    const id = await take(wanted, -at - 1)
    if (id !== null) places.set(at, id)
  }
  const coverId = old.cover ? await take(old.cover, -text.pictures.length - 1) : null
  const documents = await placeDocuments(tools, text.links, old, problems)
  const [firstPictureId = null] = places.values()
  return {
    blocks: mapParagraphs(text.blocks, (block) => ({
      ...block,
      pieces: block.pieces.flatMap((piece) =>
        placed(piece, places, (href) => documents.paths.get(href) ?? ownAddress(href, old, tools.hosts)),
      ),
    })),
    pictures,
    firstPictureId,
    cover: coverId !== null && old.cover ? { id: coverId, said: old.cover } : null,
    documentIds: documents.ids,
    problems,
  }

  /** In a trial a number that no picture has stands for it. */
  async function take(wanted: OldPicture, trialId: number): Promise<number | null> {
    const taken = await takePicture(tools, wanted, old)
    if ('what' in taken) {
      problems.push(taken)
      return null
    }
    const id = taken.picture?.id ?? -trialId
    pictures.set(id, { picture: taken.picture, name: taken.picture?.originalName ?? wanted.addresses[0] ?? '' })
    return id
  }
}

async function placeDocuments(tools: Tools, links: string[], old: OldArticle, problems: Problem[]) {
  const wanted = [...new Set([...links.filter(isDocumentAddress), ...old.attachments])]
  const paths = new Map<string, string>()
  const ids = new Set<number>()
  for (const address of wanted.slice(0, mostDocuments)) {
    const taken = await takeDocument(tools, address, old)
    if ('what' in taken) problems.push(taken)
    else if (taken.id !== null && taken.path !== null) {
      ids.add(taken.id)
      paths.set(address, taken.path)
    }
  }
  if (wanted.length > mostDocuments) problems.push(problem('shortened', 'attachments'))
  return { paths, ids: [...ids] }
}

function placed(piece: Piece, places: Map<number, number>, addressOf: (href: string) => string): Piece[] {
  if (piece.kind === 'text' && piece.href !== null) return [{ ...piece, href: addressOf(piece.href) }]
  if (piece.kind !== 'picture') return [piece]
  const at = places.get(piece.at)
  return at === undefined ? [] : [{ ...piece, at }]
}

/** Links within the old site stay links within this one: old addresses lead on. */
function ownAddress(href: string, { address }: OldArticle, hosts: ReadonlySet<string>): string {
  const url = URL.parse(href, address && URL.canParse(address) ? address : 'http://old.invalid/')
  if (!url || !/^https?:$/.test(url.protocol)) return href
  const isOwn = url.hostname === 'old.invalid' || hosts.has(url.hostname)
  return isOwn ? `${url.pathname}${url.search}${url.hash}` : url.href
}
