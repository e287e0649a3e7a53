import type { Element, ElementContent, Parents, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { type BodyPicture, pictureScheme, type Rendering, type RenderTask } from './rendering.ts'

const sizes = '(min-width: 48rem) 43rem, 92vw'

/** Pictures of the library become figures that reserve their place; anything else that wants to be a picture goes. */
export function placeFigures(tree: Root, { pictures }: RenderTask): Pick<Rendering, 'shown' | 'missing'> {
  const shown: Rendering['shown'] = []
  const missing: string[] = []
  const toFigure = (image: Element) => figureFor(image, pictures, shown, missing)

  visit(tree, 'element', (node, place, parent) => {
    if (parent === undefined || place === undefined) return
    if (node.tagName === 'img') {
      const figures = mayHoldFigure(parent) ? toFigure(node) : refuse(node, missing)
      parent.children.splice(place, 1, ...figures)
      return [SKIP, place + figures.length]
    }
    if (node.tagName !== 'p' || !node.children.some(isImage)) return
    const parts = splitParagraph(node, toFigure)
    parent.children.splice(place, 1, ...parts)
    return [SKIP, place + parts.length]
  })
  return { shown, missing }
}

const isImage = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'img'

/** Inside a sentence, a link or a heading a figure would not be valid HTML. */
const mayHoldFigure = (parent: Parents) =>
  parent.type === 'root' || (parent.type === 'element' && ['li', 'td', 'blockquote'].includes(parent.tagName))

function refuse(image: Element, missing: string[]): Element[] {
  missing.push(textOf(image.properties['src']))
  return []
}

/** A paragraph with a picture in it becomes the text before, the figure, and the text after. */
function splitParagraph(paragraph: Element, toFigure: (image: Element) => Element[]): Element[] {
  const parts: Element[] = []
  let sentence: ElementContent[] = []
  const endSentence = () => {
    if (sentence.some((child) => !isBlank(child))) parts.push(element('p', {}, sentence))
    sentence = []
  }
  for (const child of paragraph.children) {
    if (!isImage(child)) sentence.push(child)
    else {
      endSentence()
      parts.push(...toFigure(child))
    }
  }
  endSentence()
  return parts
}

const isBlank = (node: ElementContent) =>
  (node.type === 'text' && node.value.trim() === '') || (node.type === 'element' && node.tagName === 'br')

function figureFor(
  image: Element,
  pictures: Record<number, BodyPicture>,
  shown: Rendering['shown'],
  missing: string[],
): Element[] {
  const address = textOf(image.properties['src'])
  const id = address.startsWith(pictureScheme) ? Number(address.slice(pictureScheme.length)) : Number.NaN
  const picture = pictures[id]
  if (!picture) {
    missing.push(address)
    return []
  }
  const alternativeText = textOf(image.properties['alt']) || picture.alternativeText
  const isDecorative = picture.isDecorative && alternativeText === ''
  shown.push({ id, alternativeText, isDecorative })
  const caption = textOf(image.properties['title']) || picture.caption
  return [figure(picture, alternativeText, caption)]
}

function figure(picture: BodyPicture, alternativeText: string, caption: string): Element {
  const { src, srcset, webpSrcset, width, height, credit } = picture
  const source = element('source', { type: 'image/webp', srcSet: webpSrcset, sizes }, [])
  const image = element('img', { src, srcSet: srcset, sizes, width, height, alt: alternativeText, loading: 'lazy' }, [])
  const content: ElementContent[] = [element('picture', {}, [source, image])]
  if (caption || credit) content.push(element('figcaption', {}, captionContent(caption, credit)))
  return element('figure', {}, content)
}

function captionContent(caption: string, credit: string): ElementContent[] {
  const text: ElementContent[] = caption ? [{ type: 'text', value: caption }] : []
  if (!credit) return text
  const between: ElementContent[] = caption ? [{ type: 'text', value: ' ' }] : []
  return [...text, ...between, element('span', {}, [{ type: 'text', value: credit }])]
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
