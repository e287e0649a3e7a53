import { isVideo } from './video.ts'

const inline = 'a,abbr,b,br,code,del,em,i,ins,mark,s,span,strong,sub,sup'
const holders = 'aside,blockquote,div[lang],li,td,th'
const marker = /^\s*\[!(note|important|warning)\][ \t]*(?:\n|$)/i

/** Gives the constructs of the renderer elements of their own, as the nodes of the editor know them. */
export function shapeHtml(root: HTMLElement) {
  levelHeadings(root)
  for (const code of root.querySelectorAll('pre > code')) code.textContent = code.textContent.replace(/\n$/, '')
  for (const quotation of root.querySelectorAll('blockquote')) raiseNotice(quotation)
  for (const paragraph of root.querySelectorAll('p')) shapeParagraph(paragraph)
  for (const image of root.querySelectorAll('img')) image.replaceWith(pictureElement(image))
  for (const holder of [root, ...root.querySelectorAll(holders)]) wrapWords(holder)
}

/** The title of the page is the only h1, so a body begins at h2 and never skips a level. */
function levelHeadings(root: HTMLElement) {
  let level = 1
  for (const heading of root.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    level = Math.min(Math.max(Number(heading.localName.slice(1)), 2), level + 1, 4)
    const leveled = made(`h${level}`, {}, heading.childNodes)
    heading.replaceWith(leveled)
  }
}

/** A quotation whose first line is `[!NOTE]` is a notice, unless nothing else is in it. */
function raiseNotice(quotation: Element) {
  const paragraph = [...quotation.childNodes].find((child) => !isBlank(child))
  const words = paragraph?.firstChild
  if (!(paragraph instanceof HTMLParagraphElement) || !(words instanceof Text)) return
  const [line, kind] = marker.exec(words.data) ?? []
  if (line === undefined || kind === undefined) return
  const rest = words.data.slice(line.length)
  const after = [...paragraph.childNodes].slice(1)
  if (rest === '' && after[0]?.nodeName === 'BR') after.shift()
  const isEmpty = rest.trim() === '' && after.every(isBlank)
  if (isEmpty && [...quotation.childNodes].every((child) => child === paragraph || isBlank(child))) return
  paragraph.replaceChildren(rest, ...after)
  if (isEmpty) paragraph.remove()
  quotation.replaceWith(made('aside', { 'data-notice': kind.toLowerCase() }, quotation.childNodes))
}

/** A paragraph that is nothing but pictures or a video becomes one thing; a picture between words stands by itself. */
function shapeParagraph(paragraph: Element) {
  const content = [...paragraph.childNodes].filter((child) => !isBlank(child))
  const images = content.filter((child) => child instanceof HTMLImageElement)
  const [only, ...others] = content
  if (only instanceof HTMLAnchorElement && others.length === 0) return shapeVideo(paragraph, only)
  if (images.length === 0) return
  if (images.length > 1 && images.length === content.length) {
    return paragraph.replaceWith(made('div', { 'data-gallery': '' }, images))
  }
  paragraph.replaceWith(...splitParagraph(paragraph))
}

function splitParagraph(paragraph: Element): Node[] {
  const parts: Node[] = []
  let sentence: Node[] = []
  const endSentence = () => {
    if (sentence.some((child) => !isBlank(child))) parts.push(made('p', {}, sentence))
    sentence = []
  }
  for (const child of [...paragraph.childNodes]) {
    if (!(child instanceof HTMLImageElement)) sentence.push(child)
    else {
      endSentence()
      parts.push(child)
    }
  }
  endSentence()
  return parts
}

/** A picture or words lead to it; words that merely repeat the address say nothing. */
function shapeVideo(paragraph: Element, link: HTMLAnchorElement) {
  const href = link.getAttribute('href') ?? ''
  const content = [...link.childNodes].filter((child) => !isBlank(child))
  const [image] = content
  const title = link.getAttribute('title')?.trim() ?? ''
  if (!isVideo(href)) return
  if (content.length === 1 && image instanceof HTMLImageElement) {
    const { src, alt, caption } = pictureOf(image)
    paragraph.replaceWith(videoElement({ href, title, src, alt, caption }))
  } else if (!link.querySelector('img')) {
    const words = link.textContent.trim()
    const label = /^(?:https?:\/\/|www\.)\S+$/i.test(words) ? '' : words
    paragraph.replaceWith(videoElement({ href, title: title || label, src: '', alt: '', caption: '' }))
  }
}

export type VideoShape = { href: string; title: string; src: string; alt: string; caption: string }

const videoElement = ({ href, title, src, alt, caption }: VideoShape) =>
  made(
    'div',
    { 'data-video': href, 'data-title': title, 'data-src': src, 'data-alt': alt, 'data-caption': caption },
    [],
  )

/** Not `src`: a browser would fetch it. */
function pictureElement(image: Element): HTMLElement {
  const { src, alt, caption } = pictureOf(image)
  return made('figure', { 'data-src': src, 'data-alt': alt, 'data-caption': caption }, [])
}

function pictureOf(image: Element) {
  const read = (name: string) => (image.getAttribute(name) ?? '').trim().replace(/\s+/g, ' ')
  return { src: read('src'), alt: read('alt'), caption: read('title') }
}

/** Words that stand beside blocks are a paragraph, as they look like one. */
function wrapWords(holder: Element) {
  let sentence: ChildNode[] = []
  const endSentence = () => {
    const [first] = sentence
    if (sentence.every(isBlank)) for (const node of sentence) node.remove()
    else if (first) {
      const paragraph = made('p', {}, [])
      first.before(paragraph)
      paragraph.append(...sentence)
    }
    sentence = []
  }
  for (const child of [...holder.childNodes]) {
    if (child instanceof Element && !child.matches(inline)) endSentence()
    else sentence.push(child)
  }
  endSentence()
}

const isBlank = (node: Node): boolean =>
  node.nodeName === 'BR' || (node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() === '')

function made(name: string, attributes: Record<string, string>, content: Iterable<Node>): HTMLElement {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...content)
  return element
}
