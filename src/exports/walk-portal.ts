import { extname } from 'node:path'
import type { Answer, AskPortal } from './ask-portal.ts'
import type { LivingKind, StaticAddresses } from './static-address.ts'
import type { StaticFolder } from './static-folder.ts'
import { leadingPage, linksIn, pageWithNote, staticPage } from './static-page.ts'

export type WalkTools = {
  siteUrl: string
  portal: AskPortal
  addresses: StaticAddresses
  folder: StaticFolder
  /** The inside of a page that stands in place of one that lives. */
  noteFor: (kind: LivingKind) => string
  onProgress: (done: number, known: number) => void
}

/** Links of ours that lead nowhere, and addresses that the portal could not answer. */
export type Walked = { dead: string[]; failed: string[] }

/** The portal makes its pages in this very process, so more at once would only wait in memory. */
const atOnce = 6
const inMemory = [
  'text/html',
  'text/css',
  'text/javascript',
  'text/plain',
  'application/manifest+json',
  'application/xml',
]

/** Everything that can be reached from these addresses becomes files; all addresses are held in memory, some 100 bytes each. */
export async function walkPortal(tools: WalkTools, seeds: AsyncIterable<string>): Promise<Walked> {
  const { siteUrl, portal, addresses, folder } = tools
  const seen = new Set<string>()
  const queue: string[] = []
  const walked: Walked = { dead: [], failed: [] }
  const meet = (address: string) => {
    if (seen.has(address)) return
    seen.add(address)
    queue.push(address)
  }

  for await (const seed of seeds) meet(seed)
  for (let at = 0; at < queue.length; ) {
    const wave = queue.slice(at, at + atOnce)
    at += wave.length
    await Promise.all(wave.map(visit))
    tools.onProgress(at, queue.length)
  }
  return walked

  async function visit(address: string) {
    const living = addresses.livingKind(address)
    const answer = await portal.ask(address)
    if (living !== null) return putPage(address, pageWithNote(await answer.text(), tools.noteFor(living)))
    if (answer.status === 200) return put(address, answer)
    await answer.leave()
    if (answer.location !== null) return putLead(address, answer.location)
    walked[answer.status === 404 || answer.status === 410 ? 'dead' : 'failed'].push(address)
  }

  async function put(address: string, answer: Answer) {
    if (answer.type === 'text/html') return putPage(address, await answer.text())
    if (extname(addresses.shownAddress(address)) === '') {
      await answer.leave()
      return void walked.failed.push(address)
    }
    const file = addresses.fileOf(address, false)
    if (inMemory.includes(answer.type)) {
      const text = await answer.text()
      for (const link of linksIn(answer.type, text)) meetOwn(link, address)
      return folder.putText(file, text)
    }
    if (answer.isFinal && answer.bytes !== null && (await folder.keep(file, answer.bytes))) return answer.leave()
    await folder.putStream(file, answer.pieces())
  }

  async function putPage(address: string, html: string) {
    const page = staticPage(html, address, siteUrl, addresses)
    page.found.forEach(meet)
    await folder.putText(addresses.fileOf(address, true), page.html)
  }

  /** A page leads on; another file is simply there under both addresses. */
  async function putLead(address: string, location: string) {
    const own = addresses.ownAddress(location, address)
    if (own === null || own === address) return void walked.dead.push(address)
    meet(own)
    if (extname(addresses.shownAddress(address)) === '')
      return folder.putText(addresses.fileOf(address, true), leadingPage(addresses.shownAddress(own)))
    const answer = await portal.ask(own)
    if (answer.status === 200) return folder.putStream(addresses.fileOf(address, false), answer.pieces())
    await answer.leave()
    walked.dead.push(address)
  }

  function meetOwn(link: string, page: string) {
    const own = addresses.ownAddress(link, page)
    if (own !== null) meet(own)
  }
}
