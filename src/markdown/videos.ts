import type { Element, ElementContent } from 'hast'
import { element, icon, isBlank, isImage, isNamed, text, textOf, wordsOf } from './elements.ts'
import { captions, pictureElement, type Shelf, takePicture } from './pictures.ts'
import type { BodyPicture } from './rendering.ts'
import { type Video, videoAt } from './video-address.ts'
import type { MarkdownWords } from './words.ts'

/**
 * Of a paragraph that holds nothing but a link to a video of a site that we know. Nothing is asked of that site: the link
 * leads there, and `scripts/video.js` puts the player in its place once a reader presses it.
 */
export function videoOf(paragraph: Element, shelf: Shelf, words: MarkdownWords): Element | null {
  const [link, ...others] = paragraph.children.filter((child) => !isBlank(child))
  if (!isNamed(link, 'a') || others.length > 0) return null
  const address = textOf(link.properties['href'])
  const video = videoAt(address)
  const label = video && labelOf(link)
  if (!video || !label) return null

  const picture = label.image && takePicture(label.image, shelf)
  const title = textOf(link.properties['title']) || label.title || picture?.caption || picture?.alternativeText || ''
  const opening = element('a', { href: address }, [
    still(picture, title),
    ...(title ? [element('b', {}, [text(title)]), text(' ')] : []),
    element('span', {}, [text(words.watch(video.site))]),
  ])
  return element('figure', { className: ['video'], ...playing(video, words) }, [
    opening,
    ...captions('', picture?.credit ?? ''),
  ])
}

/** A picture or words, not both. What merely repeats the address is no title. */
function labelOf(link: Element): { image: Element | null; title: string } | null {
  const content = link.children.filter((child) => !isBlank(child))
  const [first] = content
  if (content.length === 1 && isImage(first)) return { image: first, title: '' }
  if (content.some(holdsImage)) return null
  const title = textOf(content.map(wordsOf).join(''))
  return { image: null, title: /^(?:https?:\/\/|www\.)\S+$/i.test(title) ? '' : title }
}

const holdsImage = (node: ElementContent): boolean =>
  node.type === 'element' && (node.tagName === 'img' || node.children.some(holdsImage))

/** What the title says already is not said of the picture once more. */
function still(picture: BodyPicture | null, title: string): Element {
  const shown = picture?.alternativeText === title ? { ...picture, alternativeText: '' } : picture
  return element('span', { className: ['still'] }, [...(shown ? [pictureElement(shown, 'whole')] : []), icon('play')])
}

const playing = ({ site, player }: Video, words: MarkdownWords): Element['properties'] =>
  player === null ? {} : { dataPlayer: player, dataPlay: words.play(site) }
