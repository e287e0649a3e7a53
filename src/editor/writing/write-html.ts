import { DOMSerializer, type Node } from '@tiptap/pm/model'
import { canonical } from '../reading/canonical.ts'

/** One line of HTML as the renderer allows it, for what Markdown has no signs for. */
export function writeHtml(block: Node): string {
  const holder = document.createElement('template').content
  holder.append(DOMSerializer.fromSchema(block.type.schema).serializeNode(block))
  for (const figure of holder.querySelectorAll('figure')) figure.replaceWith(imageOf(figure))
  for (const video of holder.querySelectorAll<HTMLElement>('[data-video]')) video.replaceWith(videoOf(video))
  for (const gallery of holder.querySelectorAll('[data-gallery]'))
    gallery.replaceWith(made('p', {}, gallery.childNodes))
  for (const empty of holder.querySelectorAll('p:empty')) empty.remove()
  // What is in a notice comes before it: one that holds nothing but an empty one is empty.
  for (const notice of [...holder.querySelectorAll<HTMLElement>('aside')].reverse())
    notice.replaceWith(noticeOf(notice))
  const outer = document.createElement('div')
  outer.append(holder)
  return outer.innerHTML.replaceAll('\n', '&#10;')
}

const imageOf = ({ dataset }: HTMLElement) =>
  made('img', { src: dataset['src'] ?? '', alt: dataset['alt'] ?? '', title: dataset['caption'] ?? '' }, [])

function videoOf({ dataset }: HTMLElement): HTMLElement {
  const href = dataset['video'] ?? ''
  const title = dataset['title'] ?? ''
  const image = made(
    'img',
    { src: dataset['src'] ?? '', alt: dataset['alt'] ?? '', title: dataset['caption'] ?? '' },
    [],
  )
  const content = dataset['src'] ? image : new Text(title || href)
  return made('p', {}, [made('a', { href, title }, [content])])
}

function noticeOf(notice: HTMLElement): globalThis.Node {
  if (canonical(notice) === '') return new Text('')
  const marker = made('p', {}, [new Text(`[!${notice.dataset['notice']?.toUpperCase()}]`)])
  return made('blockquote', {}, [marker, ...notice.childNodes])
}

/** In the page of nobody, since a browser would fetch the picture. */
function made(name: string, attributes: Record<string, string>, content: Iterable<globalThis.Node>): HTMLElement {
  const element = document.implementation.createHTMLDocument().createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) if (value !== '') element.setAttribute(attribute, value)
  element.append(...content)
  return element
}
