import type { Element, ElementContent, Parents, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { element, isBlank, isImage, textOf } from './elements.ts'
import { galleryOf } from './galleries.ts'
import { figure, type Shelf, takePicture } from './pictures.ts'
import type { Rendering, RenderTask } from './rendering.ts'
import { videoOf } from './videos.ts'
import type { MarkdownWords } from './words.ts'

/**
 * Pictures of the library become figures that reserve their place, several in a paragraph of their own a gallery, the
 * address of a video in one a figure too; anything else that wants to be a picture goes.
 */
export function placeFigures(
  tree: Root,
  { pictures }: RenderTask,
  words: MarkdownWords,
): Pick<Rendering, 'shown' | 'missing'> {
  const shelf: Shelf = { pictures, shown: [], missing: [] }
  const instead = (node: Element, parent: Parents): Element[] | null => {
    if (node.tagName === 'img') return loneImage(node, parent, shelf)
    return node.tagName === 'p' ? partsOf(node, shelf, words) : null
  }

  visit(tree, 'element', (node, place, parent) => {
    if (parent === undefined || place === undefined) return
    const parts = instead(node, parent)
    if (parts === null) return
    parent.children.splice(place, 1, ...parts)
    return [SKIP, place + parts.length]
  })
  return { shown: shelf.shown, missing: shelf.missing }
}

const mayHoldFigure = ['li', 'td', 'blockquote', 'aside', 'div']

/** Inside a sentence, a link or a heading a figure would not be valid HTML. */
function loneImage(image: Element, parent: Parents, shelf: Shelf): Element[] {
  if (parent.type === 'root' || (parent.type === 'element' && mayHoldFigure.includes(parent.tagName)))
    return figuresOf([image], shelf)
  shelf.missing.push(textOf(image.properties['src']))
  return []
}

/** What a paragraph becomes; null where it stays as it is. */
function partsOf(paragraph: Element, shelf: Shelf, words: MarkdownWords): Element[] | null {
  const video = videoOf(paragraph, shelf, words)
  if (video) return [video]
  const images = paragraph.children.filter(isImage)
  if (images.length === 0) return null
  const isOnlyPictures = paragraph.children.every((child) => isImage(child) || isBlank(child))
  return isOnlyPictures ? galleryOf(takeAll(images, shelf), words) : splitParagraph(paragraph, shelf)
}

const takeAll = (images: Element[], shelf: Shelf) => images.flatMap((image) => takePicture(image, shelf) ?? [])
const figuresOf = (images: Element[], shelf: Shelf) => takeAll(images, shelf).map(figure)

/** A paragraph with a picture in it becomes the text before, the figure, and the text after. */
function splitParagraph(paragraph: Element, shelf: Shelf): Element[] {
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
      parts.push(...figuresOf([child], shelf))
    }
  }
  endSentence()
  return parts
}
